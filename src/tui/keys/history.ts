import { act, type Binding, scrolling } from './binding.ts';
import { lineKeys } from './editing.ts';

/** In the history: the list of answers, its search, and one old answer. */
export const historyKeys: readonly Binding[] = [
  {
    keys: ['enter'],
    does: act('open'),
    when: ['history', 'answers'],
    help: 'the answer under the cursor, as it was',
    footer: 'open',
  },
  {
    keys: ['/'],
    does: act('search'),
    when: ['history', 'searchable'],
    help: 'search questions, replies and mistakes',
    footer: 'search',
  },
  {
    keys: ['u'],
    does: act('undo'),
    when: ['history', 'answers'],
    help: 'take the answer under the cursor back, or put it in force again',
    footer: 'take back or put back',
  },
  {
    keys: ['r'],
    does: act('replay'),
    when: ['history', 'answers'],
    help: 'try it again with the same numbers, which moves nothing',
    footer: 'try again',
  },
  { keys: ['up', 'k'], does: act('up'), when: ['history', 'answers'], help: 'answer above' },
  { keys: ['down', 'j'], does: act('down'), when: ['history', 'answers'], help: 'answer below' },
  { keys: ['pageup'], does: act('rows-up'), when: ['history', 'answers'], help: 'ten answers up' },
  { keys: ['pagedown'], does: act('rows-down'), when: ['history', 'answers'], help: 'ten answers down' },
  { keys: ['g', 'home'], does: act('newest'), when: ['history', 'answers'], help: 'to the newest answer' },
  { keys: ['enter'], does: act('submit'), when: ['searching'], help: 'search', footer: 'search' },
  {
    keys: ['escape'],
    does: act('back'),
    when: ['searching'],
    help: 'back to the answers without searching',
    footer: 'no search',
  },
  ...lineKeys('searching'),
  {
    keys: ['r'],
    does: act('replay'),
    when: ['past'],
    help: 'try it again with the same numbers, which moves nothing',
    footer: 'try again',
  },
  {
    keys: ['u'],
    does: act('undo'),
    when: ['past'],
    help: 'take it back, or put it in force again',
    footer: 'take back or put back',
  },
  {
    keys: ['s'],
    does: act('steps'),
    when: ['past', 'solved'],
    help: 'its solution step by step: hidden, and one step at a time',
    footer: 'step by step',
  },
  { keys: ['up', 'k'], does: scrolling('line-up'), when: ['past'], help: 'scroll up' },
  { keys: ['down', 'j'], does: scrolling('line-down'), when: ['past'], help: 'scroll down' },
  { keys: ['g', 'home'], does: scrolling('top'), when: ['past'], help: 'to the top' },
  { keys: ['G', 'end'], does: scrolling('bottom'), when: ['past'], unless: ['stepping'], help: 'to the bottom' },
];
