import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Shelf } from '../bank.ts';
import { factsOf, type TemplateFacts } from '../facts.ts';
import { readQuestion } from '../load.ts';
import { type Problem, QuestionError } from '../problem.ts';
import { idOf, questionFiles } from '../question-files.ts';
import type { Template } from '../template.ts';
import { beginDraft, type Entry, readIndex } from './index-file.ts';
import { isSettled, type Stamp, sameStamp, stampOf } from './stamp.ts';

/**
 * A folder of question files, of which a start reads only those that were changed since the last one. Which these are the
 * disk tells at each start anew; what they hold is kept in the cache. A template is read from its file when it is asked for,
 * so the question asked is always the one that stands there by then.
 */

export interface IndexedFolder extends Shelf {
  /** What is wrong with the files that cannot be used. */
  readonly problems: readonly Problem[];
  /** The ids of these files. */
  readonly broken: readonly string[];
  /** How many files were read anew. */
  readonly read: number;
}

export interface Indexing {
  /** Tells programs apart: what one has read of a file another may read otherwise. */
  readonly build: string;
  /** Where indexes are kept; null: nowhere. */
  readonly cache: string | null;
}

/** @param folder as messages are to name it. @throws Error of the file system where the folder cannot be read */
export function indexedFolder(folder: string, { build, cache }: Indexing): IndexedFolder {
  const real = realpathSync(folder);
  const key = { build, folder: real, shownAs: folder };
  const path = cache === null ? null : join(cache, `bank-${hashOf(JSON.stringify([real, folder]))}.json`);
  const old = path === null ? null : readIndex(path, key);
  const known = new Map(old?.entries.map(entry => [entry[0], entry]));
  const files = questionFiles(folder).map(({ path: file, stats }) => ({ file, stamp: stampOf(stats) }));
  const isKnown = ({ file, stamp }: (typeof files)[number]): boolean => {
    const entry = known.get(file);
    return entry !== undefined && sameStamp(entry[1], stamp) && isSettled(stamp, old?.read ?? 0);
  };
  const changed = files.filter(file => !isKnown(file));
  const isSame = changed.length === 0 && known.size === files.length;
  if (isSame && old !== null) return shelfOver(folder, old.entries, 0);
  // Begun before the first file is read, for its time has to be that of the disk.
  const draft = path === null ? null : beginDraft(path);
  try {
    const seen = new Map(changed.map(({ file, stamp }) => [file, seenNow(folder, file, stamp)]));
    const entries = files.map(({ file }) => (seen.get(file)?.entry ?? known.get(file)) as Entry);
    const kept = entries.filter(([file]) => !seen.get(file)?.unread);
    draft?.write({ ...key, read: draft.begun, entries: kept });
    return shelfOver(folder, entries, changed.length);
  } finally {
    draft?.drop();
  }
}

interface Seen {
  readonly entry: Entry;
  /** It could not be read now but may be at the next start, though nothing tells: so it is not kept. */
  readonly unread: boolean;
}

function seenNow(folder: string, file: string, stamp: Stamp): Seen {
  const read = readQuestion(folder, file, folder);
  return 'template' in read
    ? { entry: [file, stamp, factsOf(read.template)], unread: false }
    : { entry: [file, stamp, read.problems], unread: read.unread };
}

function shelfOver(folder: string, entries: readonly Entry[], read: number): IndexedFolder {
  const problems: Problem[] = [];
  const broken: string[] = [];
  const templates: TemplateFacts[] = [];
  for (const [file, , question] of entries) {
    if ('id' in question) templates.push(question);
    else {
      problems.push(...question);
      broken.push(idOf(file));
    }
  }
  const ids = new Set(templates.map(({ id }) => id));
  return { templates, problems, broken, read, get: id => (ids.has(id) ? templateAt(folder, `${id}.md`) : null) };
}

/** @throws QuestionError where the file was changed or lost meanwhile and is no question any more */
function templateAt(folder: string, file: string): Template {
  const read = readQuestion(folder, file, folder);
  if ('template' in read) return read.template;
  throw new QuestionError(read.problems);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
