import type { TemplateFacts } from '../facts.ts';
import type { Problem } from '../problem.ts';
import { idOf } from '../question-files.ts';
import { type BrokenFile, type Columns, questionsOf } from './columns.ts';
import type { FolderIndex } from './index-file.ts';

/** What there is in a folder, without the questions themselves. */
export interface FolderFacts {
  readonly templates: readonly TemplateFacts[];
  /** What is wrong with the files that cannot be used. */
  readonly problems: readonly Problem[];
  /** The ids of these files. */
  readonly broken: readonly string[];
}

/** An index, and what was made of it. */
export interface Remembered {
  readonly index: FolderIndex;
  readonly facts: FolderFacts;
}

export type Broken = Pick<BrokenFile, 'file' | 'problems'>;

export function folderFacts(templates: readonly TemplateFacts[], broken: readonly Broken[]): FolderFacts {
  return {
    templates,
    problems: broken.flatMap(({ problems }) => problems),
    broken: broken.map(({ file }) => idOf(file)),
  };
}

export function factsOfColumns(columns: Columns): FolderFacts {
  return folderFacts(questionsOf(columns), columns.broken);
}
