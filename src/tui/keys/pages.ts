import { act, type Binding, scrolling } from './binding.ts';

/** There is nothing yet to be changed or put in force. */
const AWAITED: Binding['unless'] = ['reckoning'];

/** On the pages of the plan and the statistics. */
export const pageKeys: readonly Binding[] = [
  {
    keys: ['left', 'h'],
    does: act('exam-earlier'),
    when: ['plan'],
    unless: AWAITED,
    help: 'the exam a day earlier',
    footer: 'earlier',
  },
  {
    keys: ['right', 'l'],
    does: act('exam-later'),
    when: ['plan'],
    unless: AWAITED,
    help: 'the exam a day later',
    footer: 'later',
  },
  {
    keys: ['<', ','],
    does: act('exam-week-earlier'),
    when: ['plan'],
    unless: AWAITED,
    help: 'the exam a week earlier',
  },
  { keys: ['>', '.'], does: act('exam-week-later'), when: ['plan'], unless: AWAITED, help: 'the exam a week later' },
  {
    keys: ['-'],
    does: act('minutes-fewer'),
    when: ['plan'],
    unless: AWAITED,
    help: 'five minutes a day less',
    footer: 'less',
  },
  {
    keys: ['+', '='],
    does: act('minutes-more'),
    when: ['plan'],
    unless: AWAITED,
    help: 'five minutes a day more',
    footer: 'more',
  },
  {
    keys: ['enter'],
    does: act('adopt'),
    when: ['plan'],
    unless: AWAITED,
    help: 'put this plan in force: what is asked each day follows it',
    footer: 'put in force',
  },
  {
    keys: ['d'],
    does: act('drop-plan'),
    when: ['plan', 'in-force'],
    unless: AWAITED,
    help: 'end the plan in force',
    footer: 'end plan',
  },
  ...(['plan', 'statistics'] as const).flatMap((where): Binding[] => [
    { keys: ['up', 'k'], does: scrolling('line-up'), when: [where], help: 'scroll up' },
    { keys: ['down', 'j'], does: scrolling('line-down'), when: [where], help: 'scroll down' },
    { keys: ['space'], does: scrolling('page-down'), when: [where], help: 'a page down' },
    { keys: ['g', 'home'], does: scrolling('top'), when: [where], help: 'to the top' },
    { keys: ['G', 'end'], does: scrolling('bottom'), when: [where], help: 'to the bottom' },
  ]),
];
