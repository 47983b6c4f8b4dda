import type { Edit } from '../../app/entries/entry.ts';
import type { Situation } from '../../app/situation.ts';
import { act, type Binding, editing } from './binding.ts';

/** What every line of text understands, wherever it stands. */

const KEYS: readonly (readonly [keys: readonly string[], edit: Edit, help: string])[] = [
  [['left'], 'left', 'one character to the left'],
  [['right'], 'right', 'one character to the right'],
  [['home', 'ctrl-a'], 'start', 'to the beginning'],
  [['end', 'ctrl-e'], 'end', 'to the end'],
  [['backspace'], 'erase', 'erase the character before'],
  [['delete'], 'erase-next', 'erase the character after'],
];

/** Moving in a text and erasing one character, where all of `when` holds. */
export function editingKeys(...when: readonly Situation[]): readonly Binding[] {
  return KEYS.map(([keys, edit, help]) => ({ keys, does: editing(edit), when, help }));
}

/** The same with what goes for a single line in which all letters are text. */
export function lineKeys(...when: readonly Situation[]): readonly Binding[] {
  return [
    ...editingKeys(...when),
    { keys: ['ctrl-u'], does: editing('erase-all'), when, help: 'erase everything' },
    { keys: ['alt-?'], does: act('help'), when, help: 'show the keys', footer: 'help' },
  ];
}
