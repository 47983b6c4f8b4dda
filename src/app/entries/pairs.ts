import type { MatchKey } from '../../answers/match/key.ts';
import { readMatch } from '../../answers/match/read.ts';
import { listed } from '../../answers/wording.ts';
import type { Edit, EntryAction, EntryKind, Landmark } from './entry.ts';
import { strayText } from './stray.ts';

/** Blanks to be given options. */
export interface PairsEntry {
  readonly kind: 'pairs';
  /** The option's label for each blank; null where there is none yet. */
  readonly given: readonly (string | null)[];
  /** The blank under the cursor. */
  readonly row: number;
  /** The digits typed just now: another one can make the number longer. */
  readonly digits: string;
}

/** Longer texts are no replies. */
const LONGEST = 2000;

/** The blank gets the option, and the cursor goes on to the next empty one, if there is any. */
function give(entry: PairsEntry, option: string): PairsEntry {
  const { row } = entry;
  const given = entry.given.with(row, option);
  const after = given.indexOf(null, row);
  const next = after >= 0 ? after : given.indexOf(null);
  return { ...entry, given, row: next >= 0 ? next : row, digits: '' };
}

/** `1` goes to blank 1 at once; a `2` right behind it goes on to 12, where there is one. */
function typeDigit(entry: PairsEntry, digit: string, { blanks }: MatchKey): PairsEntry {
  const find = (number: string): number => blanks.findIndex(({ label }) => label === number);
  const number = find(entry.digits + digit) >= 0 ? entry.digits + digit : digit;
  const row = find(number);
  return row >= 0 ? { ...entry, row, digits: number } : { ...entry, digits: '' };
}

function type(entry: PairsEntry, character: string, key: MatchKey): PairsEntry {
  const plain = character.normalize('NFKC').toLowerCase();
  if (/^\d$/.test(plain)) return typeDigit(entry, plain, key);
  return key.options.some(({ label }) => label === plain) ? give(entry, plain) : { ...entry, digits: '' };
}

/** A whole reply gives all blanks that it names their options; anything else counts character by character. */
function insert(entry: PairsEntry, text: string, key: MatchKey): PairsEntry {
  const reading = readMatch(text, key);
  if ([...text].length === 1 || reading.status !== 'read') {
    return [...text.slice(0, LONGEST)].reduce((done, character) => type(done, character, key), entry);
  }
  const given = entry.given.map((before, i) => reading.reply[i] ?? before);
  const next = given.indexOf(null);
  return { ...entry, given, row: next >= 0 ? next : entry.row, digits: '' };
}

/** Backspace on an empty blank goes to the one above, as in a text. */
function edit(entry: PairsEntry, change: Edit): PairsEntry {
  const { given, row } = entry;
  if (change !== 'erase' && change !== 'erase-next') return entry;
  if (change === 'erase' && given[row] === null) return { ...entry, row: Math.max(0, row - 1), digits: '' };
  return { ...entry, given: given.with(row, null), digits: '' };
}

/** @returns null at the first and the last blank */
function move(entry: PairsEntry, by: number): PairsEntry | null {
  const row = entry.row + by;
  return row < 0 || row >= entry.given.length ? null : { ...entry, row, digits: '' };
}

const MOVES: Partial<Readonly<Record<EntryAction, number>>> = { up: -1, down: 1 };

function act(entry: PairsEntry, action: EntryAction): PairsEntry | null {
  const by = MOVES[action];
  return by === undefined ? null : move(entry, by);
}

function gap({ given }: PairsEntry, { blanks }: MatchKey): string | null {
  const labels = blanks.filter((_, i) => given[i] === null).map(({ label }) => label);
  if (labels.length === 0) return null;
  return labels.length === 1 ? `Blank ${labels[0]} is still empty.` : `Blanks ${listed(labels)} are still empty.`;
}

function goTo(entry: PairsEntry, where: Landmark): PairsEntry {
  const { given, row } = entry;
  const empty = given.indexOf(null);
  const rows = { first: 0, last: given.length - 1, unfinished: empty >= 0 ? empty : row };
  return { ...entry, row: rows[where], digits: '' };
}

/** A digit may go on with the number before it. */
function stray({ digits }: PairsEntry, sign: string, { blanks, options }: MatchKey): string | null {
  const labels = (all: readonly { readonly label: string }[]): string[] => all.map(({ label }) => label);
  if (!/^\d$/.test(sign)) return strayText(sign, 'option', labels(options));
  return labels(blanks).includes(digits + sign) ? null : strayText(sign, 'blank', labels(blanks));
}

const reply = ({ given }: PairsEntry, { blanks }: MatchKey): string =>
  blanks.flatMap(({ label }, i) => (given[i] ? [`${label}=${given[i]}`] : [])).join(' ');

/** The first of the letters that are commands wherever no option bears them. */
const FIRST_COMMAND = 'h';

export const pairsEntries: EntryKind<PairsEntry, MatchKey> = {
  empty: ({ blanks }) => ({ kind: 'pairs', given: blanks.map(() => null), row: 0, digits: '' }),
  isEmpty: ({ given }) => given.every(option => option === null),
  reply,
  read: (entry, key) => readMatch(reply(entry, key), key),
  insert,
  edit,
  act,
  situations: (_, { options }) =>
    options.some(({ label }) => label === FIRST_COMMAND) ? ['pairs', 'typing'] : ['pairs'],
  howTo: () => 'Give each blank the letter of what belongs there.',
  gap,
  stray,
  goTo,
};
