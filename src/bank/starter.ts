import type { KindName } from '../answers/answers.ts';
import { NUMERIC_STARTERS } from './starter-numeric.ts';
import { WRITTEN_STARTERS } from './starter-written.ts';

/** Files to start from: of each kind of answer a small question that is one already, with a comment at each key. */

const STARTERS: Readonly<Record<KindName, string>> = { ...NUMERIC_STARTERS, ...WRITTEN_STARTERS };

/** @param topic the folder that the file is to lie in, which is the first of its topics */
export function starterFile(kind: KindName, topic: string): string {
  return `---
# What stands behind a # is for you: delete it when it has served. questions/README.md explains every key.
${STARTERS[kind].replace('[TOPIC]', `[${topic}]`)}`;
}
