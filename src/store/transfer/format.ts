/**
 * The documented form of a history: JSON Lines, a header first and then a row a line. A row and its line say exactly the
 * same; JSON goes through as it is stored, so numbers that plain JSON has not stay tagged as src/store/json.ts tags them.
 */

import type { LogRow } from '../merge.ts';
import {
  amount,
  anyText,
  anything,
  type Column,
  duration,
  flag,
  id,
  isShallow,
  type Kind,
  object,
  oneOf,
  orNull,
  share,
  text,
  texts,
  time,
  whole,
  zone,
} from './kinds.ts';

const FORMAT = 'dl-tutor-log';
/** Version 2 brought exams, and version 3 scratch pads; an older history is a new one without them. */
const VERSION = 3;
const OLDEST = 1;

export const HEADER = JSON.stringify({ format: FORMAT, version: VERSION });

type Type = LogRow['type'];
type Row = Readonly<Record<string, Column>>;

const rating = orNull(oneOf(['again', 'hard', 'good', 'easy']));

/** `later`: lines from before have no such field, so one that says nothing goes without. */
type Field = readonly [name: string, kind: Kind, since?: 'later'];

/** The fields of a line after its `type`, in their order. */
const FIELDS: Readonly<Record<Type, readonly Field[]>> = {
  question: [
    ['question', text],
    ['hash', text],
    ['template', anything],
  ],
  review: [
    ['id', id],
    ['question', text],
    ['hash', text],
    ['seed', orNull(whole)],
    ['vars', object],
    ['key', object],
    ['reply', texts],
    ['credit', share],
    ['mark', anything],
    ['rating', rating],
    ['ms', orNull(duration)],
    ['mode', oneOf(['study', 'drill', 'practice'])],
    ['hint', flag],
    ['guess', flag],
    ['at', time],
    ['zone', zone],
    ['device', text],
    ['recall', orNull(share)],
    ['exam', orNull(id), 'later'],
    ['scratch', orNull(texts), 'later'],
  ],
  correction: [
    ['id', id],
    ['review', id],
    ['kind', oneOf(['undo', 'restore', 'rating', 'remark'])],
    ['rating', rating],
    ['hash', orNull(text)],
    ['credit', orNull(share)],
    ['mark', orNull(anything)],
    ['at', time],
    ['device', text],
  ],
  setting: [
    ['id', id],
    ['name', text],
    ['value', anything],
    ['at', time],
    ['device', text],
  ],
  exam: [
    ['id', id],
    ['code', text],
    ['form', text],
    ['title', anyText],
    ['minutes', amount],
    ['credits', amount],
    ['pass', amount],
    ['clock', oneOf(['runs', 'pauses', 'none'])],
    ['forecast_mean', orNull(share)],
    ['forecast_low', orNull(share)],
    ['forecast_high', orNull(share)],
    ['earned', amount],
    ['self', amount],
    ['questions', whole],
    ['answered', whole],
    ['ms', orNull(duration)],
    ['at', time],
    ['zone', zone],
    ['device', text],
  ],
};

const isRemark = (row: Row): boolean => row.kind === 'remark';

/** What fields mean to each other; a row that breaks one is refused. */
const RULES: readonly (readonly [type: Type, isBroken: (row: Row) => boolean, says: string])[] = [
  ['review', row => row.mode !== 'study' && row.rating !== null, '"rating" must be null where "mode" is not "study"'],
  ['correction', row => row.kind === 'rating' && row.rating === null, '"rating" is missing from a correction of it'],
  [
    'correction',
    row => (row.kind === 'undo' || row.kind === 'restore') && row.rating !== null,
    '"rating" must be null where "kind" is "undo" or "restore"',
  ],
  [
    'correction',
    row => isRemark(row) && (row.hash === null || row.credit === null),
    '"hash" and "credit" must be given where "kind" is "remark"',
  ],
  [
    'correction',
    row => !isRemark(row) && (row.hash !== null || row.credit !== null || row.mark !== null),
    '"hash", "credit" and "mark" must be null where "kind" is not "remark"',
  ],
  ['exam', row => row.credits === 0, '"credits" must be above 0'],
  [
    'exam',
    row => new Set([row.forecast_mean, row.forecast_low, row.forecast_high].map(part => part === null)).size > 1,
    '"forecast_mean", "forecast_low" and "forecast_high" must all be given, or all be null',
  ],
];

/** What is wrong with a line, in words for the one who wrote it. */
export class LineError extends Error {
  override readonly name = 'LineError';
}

/** Without a line break. */
export function lineOf({ type, row }: LogRow): string {
  const values: Row = { ...row };
  // Joined at once: a text that grows piece by piece takes several times the room.
  const fields = FIELDS[type]
    .filter(([name, , since]) => since === undefined || values[name] !== null)
    .map(([name, { write }]) => `"${name}":${write(values[name] ?? null)}`);
  return `{"type":"${type}",${fields.join(',')}}`;
}

/** @throws LineError for what is no row of this format */
export function rowOf(line: string): LogRow {
  const { type, ...given } = objectIn(line);
  if (!isType(type)) throw new LineError(`"type" must be one of ${Object.keys(FIELDS).join(', ')}, not ${shown(type)}`);
  const row: Record<string, Column> = {};
  for (const [name, { is, read }, since] of FIELDS[type]) {
    if (!Object.hasOwn(given, name)) {
      if (since === undefined) throw new LineError(`the field "${name}" is missing from ${named(type)}`);
      row[name] = null;
      continue;
    }
    const value = read(given[name]);
    if (value === undefined) throw new LineError(`"${name}" must be ${is}, not ${shown(given[name])}`);
    row[name] = value;
  }
  const unknown = Object.keys(given).find(name => !Object.hasOwn(row, name));
  if (unknown !== undefined) throw new LineError(`${named(type)} has no field ${shown(unknown)}`);
  // In a remark null is a mark, elsewhere it is none.
  if (isRemark(row)) row.mark ??= 'null';
  const broken = RULES.find(([of, isBroken]) => of === type && isBroken(row));
  if (broken) throw new LineError(broken[2]);
  return { type, row } as unknown as LogRow;
}

/** What a header may say besides is of no concern. @throws LineError where it is none that this program knows */
export function checkHeader(line: string): void {
  const { format, version } = headerIn(line);
  if (format !== FORMAT) {
    throw new LineError(
      `this is no history of the tutor: its first line should be ${HEADER}. Only what "tutor export" writes as jsonl can be read`,
    );
  }
  if (typeof version === 'number' && Number.isInteger(version) && version >= OLDEST && version <= VERSION) return;
  const newer = typeof version === 'number' && version > VERSION;
  throw new LineError(
    newer
      ? `this was written by a newer version of the tutor (format ${version}, this program knows up to ${VERSION}). Update the tutor`
      : `"version" must be a whole number from ${OLDEST} to ${VERSION}, not ${shown(version)}`,
  );
}

/** Two logs that were put one behind the other have two. */
export function isHeader(line: string): boolean {
  return line.startsWith('{"format":');
}

/**
 * What a row is known by, taken from the beginning of a line as `lineOf` writes it; null for a line of another make, which
 * may still be a row.
 */
export function keyOf(line: string): string | null {
  const start = ID_FIRST.find(beginning => line.startsWith(beginning));
  if (start !== undefined) return line.slice(0, start.length + UUID_LENGTH);
  const end = line.startsWith(QUESTION_FIRST) ? line.indexOf(',"template":') : -1;
  return end < 0 ? null : line.slice(0, end);
}

const UUID_LENGTH = 36;
const QUESTION_FIRST = '{"type":"question","question":';
const ID_FIRST: readonly string[] = ['review', 'correction', 'setting', 'exam'].map(type => `{"type":"${type}","id":"`);

function objectIn(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new LineError('this is no JSON: the line was damaged or changed', { cause: error });
  }
  throw new LineError('a line must be a JSON object');
}

function headerIn(line: string): Readonly<Record<string, unknown>> {
  try {
    return objectIn(line);
  } catch (error) {
    if (error instanceof LineError) return {};
    throw error;
  }
}

function named(type: Type): string {
  return type === 'exam' ? `an ${type}` : `a ${type}`;
}

function isType(type: unknown): type is Type {
  return typeof type === 'string' && Object.hasOwn(FIELDS, type);
}

function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  return isShallow(value) ? shorten(JSON.stringify(value)) : 'what is given';
}

function shorten(json: string): string {
  return json.length > 80 ? `${json.slice(0, 80)}…` : json;
}
