import { act, type Binding, editing, scrolling } from './binding.ts';

/** In a line or page of text. */
export const fieldKeys: readonly Binding[] = [
  { keys: ['left'], does: editing('left'), when: ['question', 'text'], help: 'one character to the left' },
  { keys: ['right'], does: editing('right'), when: ['question', 'text'], help: 'one character to the right' },
  { keys: ['home', 'ctrl-a'], does: editing('start'), when: ['question', 'text'], help: 'to the beginning' },
  { keys: ['end', 'ctrl-e'], does: editing('end'), when: ['question', 'text'], help: 'to the end' },
  { keys: ['backspace'], does: editing('erase'), when: ['question', 'text'], help: 'erase the character before' },
  { keys: ['delete'], does: editing('erase-next'), when: ['question', 'text'], help: 'erase the character after' },
  {
    keys: ['ctrl-u'],
    does: editing('erase-all'),
    when: ['question', 'text'],
    unless: ['page'],
    help: 'erase everything',
  },
  { keys: ['ctrl-u'], does: editing('erase-all'), when: ['question', 'page'], help: 'erase the line' },
  {
    keys: ['up'],
    does: scrolling('line-up'),
    when: ['question', 'text'],
    unless: ['parts', 'grid', 'page'],
    help: 'scroll up',
  },
  {
    keys: ['down'],
    does: scrolling('line-down'),
    when: ['question', 'text'],
    unless: ['parts', 'grid', 'page'],
    help: 'scroll down',
  },
  {
    keys: ['ctrl-p'],
    does: act('earlier-reply'),
    when: ['question', 'text'],
    unless: ['page', 'filling'],
    help: 'what was typed into such a field before',
  },
  {
    keys: ['ctrl-n'],
    does: act('later-reply'),
    when: ['question', 'text'],
    unless: ['page', 'filling'],
    help: 'what was typed after that; at last what you were typing',
  },
];
