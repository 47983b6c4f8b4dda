import type { Edit } from '../app/entry.ts';
import { type Situation, situationsOf } from '../app/situation.ts';
import type { Action, State } from '../app/state.ts';

/** Every key of the program, once: the dispatcher, the footer and the help all come from this table. */

export type ScrollBy = 'line-up' | 'line-down' | 'page-up' | 'page-down' | 'top' | 'bottom';

type Deed = { readonly action: Action } | { readonly edit: Edit } | { readonly scroll: ScrollBy };

export interface Binding {
  readonly keys: readonly string[];
  readonly does: Deed;
  /** All of them must hold … */
  readonly when: readonly Situation[];
  /** … and none of these. */
  readonly unless?: readonly Situation[];
  readonly help: string;
  /** Shown in the footer in so few words; left out, it stands in the help alone. */
  readonly footer?: string;
}

const act = (action: Action): Deed => ({ action });
const editing = (edit: Edit): Deed => ({ edit });
const scrolling = (scroll: ScrollBy): Deed => ({ scroll });

export const bindings: readonly Binding[] = [
  // Home
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
    footer: 'drill topic',
  },
  { keys: ['up', 'k'], does: act('up'), when: ['home', 'topics'], help: 'topic above' },
  { keys: ['down', 'j'], does: act('down'), when: ['home', 'topics'], help: 'topic below' },

  // Question
  {
    keys: ['enter'],
    does: act('submit'),
    when: ['question'],
    help: 'answer; on an empty part twice: leave it unanswered',
    footer: 'answer',
  },
  {
    keys: ['space'],
    does: act('toggle'),
    when: ['question', 'boxes'],
    help: 'tick the option under the cursor; its letter or number does too',
    footer: 'tick',
  },
  {
    keys: ['0'],
    does: act('none'),
    when: ['question', 'boxes', 'many'],
    help: 'say that no option is right',
    footer: 'none right',
  },
  { keys: ['up', 'k'], does: act('up'), when: ['question', 'boxes'], help: 'option above' },
  { keys: ['down', 'j'], does: act('down'), when: ['question', 'boxes'], help: 'option below' },
  {
    keys: ['tab', 'down'],
    does: act('next-part'),
    when: ['question', 'parts'],
    help: 'next part',
    footer: 'next part',
  },
  { keys: ['shift-tab', 'up'], does: act('previous-part'), when: ['question', 'parts'], help: 'part before' },
  {
    keys: ['h'],
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
    keys: ['n'],
    does: act('skip'),
    when: ['question', 'drill'],
    unless: ['typing'],
    help: 'pass over to the next question',
    footer: 'skip',
  },
  {
    keys: ['escape'],
    does: act('back'),
    when: ['question', 'typing'],
    help: 'leave while typing',
    footer: 'leave',
  },
  { keys: ['left'], does: editing('left'), when: ['question', 'text'], help: 'one character to the left' },
  { keys: ['right'], does: editing('right'), when: ['question', 'text'], help: 'one character to the right' },
  { keys: ['home', 'ctrl-a'], does: editing('start'), when: ['question', 'text'], help: 'to the beginning' },
  { keys: ['end', 'ctrl-e'], does: editing('end'), when: ['question', 'text'], help: 'to the end' },
  { keys: ['backspace'], does: editing('erase'), when: ['question', 'text'], help: 'erase the character before' },
  { keys: ['delete'], does: editing('erase-next'), when: ['question', 'text'], help: 'erase the character after' },
  { keys: ['ctrl-u'], does: editing('erase-all'), when: ['question', 'text'], help: 'erase everything' },

  { keys: ['up'], does: scrolling('line-up'), when: ['question', 'text'], unless: ['parts'], help: 'scroll up' },
  { keys: ['down'], does: scrolling('line-down'), when: ['question', 'text'], unless: ['parts'], help: 'scroll down' },

  // Mark
  {
    keys: ['enter', 'space'],
    does: act('next'),
    when: ['mark'],
    help: 'next question, with the rating as marked',
    footer: 'next',
  },
  { keys: ['1'], does: act('rate-again'), when: ['mark', 'rated'], help: 'rate again: I did not know it' },
  { keys: ['2'], does: act('rate-hard'), when: ['mark', 'rated'], help: 'rate hard: right, with effort' },
  { keys: ['3'], does: act('rate-good'), when: ['mark', 'rated'], help: 'rate good: right' },
  { keys: ['4'], does: act('rate-easy'), when: ['mark', 'rated'], help: 'rate easy: right at once' },
  { keys: ['up', 'k'], does: scrolling('line-up'), when: ['mark'], help: 'scroll up' },
  { keys: ['down', 'j'], does: scrolling('line-down'), when: ['mark'], help: 'scroll down' },
  { keys: ['g', 'home'], does: scrolling('top'), when: ['mark'], help: 'to the top' },
  { keys: ['G', 'end'], does: scrolling('bottom'), when: ['mark'], help: 'to the bottom' },

  // Summary
  { keys: ['enter'], does: act('next'), when: ['summary'], help: 'done', footer: 'done' },
  { keys: ['up', 'k'], does: scrolling('line-up'), when: ['summary'], help: 'scroll up' },
  { keys: ['down', 'j'], does: scrolling('line-down'), when: ['summary'], help: 'scroll down' },

  // Help
  { keys: ['up', 'k'], does: scrolling('line-up'), when: ['help'], help: 'scroll up' },
  { keys: ['down', 'j'], does: scrolling('line-down'), when: ['help'], help: 'scroll down' },
  { keys: ['?', 'escape', 'q', 'enter'], does: act('help'), when: ['help'], help: 'close the help', footer: 'close' },

  // Everywhere
  { keys: ['pageup'], does: scrolling('page-up'), when: [], help: 'a page up' },
  { keys: ['pagedown'], does: scrolling('page-down'), when: [], help: 'a page down' },
  {
    keys: ['u'],
    does: act('undo'),
    when: [],
    unless: ['typing', 'help'],
    help: 'take the last answer back',
    footer: 'undo',
  },
  { keys: ['?'], does: act('help'), when: [], unless: ['typing', 'help'], help: 'show the keys', footer: 'help' },
  {
    keys: ['escape'],
    does: act('back'),
    when: [],
    unless: ['typing', 'help'],
    help: 'one level back; everything answered is saved',
  },
  {
    keys: ['q'],
    does: act('back'),
    when: [],
    unless: ['typing', 'help'],
    help: 'one level back; at the top, leave',
    footer: 'leave',
  },
  { keys: ['ctrl-c'], does: act('quit'), when: [], help: 'leave at once; everything answered is saved' },
];

function isActive({ when, unless = [] }: Binding, situations: ReadonlySet<Situation>): boolean {
  return when.every(needed => situations.has(needed)) && !unless.some(forbidden => situations.has(forbidden));
}

/** The bindings that would fire now; where two share a key, the first does. */
export function activeBindings(state: State): Binding[] {
  const situations = situationsOf(state);
  return bindings.filter(binding => isActive(binding, situations));
}

export function bindingFor(key: string, state: State): Binding | null {
  return activeBindings(state).find(binding => binding.keys.includes(key)) ?? null;
}
