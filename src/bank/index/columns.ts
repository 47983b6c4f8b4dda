import { HASH_LENGTH, type TemplateFacts } from '../facts.ts';
import type { Problem } from '../problem.ts';
import { fileOf } from '../question-files.ts';
import type { Stamp } from './stamp.ts';

/**
 * What is known of a folder's files, as it is stored: by column, and what many questions have in common only once. Ten
 * thousand questions are read at a start, and objects that repeat their names and lists would take three times as long.
 */

/** A file as it was when it was read: a question, or what is wrong with it. */
export interface Entry {
  /** Below the folder, with slashes. */
  readonly file: string;
  readonly stamp: Stamp;
  readonly question: TemplateFacts | readonly Problem[];
}

/** The fields of a question that differ from one to the next, and those that do not. */
const OWN = ['id', 'title', 'credits', 'minutes'] as const;
const COMMON = ['topics', 'source', 'requires', 'vars', 'parts'] as const;

type Own = { readonly [Name in (typeof OWN)[number]]: readonly TemplateFacts[Name][] };
type Common = { readonly [Name in (typeof COMMON)[number]]: CommonColumn<TemplateFacts[Name]> };

interface CommonColumn<Value> {
  /** Each once. */
  readonly values: readonly Value[];
  /** Of each question, which of them is its own. */
  readonly which: readonly number[];
}

export interface Columns extends Own, Common {
  /** Four numbers a file, of eight bytes each, as base64. */
  readonly stamps: string;
  /** One after the other. */
  readonly hashes: string;
  /** Those among the files that are no questions; all others are, each with its id for a name. */
  readonly broken: readonly BrokenFile[];
}

export interface BrokenFile {
  /** Its place in the order of the files. */
  readonly at: number;
  readonly file: string;
  readonly problems: readonly Problem[];
}

const STAMP_LENGTH = 4;

export function toColumns(entries: readonly Entry[]): Columns {
  const questions = entries.flatMap(({ question }) => ('id' in question ? [question] : []));
  const stamps = Float64Array.from(entries.flatMap(({ stamp }) => stamp));
  return {
    stamps: Buffer.from(stamps.buffer).toString('base64'),
    hashes: questions.map(({ hash }) => hash).join(''),
    broken: entries.flatMap(({ file, question }, at) => ('id' in question ? [] : [{ at, file, problems: question }])),
    ...(Object.fromEntries(OWN.map(name => [name, questions.map(question => question[name])])) as unknown as Own),
    ...(Object.fromEntries(
      COMMON.map(name => [name, commonColumn(questions.map(question => question[name]))]),
    ) as unknown as Common),
  };
}

function commonColumn<Value>(values: readonly Value[]): CommonColumn<Value> {
  const numbers = new Map<string, number>();
  const which = values.map(value => {
    const text = JSON.stringify(value);
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
  return { values: [...numbers.keys()].map(text => JSON.parse(text) as Value), which };
}

/** Below the folder, with slashes. */
export function filesOf({ id, broken }: Columns): readonly string[] {
  const files = id.map(fileOf);
  for (const { at, file } of broken) files.splice(at, 0, file);
  return files;
}

/** Of all files, one after the other. */
export function stampsOf({ stamps }: Columns): Float64Array {
  // Copied, as numbers of eight bytes may not begin anywhere.
  return new Float64Array(Uint8Array.from(Buffer.from(stamps, 'base64')).buffer);
}

export function stampAt(stamps: Float64Array, file: number): Stamp {
  const [size = 0, mtimeMs = 0, ctimeMs = 0, inode = 0] = stamps.subarray(STAMP_LENGTH * file);
  return [size, mtimeMs, ctimeMs, inode];
}

export function isStampAt(stamps: Float64Array, file: number, stamp: Stamp): boolean {
  return stamp.every((value, i) => value === stamps[STAMP_LENGTH * file + i]);
}

/** The questions in the order of their files. Written out, as thousands of them are made at a start. */
export function questionsOf(columns: Columns): readonly TemplateFacts[] {
  const { id: ids, hashes, title, topics, source, requires, credits, minutes, vars, parts } = columns;
  return ids.map((id, i) => ({
    id,
    hash: hashes.slice(HASH_LENGTH * i, HASH_LENGTH * (i + 1)),
    title: at(title, i),
    topics: valueAt(topics, i),
    source: valueAt(source, i),
    requires: valueAt(requires, i),
    credits: at(credits, i),
    minutes: at(minutes, i),
    vars: valueAt(vars, i),
    parts: valueAt(parts, i),
  }));
}

/** Every column is as long as that of the ids: what was written here is read whole or not at all. */
const at = <Value>(column: readonly Value[], i: number): Value => column[i] as Value;
const valueAt = <Value>({ values, which }: CommonColumn<Value>, i: number): Value => at(values, at(which, i));
