import { act, type Binding, editing, scrolling } from './binding.ts';
import { editingKeys } from './editing.ts';

/** In a line or page of text. */
export const fieldKeys: readonly Binding[] = [
  ...editingKeys('question', 'text'),
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
