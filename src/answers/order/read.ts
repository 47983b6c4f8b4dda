import { printable, quotedStart } from '../../language/error.ts';
import type { Reading } from '../kind.ts';
import { LONGEST_FILLS, type OrderKey, type OrderLine, type OrderReply } from './key.ts';

/** `3 1 2 | 2: beta^2`: the lines in order, and behind bars what belongs in their blanks. */

const LONGEST = 2000;
const EXAMPLE = '3 1 2';
const SEPARATORS = /[\s,;.、，；()[\]{}>＞→⇒➔➜⟶⟹]|[-–−=]+>/gu;
const BAR = /[|｜]/u;
/** The start of what belongs in the blank of a line. */
const FILL = /(?:^|[|｜])\s*(\p{Nd}+)\s*[:：]/gu;
const UNPRINTABLE = /[^\p{L}\p{M}\p{N}\p{P}\p{S}\s]/u;

type Unreadable = Extract<Reading<never>, { status: 'unreadable' }>;
type Read<T> = { readonly status: 'read'; readonly value: T } | Unreadable;

const unreadable = (reason: string, position: number): Unreadable => ({ status: 'unreadable', reason, position });
const blanksOf = (text: string): string => text.replaceAll(/[^ ]/g, ' ');

export function readOrder(given: string, key: OrderKey): Reading<OrderReply> {
  if (given.trim() === '') return { status: 'empty' };
  if (given.length > LONGEST) {
    return unreadable(`a reply has at most ${LONGEST} characters: the lines in order, such as ${EXAMPLE}`, LONGEST);
  }
  // What shows nothing, such as a mark of the writing direction, must not split or join anything later.
  const text = given.replaceAll(/\p{Cf}/gu, blanksOf);
  if (text.trim() === '') return { status: 'empty' };
  const bar = text.search(BAR);
  const order = readLabels(bar < 0 ? text : text.slice(0, bar), key.lines);
  if (order.status === 'unreadable') return order;
  const fills = bar < 0 ? null : readFills(text.slice(bar + 1), bar + 1, key.lines);
  if (fills?.status === 'unreadable') return fills;
  const reply = { labels: order.value, fills: fills?.value ?? new Map<string, string>() };
  return { status: 'read', reply, readAs: written(reply) };
}

export function written({ labels, fills }: OrderReply): string {
  return [labels.join(' '), ...[...fills].map(([label, text]) => `${label}: ${text}`)].join(' | ');
}

function readLabels(text: string, lines: readonly OrderLine[]): Read<readonly string[]> {
  const known = lines.map(({ label }) => label);
  const found: string[] = [];
  for (const { 0: word, index } of text.replaceAll(SEPARATORS, blanksOf).matchAll(/\S+/g)) {
    const labels = labelsIn(word, known);
    if (!labels) return unreadable(`${noLine(word, known)}; give them in order, such as ${EXAMPLE}`, index);
    for (const [i, label] of labels.entries()) {
      if (found.includes(label)) return unreadable(`line ${label} stands twice: name each line once`, index + i);
      found.push(label);
    }
  }
  if (found.length === 0) return unreadable(`name the lines in order, such as ${EXAMPLE}`, 0);
  return { status: 'read', value: found };
}

/** The labels that a word stands for: itself, or where no label has two digits, each of its digits. */
function labelsIn(word: string, known: readonly string[]): readonly string[] | null {
  const label = word.normalize('NFKC');
  if (known.includes(label)) return [label];
  const labels = known.every(({ length }) => length === 1) ? [...label] : [label];
  return labels.every(one => known.includes(one)) ? labels : null;
}

function noLine(word: string, known: readonly string[]): string {
  return `${quotedStart(word)} names no line: they are ${known[0]}–${known.at(-1)}`;
}

/** @param offset where the text begins in the reply */
function readFills(text: string, offset: number, lines: readonly OrderLine[]): Read<ReadonlyMap<string, string>> {
  const pieces = split(text, lines);
  if (!pieces) return unreadable('say which line a blank is in, such as 3 1 2 | 2: beta', offset);
  const found = new Map<string, string>();
  let length = 0;
  for (const { name, at, from, to } of pieces) {
    const refused = refusal(name, found, lines);
    if (refused) return unreadable(refused, offset + at);
    const piece = text.slice(from, to);
    const strange = piece.search(UNPRINTABLE);
    if (strange >= 0) {
      const sign = printable(String.fromCodePoint(piece.codePointAt(strange) as number));
      return unreadable(`${sign} cannot stand in a blank: leave it out`, offset + from + strange);
    }
    const fill = piece.trim().replaceAll(/\s+/g, ' ');
    length += fill.length;
    if (length > LONGEST_FILLS) {
      return unreadable(`the blanks take at most ${LONGEST_FILLS} characters in all: write less`, offset + from);
    }
    found.set(name, fill);
  }
  const filled = lines.flatMap(({ label }): [string, string][] => {
    const fill = found.get(label);
    return fill ? [[label, fill]] : [];
  });
  return { status: 'read', value: new Map(filled) };
}

interface Piece {
  readonly name: string;
  /** Where the name stands, and from where to where the text. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** One piece for each bar with a label behind it; other bars belong to the text, as in `|x|`. null where no label stands first. */
function split(text: string, lines: readonly OrderLine[]): readonly Piece[] | null {
  const starts = [...text.matchAll(FILL)];
  if (text.trim() === '') return [];
  if (starts[0]?.index !== 0) {
    const [only, ...others] = lines.filter(({ blank }) => blank);
    const isClear = only && others.length === 0 && starts.length === 0;
    return isClear ? [{ name: only.label, at: 0, from: 0, to: text.length }] : null;
  }
  return starts.map(({ 0: all, 1: name = '', index }, i) => ({
    name: name.normalize('NFKC'),
    at: index + all.indexOf(name),
    from: index + all.length,
    to: starts[i + 1]?.index ?? text.length,
  }));
}

/** Why nothing can be filled in there. */
function refusal(name: string, found: ReadonlyMap<string, string>, lines: readonly OrderLine[]): string | null {
  const line = lines.find(({ label }) => label === name);
  const places = lines.filter(({ blank }) => blank).map(({ label }) => label);
  if (!line) {
    return noLine(
      name,
      lines.map(({ label }) => label),
    );
  }
  if (places.length === 0) return 'no line has a blank: give the order alone';
  if (!line.blank) return `line ${name} has no blank: fill in ${places.join(', ')}`;
  return found.has(name) ? `the blank of line ${name} is filled twice: fill it once` : null;
}
