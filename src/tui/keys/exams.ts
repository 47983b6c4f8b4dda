import { act, type Binding, scrolling } from './binding.ts';

/** Among exams, and in the report of one. */
export const examsKeys: readonly Binding[] = [
  {
    keys: ['enter'],
    does: act('open'),
    when: ['exams', 'found'],
    help: 'go on with the exam, take it, or read its report',
    footer: 'open',
  },
  {
    keys: ['s'],
    does: act('expect'),
    when: ['exams', 'unexpected'],
    help: 'the score to expect of it today, going by your answers',
    footer: 'expected score',
  },
  {
    keys: ['x'],
    does: act('drop-exam'),
    when: ['exams', 'unfinished'],
    help: 'throw the unfinished exam away; it takes the key twice',
    footer: 'throw away',
  },
  { keys: ['up', 'k'], does: act('up'), when: ['exams', 'found'], help: 'exam above' },
  { keys: ['down', 'j'], does: act('down'), when: ['exams', 'found'], help: 'exam below' },
  { keys: ['up', 'k'], does: scrolling('line-up'), when: ['exams', 'exam-report'], help: 'scroll up' },
  { keys: ['down', 'j'], does: scrolling('line-down'), when: ['exams', 'exam-report'], help: 'scroll down' },
  { keys: ['g', 'home'], does: scrolling('top'), when: ['exams', 'exam-report'], help: 'to the top' },
  { keys: ['G', 'end'], does: scrolling('bottom'), when: ['exams', 'exam-report'], help: 'to the bottom' },
];
