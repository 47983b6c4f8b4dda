import type { PartMark } from '../../answers/kind.ts';
import type { MarkScreen } from '../../app/state.ts';
import { RATINGS, type Rating } from '../../schedule/review.ts';
import { drawMark } from '../marks/marks.ts';
import { BLANK, markdown, type StyledLine, styled } from '../styled.ts';
import type { Room, View } from '../view.ts';
import { dayName, daysInBrief, inDays } from './dates.ts';

export function markView(
  screen: MarkScreen,
  place: string,
  zone: string,
  { columns: width, rows, spoken }: Room,
): View {
  const { presented, mark, replies } = screen;
  const { variant } = presented;
  const parts = variant.parts.flatMap((part, i) => [
    ...drawMark({
      part,
      mark: mark.parts[i] as PartMark,
      reply: replies[i] ?? '',
      several: variant.parts.length > 1,
      width,
      spoken,
    }),
  ]);
  const solution =
    variant.solution === null ? [] : [BLANK, [styled('Solution', 'heading')], ...markdown(variant.solution, width)];
  const question = [BLANK, [styled('The question again', 'heading')], ...markdown(variant.stem, width)];
  return {
    place,
    corner: presented.left === null ? variant.template.id : `${presented.left - 1} left after this`,
    body: [verdict(screen), BLANK, ...parts, ...solution, ...question],
    panel: ratingPanel(screen, zone, width, rows),
    focus: [],
  };
}

function verdict({ mark, presented }: MarkScreen): StyledLine {
  const { credits, title } = presented.variant.template;
  const earned = Math.round(mark.credit * credits * 100) / 100;
  const worth = styled(`  ${earned} of ${credits} ${credits === 1 ? 'credit' : 'credits'}`, 'muted');
  const subject = styled(`  ${title}`, 'muted');
  if (mark.credit === 1) return [styled('✓ Right', 'good'), worth, subject];
  if (mark.credit === 0) return [styled('✗ Wrong', 'bad'), worth, subject];
  return [styled('◐ Partly right', 'warning'), worth, subject];
}

/** Room for `   in 24 months` and a space. */
const WIDE_CELL = 16;

function ratingPanel({ forecasts, rating }: MarkScreen, zone: string, width: number, rows: number): StyledLine[] {
  if (!forecasts || rating === null) return [[styled('Practice: the schedule stays as it is.', 'muted')]];
  const cell = Math.floor(width / RATINGS.length);
  const row = (text: (name: Rating, i: number) => string): StyledLine =>
    RATINGS.map((name, i) =>
      styled(
        text(name, i)
          .slice(0, cell - 1)
          .padEnd(cell),
        name === rating ? 'accent' : 'muted',
      ),
    );
  const names = row((name, i) => `${name === rating ? '▸' : ' '}${i + 1} ${name}`);
  if (cell < WIDE_CELL) return [names, row(name => `   ${daysInBrief(forecasts[name].days)}`)];
  const days = row(name => `   ${inDays(forecasts[name].days)}`);
  const dates = row(name => `   ${dayName(forecasts[name].due, zone)}`);
  return rows < 20 ? [names, days] : [names, days, dates];
}
