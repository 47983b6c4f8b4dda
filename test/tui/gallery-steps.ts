import { printKey } from '../../src/answers/answers.ts';
import { startHome, startSession } from '../../src/app/session.ts';
import { fixture, kindFixture, type Session, session } from '../app/support.ts';

/** Ways to the screens of the gallery. */

/** Live sessions by name, each made anew. */
export type Gallery = Readonly<Record<string, () => Session>>;

export const STUDY = startSession({ kind: 'study' });
export const on = (id: string): Session => session({ start: STUDY, templates: [fixture(id)] });
export const onKind = (id: string): Session => session({ start: STUDY, templates: [kindFixture(id)] });
export const drill = (topic: string): Session => session({ start: startSession({ kind: 'drill', topic }) });

export function after(begin: Session, ...steps: readonly ((begin: Session) => void)[]): Session {
  for (const step of steps) step(begin);
  return begin;
}

export const right = (begin: Session): void => begin.answer('right');
export const wrong = (begin: Session): void => begin.answer('wrong');
export const next = (begin: Session): void => begin.act('next');
export const help = (begin: Session): void => begin.act('help');
export const down = (begin: Session): void => begin.act('down');
export const typed =
  (text: string) =>
  (begin: Session): void =>
    begin.type(text);
export const up = (begin: Session): void => begin.act('up');
export const written = (begin: Session): void =>
  begin.paste(
    'By the chain rule the gradient is a product of one factor for each step, and most of these are below 1 in size.\n\n• gates [x] help\n\tas in an LSTM',
  );
export const allWritten = (begin: Session): void => {
  for (const text of [
    '0.5',
    'The answer should be the same each time.',
    'Activations: in training, not in the test.',
  ]) {
    begin.paste(text);
    begin.act(text === '0.5' ? 'next-part' : 'submit');
  }
};
export const left = (begin: Session): void => begin.machine.dispatch({ type: 'edit', edit: 'left' });
export const partly = (begin: Session): void => {
  const [first] = begin.question().presented.variant.parts;
  if (first) begin.type(printKey(first.key));
  begin.act('submit');
  begin.type('1');
  begin.act('submit');
};

/** In the history, with three answers in it. */
export const answered = (): Session =>
  after(
    session({ start: startHome() }),
    begin => begin.act('study'),
    wrong,
    next,
    right,
    next,
    wrong,
    begin => begin.act('back', 'history'),
  );

export const why = (begin: Session): void => begin.act('why');
/** To the next question, so many days later. */
export const daysOn =
  (days: number) =>
  (begin: Session): void => {
    begin.pass(days * 86_400_000);
    begin.act('next');
  };
export const timed = (begin: Session): void => {
  begin.act('study-minutes');
  begin.pass(20 * 60_000);
};
