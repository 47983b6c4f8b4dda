import type { Mark } from '../../answers/parts.ts';
import { creditsOf } from '../../app/exam/outcome.ts';
import type { ExamState, Outcome } from '../../app/exam/state.ts';
import { creditsNumber, creditsOfText, worthText } from '../../app/exam/worth.ts';
import type { FormQuestion } from '../../exam/form.ts';
import { signOf } from '../marks/marked.ts';
import { clipped, inline, type StyledLine, styled } from '../styled.ts';
import type { Room } from '../view.ts';

/**
 * The answers with what they earned, a line each.
 *
 * @param row the one under the cursor; null for none
 */
export function answerList(
  state: ExamState,
  outcome: Outcome,
  row: number | null,
  { columns: width, spoken }: Pick<Room, 'columns' | 'spoken'>,
): readonly StyledLine[] {
  return state.questions.map(({ question }, i): StyledLine => {
    const mark = outcome.marks[i] as Mark;
    if (spoken) return said(question, outcome.answered[i] ? mark : null);
    const earned = `${creditsNumber(creditsOf(question, mark))} / ${creditsNumber(question.credits)}`;
    return clipped(
      [
        styled(i === row ? '▸ ' : '  ', 'accent'),
        outcome.answered[i] ? signOf(mark) : styled('· ', 'muted'),
        styled(question.number.padEnd(6), 'strong'),
        styled(earned.padEnd(12)),
        ...inline(question.variant.template.title),
      ],
      width,
    );
  });
}

/** For listeners. @param mark null where nothing was answered */
function said(question: FormQuestion, mark: Mark | null): StyledLine {
  const { number, credits, variant } = question;
  const name = [styled(`${number}, `), ...inline(variant.template.title)];
  if (mark === null) return [...name, styled(`: not answered, ${worthText(credits)} missed`)];
  return [signOf(mark), ...name, styled(`: ${creditsOfText(creditsOf(question, mark), credits)}`)];
}
