import { type Problem, problemText } from '../bank/problem.ts';
import { quoted } from '../language/suggest.ts';
import { ExamError } from './error.ts';

/** Reads tables as spreadsheets save them: CSV by RFC 4180, with commas, semicolons or tabs. */

/** A table that cannot be used as it is: one line a problem, all at once. */
export class TableError extends ExamError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(problemText).join('\n'));
    this.problems = problems;
  }
}

export interface CsvRow {
  /** In the file, from 1: where the row begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The first one wins where several occur equally often. */
const DELIMITERS = [',', ';', '\t'];
const BREAK = /\r\n|\r|\n/y;
/** What some spreadsheets write before the header. */
const DECLARED = /^sep=([,;\t])(?:\r\n|\r|\n)/i;

/**
 * The rows that are not blank.
 *
 * @param file as errors name it
 * @throws TableError where a quote is out of place
 */
export function readCsv(text: string, file: string): readonly CsvRow[] {
  const whole = text.replace(/^\uFEFF/, '');
  const declared = DECLARED.exec(whole);
  const body = whole.slice(declared?.[0].length ?? 0);
  const delimiter = declared?.[1] ?? delimiterOf(body);
  const rows = parse(body, delimiter, file);
  return rows
    .map(({ line, cells }) => ({ line: line + (declared ? 1 : 0), cells }))
    .filter(({ cells }) => cells.some(cell => cell.trim() !== ''));
}

/** @throws TableError where the bytes are no UTF-8 */
export function decodeCsv(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new TableError([{ file, line: 1, message: 'is not UTF-8: save the table as "CSV UTF-8"' }]);
  }
}

/** What the first row is divided by, where it stands outside of quotes. */
function delimiterOf(text: string): string {
  const [first = ''] = text.replaceAll(/"[^"]*"/g, '').split(/[\r\n]/, 1);
  const counts = DELIMITERS.map(sign => first.split(sign).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] as string;
}

function parse(text: string, delimiter: string, file: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let at = 0;
  let line = 1;
  let begun = 1;
  const refuse = (where: number, message: string): never => {
    const problem: Problem = { file, line: where, message };
    throw new TableError([problem]);
  };

  /** The length of the line break here; 0 where there is none. */
  const breakHere = (): number => {
    BREAK.lastIndex = at;
    return BREAK.exec(text)?.[0].length ?? 0;
  };

  const quotedCell = (): string => {
    const from = line;
    let value = '';
    for (at++; ; ) {
      const end = text.indexOf('"', at);
      if (end === -1) return refuse(from, 'a quote is opened and never closed');
      const piece = text.slice(at, end);
      line += piece.split(/\r\n|\r|\n/).length - 1;
      value += piece;
      at = end + 1;
      if (text[at] !== '"') return value;
      value += '"';
      at++;
    }
  };

  const plainCell = (): string => {
    const from = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== '\r' && text[at] !== '\n') at++;
    const value = text.slice(from, at);
    if (value.includes('"')) {
      refuse(line, `${quoted(value)} has a quote in it: put the cell in quotes, and write each quote within twice`);
    }
    return value;
  };

  while (at < text.length || cells.length > 0) {
    const isQuoted = text[at] === '"';
    cells.push(isQuoted ? quotedCell() : plainCell());
    if (text[at] === delimiter) {
      at++;
      continue;
    }
    const length = breakHere();
    if (length === 0 && at < text.length) refuse(line, `${quoted(text.slice(at, at + 20))} follows a closing quote`);
    rows.push({ line: begun, cells });
    cells = [];
    at += length;
    if (length > 0) line++;
    begun = line;
  }
  return rows;
}
