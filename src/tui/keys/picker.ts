import { act, type Binding, editing } from './binding.ts';

/** Where what is to be drilled is searched for: letters are text. */
export const pickerKeys: readonly Binding[] = [
  {
    keys: ['enter'],
    does: act('drill'),
    when: ['picker', 'found'],
    help: 'drill the topic or the question under the cursor, which moves nothing',
    footer: 'drill',
  },
  {
    keys: ['tab', 'ctrl-b'],
    does: act('browse'),
    when: ['picker', 'found'],
    help: 'look at it in the bank',
    footer: 'look at it',
  },
  { keys: ['up', 'ctrl-p'], does: act('up'), when: ['picker', 'found'], help: 'row above' },
  { keys: ['down', 'ctrl-n'], does: act('down'), when: ['picker', 'found'], help: 'row below' },
  { keys: ['pageup'], does: act('rows-up'), when: ['picker', 'found'], help: 'ten rows up' },
  { keys: ['pagedown'], does: act('rows-down'), when: ['picker', 'found'], help: 'ten rows down' },
  {
    keys: ['escape'],
    does: act('back'),
    when: ['picker'],
    help: 'one level back',
    footer: 'back',
  },
  { keys: ['left'], does: editing('left'), when: ['picker'], help: 'one character to the left' },
  { keys: ['right'], does: editing('right'), when: ['picker'], help: 'one character to the right' },
  { keys: ['home', 'ctrl-a'], does: editing('start'), when: ['picker'], help: 'to the beginning' },
  { keys: ['end', 'ctrl-e'], does: editing('end'), when: ['picker'], help: 'to the end' },
  { keys: ['backspace'], does: editing('erase'), when: ['picker'], help: 'erase the character before' },
  { keys: ['delete'], does: editing('erase-next'), when: ['picker'], help: 'erase the character after' },
  { keys: ['ctrl-u'], does: editing('erase-all'), when: ['picker'], help: 'erase everything' },
  { keys: ['alt-?'], does: act('help'), when: ['picker'], help: 'show the keys', footer: 'help' },
];
