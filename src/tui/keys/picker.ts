import { act, type Binding } from './binding.ts';
import { lineKeys } from './editing.ts';

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
  ...lineKeys('picker'),
];
