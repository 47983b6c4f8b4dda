import { contentsOf } from '../../app/exam/contents.ts';
import type { ExamState } from '../../app/exam/state.ts';
import { creditsNumber } from '../../app/exam/worth.ts';
import { BLANK, clipped, hanging, literal, type StyledLine, spread, styled } from '../styled.ts';

/** Beside the rules of an exam: what it consists of. */
export function contentsLines(state: ExamState, width: number): readonly StyledLine[] {
  const { problems, topics, kinds } = contentsOf(state);
  const isTimed = problems.some(({ minutes }) => minutes !== null);
  const head = cells('questions', 'credits', isTimed ? 'minutes' : null);
  return [
    spread([styled('What it consists of', 'heading')], [styled(head, 'muted')], width),
    BLANK,
    ...problems.map(({ number, title, questions, credits, minutes }) => {
      const numbers = cells(
        `${questions}`,
        creditsNumber(credits),
        minutes === null ? null : `${Math.max(1, Math.round(minutes))}`,
      );
      const name = clipped([styled(`${number}  `, 'muted'), styled(title)], width - numbers.length - 1);
      return spread(name, [styled(numbers)], width);
    }),
    BLANK,
    ...told('Topics', topics, width),
    ...told('Answers', kinds, width),
    ...(isTimed ? [BLANK, ...literal('The minutes share the time by the credits.', width)] : []),
  ];
}

/** Columns of numbers, set to the right. */
function cells(questions: string, credits: string, minutes: string | null): string {
  return `${questions.padStart(10)}${credits.padStart(9)}${minutes === null ? '' : minutes.padStart(9)}`;
}

const NAMES = 9;

function told(
  name: string,
  counts: readonly { readonly name: string; readonly count: number }[],
  width: number,
): readonly StyledLine[] {
  const text = counts.map(({ name: one, count }) => (count === 1 ? one : `${one} ${count}`)).join(', ');
  return hanging([styled(name.padEnd(NAMES), 'muted')], literal(text, width - NAMES));
}
