import type { AnswerSpace, BoxesSpace, GridSpace, OrderSpace, PairsSpace } from '../../answers/space.ts';
import { blockText, hanging, lineOf, quoted, tableText } from './blocks.ts';

/** Where an answer is written: empty, or with what belongs there. */

const RULE = '&nbsp;\n\n___';
const EMPTY = '\\[ \\_\\_ \\]';

/** @param answer what belongs there as Markdown; null for an empty space */
export function spaceText(space: AnswerSpace, answer: string | null): string {
  const isFilled = answer !== null;
  switch (space.kind) {
    case 'line':
      return joined(isFilled ? filled(answer) : RULE, note(space.note));
    case 'page':
      return isFilled ? filled(answer) : Array.from({ length: space.lines }, () => RULE).join('\n\n');
    case 'boxes':
      return boxes(space, isFilled);
    case 'grid':
      return joined(grid(space, isFilled), isFilled ? filled(answer) : '');
    case 'order':
      return order(space, isFilled);
    case 'pairs':
      return pairs(space, isFilled);
  }
}

/** Paragraphs with a blank line between; what is empty is left out. */
export function joined(...parts: readonly string[]): string {
  return parts.filter(part => part !== '').join('\n\n');
}

function filled(answer: string): string {
  if (answer.trim() === '') return '';
  return quoted(`**Answer:**\n\n${blockText(answer)}`);
}

function note(markdown: string | null): string {
  return markdown === null ? '' : `(${lineOf(markdown)})`;
}

/** A box, the name of a line, and its text. */
function row(box: string, label: string, text: string): string {
  return item(`${box} **${lineOf(label)}**`, text);
}

/** What is more than a paragraph begins on a line of its own. */
function item(head: string, text: string): string {
  const body = blockText(text);
  return hanging('- ', /^(?:```|\$\$\n|[-|>]|\d+\. )/.test(body) ? `${head}\n\n${body}` : `${head} ${body}`.trimEnd());
}

function place(text: string | null): string {
  return text === null ? EMPTY : `\\[ **${text}** \\]`;
}

function boxes({ many, options, note: rule }: BoxesSpace, isFilled: boolean): string {
  const rows = options.map(({ label, text, right }) => row(isFilled && right ? '[x]' : '[ ]', label, text));
  return joined(many ? '*Tick all that are right; it may be none.*' : '*Tick one.*', note(rule), rows.join('\n'));
}

function grid({ columns, rows }: GridSpace, isFilled: boolean): string {
  const hasHeadings = rows.some(({ heading }) => heading !== null);
  const count = Math.max(columns.length, ...rows.map(({ cells }) => cells.length));
  const header = Array.from({ length: count }, (_, i) => lineOf(columns[i] ?? '', 'cell'));
  const body = rows.map(({ heading, cells }) => [
    ...(hasHeadings ? [lineOf(heading ?? '', 'cell')] : []),
    ...cells.map(cell => (isFilled ? lineOf(cell, 'cell') : '&nbsp;')),
  ]);
  return tableText(hasHeadings ? ['', ...header] : header, body);
}

function order({ lines }: OrderSpace, isFilled: boolean): string {
  const rows = lines.map(({ label, text, filled: whole, place: at }) =>
    row(isFilled ? place(at === null ? '–' : String(at)) : EMPTY, label, isFilled ? whole : text),
  );
  return joined('*Number the lines in order; leave out what does not belong.*', rows.join('\n'));
}

function pairs({ blanks, options }: PairsSpace, isFilled: boolean): string {
  const rows = blanks.map(({ label, text, answer }) => row(place(isFilled ? lineOf(answer) : null), label, text));
  const choices = options.map(({ label, text }) => item(`**${lineOf(label)}**`, text));
  return joined(
    '*Write beside each blank the letter of what belongs there.*',
    rows.join('\n'),
    'Choose from:',
    choices.join('\n'),
  );
}
