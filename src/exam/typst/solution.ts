import type { KnownMistake } from '../../answers/kind.ts';
import type { AnswerSpace } from '../../answers/space.ts';
import { creditsNumber } from '../credits.ts';
import type { PaperPart } from '../paper.ts';
import { heightOf, sum } from './height.ts';
import { array, blocks, row } from './text.ts';

/** What stands below an answer in the solutions. */

/** Frames up to this high, in millimetres, are not split between pages. */
const WHOLE = 70;

/** Something in a frame, and about how high it is. */
interface Piece {
  readonly source: string;
  readonly height: number;
}

/** The frame of a part; empty where there is nothing to add. */
export function partSolution(part: PaperPart): string {
  const { label, space, reasons, scheme, mistakes } = part;
  const title = space.kind === 'page' ? 'Model answer' : 'Marking';
  return framed(label === null ? title : `${title} ${label})`, [
    markdown(unsaid(part)),
    listed('list', reasons, blocks, heightOf),
    listed(
      'scheme',
      scheme,
      ({ text, credits }) => row([`[${creditsNumber(credits)}]`, blocks(text)]),
      ({ text }) => heightOf(text),
    ),
    listed('mistakes', merged(mistakes), mistake, ({ shown, because }) => heightOf(shown) + heightOf(because)),
  ]);
}

/** The frame with the worked solution of a question; empty where there is none. */
export function workedSolution(solution: string | null): string {
  return framed('Solution', [markdown(solution ?? '')]);
}

const NUMBERS = /^\s*(?:(?:\|[^\n]*(?:\n|$))+|\$\$[^$]*\$\$)/;

/** Tolerances stand in brackets behind the numbers. */
const IN_BRACKETS = /^\s*\((.*)\)\s*$/s;

/** What of the answer its place does not show: the text that goes on lines, and tolerances of numbers in cells. */
function unsaid({ space, answer }: PaperPart): string {
  return UNSAID[space.kind](answer);
}

const UNSAID: Readonly<Record<AnswerSpace['kind'], (answer: string) => string>> = {
  line: () => '',
  page: answer => answer,
  boxes: () => '',
  grid: answer => answer.replace(NUMBERS, '').replace(IN_BRACKETS, 'Accepted: $1.'),
  order: () => '',
  pairs: () => '',
};

interface Mistake {
  readonly shown: string;
  readonly because: string;
}

/** Neighbours that have one cause become one row: several wordings of one mistake. */
function merged(mistakes: readonly KnownMistake[]): readonly Mistake[] {
  const rows: Mistake[] = [];
  for (const { shown, because } of mistakes) {
    const last = rows.at(-1);
    if (last?.because !== because) rows.push({ shown, because });
    else rows[rows.length - 1] = { because, shown: last.shown + (isBlock(shown) ? '\n\n' : ', ') + shown };
  }
  return rows;
}

/** Whether there is more than text of one line. */
function isBlock(shown: string): boolean {
  return /\n|\$\$/.test(shown);
}

/** Tables and matrices of three columns or more, which would not fit beside their reasons. */
function isWide(shown: string): boolean {
  return /^\||&[^\\]*&/m.test(shown);
}

/** How the numbers of a table are rounded is said once, of the right ones. */
const BELOW_TABLE = /(?<=\|)\n\n\([^\n]*\)$/gm;

function mistake({ shown, because }: Mistake): string {
  return isWide(shown)
    ? `wide(${blocks(shown.replaceAll(BELOW_TABLE, ''))}, ${blocks(because)})`
    : row([blocks(shown), blocks(because)]);
}

function markdown(text: string): Piece {
  return text.trim() === '' ? { source: '', height: 0 } : { source: blocks(text), height: heightOf(text) };
}

/** A function of Typst that takes any number of items. */
function listed<Item>(
  name: string,
  items: readonly Item[],
  write: (item: Item) => string,
  height: (item: Item) => number,
): Piece {
  if (items.length === 0) return { source: '', height: 0 };
  return {
    source: `${name}(..${array(items.map(item => write(item)))})`,
    height: sum(items.map(item => height(item))),
  };
}

function framed(label: string, pieces: readonly Piece[]): string {
  const shown = pieces.filter(({ source }) => source !== '');
  if (shown.length === 0) return '';
  const kept = sum(shown.map(({ height }) => height)) <= WHOLE ? '' : ', kept: false';
  return `#solution([${label}]${kept}, {\n${shown.map(({ source }) => `  ${source}\n`).join('')}})\n`;
}
