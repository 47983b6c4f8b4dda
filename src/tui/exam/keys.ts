import { type ExamSituation, examSituations } from '../../app/exam/situation.ts';
import type { ExamState } from '../../app/exam/state.ts';
import { suspendKeys } from '../keys/everywhere.ts';
import { fieldKeys } from '../keys/field.ts';
import { questionKeys } from '../keys/question.ts';
import { replyKeys } from '../keys/replies.ts';
import { act, by, type ExamBinding } from './binding.ts';
import { judging, reading } from './keys-after.ts';

/** Every key of an exam, once: the dispatcher, the footer and the help all come from this table, in this order. */

/** Replies are made as in a session; only handing in is another matter. */
const asInSessions: readonly ExamBinding[] = [
  ...replyKeys.filter(({ does }) => !('action' in does && does.action === 'submit')),
  ...questionKeys.filter(({ when }) => when.includes('parts')),
];

/** A command on questions: its letter where letters are commands, and with Alt everywhere. */
function command(
  letter: string,
  row: Pick<ExamBinding, 'does' | 'help' | 'footer'>,
  when: ExamSituation[] = [],
): ExamBinding[] {
  const alt = `alt-${letter}`;
  return [
    { ...row, keys: [letter, alt], when: ['question', 'commands', ...when] },
    { ...row, keys: [alt], when: ['question', 'letters', ...when], help: `${row.help} while typing` },
  ];
}

const OVERVIEW = { does: act('overview'), help: 'overview of all questions; hand in from there' } as const;

/** In the footer with the shortest key that works; in a line that is being filled in, Esc leaves that line. */
const overviewKeys: readonly ExamBinding[] = [
  { ...OVERVIEW, keys: ['o', 'alt-o'], when: ['question', 'commands'], footer: 'overview' },
  { ...OVERVIEW, keys: ['escape'], when: ['question', 'commands'] },
  { ...OVERVIEW, keys: ['escape', 'alt-o'], when: ['question', 'letters'], unless: ['filling'], footer: 'overview' },
  { ...OVERVIEW, keys: ['alt-o'], when: ['question', 'filling'], footer: 'overview' },
];

const writing: readonly ExamBinding[] = [
  ...asInSessions,
  {
    keys: ['enter'],
    does: act('submit'),
    when: ['question'],
    unless: ['filling', 'page'],
    help: 'on: to the next empty part, then to the next question; all is kept as it is',
    footer: 'next',
  },
  {
    keys: ['ctrl-d'],
    does: act('submit'),
    when: ['question', 'page'],
    help: 'on to the next question',
    footer: 'next',
  },
  ...command('n', { does: act('next'), help: 'next question', footer: 'next question' }),
  ...command('p', { does: act('previous'), help: 'question before' }),
  ...overviewKeys,
  ...command('m', {
    does: act('flag'),
    help: 'flag the question to come back to it, or take the flag away',
    footer: 'flag',
  }),
  ...command('s', { does: act('story'), help: 'tell the story of the problem in full, or fold it', footer: 'story' }, [
    'story',
  ]),
  ...command('t', { does: act('time'), help: 'say how much time is left' }, ['timed']),
  { keys: ['alt-h'], does: act('hand-in'), when: ['question'], help: 'hand the exam in; it asks once more' },
  ...fieldKeys,
];

const overview: readonly ExamBinding[] = [
  { keys: ['enter'], does: act('submit'), when: ['overview', 'found'], help: 'go to the question', footer: 'go there' },
  { keys: ['up', 'k'], does: act('up'), when: ['overview', 'found'], help: 'question above' },
  { keys: ['down', 'j'], does: act('down'), when: ['overview', 'found'], help: 'question below' },
  {
    keys: ['h', 'alt-h'],
    does: act('hand-in'),
    when: ['overview'],
    help: 'hand the exam in; it asks once more',
    footer: 'hand in',
  },
  {
    keys: ['u'],
    does: act('only-open'),
    when: ['overview'],
    help: 'only what is not answered, or all',
    footer: 'unanswered',
  },
  {
    keys: ['m', 'alt-m'],
    does: act('flag'),
    when: ['overview', 'found'],
    help: 'flag the question, or take the flag away',
    footer: 'flag',
  },
  { keys: ['t', 'alt-t'], does: act('time'), when: ['overview', 'timed'], help: 'say how much time is left' },
  {
    keys: ['escape', 'o', 'alt-o'],
    does: act('back'),
    when: ['overview'],
    help: 'back to the question',
    footer: 'back',
  },
  {
    keys: ['enter', 'y'],
    does: act('submit'),
    when: ['confirm'],
    help: 'hand in: nothing can be changed then',
    footer: 'hand in',
  },
  { keys: ['escape', 'n'], does: act('back'), when: ['confirm'], help: 'go on with the exam', footer: 'go on' },
];

const everywhere: readonly ExamBinding[] = [
  { keys: ['pageup'], does: by('page-up'), when: [], help: 'a page up' },
  { keys: ['pagedown'], does: by('page-down'), when: [], help: 'a page down' },
  { keys: ['?'], does: act('help'), when: [], unless: ['typing', 'help'], help: 'show the keys', footer: 'help' },
  {
    keys: ['alt-?'],
    does: act('help'),
    when: ['question', 'typing'],
    help: 'show the keys while typing',
    footer: 'help',
  },
  { keys: ['?', 'escape', 'q', 'enter'], does: act('help'), when: ['help'], help: 'close the help', footer: 'close' },
  {
    keys: ['q'],
    does: act('leave'),
    when: [],
    unless: ['typing', 'help', 'answers', 'mark'],
    help: 'leave; all is saved',
    footer: 'leave',
  },
  { keys: ['escape'], does: act('leave'), when: ['start'], help: 'leave; nothing has begun' },
  { keys: ['escape'], does: act('leave'), when: ['report'], help: 'leave' },
  { keys: ['ctrl-c'], does: act('quit'), when: ['typing'], help: 'leave while typing; all is saved', footer: 'leave' },
  { keys: ['ctrl-c'], does: act('quit'), when: [], unless: ['typing'], help: 'leave at once; all is saved' },
  ...suspendKeys,
];

export const examBindings: readonly ExamBinding[] = [
  { keys: ['enter'], does: act('submit'), when: ['start'], help: 'begin', footer: 'begin' },
  {
    keys: ['c'],
    does: act('clock'),
    when: ['start', 'timed'],
    help: 'whether the clock runs on while you are away',
    footer: 'clock',
  },
  ...writing,
  ...overview,
  ...judging,
  ...reading,
  ...everywhere,
];

/** The bindings that would fire now; where two share a key, the first does. */
export function activeExamBindings(state: ExamState): readonly ExamBinding[] {
  const situations = examSituations(state);
  return examBindings.filter(
    ({ when, unless = [] }) =>
      when.every(needed => situations.has(needed)) && !unless.some(forbidden => situations.has(forbidden)),
  );
}
