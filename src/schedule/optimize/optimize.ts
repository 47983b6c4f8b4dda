/**
 * Fits the weights of FSRS-6 to one student, and judges whether they are worth having: on the latest answers, which the fit
 * never saw, they must predict better than the weights in force, and by more than chance would.
 */

import { memoryModel } from '../fsrs.ts';
import { areWeights } from '../tuning.ts';
import { type Fit, FitError, type Watch } from './binding.ts';
import { compare, type Score, score } from './evaluate.ts';
import { type Histories, type Prediction, predictions } from './predictions.ts';
import { cutDay } from './split.ts';

/**
 * Answers with a prediction that are needed. Measured on simulated students whose memory is not the usual one: of the weights
 * fitted to 500 answers two in three were worse than those that FSRS-6 comes with, of those fitted to 1000 one in five.
 */
const ANSWERS_NEEDED = 1200;

/** …and of these so many on either side of the cut. */
const LEAST_TRAINED = 400;
const LEAST_HELD_OUT = 200;

/** An improvement of so many standard errors comes by chance once in about fifty times. */
const ERRORS_NEEDED = 2;

/** An improvement of less is nothing that anyone would notice, however sure. */
const LEAST_GAIN = 0.001;

export type Outcome = Measured | NotYet;

/** Too little to go by. */
export interface NotYet {
  /** `few` answers, or enough but on too few `days` to cut between them. */
  readonly kind: 'few' | 'days';
  /** Answers that there is a prediction for. */
  readonly answers: number;
  readonly needed: number;
}

export interface Measured {
  readonly kind: 'measured';
  /** `better` is surely so; `chance` is better, but by no more than chance, or by too little to matter. */
  readonly verdict: 'better' | 'chance' | 'no better';
  /** What was fitted, and measured: 21 weights within their bounds. */
  readonly weights: readonly number[];
  /** Answers learnt from. */
  readonly trained: number;
  /** Answers held out, from the study day `from` to `until`. */
  readonly heldOut: number;
  readonly from: number;
  readonly until: number;
  /** On the answers held out: the weights in force, and those fitted. */
  readonly before: Score;
  readonly after: Score;
  /** The drop in log loss, and its standard error. */
  readonly gain: number;
  readonly error: number;
}

/**
 * @param inForce null for the weights that FSRS-6 comes with
 * @throws FitError
 */
export async function optimize(
  histories: Histories,
  inForce: readonly number[] | null,
  fitTo: Fit,
  watch: Watch,
): Promise<Outcome> {
  const old = predictions(histories, inForce);
  const cut = cutDay(old.map(({ day }) => day));
  const trained = old.filter(({ day }) => cut !== null && day < cut).length;
  const heldOut = old.length - trained;
  const missing = { answers: old.length, needed: ANSWERS_NEEDED };
  if (old.length < ANSWERS_NEEDED) return { kind: 'few', ...missing };
  if (cut === null || trained < LEAST_TRAINED || heldOut < LEAST_HELD_OUT) return { kind: 'days', ...missing };

  const fitted = await fitTo(histories, cut, watch);
  if (!areWeights(fitted)) throw new FitError('The fit gave no weights that can be used.');
  // The bounds of FSRS-6 are kept before anything is measured, so that what is measured is what would be in force.
  const { weights } = memoryModel(fitted);
  const late = (made: readonly Prediction[]): Prediction[] => made.filter(({ day }) => day >= cut);
  const [before, after] = [late(old), late(predictions(histories, weights))];
  const { gain, error } = compare(before, after);
  return {
    kind: 'measured',
    verdict: gain <= 0 ? 'no better' : gain > Math.max(LEAST_GAIN, ERRORS_NEEDED * error) ? 'better' : 'chance',
    weights,
    trained,
    heldOut,
    from: cut,
    until: before.reduce((latest, { day }) => Math.max(latest, day), cut),
    before: score(before),
    after: score(after),
    gain,
    error,
  };
}
