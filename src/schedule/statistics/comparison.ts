import type { Places } from './places.ts';
import type { Forecast } from './rated.ts';
import { type Interval, meanOf, Z } from './shares.ts';

/**
 * FSRS against what a plain average would have said of the same answers. All are scored by their log loss: −ln of the
 * chance that was given to what happened, so that less is better. Nobody knows more than was known before the answer.
 */
export interface Comparison {
  /** Answers with a frozen forecast. */
  readonly answers: number;
  /** Mean log loss an answer; null where there is none. */
  readonly fsrs: number | null;
  /** Against the share of all answers so far that were recalled. */
  readonly overall: Rival;
  /** Against the share within the question's topic. */
  readonly topic: Rival;
}

export interface Rival {
  readonly loss: number | null;
  /** Its mean loss less that of FSRS: above 0 FSRS is ahead. */
  readonly lead: number | null;
  /** 95 %, from the differences answer by answer; null while there are fewer than ENOUGH. */
  readonly interval: Interval | null;
  readonly verdict: Verdict;
  /** The differences summed up, after each answer. */
  readonly course: readonly number[];
}

/** `even`: the interval holds 0, so that chance alone may have made the difference. */
type Verdict = 'early' | 'ahead' | 'behind' | 'even';

/** Of fewer answers the rare and large losses (the forgotten ones) are too few for an interval by the normal curve. */
export const ENOUGH = 100;

/** Averages begin as if there had been so many answers already … */
export const PRIOR_ANSWERS = 10;
/** … so many of which were recalled: what a schedule for 90 % aims at. That of a topic begins at the overall average. */
export const PRIOR_RECALL = 0.9;

/** No forecast is taken to be surer than this, or one miss would cost without end. */
export const SUREST = 0.999;

export function compareForecasts(forecasts: readonly Forecast[], { topicOf }: Places): Comparison {
  const overall = new RunningAverage();
  const topics = new Map<string, RunningAverage>();
  const losses: { readonly fsrs: number; readonly overall: number; readonly topic: number }[] = [];
  for (const { question, predicted, isRecalled } of forecasts) {
    const name = topicOf(question);
    const topic = topics.get(name) ?? new RunningAverage();
    topics.set(name, topic);
    const average = overall.above(PRIOR_RECALL);
    losses.push({
      fsrs: logLoss(predicted, isRecalled),
      overall: logLoss(average, isRecalled),
      topic: logLoss(topic.above(average), isRecalled),
    });
    overall.add(isRecalled);
    topic.add(isRecalled);
  }
  const fsrs = losses.map(loss => loss.fsrs);
  const against = (other: readonly number[]): Rival => rival(fsrs, other);
  return {
    answers: forecasts.length,
    fsrs: meanOf(fsrs),
    overall: against(losses.map(loss => loss.overall)),
    topic: against(losses.map(loss => loss.topic)),
  };
}

class RunningAverage {
  private answers = 0;
  private recalled = 0;

  add(isRecalled: boolean): void {
    this.answers += 1;
    this.recalled += Number(isRecalled);
  }

  /** The share so far, drawn towards `prior`. */
  above(prior: number): number {
    return (PRIOR_ANSWERS * prior + this.recalled) / (PRIOR_ANSWERS + this.answers);
  }
}

export function logLoss(chance: number, happened: boolean): number {
  const given = happened ? chance : 1 - chance;
  return -Math.log(Math.min(SUREST, Math.max(1 - SUREST, given)));
}

function rival(fsrs: readonly number[], losses: readonly number[]): Rival {
  const differences = losses.map((loss, i) => loss - (fsrs[i] ?? 0));
  const lead = meanOf(differences);
  const interval = lead === null || differences.length < ENOUGH ? null : intervalOfMean(differences, lead);
  let sum = 0;
  const course = differences.map(difference => {
    sum += difference;
    return sum;
  });
  return { loss: meanOf(losses), lead, interval, verdict: verdictOf(interval), course };
}

function intervalOfMean(values: readonly number[], mean: number): Interval {
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const half = Z * Math.sqrt(squares / (values.length - 1) / values.length);
  return { low: mean - half, high: mean + half };
}

function verdictOf(interval: Interval | null): Verdict {
  if (!interval) return 'early';
  if (interval.low > 0) return 'ahead';
  return interval.high < 0 ? 'behind' : 'even';
}
