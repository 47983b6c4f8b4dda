import type { PartMark } from '../../answers/kind.ts';
import type { Left, MarkScreen } from '../../app/screens.ts';
import { minutesAndSeconds } from '../../app/tally.ts';
import { dayName, daysInBrief, inDays } from '../../pages/dates.ts';
import type { RatingReason } from '../../schedule/rating.ts';
import { RATINGS, type Rating } from '../../schedule/review.ts';
import type { Usual } from '../../schedule/speed.ts';
import { drawMark } from '../marks/marks.ts';
import { BLANK, indented, inline, literal, markdown, recoloured, type StyledLine, styled, widthOf } from '../styled.ts';
import type { Room, View } from '../view.ts';
import { idBeside, leftAfterText } from './left.ts';
import { questionAgain } from './question-again.ts';
import { solutionLines } from './solution.ts';

/** The verdict, what was given beside what is right, and the solution; the question stands beside these, or below. */
export function markView(screen: MarkScreen, place: string, zone: string, room: Room): View {
  const { columns: width, rows, side, spoken } = room;
  const { presented, mark, replies, steps } = screen;
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
  const solution = solutionLines(variant.solution, steps, room);
  const above = [...verdict(screen, width), ...reason(screen, width), ...comingBack(screen, width), BLANK, ...parts];
  // Who goes step by step by ear hears the step alone.
  const below = side > 0 || (spoken && steps && !steps.all) ? [] : [BLANK, ...questionAgain(variant, null, width)];
  return {
    place,
    corner:
      presented.left === null
        ? idBeside(variant.template.id, place)
        : leftAfterText(leftAfter(screen, presented.left), place, room),
    body: [...above, ...solution.lines, ...below],
    panel: ratingPanel(screen, zone, width, rows),
    focus: solution.focus.map(([first, last]) => [above.length + first, above.length + last]),
    ...(side > 0 ? { side: questionAgain(variant, replies, side) } : {}),
  };
}

/** What was not known comes back today, unless it was practice. */
function isComingBack({ rating, mark, presented }: MarkScreen): boolean {
  return rating === 'again' || (presented.insight.why === 'step' && mark.credit < 1);
}

function leftAfter(screen: MarkScreen, left: Left): Left {
  const isRepeat = screen.presented.insight.why === 'step';
  const [questions, again] = isRepeat ? [left.questions, left.again - 1] : [left.questions - 1, left.again];
  return { ...left, questions, again: again + (isComingBack(screen) ? 1 : 0) };
}

function comingBack(screen: MarkScreen, width: number): StyledLine[] {
  if (!isComingBack(screen)) return [];
  return recoloured(literal('It comes back today, until you have answered it rightly once.', width), 'muted');
}

/** The title goes below where there is no room for it. */
function verdict({ mark, presented }: MarkScreen, width: number): StyledLine[] {
  const { credits, title } = presented.variant.template;
  const earned = Math.round(mark.credit * credits * 100) / 100;
  const worth = styled(`  ${earned} of ${credits} ${credits === 1 ? 'credit' : 'credits'}`, 'muted');
  const [sign, words, token] = VERDICTS[mark.credit === 1 ? 'right' : mark.credit === 0 ? 'wrong' : 'partly'];
  const head = [styled(`${sign} ${words}`, token), worth];
  const beside = [...head, styled('  '), ...inline(title).map(({ text }) => styled(text, 'muted'))];
  if (widthOf(beside) <= width) return [beside];
  return [head, ...recoloured(indented(markdown(title, width - 2), 2), 'muted')];
}

const VERDICTS = {
  right: ['✓', 'Right', 'good'],
  partly: ['◐', 'Partly right', 'warning'],
  wrong: ['✗', 'Wrong', 'bad'],
} as const;

const REASONS: Readonly<Record<RatingReason, (usual: string) => string>> = {
  hint: () => 'Rated again: a hint was shown.',
  guess: () => 'Rated again: you declared a guess.',
  slip: () => 'Rated hard: all was right but for one slip.',
  slow: usual => `Rated hard: right, but slow; ${usual}.`,
  reread: () => 'Rated hard: right, but you came back to read it a second time.',
};

const USUAL: Readonly<Record<Usual['from'], string>> = {
  question: 'you usually take',
  kind: 'going by your time for such questions it would be',
  author: 'it is meant to take',
};

function reason({ because, presented: { usual } }: MarkScreen, width: number): StyledLine[] {
  if (because === null) return [];
  const text = REASONS[because](`${USUAL[usual.from]} ${minutesAndSeconds(usual.ms)}`);
  return recoloured(literal(text, width), 'muted');
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
