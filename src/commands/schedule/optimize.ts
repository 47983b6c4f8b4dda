import { localTime } from '../../app/local-time.ts';
import { createScheduler, type Forecast } from '../../schedule/memory.ts';
import { FitError, loadFit } from '../../schedule/optimize/binding.ts';
import type { Score } from '../../schedule/optimize/evaluate.ts';
import { type Measured, optimize as measure, type NotYet } from '../../schedule/optimize/optimize.ts';
import { weightsBefore } from '../../schedule/optimize/undo.ts';
import { dayDate, studyDayNumber } from '../../schedule/study-day.ts';
import { type Tuning, tuningOf, WEIGHTS, weightsSetting } from '../../schedule/tuning.ts';
import type { Store } from '../../store/store.ts';
import type { Environment } from '../environment.ts';
import { Failure } from '../errors.ts';
import { columns, printJson, printLines } from '../output.ts';
import { interruptible, type Progress, progress } from '../progress.ts';

/** `tutor optimize`: fits the weights of the memory model to the student's own answers. */

interface OptimizeOptions {
  readonly json?: boolean;
  readonly dryRun?: boolean;
  readonly undo?: boolean;
}

/** What of a context is needed. */
interface Needed {
  readonly environment: Environment;
  readonly store: () => Pick<Store, 'settings' | 'settingHistory' | 'set' | 'ratedHistories'>;
}

/**
 * @param load what gives the fit
 * @throws Failure where there is too little to go by, or the fit cannot run
 */
export async function optimize(context: Needed, options: OptimizeOptions, load = loadFit): Promise<void> {
  if (options.undo) return undo(context, options);
  const { environment, store } = context;
  const tuning = tuningOf(store().settings());
  const histories = store().ratedHistories();
  const outcome = await explained(async () => {
    const fit = await load();
    const shown = fitProgress(environment);
    return interruptible(shown, () => measure(histories, tuning.weights, fit, shown.watch));
  });
  if (outcome.kind !== 'measured') throw new Failure(whatIsMissing(outcome));
  const installed = outcome.verdict === 'better' && !options.dryRun;
  if (installed) store().set(WEIGHTS, weightsSetting(outcome.weights));
  if (options.json) printJson(environment, data(outcome, installed));
  else printLines(environment, lines(outcome, installed, firstInterval(environment, tuning, outcome.weights)));
}

/** `tutor optimize --undo` @throws Failure where no other weights were in force before */
function undo({ environment, store }: Needed, { json, dryRun }: OptimizeOptions): void {
  const before = weightsBefore(store().settingHistory(WEIGHTS));
  if (!before)
    throw new Failure('The weights in force are those that FSRS-6 comes with: there is no fit to take back.');
  const { weights, at } = before;
  if (!dryRun) store().set(WEIGHTS, weightsSetting(weights));
  const which = at
    ? `the weights put in force on ${localTime(at, environment.zone)}`
    : 'the weights that FSRS-6 comes with';
  if (json) printJson(environment, { undone: !dryRun, weights });
  else printLines(environment, [dryRun ? `This would put back ${which}.` : `Put back: ${which}.`]);
}

async function explained<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    throw error instanceof FitError ? new Failure(error.message, { cause: error }) : error;
  }
}

/** The library says how much there is to do only when it has begun. */
function fitProgress(environment: Environment): {
  readonly watch: (done: number, total: number) => void;
  readonly end: () => void;
} {
  let shown: Progress | null = null;
  let before = 0;
  return {
    watch: (done, total) => {
      shown ??= progress(environment, total, 'steps of the fit');
      shown.add(done - before);
      before = done;
    },
    end: () => shown?.end(),
  };
}

function whatIsMissing({ kind, answers, needed }: NotYet): string {
  const have = `${number(answers)} of ${number(needed)} answers needed`;
  return kind === 'few'
    ? `There is too little to fit the weights to: ${have}. Counted are answers to questions met on an earlier day; with fewer, a fit mistakes chance for a habit. The weights stay as they are.`
    : `There are enough answers to fit the weights to (${number(answers)}), but on too few days: some must lie well before those that the fit is measured on. The weights stay as they are; try again in a few days.`;
}

function data(outcome: Measured, installed: boolean): Record<string, unknown> {
  const { verdict, trained, heldOut, from, until, before, after, gain, error, weights } = outcome;
  return {
    verdict,
    installed,
    trained,
    heldOut,
    from: dayDate(from),
    until: dayDate(until),
    before,
    after,
    gain,
    error,
    weights,
  };
}

/** Days until a question first answered right comes again: by the weights in force, and by the fitted ones. */
function firstInterval(
  { now, zone }: Environment,
  tuning: Tuning,
  fitted: readonly number[],
): readonly [number, number] {
  const at = now();
  const days = (weights: Tuning['weights']): Forecast['days'] =>
    createScheduler({ ...tuning, weights }).preview('', null, { at, zone, day: studyDayNumber(at, zone) }).good.days;
  return [days(tuning.weights), days(fitted)];
}

function lines(
  { trained, heldOut, from, until, before, after, verdict }: Measured,
  installed: boolean,
  [daysBefore, daysAfter]: readonly [number, number],
): string[] {
  const row = (name: string, { logLoss, rmse }: Score): string[] => [
    `  ${name}`,
    logLoss.toFixed(4),
    `${(100 * rmse).toFixed(1)} %`,
  ];
  return [
    `The memory model was fitted to ${number(trained)} answers and measured on the ${number(heldOut)} after them, of ${dayDate(from)} to ${dayDate(until)}.`,
    '',
    ...columns([
      ['  weights', 'log loss', 'predictions are off by'],
      row(installed ? 'before' : 'in force', before),
      row('fitted', after),
    ]),
    '',
    `Less is better. To what then happened, the fitted weights gave a chance of ${likely(after)}, the others ${likely(before)}.`,
    VERDICTS[verdict],
    ...(verdict === 'better' ? consequences(installed, daysBefore, daysAfter) : []),
  ];
}

function consequences(installed: boolean, daysBefore: number, daysAfter: number): string[] {
  const differ = `With them a new question answered right comes again after ${number(daysAfter)} days; with the others, after ${number(daysBefore)}.`;
  return [
    ...(daysAfter === daysBefore ? [] : [differ]),
    installed
      ? 'They are in force now. "tutor optimize --undo" puts the ones before back.'
      : 'Nothing was changed. "tutor optimize" without --dry-run puts them in force.',
  ];
}

const VERDICTS: Readonly<Record<Measured['verdict'], string>> = {
  better: 'The fitted weights know you better, by more than chance explains.',
  chance: 'That is hardly better, or no more than chance can do. The weights stay as they are; more answers will tell.',
  'no better': 'The fitted weights are no better: those in force suit you well, and stay.',
};

/** The chance that predictions gave to what happened: the geometric mean. */
function likely({ logLoss }: Score): string {
  return `${(100 * Math.exp(-logLoss)).toFixed(1)} %`;
}

function number(count: number): string {
  return count.toLocaleString('en-US');
}
