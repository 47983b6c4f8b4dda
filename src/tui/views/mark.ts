import { showKey } from '../../answers/answers.ts';
import type { PartMark } from '../../answers/kind.ts';
import type { MarkScreen } from '../../app/state.ts';
import type { VariantPart } from '../../bank/variant.ts';
import { RATINGS, type Rating } from '../../schedule/review.ts';
import { BLANK, escaped, hanging, indented, markdown, type StyledLine, styled } from '../styled.ts';
import type { View } from '../view.ts';
import { dayName, daysInBrief, inDays } from './dates.ts';
import { shortReading } from './readings.ts';

export function markView(
  screen: MarkScreen,
  place: string,
  zone: string,
  { columns: width, rows }: { columns: number; rows: number },
): View {
  const { presented, mark, replies } = screen;
  const { variant } = presented;
  const parts = variant.parts.flatMap((part, i) => [
    ...partLines(part, mark.parts[i] as PartMark, replies[i] ?? '', variant.parts.length > 1, width),
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

function partLines(part: VariantPart, mark: PartMark, reply: string, several: boolean, width: number): StyledLine[] {
  const sign = mark.credit === 1 ? styled('✓ ', 'good') : styled('✗ ', 'bad');
  const name = several ? [styled(`${part.name}  `, 'strong')] : [];
  if (part.key.kind === 'choice') return choiceLines(part, mark, width);
  const read = mark.readAs === null ? 'no answer' : yours(reply.trim(), mark.readAs);
  const right = mark.credit === 1 ? '' : ` — right is ${showKey(part.key)}`;
  const ask = several && part.ask !== '' ? `${part.ask}: ` : '';
  const lines = hanging([sign, ...name], markdown(`${ask}${escaped(read)}${right}`, width - 6));
  if (mark.credit === 1 || mark.comment === null || mark.readAs === null) return lines;
  const comment = hanging([styled('→ ', 'warning')], markdown(capitalized(mark.comment), width - 8));
  return [...lines, ...indented(comment, 4)];
}

/** `16*7*7 = 784`; what reads as it stands is not said twice. */
function yours(reply: string, readAs: string): string {
  if (reply === readAs) return readAs;
  const short = shortReading(readAs);
  return short.startsWith('≈') ? `${reply} ${short}` : `${reply} = ${short}`;
}

/** Every option with what was ticked, whether that is right, and why. */
function choiceLines({ key }: VariantPart, mark: PartMark, width: number): StyledLine[] {
  if (key.kind !== 'choice') return [];
  const ticked = new Set(mark.readAs === null || mark.readAs === 'none' ? [] : mark.readAs.split(','));
  return key.options.flatMap(({ label, text, right, why }) => {
    const isTicked = ticked.has(label);
    const sign = isTicked === right ? styled('✓ ', 'good') : styled('✗ ', 'bad');
    const box = styled(right ? 'right  ' : 'wrong  ', 'muted');
    const own = styled(isTicked ? '[x] ' : '[ ] ');
    const lines = hanging([sign, own, styled(`${label}  `, 'strong'), box], markdown(text, width - 17));
    return why === null
      ? lines
      : [
          ...lines,
          ...indented(markdown(why, width - 20), 16).map(line =>
            line.map(span => styled(span.text, span.token ?? 'muted')),
          ),
        ];
  });
}

function capitalized(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Room for `   in 24 months` and a space. */
const WIDE_CELL = 16;

function ratingPanel({ forecasts, rating }: MarkScreen, zone: string, width: number, rows: number): StyledLine[] {
  if (!forecasts || rating === null) return [[styled('Practice: logged, and the schedule stays as it is.', 'muted')]];
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
