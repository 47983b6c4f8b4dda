import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, QuestionError } from './problem.ts';
import { idOf, questionFiles } from './question-files.ts';
import { readTemplate } from './read-template.ts';
import type { Template } from './template.ts';

export interface Loaded {
  readonly templates: readonly Template[];
  /** What was wrong with the files that could not be used. */
  readonly problems: readonly Problem[];
  /** The ids of these files. */
  readonly broken: readonly string[];
}

/**
 * Reads every question file below a folder.
 *
 * @param directory the folder whose layout gives the ids
 * @param shownAs how messages name the folder
 * @throws Error of the file system where the folder cannot be read
 */
export function loadFolder(directory: string, shownAs = directory): Loaded {
  const templates: Template[] = [];
  const problems: Problem[] = [];
  const broken: string[] = [];
  for (const { path } of questionFiles(directory)) {
    const read = readQuestion(directory, path, shownAs);
    if ('template' in read) templates.push(read.template);
    else {
      problems.push(...read.problems);
      broken.push(idOf(path));
    }
  }
  return { templates, problems, broken };
}

/** A file as a question, or why it is none. */
type ReadQuestion =
  | { readonly template: Template }
  /** @property unread the file itself could not be read, which says nothing of its content */
  | { readonly problems: readonly Problem[]; readonly unread: boolean };

/** @param path below the folder, with slashes */
export function readQuestion(directory: string, path: string, shownAs: string): ReadQuestion {
  const shown = `${shownAs}/${path}`;
  try {
    return { template: readTemplate(readFileSync(join(directory, path), 'utf8'), idOf(path), shown) };
  } catch (error) {
    if (error instanceof QuestionError) return { problems: error.problems, unread: false };
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return {
      problems: [{ file: shown, line: 1, message: `the file cannot be read: ${error.message}` }],
      unread: true,
    };
  }
}
