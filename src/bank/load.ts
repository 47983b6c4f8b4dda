import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, QuestionError } from './problem.ts';
import { readTemplate } from './read-template.ts';
import type { Template } from './template.ts';

/** What Markdown in a bank's folder is no question: a README anywhere, and the reference of the language at the top. */
const NOT_QUESTIONS = /(?:^|\/)README\.md$|^functions\.md$/;

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
  const files = questionFiles(directory);
  for (const file of files) {
    const shown = `${shownAs}/${file}`;
    const id = file.slice(0, -'.md'.length);
    try {
      const content = readFileSync(join(directory, file), 'utf8');
      templates.push(readTemplate(content, id, shown));
    } catch (error) {
      problems.push(...problemsIn(error, shown));
      broken.push(id);
    }
  }
  return { templates, problems, broken };
}

/** @throws the error again where it is a fault of ours */
function problemsIn(error: unknown, file: string): readonly Problem[] {
  if (error instanceof QuestionError) return error.problems;
  if (!(error instanceof Error && 'syscall' in error)) throw error;
  return [{ file, line: 1, message: `the file cannot be read: ${error.message}` }];
}

/** Paths below a folder, with slashes, in order. Links are followed, each folder once, so that no circle holds us. */
function questionFiles(directory: string): string[] {
  const visited = new Set<string>();
  const walk = (below: string): string[] => {
    const here = join(directory, below);
    const real = realpathSync(here);
    if (visited.has(real)) return [];
    visited.add(real);
    return readdirSync(here).flatMap(name => {
      if (name.startsWith('.') || name === 'node_modules') return [];
      const path = below === '' ? name : `${below}/${name}`;
      const found = statSync(join(directory, path), { throwIfNoEntry: false });
      if (found?.isDirectory()) return walk(path);
      return found?.isFile() && name.endsWith('.md') && !NOT_QUESTIONS.test(path) ? [path] : [];
    });
  };
  return walk('').sort();
}
