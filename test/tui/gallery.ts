import type { Event } from '../../src/app/events.ts';
import { startHome } from '../../src/app/session.ts';
import type { State } from '../../src/app/state.ts';
import { type Session, session, withBlanks } from '../app/support.ts';
import { browserGallery } from './galleries/browser.ts';
import { examsGallery } from './galleries/exams.ts';
import { homeGallery } from './galleries/home.ts';
import { pickerGallery } from './galleries/picker.ts';
import { scratchGallery } from './galleries/scratch.ts';
import { settingsGallery } from './galleries/settings.ts';
import { stepsGallery } from './galleries/steps.ts';
import {
  after,
  allWritten,
  answered,
  daysOn,
  down,
  drill,
  type Gallery,
  help,
  left,
  next,
  on,
  onKind,
  partly,
  right,
  STUDY,
  timed,
  typed,
  up,
  why,
  written,
  wrong,
} from './gallery-steps.ts';

/** As the page of a plan stands before its plan is there. */
const AWAITED: Event = {
  type: 'planned',
  screen: {
    name: 'plan',
    planned: { draft: { exam: 20_819, minutes: 20, credits: 90 }, today: 20_777, plan: null },
    goal: null,
  },
};

/** A live session on every kind of screen, each made anew. */

const gallery: Gallery = {
  ...pickerGallery,
  ...browserGallery,
  ...examsGallery,
  ...settingsGallery,
  ...scratchGallery,
  ...stepsGallery,
  ...homeGallery,

  home: () => after(session({ start: startHome() }), down),
  'home with something to repeat': () =>
    after(
      session({ start: startHome() }),
      begin => begin.act('study'),
      wrong,
      begin => begin.act('back'),
    ),
  'set aside': () =>
    after(
      session({ start: startHome() }),
      begin => begin.act('study', 'set-aside', 'set-aside', 'set-aside', 'back', 'asides'),
      down,
    ),
  'home with something set aside': () =>
    after(session({ start: startHome() }), begin => begin.act('study', 'set-aside', 'back')),
  plan: () => after(session({ start: startHome() }), begin => begin.act('plan')),
  'plan being reckoned': () => after(session({ start: startHome() }), begin => begin.machine.dispatch(AWAITED)),
  'plan other than the one in force': () =>
    after(session({ start: startHome() }), begin => begin.act('plan', 'adopt', 'minutes-more')),
  statistics: () =>
    after(
      session({ start: startHome() }),
      begin => begin.act('study'),
      right,
      begin => begin.act('back', 'statistics'),
    ),
  'why a new question': () => after(on('cnn/filter-weights'), why),
  'why, while typing': () => after(on('cnn/filter-weights'), typed('78'), why),
  'why a due question': () => after(on('cnn/filter-weights'), right, daysOn(4), why),
  'why a question again': () => after(on('losses/two-steps'), wrong, next, why),
  'why a question in practice': () => after(drill('optimization'), right, next, why),
  'why, at a mark': () => after(on('cnn/filter-weights'), wrong, why),
  'mark with a reason': () => after(on('cnn/filter-weights'), begin => begin.pass(1_000_000), right),
  'mark of a repeat': () => after(on('losses/two-steps'), wrong, next, wrong),
  'more practice': () => after(session({ start: startHome() }), timed, right, next, begin => begin.act('more')),
  'summary of a timed session': () => after(session({ start: startHome() }), timed, wrong, next),
  'home without questions': () => session({ start: startHome(), templates: [] }),
  number: () => on('cnn/filter-weights'),
  'number while typing': () => after(on('cnn/filter-weights'), typed('78'), left),
  'number after a hint': () => after(on('cnn/filter-weights'), begin => begin.act('hint')),
  'number that cannot be read': () => after(on('cnn/filter-weights'), typed('two'), begin => begin.act('submit')),
  'number with a long reply': () => after(on('cnn/filter-weights'), typed('1+'.repeat(200))),
  'wide characters': () => after(on('cnn/filter-weights'), typed('한국어'.repeat(100)), left),
  parts: () => on('losses/two-steps'),
  'second part': () => after(on('losses/two-steps'), typed('3'), begin => begin.act('next-part')),
  'several right': () => after(on('optimization/any-right'), down),
  'several right, last row': () => after(on('optimization/any-right'), down, down, down, down),
  'one right': () => after(on('optimization/one-right'), down, typed('b')),
  shape: () => onKind('shape/flatten'),
  'formula while typing': () => after(onKind('expression/deviation'), typed('sqrt(2/n)')),
  'words while typing': () => after(onKind('words/overfitting'), typed('overfit')),
  grid: () => onKind('tensor/outer'),
  'grid while typing': () => after(onKind('tensor/outer'), typed('1/3 2 3')),
  'grid in parts': () => after(onKind('tensor/product'), typed('17')),
  'grid of several matrices': () => after(onKind('tensor/stack'), typed('[1 2 3; 4 5')),
  'table with many columns': () => after(onKind('table/gates'), typed('0.5 '.repeat(13))),
  'table with a paste too large': () => after(onKind('table/sequence'), begin => begin.paste('[1 2 3; 4 5 6]')),
  'table with empty cells': () => after(onKind('table/sequence'), typed('5'), begin => begin.act('submit')),
  lines: () => onKind('order/average'),
  'lines in order': () => after(onKind('order/average'), typed('2 1'), typed('3')),
  'lines with blanks': () => after(withBlanks('order/average'), typed('2 3 | 3: beta')),
  'a blank being filled in': () =>
    after(withBlanks('order/average'), typed('3'), begin => begin.act('fill'), typed('be')),
  'many lines': () => after(onKind('order/backward'), typed('3 12 1'), begin => begin.act('up')),
  pairs: () => after(onKind('match/gates'), typed('a'), typed('b')),
  'many pairs': () => after(onKind('match/letters'), typed('1=c 2=d'), down),
  'lines and pairs': () =>
    after(onKind('match/parts'), typed('2'), begin => begin.act('next-part'), typed('1'), typed('b')),
  page: () => onKind('rubric/vanishing'),
  'page while writing': () => after(onKind('rubric/vanishing'), written, begin => begin.act('up')),
  'page in parts': () => after(onKind('rubric/mixed'), typed('0.5'), begin => begin.act('next-part'), typed('It is')),
  judge: () => after(onKind('rubric/vanishing'), written, begin => begin.act('submit'), typed('13'), down, up),
  'judge of two parts': () => after(onKind('rubric/mixed'), allWritten, typed('1'), down, down),
  'drill of a number': () => drill('cnn'),
  'drill while typing': () => after(drill('cnn'), typed('7')),
  'drill of a choice': () => drill('optimization/any-right'),
  'mark of a right number': () => after(on('cnn/filter-weights'), right),
  'mark of a wrong number': () => after(on('cnn/filter-weights'), wrong),
  'mark of parts': () => after(on('losses/two-steps'), partly),
  'mark of several right': () => after(on('optimization/any-right'), wrong),
  'mark of a grid in parts': () => after(onKind('tensor/product'), partly),
  'mark of several matrices': () => after(onKind('tensor/stack'), wrong),
  'mark of a table': () => after(onKind('table/sequence'), right),
  'mark of a table with many columns': () => after(onKind('table/gates'), wrong),
  'mark of lines': () => after(withBlanks('order/average'), typed('4 1 3 | 3: x'), begin => begin.act('submit')),
  'mark of many pairs': () => after(onKind('match/letters'), wrong),
  'mark of lines and pairs': () => after(onKind('match/parts'), wrong),
  'mark of a page': () => after(onKind('rubric/vanishing'), written, begin => begin.act('submit', 'toggle', 'submit')),
  'mark of an empty page': () => after(onKind('rubric/vanishing'), begin => begin.act('submit', 'submit')),
  'mark of pages in parts': () => after(onKind('rubric/mixed'), allWritten, typed('1'), begin => begin.act('submit')),
  'mark in a drill': () => after(drill('optimization'), right),
  summary: () => after(on('cnn/filter-weights'), wrong, next, right, next),
  'summary of nothing': () => session({ start: STUDY, templates: [] }),
  'summary with all taken back': () => after(on('cnn/filter-weights'), right, next, begin => begin.act('undo')),
  'history without answers': () => after(session({ start: startHome() }), begin => begin.act('history')),
  history: () => after(answered(), down),
  'history while searching': () => after(answered(), begin => begin.act('search'), typed('cnn'), left),
  'history of a search': () =>
    after(
      answered(),
      begin => begin.act('search'),
      typed('cnn'),
      begin => begin.act('submit'),
    ),
  'history of a search in vain': () =>
    after(
      answered(),
      begin => begin.act('search'),
      typed('no such words'),
      begin => begin.act('submit'),
    ),
  'an old answer': () => after(answered(), begin => begin.act('open')),
  'an old answer taken back': () => after(answered(), begin => begin.act('open', 'undo')),
  'an old answer tried again': () => after(answered(), begin => begin.act('replay')),
  'help at home': () => after(session({ start: startHome() }), help),
  'help while typing': () => after(on('cnn/filter-weights'), typed('7'), help),
};

const seen = new Map<string, State>();

/** The state of a session of the gallery, which is data and outlives it. */
export function stateOf(name: string): State {
  const known = seen.get(name) ?? open(name).state();
  seen.set(name, known);
  return known;
}

export const names = Object.keys(gallery);

export function open(name: string): Session {
  const make = gallery[name];
  if (!make) throw new Error(`the gallery has no "${name}"`);
  return make();
}
