import type { Situation } from '../../app/situation.ts';
import { act, type Binding, scrolling } from './binding.ts';

/** Windows knows nothing of stopped programs. */
export const suspendKeys =
  process.platform === 'win32'
    ? []
    : ([
        {
          keys: ['ctrl-z'],
          does: { suspend: true },
          when: [],
          help: 'back to the shell for a while; fg comes back here',
        },
      ] as const satisfies readonly Binding[]);

/** Screens that the home screen leads to. */
const INNER = [
  'history',
  'past',
  'plan',
  'statistics',
  'aside',
  'browser',
  'exams',
  'settings',
] as const satisfies readonly Situation[];

/** On every screen. */
export const everywhereKeys: readonly Binding[] = [
  { keys: ['pageup'], does: scrolling('page-up'), when: [], unless: ['history', 'picker'], help: 'a page up' },
  { keys: ['pagedown'], does: scrolling('page-down'), when: [], unless: ['history', 'picker'], help: 'a page down' },
  {
    keys: ['u'],
    does: act('undo'),
    when: [],
    unless: ['typing', 'help', 'why', 'judge', 'unanswered', ...INNER],
    help: 'take the last answer back',
    footer: 'undo',
  },
  {
    keys: ['alt-u'],
    does: act('undo'),
    when: ['question', 'typing'],
    help: 'take the last answer back while typing',
  },
  {
    keys: ['?'],
    does: act('help'),
    when: [],
    unless: ['typing', 'help'],
    help: 'show the keys',
    footer: 'help',
  },
  {
    keys: ['escape'],
    does: act('back'),
    when: [],
    unless: ['typing', 'help', 'why', 'judge'],
    help: 'one level back; everything answered is saved',
  },
  {
    keys: ['q'],
    does: act('back'),
    when: [],
    unless: ['typing', 'help', 'why', 'judge', ...INNER],
    help: 'one level back; at the top, leave',
    footer: 'leave',
  },
  ...INNER.map(
    (where): Binding => ({
      keys: ['q'],
      does: act('back'),
      when: [where],
      unless: ['typing', 'help'],
      help: 'one level back',
      footer: 'back',
    }),
  ),
  { keys: ['ctrl-c'], does: act('quit'), when: [], help: 'leave at once; everything answered is saved' },
  ...suspendKeys,
  {
    keys: ['alt-?'],
    does: act('help'),
    when: ['question', 'typing'],
    help: 'show the keys while typing',
    footer: 'help',
  },
];
