import { readReply } from '../../answers/answers.ts';
import type { ChoiceKey } from '../../answers/choice/choice.ts';
import { readLabels } from '../../answers/choice/read.ts';
import type { EntryKind } from './entry.ts';
import { strayText } from './stray.ts';

/** Options to tick. */
export interface BoxesEntry {
  readonly kind: 'boxes';
  readonly ticked: readonly string[];
  /** The student says that no option is right. */
  readonly none: boolean;
  /** Row of the option that Space would tick; one more than the options is "none". */
  readonly row: number;
}

/** Rows that can be chosen: the options, and "none" where any number may be right. */
export function rowsOf(key: ChoiceKey): number {
  return key.options.length + Number(key.many);
}

/** Ticks or unticks the option of a row; where one is right, the other ticks vanish. */
export function tick(entry: BoxesEntry, row: number, key: ChoiceKey): BoxesEntry {
  if (row === key.options.length) return key.many ? { ...entry, ticked: [], none: !entry.none, row } : entry;
  const label = key.options[row]?.label;
  if (label === undefined) return entry;
  const without = entry.ticked.filter(other => other !== label);
  const ticked = entry.ticked.includes(label) ? without : key.many ? [...without, label].sort() : [label];
  return { ...entry, ticked, none: false, row };
}

export function moveRow(entry: BoxesEntry, by: number, key: ChoiceKey): BoxesEntry {
  return { ...entry, row: Math.min(rowsOf(key) - 1, Math.max(0, entry.row + by)) };
}

/** A whole reply takes the place of what is ticked. */
function paste(entry: BoxesEntry, text: string, key: ChoiceKey): BoxesEntry {
  const reading = readLabels(text, key);
  return reading.status === 'read' ? { ...entry, ticked: reading.reply, none: reading.reply.length === 0 } : entry;
}

/** A letter ticks the option that bears it, a digit the one in that place. */
function insert(entry: BoxesEntry, text: string, key: ChoiceKey, pasted: boolean): BoxesEntry {
  if (pasted) return paste(entry, text, key);
  let ticked = entry;
  for (const character of text.toLowerCase()) {
    const row = key.options.findIndex(({ label }, i) => label === character || `${i + 1}` === character);
    if (row >= 0) ticked = tick(ticked, row, key);
  }
  return ticked;
}

const labelsOf = ({ options }: ChoiceKey): readonly string[] => options.map(({ label }) => label);

/** Digits stand for the letters in their places. */
function stray(_: BoxesEntry, sign: string, key: ChoiceKey): string | null {
  const isPlace = key.options.some((_, i) => `${i + 1}` === sign);
  return isPlace ? null : strayText(sign, 'option', labelsOf(key));
}

const reply = ({ none, ticked }: BoxesEntry): string => (none ? 'none' : ticked.join(','));

export const boxesEntries: EntryKind<BoxesEntry, ChoiceKey> = {
  empty: () => ({ kind: 'boxes', ticked: [], none: false, row: 0 }),
  isEmpty: ({ ticked, none }) => ticked.length === 0 && !none,
  reply,
  read: (entry, key) => readReply(reply(entry), key),
  insert,
  edit: entry => entry,
  act: (entry, action, key) => {
    switch (action) {
      case 'up':
        return moveRow(entry, -1, key);
      case 'down':
        return moveRow(entry, 1, key);
      case 'toggle':
        return tick(entry, entry.row, key);
      case 'none':
        return tick(entry, key.options.length, key);
      default:
        return null;
    }
  },
  stray,
  situations: (_, { many }) => (many ? ['boxes', 'many'] : ['boxes']),
  howTo: ({ many }) => (many ? 'Tick what is right, or 0 if nothing is.' : 'Tick the option that is right.'),
};
