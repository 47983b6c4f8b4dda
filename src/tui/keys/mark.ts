import { act, type Binding, scrolling } from './binding.ts';

/** On the screens that are read: the mark, the summary, the help. */
export const readingKeys: readonly Binding[] = [
  {
    keys: ['enter', 'space'],
    does: act('next'),
    when: ['mark'],
    help: 'next question, with the rating as marked',
    footer: 'next',
  },
  {
    keys: ['x', 'alt-x'],
    does: act('set-aside'),
    when: ['mark'],
    help: 'set the question aside: the schedule leaves it out until you bring it back',
  },
  { keys: ['w'], does: act('why'), when: ['mark'], help: 'why this question now', footer: 'why now' },
  { keys: ['1'], does: act('rate-again'), when: ['mark', 'rated'], help: 'rate again: I did not know it' },
  { keys: ['2'], does: act('rate-hard'), when: ['mark', 'rated'], help: 'rate hard: right, with effort' },
  { keys: ['3'], does: act('rate-good'), when: ['mark', 'rated'], help: 'rate good: right' },
  { keys: ['4'], does: act('rate-easy'), when: ['mark', 'rated'], help: 'rate easy: right at once' },
  { keys: ['up', 'k'], does: scrolling('line-up'), when: ['mark'], help: 'scroll up' },
  { keys: ['down', 'j'], does: scrolling('line-down'), when: ['mark'], help: 'scroll down' },
  { keys: ['g', 'home'], does: scrolling('top'), when: ['mark'], help: 'to the top' },
  { keys: ['G', 'end'], does: scrolling('bottom'), when: ['mark'], help: 'to the bottom' },
  { keys: ['enter'], does: act('next'), when: ['summary'], help: 'done', footer: 'done' },
  {
    keys: ['m'],
    does: act('more'),
    when: ['summary', 'practicable'],
    help: 'more practice, which moves nothing',
    footer: 'more practice',
  },
  { keys: ['up', 'k'], does: scrolling('line-up'), when: ['why'], help: 'scroll up' },
  { keys: ['down', 'j'], does: scrolling('line-down'), when: ['why'], help: 'scroll down' },
  { keys: ['w', 'alt-w', 'escape', 'q', 'enter'], does: act('why'), when: ['why'], help: 'close', footer: 'close' },
  { keys: ['up', 'k'], does: scrolling('line-up'), when: ['summary'], help: 'scroll up' },
  { keys: ['down', 'j'], does: scrolling('line-down'), when: ['summary'], help: 'scroll down' },
  { keys: ['up', 'k'], does: scrolling('line-up'), when: ['help'], help: 'scroll up' },
  { keys: ['down', 'j'], does: scrolling('line-down'), when: ['help'], help: 'scroll down' },
  { keys: ['?', 'escape', 'q', 'enter'], does: act('help'), when: ['help'], help: 'close the help', footer: 'close' },
];
