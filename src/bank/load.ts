import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Problem, QuestionError } from './problem.ts';
import { readTemplate } from './read-template.ts';
import type { Template } from './template.ts';

/** Files of a bank's folder that are no questions. */
const NOT_QUESTIONS = new Set(['README.md']);

export interface Loaded {
  readonly templates: readonly Template[];
  /** What was wrong with the files that could not be used. */
  readonly problems: readonly Problem[];
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
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.md') && !NOT_QUESTIONS.has(entry.name))
    .map(entry => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  for (const file of files) {
    try {
      templates.push(
        readTemplate(readFileSync(join(directory, file), 'utf8'), file.slice(0, -'.md'.length), `${shownAs}/${file}`),
      );
    } catch (error) {
      if (!(error instanceof QuestionError)) throw error;
      problems.push(...error.problems);
    }
  }
  return { templates, problems };
}
