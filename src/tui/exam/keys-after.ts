import { act, by, type ExamBinding } from './binding.ts';

/** The keys when all is handed in. */

export const judging: readonly ExamBinding[] = [
  { keys: ['enter'], does: act('submit'), when: ['judge'], help: 'the points as ticked; on to the next', footer: 'on' },
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
    keys: ['p', 'left'],
    does: act('previous'),
    when: ['judge', 'earlier'],
    help: 'the question judged before',
    footer: 'before',
  },
];

export const reading: readonly ExamBinding[] = [
  { keys: ['enter'], does: act('submit'), when: ['report'], help: 'the answers, one by one', footer: 'answers' },
  {
    keys: ['enter'],
    does: act('submit'),
    when: ['closing'],
    help: 'try once more to write the result down',
    footer: 'try again',
  },
  {
    keys: ['enter'],
    does: act('submit'),
    when: ['answers'],
    help: 'the answer with its mark and the solution',
    footer: 'open',
  },
  { keys: ['up', 'k'], does: act('up'), when: ['answers'], help: 'question above' },
  { keys: ['down', 'j'], does: act('down'), when: ['answers'], help: 'question below' },
  {
    keys: ['n', 'enter', 'space', 'right'],
    does: act('next'),
    when: ['mark', 'later'],
    help: 'next question',
    footer: 'next',
  },
  { keys: ['p', 'left'], does: act('previous'), when: ['mark', 'earlier'], help: 'question before', footer: 'before' },
  { keys: ['escape', 'q'], does: act('back'), when: ['answers'], help: 'back to the report', footer: 'back' },
  { keys: ['escape', 'q'], does: act('back'), when: ['mark'], help: 'back to the list', footer: 'back' },
  ...(['start', 'confirm', 'report', 'mark', 'help'] as const).flatMap((where): ExamBinding[] => [
    { keys: ['up', 'k'], does: by('line-up'), when: [where], help: 'scroll up' },
    { keys: ['down', 'j'], does: by('line-down'), when: [where], help: 'scroll down' },
  ]),
];
