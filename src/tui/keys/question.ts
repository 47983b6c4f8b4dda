import { act, type Binding } from './binding.ts';

/** On a question, whatever kind of answer it asks for. What works while typing works everywhere, so that hands can rely on it. */
export const questionKeys: readonly Binding[] = [
  {
    keys: ['tab', 'down'],
    does: act('next-part'),
    when: ['question', 'parts'],
    unless: ['grid'],
    help: 'next part',
    footer: 'next part',
  },
  {
    keys: ['shift-tab', 'up'],
    does: act('previous-part'),
    when: ['question', 'parts'],
    unless: ['grid'],
    help: 'part before',
  },
  {
    keys: ['h', 'alt-h'],
    does: act('hint'),
    when: ['question', 'hint'],
    unless: ['typing'],
    help: 'show the hint (counts as "again")',
    footer: 'hint',
  },
  {
    keys: ['alt-h'],
    does: act('hint'),
    when: ['question', 'hint', 'typing'],
    help: 'show the hint while typing',
    footer: 'hint',
  },
  {
    keys: ['!', 'alt-g'],
    does: act('guess'),
    when: ['question'],
    unless: ['typing'],
    help: 'declare a guess, or take that back (counts as "again")',
    footer: 'guess',
  },
  {
    keys: ['alt-g'],
    does: act('guess'),
    when: ['question', 'typing'],
    help: 'declare a guess while typing',
    footer: 'guess',
  },
  {
    keys: ['n', 'alt-n'],
    does: act('skip'),
    when: ['question', 'drill'],
    unless: ['typing'],
    help: 'pass over to the next question',
    footer: 'skip',
  },
  {
    keys: ['alt-n'],
    does: act('skip'),
    when: ['question', 'drill', 'typing'],
    help: 'pass over while typing',
    footer: 'skip',
  },
  {
    keys: ['escape'],
    does: act('back'),
    when: ['question', 'typing'],
    unless: ['filling'],
    help: 'leave while typing',
    footer: 'leave',
  },
];
