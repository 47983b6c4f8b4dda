import { act, type Binding } from './binding.ts';
import { lineKeys } from './editing.ts';

/** In the settings. */
export const settingsKeys: readonly Binding[] = [
  {
    keys: ['right', 'l', 'space'],
    does: act('change'),
    when: ['settings', 'changeable'],
    help: 'the next choice, or more; it is saved at once',
    footer: 'next',
  },
  {
    keys: ['left', 'h'],
    does: act('change-back'),
    when: ['settings', 'changeable'],
    help: 'the choice before, or less; it is saved at once',
    footer: 'before',
  },
  {
    keys: ['enter'],
    does: act('submit'),
    when: ['settings', 'choosing'],
    help: 'the next choice',
  },
  {
    keys: ['enter'],
    does: act('submit'),
    when: ['settings', 'writable'],
    help: 'type the value: a number, a folder, or several folders',
    footer: 'type',
  },
  {
    keys: ['enter'],
    does: act('submit'),
    when: ['settings', 'to-plan'],
    help: 'the plan, where the day of the exam is set',
    footer: 'open the plan',
  },
  {
    keys: ['r', 'backspace'],
    does: act('reset'),
    when: ['settings', 'resettable'],
    help: 'back to the default',
    footer: 'reset',
  },
  { keys: ['up', 'k'], does: act('up'), when: ['settings'], unless: ['typing'], help: 'setting above' },
  { keys: ['down', 'j'], does: act('down'), when: ['settings'], unless: ['typing'], help: 'setting below' },
  {
    keys: ['enter'],
    does: act('submit'),
    when: ['settings', 'typing'],
    help: 'save what is typed; nothing at all is the default',
    footer: 'save',
  },
  {
    keys: ['escape'],
    does: act('back'),
    when: ['settings', 'typing'],
    help: 'leave it as it was',
    footer: 'as it was',
  },
  ...lineKeys('settings', 'typing'),
];
