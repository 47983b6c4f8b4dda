import { act, type Binding } from './binding.ts';
import { lineKeys } from './editing.ts';

/** On the scratch pad. */
export const scratchKeys: readonly Binding[] = [
  {
    keys: ['enter'],
    does: act('submit'),
    when: ['scratch'],
    help: 'work the line out and keep it; a line that begins with #, or words, is a note',
    footer: 'work out',
  },
  {
    keys: ['ctrl-t'],
    does: act('take-value'),
    when: ['scratch'],
    help: 'put the last value into the reply',
    footer: 'into reply',
  },
  {
    keys: ['escape'],
    does: act('back'),
    when: ['scratch'],
    help: 'back to the question; the pad keeps what is on it, and goes into the history with your answer',
    footer: 'back',
  },
  { keys: ['alt-s'], does: act('scratch'), when: ['scratch'], help: 'back to the question' },
  { keys: ['up', 'ctrl-p'], does: act('earlier-reply'), when: ['scratch'], help: 'the line before, to be changed' },
  { keys: ['down', 'ctrl-n'], does: act('later-reply'), when: ['scratch'], help: 'the line after' },
  {
    keys: ['ctrl-_', 'alt-z'],
    does: act('undo-edit'),
    when: ['scratch'],
    help: 'undo in this line (Ctrl-/ often does too)',
  },
  { keys: ['alt-y', 'ctrl-y'], does: act('redo-edit'), when: ['scratch'], help: 'do again what was undone' },
  ...lineKeys('scratch'),
];
