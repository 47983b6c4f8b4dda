import type { Shelf } from '../bank.ts';
import { factsOf, type TemplateFacts } from '../facts.ts';
import { readQuestion } from '../load.ts';
import { QuestionError } from '../problem.ts';
import { fileOf, questionFiles } from '../question-files.ts';
import type { Template } from '../template.ts';
import { type Entry, filesOf, isStampAt, questionsOf, stampAt, stampsOf, toColumns } from './columns.ts';
import { type Broken, type FolderFacts, factsOfColumns, folderFacts, type Remembered } from './folder-facts.ts';
import { beginDraft, type FolderIndex, type Indexing, placeOf, readIndex } from './index-file.ts';
import { isSettled, type Stamp, sameStamp, stampOf } from './stamp.ts';

/**
 * A folder of question files, of which a start reads only those that were changed since the last one. Which these are the
 * disk tells at each start anew; what they hold is kept in the cache. A template is read from its file when it is asked for,
 * so the question asked is always the one that stands there by then.
 */

export interface IndexedFolder extends Shelf, FolderFacts {
  /** How many files were read anew. */
  readonly read: number;
}

interface Help {
  /** What was made of its index before, which is made anew only where it is not so any more. */
  readonly remembered?: Remembered;
  readonly watch?: Watch | undefined;
}

/**
 * @param folder as messages are to name it
 * @throws Error of the file system where the folder cannot be read
 */
export function indexedFolder(folder: string, indexing: Indexing, { remembered, watch }: Help = {}): IndexedFolder {
  const { key, path } = placeOf(folder, indexing);
  const old = remembered?.index ?? (path === null ? null : readIndex(path, key));
  const files = questionFiles(folder).map(({ path: file, stats }) => ({ file, stamp: stampOf(stats) }));
  if (old !== null && isUpToDate(old, files)) return shelf(folder, remembered?.facts ?? factsOfColumns(old.columns), 0);
  const known = old === null ? new Map<string, Entry>() : knownEntries(old);
  const changed = files.filter(({ file, stamp }) => {
    const entry = known.get(file);
    return entry === undefined || !sameStamp(entry.stamp, stamp);
  });
  // Begun before the first file is read, for its time has to be that of the disk.
  const draft = path === null ? null : beginDraft(path, indexing);
  const watched = watch?.(changed.length);
  try {
    const seen = new Map<string, Seen>();
    for (const { file, stamp } of changed) {
      seen.set(file, seenNow(folder, file, stamp));
      watched?.add(1);
    }
    const entries = files.map(({ file }) => (seen.get(file)?.entry ?? known.get(file)) as Entry);
    const kept = entries.filter(({ file }) => !seen.get(file)?.unread);
    draft?.write({ ...key, read: draft.begun, columns: toColumns(kept) });
    return shelfOf(folder, entries, changed.length);
  } finally {
    watched?.end();
    draft?.drop();
  }
}

/** Who waits may want to know how far it is: thousands of files take seconds. @param files how many are going to be read */
export type Watch = (files: number) => { readonly add: (count: number) => void; readonly end: () => void };

type StampedFile = Pick<Entry, 'file' | 'stamp'>;

/** The usual case, told without making anything of the files. */
function isUpToDate({ columns, read }: FolderIndex, files: readonly StampedFile[]): boolean {
  const known = filesOf(columns);
  if (known.length !== files.length) return false;
  const stamps = stampsOf(columns);
  return files.every(
    ({ file, stamp }, i) => file === known[i] && isStampAt(stamps, i, stamp) && isSettled(stamp, read),
  );
}

/** Those that can be trusted, by their files. */
function knownEntries({ columns, read }: FolderIndex): ReadonlyMap<string, Entry> {
  const stamps = stampsOf(columns);
  const broken = new Map(columns.broken.map(({ at, problems }) => [at, problems]));
  const questions = questionsOf(columns).values();
  const entries = filesOf(columns).map((file, i): Entry => {
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
  const broken: Broken[] = [];
  for (const { file, question } of entries) {
    if ('id' in question) templates.push(question);
    else broken.push({ file, problems: question });
  }
  return shelf(folder, folderFacts(templates, broken), read);
}

function shelf(folder: string, facts: FolderFacts, read: number): IndexedFolder {
  // Made when the first question is asked for, which may be never.
  let ids: ReadonlySet<string> | null = null;
  return {
    ...facts,
    read,
    get: id => {
      ids ??= new Set(facts.templates.map(template => template.id));
      return ids.has(id) ? templateAt(folder, fileOf(id)) : null;
    },
  };
}

/** @throws QuestionError where the file was changed or lost meanwhile and is no question any more */
function templateAt(folder: string, file: string): Template {
  const read = readQuestion(folder, file, folder);
  if ('template' in read) return read.template;
  throw new QuestionError(read.problems);
}
