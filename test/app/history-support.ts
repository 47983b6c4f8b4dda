import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loggedKeys } from '../../src/app/history/logged.ts';
import { loadFolder } from '../../src/bank/load.ts';
import { markVariant } from '../../src/bank/marking.ts';
import type { Template } from '../../src/bank/template.ts';
import { makeVariant, type Variant } from '../../src/bank/variant.ts';
import type { EffectiveReview } from '../../src/schedule/review.ts';
import { temporaryFolder } from './support.ts';

/** Questions written for a test, and answers to them as the log keeps them. */

/** A question file, read. */
export function question(text: string, id = 'test/one'): Template {
  const folder = temporaryFolder();
  const path = join(folder, `${id}.md`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  const { templates, problems } = loadFolder(folder);
  const [template] = templates;
  if (!template) throw new Error(problems.map(({ message }) => message).join('\n'));
  return template;
}

/** An answer as it was recorded when the question was this one. */
export function answerTo(
  variant: Variant,
  reply: readonly string[],
  rest: Partial<EffectiveReview> = {},
): EffectiveReview {
  const mark = markVariant(variant, reply);
  return {
    id: '019a0000-0000-7000-8000-000000000001',
    question: variant.template.id,
    hash: variant.template.hash,
    seed: variant.seed,
    vars: variant.vars,
    key: loggedKeys(variant.parts),
    reply,
    credit: mark.credit,
    mark,
    rating: mark.credit === 1 ? 'good' : 'again',
    ms: 61_000,
    mode: 'study',
    hint: false,
    guess: false,
    at: new Date('2026-11-20T18:00:00Z'),
    zone: 'Europe/Berlin',
    day: 20_777,
    device: 'device',
    recall: null,
    exam: null,
    undone: false,
    remarked: false,
    ...rest,
  };
}

export const SUM = (answer: string, rest = ''): string => `---
title: A sum
topics: [sums]
source: [test/1]
credits: 1
vars:
  a: { given: 2, int: [2, 9999] }
  b: { given: 3, int: [2, 9999] }
answer: { number: ${answer} }
${rest}---

What is $a + b$ for $a = {{a}}$ and $b = {{b}}$?

## Solution
{{steps}}
`;

/** Lines of a task list. */
export const CHOICE = (many: 'one' | 'many', options: string, rest = ''): string => `---
title: A choice
topics: [choices]
source: [test/2]
credits: 1
answer: { choice: ${many}${rest} }
---

Which?

${options}
`;

/** The label of the option that reads so. */
export function labelOf(variant: Variant, text: string, part = 0): string {
  const key = variant.parts[part]?.key;
  if (key?.kind !== 'choice' && key?.kind !== 'match') throw new Error('there are no options');
  const found = key.options.find(option => option.text === text);
  if (!found) throw new Error(`"${text}" is not shown`);
  return found.label;
}

export function at(template: Template, seed: number | null): Variant {
  return makeVariant(template, seed);
}
