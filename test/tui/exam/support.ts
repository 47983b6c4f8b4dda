import type { ExamAction, ExamEvent, ExamNext, ExamState } from '../../../src/app/exam/state.ts';
import { updateExam } from '../../../src/app/exam/update.ts';
import { examEventFor } from '../../../src/tui/exam/dispatch.ts';
import { examFrame } from '../../../src/tui/exam/frame.ts';
import { textOf } from '../../../src/tui/styled.ts';
import type { Size } from '../../../src/tui/view.ts';
import { type Sitting, sitting } from '../../app/exam/support.ts';
import { ZONE } from '../../app/support.ts';

/** Exams at certain points, and what the screen shows of them. */

export const NORMAL: Size = { columns: 80, rows: 24 };

export const begun = (options?: Parameters<typeof sitting>[0]): Sitting => {
  const exam = sitting(options);
  exam.act('submit');
  return exam;
};
/** Everything answered but the second question; the first is flagged. */
export const filled = (): Sitting => {
  const exam = begun();
  exam.act('flag');
  for (let i = 0; i < 13; i++) {
    if (i !== 1) exam.answer();
    exam.run(i);
    exam.act('next');
  }
  return exam;
};
export const ended = (...actions: readonly ExamAction[]): Sitting => {
  const exam = filled();
  exam.act('hand-in', 'submit', ...actions);
  return exam;
};
export const at = (place: number, exam = begun()): Sitting => {
  for (let i = 0; i < place; i++) exam.act('next');
  return exam;
};

export const shot = ({ state }: Sitting, size: Size = NORMAL): string =>
  examFrame(state(), size)
    .lines.map(line => textOf(line).trimEnd())
    .join('\n');

/** What a key means in an exam, as the program has it. */
export function examMeaningOf(key: string, state: ExamState): ExamEvent | null {
  const press = key.length > 1 ? { key } : { text: key };
  return examEventFor(press, state, () => examFrame(state, { columns: 80, rows: 12 }));
}

/** What becomes of an exam by one key, at the moment that it was looked at last. */
export function examAfter(state: ExamState, key: string): ExamNext {
  const event = examMeaningOf(key, state);
  const { wall = 0, monotonic = 0 } = state.watch ?? {};
  return event ? updateExam(state, event, { at: new Date(wall), zone: ZONE, monotonic }) : [state, []];
}

/** Whether a key changes something, or asks for something. */
export function isIdleInExam(state: ExamState, key: string): boolean {
  const [next, effects] = examAfter(state, key);
  return effects.length === 0 && JSON.stringify(next) === JSON.stringify(state);
}

/** The state after leaving it level by level, in so many levels at most. */
export function examLeft(state: ExamState, levels: number): ExamState {
  let left = state;
  for (let i = 0; i < levels && !left.over; i++) {
    const hasQ = examMeaningOf('q', left)?.type === 'action';
    [left] = examAfter(left, hasQ ? 'q' : 'escape');
  }
  return left;
}
