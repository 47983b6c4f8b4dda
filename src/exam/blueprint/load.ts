import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { didYouMean, quoted } from '../../language/suggest.ts';
import type { Blueprint } from '../blueprint.ts';
import { ExamError } from '../error.ts';
import { readBlueprint } from './read.ts';

/** Blueprints by name: the files of one folder. */

const ENDING = '.yaml';
/** So that a name can stand in a code, and never leads out of its folder. */
const NAME = /^[a-z0-9][a-z0-9_-]{0,39}$/;

/** Names of all blueprints of a folder, in order; none where there is no such folder. */
export function blueprintNames(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap(file => (file.endsWith(ENDING) ? [file.slice(0, -ENDING.length)] : []))
    .filter(name => NAME.test(name))
    .sort();
}

/**
 * @param folder such as `questions/exams`
 * @param shownAs how messages name the folder
 * @throws ExamError where there is none of this name, or it cannot be used
 */
export function loadBlueprint(folder: string, name: string, shownAs = folder): Blueprint {
  const names = blueprintNames(folder);
  if (!names.includes(name)) {
    const near = didYouMean(name, names) || (names.length > 0 ? `: there are ${names.join(', ')}` : '');
    throw new ExamError(`there is no blueprint ${quoted(name)} in ${shownAs}${near}`);
  }
  const file = `${name}${ENDING}`;
  return readBlueprint(readFileSync(join(folder, file), 'utf8'), name, `${shownAs}/${file}`);
}
