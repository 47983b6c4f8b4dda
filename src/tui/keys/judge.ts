import { act, type Binding } from './binding.ts';

/** Where students mark themselves. */
export const judgeKeys: readonly Binding[] = [
  {
    keys: ['enter'],
    does: act('submit'),
    when: ['judge'],
    help: 'record the answer with the points as ticked',
    footer: 'record',
  },
  {
    keys: ['space'],
    does: act('toggle'),
    when: ['judge'],
    help: 'grant the point under the cursor, or not; its number does too',
    footer: 'tick',
  },
  { keys: ['up', 'k'], does: act('up'), when: ['judge'], help: 'point above' },
  { keys: ['down', 'j'], does: act('down'), when: ['judge'], help: 'point below' },
  {
    keys: ['escape', 'q'],
    does: act('back'),
    when: ['judge'],
    help: 'back to writing; nothing is lost',
    footer: 'back to writing',
  },
];
