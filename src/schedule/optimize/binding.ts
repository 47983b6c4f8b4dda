/**
 * The fit itself, by the native library of FSRS. It is an optional dependency: it is loaded only when weights are fitted, and
 * where it is missing nothing else is.
 */

import { GRADES } from '../fsrs.ts';
import { daysSince, type Histories } from './predictions.ts';

type Binding = Pick<
  typeof import('@open-spaced-repetition/binding'),
  'FSRSBindingItem' | 'FSRSBindingReview' | 'computeParameters'
>;

/** Its message is for the student as it stands. */
export class FitError extends Error {
  override readonly name = 'FitError';
}

/** How much is done of how much, in a unit of the library's own. */
export type Watch = (done: number, total: number) => void;

/**
 * Fits weights to every answer that lies before a day, with the answers before it as its history. `watch` is called now and
 * then. The work is done on another thread; the program may end meanwhile.
 * @throws FitError
 */
export type Fit = (histories: Histories, before: number, watch: Watch) => Promise<readonly number[]>;

const LIBRARY = '@open-spaced-repetition/binding';

/** Milliseconds between two looks at how far the fit has come, or whether it is done. */
const PAUSE = 50;

/**
 * @param load only for tests
 * @throws FitError where the library is not there, or cannot run here
 */
export async function loadFit(
  load: () => Promise<Binding> = () => import('@open-spaced-repetition/binding'),
): Promise<Fit> {
  const binding = await load().catch((cause: unknown) => {
    throw new FitError(
      `The library that fits weights, ${LIBRARY}, is not installed or cannot run on this system. It is optional, and all but the fit works without it. To install it, run "npm install ${LIBRARY}" in the folder of the program.`,
      { cause },
    );
  });
  return (histories, before, watch) => fitted(binding, histories, before, watch);
}

async function fitted(
  { computeParameters, FSRSBindingItem, FSRSBindingReview }: Binding,
  histories: Histories,
  before: number,
  watch: Watch,
): Promise<readonly number[]> {
  const items = [...histories.values()].flatMap(answers => {
    const reviews = answers.map(({ rating }, i) => new FSRSBindingReview(GRADES[rating], daysSince(answers, i)));
    return answers.flatMap(({ day }, i) =>
      day < before && daysSince(answers, i) > 0 ? [{ day, item: new FSRSBindingItem(reviews.slice(0, i + 1)) }] : [],
    );
  });
  // In the order of time: the library gives the latest the greatest weight.
  items.sort((a, b) => a.day - b.day);
  try {
    return await computeParameters(
      items.map(({ item }) => item),
      {
        // As in the memory model: within one study day nothing is rated twice.
        enableShortTerm: false,
        timeout: PAUSE,
        progress: (done, total) => {
          watch(done, total);
          // False would end the fit.
          return true;
        },
      },
    );
  } catch (cause) {
    throw new FitError(`The fit failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
