import type { Sheet } from '../../app/answering.ts';
import { type Standing, standingOf } from '../../app/exam/standing.ts';
import type { ExamState, Posed } from '../../app/exam/state.ts';
import { clipped, inline, type StyledLine, styled } from '../styled.ts';
import { standingSpan } from './standings.ts';

/** What stands beside a question: all of them, and how far they have come. */

/** Lines of a window that a second pane has not. */
const FRAME = 6;

/** A key changes one sheet, and to read all the others again would take its time. */
const known = new WeakMap<Sheet, Standing>();

function standingNow({ sheets, questions }: ExamState, i: number): Standing {
  const sheet = sheets[i];
  if (!sheet) return 'empty';
  const standing = known.get(sheet) ?? standingOf(sheet, questions[i]?.question.parts ?? []);
  known.set(sheet, standing);
  return standing;
}

/** @param height of the window */
export function questionList(state: ExamState, width: number, height: number): readonly StyledLine[] {
  const lines: StyledLine[] = [];
  let at = 0;
  for (const [i, { problem, question }] of state.questions.entries()) {
    if (problem !== state.questions[i - 1]?.problem) lines.push(problemLine(problem));
    if (i === state.at) at = lines.length;
    lines.push([
      styled(i === state.at ? '▸ ' : '  ', 'accent'),
      styled(question.number.padEnd(6), 'strong'),
      standingSpan(standingNow(state, i)),
      styled((state.flags[i] ? 'flag' : '').padEnd(6), 'warning'),
      ...inline(question.variant.template.title),
    ]);
  }
  return windowed(lines, at, height).map(line => clipped(line, width));
}

function problemLine({ number, title }: Posed['problem']): StyledLine {
  return [styled(`${number}  ${title}`, 'heading')];
}

/** So many lines as there is room for, with the one at `at` among them. */
export function windowed(lines: readonly StyledLine[], at: number, height: number): readonly StyledLine[] {
  const room = Math.max(1, height - FRAME);
  const first = Math.max(0, Math.min(at - Math.floor(room / 2), lines.length - room));
  return lines.slice(first, first + room);
}
