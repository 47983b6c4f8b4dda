import { printKey } from '../../src/answers/answers.ts';
import { startHome, startSession } from '../../src/app/session.ts';
import type { State } from '../../src/app/state.ts';
import { fixture, type Session, session } from '../app/support.ts';

/** A live session on every kind of screen, each made anew. */

const STUDY = startSession({ kind: 'study' });
const on = (id: string): Session => session({ start: STUDY, templates: [fixture(id)] });
const drill = (topic: string): Session => session({ start: startSession({ kind: 'drill', topic }) });

function after(begin: Session, ...steps: readonly ((begin: Session) => void)[]): Session {
  for (const step of steps) step(begin);
  return begin;
}

const right = (begin: Session): void => begin.answer('right');
const wrong = (begin: Session): void => begin.answer('wrong');
const next = (begin: Session): void => begin.act('next');
const help = (begin: Session): void => begin.act('help');
const down = (begin: Session): void => begin.act('down');
const typed =
  (text: string) =>
  (begin: Session): void =>
    begin.type(text);
const left = (begin: Session): void => begin.machine.dispatch({ type: 'edit', edit: 'left' });
const partly = (begin: Session): void => {
  const [first] = begin.question().presented.variant.parts;
  if (first) begin.type(printKey(first.key));
  begin.act('submit');
  begin.type('1');
  begin.act('submit');
};

const gallery: Readonly<Record<string, () => Session>> = {
  home: () => after(session({ start: startHome() }), down),
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
  'drill of a number': () => drill('cnn'),
  'drill while typing': () => after(drill('cnn'), typed('7')),
  'drill of a choice': () => drill('optimization/any-right'),
  'mark of a right number': () => after(on('cnn/filter-weights'), right),
  'mark of a wrong number': () => after(on('cnn/filter-weights'), wrong),
  'mark of parts': () => after(on('losses/two-steps'), partly),
  'mark of several right': () => after(on('optimization/any-right'), wrong),
  'mark in a drill': () => after(drill('optimization'), right),
  summary: () => after(on('cnn/filter-weights'), wrong, next),
  'summary of nothing': () => session({ start: STUDY, templates: [] }),
  'summary with all taken back': () => after(on('cnn/filter-weights'), right, next, begin => begin.act('undo')),
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
