import { act, type Binding } from './binding.ts';

/** On the home screen. */
export const homeKeys: readonly Binding[] = [
  {
    keys: ['enter', 's'],
    does: act('study'),
    when: ['home'],
    help: 'study what is due, then what is new',
    footer: 'study',
  },
  {
    keys: ['d'],
    does: act('drill'),
    when: ['home', 'topics'],
    help: 'drill the topic under the cursor',
    footer: 'drill',
  },
  {
    keys: ['f', '/'],
    does: act('find'),
    when: ['home'],
    help: 'find a topic or a question to drill',
    footer: 'find',
  },
  { keys: ['b'], does: act('browse'), when: ['home'], help: 'look through the questions of the bank', footer: 'bank' },
  {
    keys: ['e'],
    does: act('exams'),
    when: ['home'],
    help: 'mock exams: take one, and those you have taken',
    footer: 'exams',
  },
  {
    keys: ['p'],
    does: act('plan'),
    when: ['home'],
    help: 'plan towards the exam: what will be known, and what score to expect',
    footer: 'plan',
  },
  {
    keys: ['t'],
    does: act('study-minutes'),
    when: ['home'],
    help: 'study for so many minutes (20, or what your plan says), going by your own speed',
    footer: 'timed',
  },
  {
    keys: ['m'],
    does: act('more'),
    when: ['home', 'practicable'],
    help: 'more practice of what you know least; it moves nothing',
    footer: 'more',
  },
  { keys: ['h', 'H'], does: act('history'), when: ['home'], help: 'history: your answers', footer: 'history' },
  { keys: ['i'], does: act('statistics'), when: ['home'], help: 'statistics of your answers', footer: 'statistics' },
  {
    keys: [','],
    does: act('settings'),
    when: ['home'],
    help: 'settings: how it looks, how much a day',
    footer: 'settings',
  },
  {
    keys: ['x'],
    does: act('asides'),
    when: ['home', 'asides'],
    help: 'what is set aside, and why',
    footer: 'set aside',
  },
  { keys: ['up', 'k'], does: act('up'), when: ['home', 'topics'], help: 'topic above' },
  { keys: ['down', 'j'], does: act('down'), when: ['home', 'topics'], help: 'topic below' },
];
