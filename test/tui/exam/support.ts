import type { ExamAction } from '../../../src/app/exam/state.ts';
import { examFrame } from '../../../src/tui/exam/frame.ts';
import { textOf } from '../../../src/tui/styled.ts';
import type { Size } from '../../../src/tui/view.ts';
import { type Sitting, sitting } from '../../app/exam/support.ts';

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
