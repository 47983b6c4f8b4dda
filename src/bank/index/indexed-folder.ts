import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Shelf } from '../bank.ts';
import { factsOf, type TemplateFacts } from '../facts.ts';
import { readQuestion } from '../load.ts';
import { type Problem, QuestionError } from '../problem.ts';
import { idOf, questionFiles } from '../question-files.ts';
import type { Template } from '../template.ts';
import { type Columns, type Entry, isStampAt, questionsOf, stampAt, stampsOf, toColumns } from './columns.ts';
import { beginDraft, type FolderIndex, readIndex } from './index-file.ts';
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
  const files = questionFiles(folder).map(({ path: file, stats }) => ({ file, stamp: stampOf(stats) }));
  if (old !== null && isUpToDate(old, files)) return shelfOfColumns(folder, old.columns);
  const known = old === null ? new Map<string, Entry>() : knownEntries(old);
  const changed = files.filter(({ file, stamp }) => {
    const entry = known.get(file);
    return entry === undefined || !sameStamp(entry.stamp, stamp);
  });
  // Begun before the first file is read, for its time has to be that of the disk.
  const draft = path === null ? null : beginDraft(path);
  try {
    const seen = new Map(changed.map(({ file, stamp }) => [file, seenNow(folder, file, stamp)]));
    const entries = files.map(({ file }) => (seen.get(file)?.entry ?? known.get(file)) as Entry);
    const kept = entries.filter(({ file }) => !seen.get(file)?.unread);
    draft?.write({ ...key, read: draft.begun, columns: toColumns(kept) });
    return shelfOf(folder, entries, changed.length);
  } finally {
    draft?.drop();
  }
}

type StampedFile = Pick<Entry, 'file' | 'stamp'>;

/** The usual case, told without making anything of the files. */
function isUpToDate({ columns, read }: FolderIndex, files: readonly StampedFile[]): boolean {
  const known = columns.files;
  if (known.length !== files.length) return false;
  const stamps = stampsOf(columns);
  return files.every(
    ({ file, stamp }, i) => file === known[i] && isStampAt(stamps, i, stamp) && isSettled(stamp, read),
  );
}

/** Those that can be trusted, by their files. */
function knownEntries({ columns, read }: FolderIndex): ReadonlyMap<string, Entry> {
  const stamps = stampsOf(columns);
  const broken = new Map(columns.problems);
  const questions = questionsOf(columns).values();
  const entries = columns.files.map((file, i): Entry => {
    const question = broken.get(i) ?? (questions.next().value as TemplateFacts);
    return { file, stamp: stampAt(stamps, i), question };
  });
  return new Map(entries.filter(({ stamp }) => isSettled(stamp, read)).map(entry => [entry.file, entry]));
}

interface Seen {
  readonly entry: Entry;
  /** It could not be read now but may be at the next start, though nothing tells: so it is not kept. */
  readonly unread: boolean;
}

function seenNow(folder: string, file: string, stamp: Stamp): Seen {
  const read = readQuestion(folder, file, folder);
  return 'template' in read
    ? { entry: { file, stamp, question: factsOf(read.template) }, unread: false }
    : { entry: { file, stamp, question: read.problems }, unread: read.unread };
}

function shelfOf(folder: string, entries: readonly Entry[], read: number): IndexedFolder {
  const templates: TemplateFacts[] = [];
  const broken: (readonly [file: string, problems: readonly Problem[]])[] = [];
  for (const { file, question } of entries) {
    if ('id' in question) templates.push(question);
    else broken.push([file, question]);
  }
  return shelf(folder, templates, broken, read);
}

function shelfOfColumns(folder: string, columns: Columns): IndexedFolder {
  const broken = columns.problems.map(([i, problems]) => [columns.files[i] as string, problems] as const);
  return shelf(folder, questionsOf(columns), broken, 0);
}

function shelf(
  folder: string,
  templates: readonly TemplateFacts[],
  broken: readonly (readonly [file: string, problems: readonly Problem[]])[],
  read: number,
): IndexedFolder {
  // Made when the first question is asked for, which may be never.
  let ids: ReadonlySet<string> | null = null;
  return {
    templates,
    problems: broken.flatMap(([, problems]) => problems),
    broken: broken.map(([file]) => idOf(file)),
    read,
    get: id => {
      ids ??= new Set(templates.map(template => template.id));
      return ids.has(id) ? templateAt(folder, `${id}.md`) : null;
    },
  };
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
