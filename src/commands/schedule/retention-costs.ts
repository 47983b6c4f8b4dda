import type { Histories } from '../../schedule/optimize/predictions.ts';
import { retentionOf, type Tuning } from '../../schedule/tuning.ts';
import { cardsUnder, forecastWorkload, type Workload } from '../../schedule/workload.ts';
import { columns } from '../output.ts';

/** What each of several retentions would cost, and bring. */

interface CostsInput {
  /** null for all of the bank. */
  readonly place: string | null;
  readonly tuning: Tuning;
  /** The questions of the place that were met. */
  readonly histories: Histories;
  /** Its questions in the order in which new ones come. */
  readonly coming: readonly string[];
  readonly newPerDay: number;
  readonly today: number;
  readonly expectedMs: (question: string) => number;
}

interface Cost {
  readonly retention: number;
  readonly inForce: boolean;
  /** Means over the next 30 and 90 days. */
  readonly minutesADay: Periods;
  readonly reviewsADay: Periods;
  /** The mean chance that a question met is known when they are over. */
  readonly known: number | null;
}

interface Periods {
  readonly in30: number;
  readonly in90: number;
}

export interface Costs {
  /** Questions met so far. */
  readonly questions: number;
  readonly newPerDay: number;
  readonly costs: readonly Cost[];
}

const RETENTIONS = [0.75, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97];

const DAYS = 90;
const MINUTE = 60_000;

export function costsOf(input: CostsInput): Costs {
  const { place, tuning, histories, newPerDay } = input;
  const inForce = place === null ? tuning.retention : retentionOf(tuning, place);
  const candidates = [...new Set([...RETENTIONS, inForce])].sort((a, b) => a - b);
  return {
    questions: histories.size,
    newPerDay,
    costs: candidates.map(retention => ({
      retention,
      inForce: retention === inForce,
      ...costOf(workloadAt(input, retention)),
    })),
  };
}

/** Places within that have a retention of their own keep it. */
function workloadAt(
  { place, tuning, histories, coming, newPerDay, today, expectedMs }: CostsInput,
  retention: number,
): Workload {
  const tried: Tuning =
    place === null
      ? { ...tuning, retention }
      : { ...tuning, retentionBelow: new Map([...tuning.retentionBelow, [place, retention]]) };
  return forecastWorkload({
    cards: cardsUnder(histories, tried),
    tuning: tried,
    today,
    days: DAYS,
    expectedMs,
    fresh: { questions: coming, perDay: newPerDay, known: firstKnown(histories) },
  });
}

/** The share of first answers that were right, as one right and one wrong more than there are would have it. */
function firstKnown(histories: Histories): number {
  const firsts = [...histories.values()].flatMap(([first]) => (first ? [first] : []));
  return (firsts.filter(({ rating }) => rating !== 'again').length + 1) / (firsts.length + 2);
}

function costOf({ days, known }: Workload): Pick<Cost, 'minutesADay' | 'reviewsADay' | 'known'> {
  const mean = (count: number, of: (day: Workload['days'][number]) => number): number =>
    days.slice(0, count).reduce((sum, day) => sum + of(day), 0) / count;
  const periods = (of: (day: Workload['days'][number]) => number): Periods => ({
    in30: mean(30, of),
    in90: mean(DAYS, of),
  });
  return { minutesADay: periods(({ ms }) => ms / MINUTE), reviewsADay: periods(({ reviews }) => reviews), known };
}

/** @param room columns: where the table has none, there are a few lines for each retention */
export function costLines({ questions, newPerDay, costs }: Costs, room: number): string[] {
  if (costs.every(({ known }) => known === null))
    return ['Nothing here has been answered yet, so there is no work to forecast.'];
  const row = ({ retention, inForce, minutesADay, reviewsADay, known }: Cost): string[] =>
    [
      `${inForce ? '*' : ' '} ${percent(retention)}`,
      ...[minutesADay.in30, minutesADay.in90, reviewsADay.in30, reviewsADay.in90].map(mean => mean.toFixed(1)),
      `${(100 * (known ?? 0)).toFixed(1)} %`,
    ].map((cell, i) => (i === 0 ? cell : cell.padStart(HEADINGS[i]?.length ?? 0)));
  const met = `${questions.toLocaleString('en-US')} question${questions === 1 ? '' : 's'} met so far`;
  const fresh = newPerDay > 0 ? ` and ${newPerDay} new a day` : '; with --new 5 also five new ones a day';
  const table = columns([HEADINGS, ...costs.map(row)]);
  const isWide = table.every(line => line.length <= room);
  return [
    `What others would ask of you over the next 30 and ${DAYS} days, and how much of what was met you would know at their end:`,
    '',
    ...(isWide ? table : costs.flatMap(told)),
    '',
    `* in force. Counted: ${met}${fresh}. As if all that is due were asked on its day, however long that takes;`,
    'what is overdue counts today. Neither a plan nor limits are looked at.',
  ];
}

function told({ retention, inForce, minutesADay, reviewsADay, known }: Cost): string[] {
  const period = (days: number, minutes: number, reviews: number): string =>
    `    ${days} days: ${minutes.toFixed(1)} min, ${reviews.toFixed(1)} a day`;
  return [
    `${inForce ? '*' : ' '} ${percent(retention)}, known ${(100 * (known ?? 0)).toFixed(1)} %`,
    period(30, minutesADay.in30, reviewsADay.in30),
    period(DAYS, minutesADay.in90, reviewsADay.in90),
  ];
}

const HEADINGS = ['  retention', 'minutes a day: 30', `${DAYS} days`, 'reviews a day: 30', `${DAYS} days`, 'known'];

/** `92.5 %` */
export function percent(share: number): string {
  return `${Number((100 * share).toFixed(1))} %`;
}
