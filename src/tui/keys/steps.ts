import { act, type Binding, scrolling } from './binding.ts';

/** Going through a solution step by step. */
export const stepKeys: readonly Binding[] = [
  {
    keys: ['space', 'right', 'l'],
    does: act('step'),
    when: ['stepping', 'steps-left'],
    help: 'the next step',
    footer: 'next step',
  },
  {
    keys: ['left', 'h', 'backspace'],
    does: act('step-back'),
    when: ['stepping', 'steps-back'],
    help: 'one step back',
    footer: 'back a step',
  },
  {
    keys: ['a', 's', 'end'],
    does: act('steps'),
    when: ['stepping'],
    help: 'the whole solution at once',
    footer: 'all steps',
  },
  { keys: ['G'], does: scrolling('bottom'), when: ['stepping'], help: 'to the bottom' },
];
