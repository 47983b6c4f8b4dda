/** What the numbers about the schedule's forecasts mean, in a sentence. */

import type { Calibration } from './calibration.ts';
import { type Comparison, ENOUGH, type Rival } from './comparison.ts';
import type { Interval } from './shares.ts';

/** `Over 320 answers, predicted 88 %, recalled 84 % (80–88 %): a little optimistic.` */
export function calibrationInWords({ recalled: { of, share, interval }, predicted, difference }: Calibration): string {
  if (share === null || predicted === null || difference === null || !interval) {
    return 'Nothing was predicted yet: that takes a question asked on a second day.';
  }
  const facts = `Over ${of} answer${of === 1 ? '' : 's'}, predicted ${percent(predicted)}, recalled ${percent(share)} (${range(interval)})`;
  const isWithin = predicted >= interval.low && predicted <= interval.high;
  return `${facts}: ${isWithin ? 'no more apart than chance alone makes them' : leaning(difference)}.`;
}

/** `88 %`; of less than all never 100 %, and of more than nothing never 0 %. */
export function percent(share: number): string {
  const whole = Math.round(100 * share);
  if (whole === 100 && share < 1) return '>99 %';
  return whole === 0 && share > 0 ? '<1 %' : `${whole} %`;
}

/** `80–88 %` */
export function range({ low, high }: Interval): string {
  return `${Math.round(100 * low)}–${Math.round(100 * high)} %`;
}

const DEGREES = [
  { below: 0.05, word: 'a little ' },
  { below: 0.1, word: '' },
  { below: Number.POSITIVE_INFINITY, word: 'much too ' },
];

function leaning(difference: number): string {
  const degree = DEGREES.find(({ below }) => Math.abs(difference) < below)?.word ?? '';
  return `${degree}${difference > 0 ? 'optimistic' : 'pessimistic'}`;
}

/** One sentence for each rival, or that it is too early. */
export function comparisonInWords({ answers, overall, topic }: Comparison): string {
  if (answers < ENOUGH) {
    return `Too early to tell who predicts better: ${answers} of ${ENOUGH} answers with a forecast.`;
  }
  return `${verdictInWords(overall, 'your plain average')} ${verdictInWords(topic, 'your average by topic')}`;
}

function verdictInWords({ verdict, lead, interval }: Rival, name: string): string {
  const by = `by ${nats(Math.abs(lead ?? 0))} an answer`;
  const between = interval ? ` (lead ${nats(interval.low)} to ${nats(interval.high)})` : '';
  const sentences: Readonly<Record<Rival['verdict'], string>> = {
    early: `Too early to compare FSRS with ${name}.`,
    ahead: `FSRS is ahead of ${name} ${by}${between}: more than chance makes.`,
    behind: `FSRS is behind ${name} ${by}${between}: more than chance makes.`,
    even: `FSRS is ${(lead ?? 0) < 0 ? 'behind' : 'ahead of'} ${name} ${by}${between}: that may be chance.`,
  };
  return sentences[verdict];
}

/** A log loss, or a difference of two. */
export function nats(loss: number): string {
  return loss.toFixed(3).replace('-', '−');
}
