import type { OrderKey, OrderLine } from '../../answers/order/key.ts';
import { readOrder } from '../../answers/order/read.ts';
import { listed } from '../../answers/wording.ts';
import type { Edit, EntryAction, EntryKind, EntrySituation, Landmark } from './entry.ts';
import {
  erase,
  fillOf,
  type LinesEntry,
  lineAt,
  linesShown,
  move,
  putBack,
  rowOf,
  shift,
  toggle,
  withFill,
} from './lines.ts';
import { strayText } from './stray.ts';
import { EMPTY_TEXT, edit as editText, insert as insertText, textOf } from './text.ts';

/** What keys and pastes do to lines that are put in order. */

const ENDED: LinesEntry['typed'] = { digits: '', took: false };
/** Between the numbers of a reply typed out, such as `3, 1 | 2: beta`. */
const SEPARATOR = /[|｜,;.>→]/;
/** Longer texts are no replies. */
const LONGEST = 2000;

function fill(entry: LinesEntry, key: OrderKey): LinesEntry | null {
  if (entry.filling) return { ...entry, filling: false };
  const { label, blank } = lineAt(entry, key);
  if (!blank) return null;
  const atEnd = editText(fillOf(entry, label, key), 'end');
  return { ...withFill(entry, label, atEnd, key), filling: true, typed: null };
}

/** Takes the line of this number, unless it is in the order already, and goes to it. */
function take(entry: LinesEntry, label: string, { lines }: OrderKey): LinesEntry {
  if (!lines.some(line => line.label === label)) return { ...entry, typed: ENDED };
  const took = !entry.chosen.includes(label);
  const chosen = took ? [...entry.chosen, label] : entry.chosen;
  return { ...entry, chosen, row: chosen.indexOf(label), typed: { digits: label, took } };
}

/** `1` takes line 1 at once; a `2` right behind it makes that line 12, where there is one. */
function typeDigit(entry: LinesEntry, digit: string, key: OrderKey): LinesEntry {
  const { typed, chosen } = entry;
  const longer = `${typed?.digits}${digit}`;
  if (!typed || !key.lines.some(({ label }) => label === longer)) return take(entry, digit, key);
  return take(typed.took ? putBack(entry, chosen.length - 1) : entry, longer, key);
}

function type(entry: LinesEntry, character: string, key: OrderKey): LinesEntry {
  if (entry.filling) {
    const { label } = lineAt(entry, key);
    return withFill(entry, label, insertText(fillOf(entry, label, key), character), key);
  }
  const digit = character.normalize('NFKC');
  if (/^\d$/.test(digit)) return typeDigit(entry, digit, key);
  if (digit === ':' && entry.typed) return fill(entry, key) ?? entry;
  return SEPARATOR.test(character) ? { ...entry, typed: ENDED } : entry;
}

/** A whole reply replaces the order, and fills the blanks that it names; anything else counts character by character. */
function insert(entry: LinesEntry, text: string, key: OrderKey): LinesEntry {
  if (entry.filling) return type(entry, text, key);
  const reading = readOrder(text, key);
  const whole = reading.status === 'read' ? reading.reply : null;
  if (!whole || (whole.labels.length === 1 && whole.fills.size === 0)) {
    return [...text.slice(0, LONGEST)].reduce((done, character) => type(done, character, key), entry);
  }
  const chosen = whole.labels;
  return [...whole.fills].reduce<LinesEntry>(
    (done, [label, filled]) => withFill(done, label, insertText(EMPTY_TEXT, filled), key),
    { ...entry, chosen, row: chosen.length - 1, typed: ENDED },
  );
}

function edit(entry: LinesEntry, change: Edit, key: OrderKey): LinesEntry {
  if (entry.filling) {
    const { label } = lineAt(entry, key);
    return withFill(entry, label, editText(fillOf(entry, label, key), change), key);
  }
  return change === 'erase' || change === 'erase-next' ? erase(entry, key) : entry;
}

/** Keys that are text, or that edit it, come to nothing else while a blank is filled in. */
function act(entry: LinesEntry, action: EntryAction, key: OrderKey): LinesEntry | null {
  if (action === 'fill') return fill(entry, key);
  if (entry.filling) return null;
  switch (action) {
    case 'up':
      return move(entry, -1, key);
    case 'down':
      return move(entry, 1, key);
    case 'toggle':
      return toggle(entry, key);
    case 'move-up':
      return shift(entry, -1);
    case 'move-down':
      return shift(entry, 1);
    default:
      return null;
  }
}

function situations(entry: LinesEntry, key: OrderKey): readonly EntrySituation[] {
  const { chosen, row, filling } = entry;
  if (filling) return ['lines', 'filling', 'text', 'typing'];
  const holds: readonly (readonly [EntrySituation, boolean])[] = [
    ['lines', true],
    ['placed', row < chosen.length],
    ['can-rise', row > 0 && row < chosen.length],
    ['can-sink', row + 1 < chosen.length],
    ['blank', lineAt(entry, key).blank !== null],
  ];
  return holds.flatMap(([situation, isSo]) => (isSo ? [situation] : []));
}

const isUnfilled = (entry: LinesEntry, { label, blank }: OrderLine, key: OrderKey): boolean =>
  blank !== null && textOf(fillOf(entry, label, key)).trim() === '';

/** Blanks of lines outside the order need no filling. */
function unfilled(entry: LinesEntry, key: OrderKey): readonly OrderLine[] {
  return linesShown(entry, key)
    .slice(0, entry.chosen.length)
    .filter(line => isUnfilled(entry, line, key));
}

function gap(entry: LinesEntry, key: OrderKey): string | null {
  const labels = unfilled(entry, key).map(({ label }) => label);
  if (labels.length === 0) return null;
  if (labels.length === 1) return `The blank of line ${labels[0]} is empty: fill it in with f.`;
  return `The blanks of lines ${listed(labels)} are empty: fill them in with f.`;
}

function goTo(entry: LinesEntry, where: Landmark, key: OrderKey): LinesEntry {
  const { label } = unfilled(entry, key)[0] ?? lineAt(entry, key);
  const rows = { first: 0, last: key.lines.length - 1, unfinished: rowOf(entry, label, key) };
  return { ...entry, row: rows[where], filling: false, typed: null };
}

function stray({ filling, typed }: LinesEntry, sign: string, { lines }: OrderKey): string | null {
  const labels = lines.map(({ label }) => label);
  return filling || labels.includes(`${typed?.digits ?? ''}${sign}`) ? null : strayText(sign, 'line', labels);
}

function reply({ chosen, fills }: LinesEntry, { lines }: OrderKey): string {
  const filled = lines.flatMap(({ label }, i) => {
    const text = textOf(fills[i] ?? EMPTY_TEXT).trim();
    return text === '' ? [] : [`${label}: ${text}`];
  });
  return [chosen.join(' '), ...filled].join(' | ');
}

export const linesEntries: EntryKind<LinesEntry, OrderKey> = {
  empty: ({ lines }) => ({
    kind: 'lines',
    chosen: [],
    row: 0,
    fills: lines.map(() => EMPTY_TEXT),
    filling: false,
    typed: null,
  }),
  isEmpty: ({ chosen, fills }) => chosen.length === 0 && fills.every(one => textOf(one).trim() === ''),
  reply,
  read: (entry, key) => readOrder(reply(entry, key), key),
  insert,
  edit,
  act,
  situations,
  howTo: () => 'Take the lines that belong, in their order, with Space or by their numbers.',
  gap,
  stray,
  goTo,
};
