import { readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';

/** Which files of a folder are questions. */

const ENDING = '.md';

/** What Markdown in a bank's folder is no question: a README anywhere, and the reference of the language at the top. */
const NOT_QUESTIONS = /(?:^|\/)README\.md$|^functions\.md$/;

interface QuestionFile {
  /** Below the folder, with slashes. */
  readonly path: string;
  readonly stats: Stats;
}

/**
 * In the order of their paths. Links are followed, each folder once, so that no circle holds us.
 *
 * @throws Error of the file system where the folder cannot be read
 */
export function questionFiles(directory: string): readonly QuestionFile[] {
  const visited = new Set<string>();
  const walk = (below: string): QuestionFile[] => {
    const here = join(directory, below);
    const real = realpathSync(here);
    if (visited.has(real)) return [];
    visited.add(real);
    return readdirSync(here, { withFileTypes: true }).flatMap(entry => {
      const { name } = entry;
      if (name.startsWith('.') || name === 'node_modules') return [];
      const path = below === '' ? name : `${below}/${name}`;
      if (entry.isDirectory()) return walk(path);
      // Pictures and tables lie beside questions: they need no closer look.
      if (entry.isFile() && !name.endsWith(ENDING)) return [];
      const stats = statSync(`${directory}/${path}`, { throwIfNoEntry: false });
      if (stats?.isDirectory()) return walk(path);
      return stats?.isFile() && name.endsWith(ENDING) && !NOT_QUESTIONS.test(path) ? [{ path, stats }] : [];
    });
  };
  return walk('').sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A question's id is its path without the ending. */
export function idOf(path: string): string {
  return path.slice(0, -ENDING.length);
}

export function fileOf(id: string): string {
  return id + ENDING;
}
