/** What of the schedule is the student's to choose, as the settings in the log say. */

import { checkParameters } from 'ts-fsrs';

/** The share of due questions that should still be known when they come up. */
export const DESIRED_RETENTION = 0.9;

/** Below, more is forgotten than learnt; above, the same questions come up nearly every day. */
export const LEAST_RETENTION = 0.7;
export const MOST_RETENTION = 0.97;

export interface Tuning {
  /** The 21 weights of FSRS-6; null: those it comes with. */
  readonly weights: readonly number[] | null;
  readonly retention: number;
  /** By the folder of the bank that a question lies in, such as `cnn`; the longest one that fits counts. */
  readonly retentionBelow: ReadonlyMap<string, number>;
}

export const UNTUNED: Tuning = { weights: null, retention: DESIRED_RETENTION, retentionBelow: new Map() };

/** Names of settings. */
export const WEIGHTS = 'weights';
export const RETENTION = 'retention';
export const RETENTION_BELOW = 'retention/';

/** What the settings say; what is missing, or cannot be, is as it comes. */
export function tuningOf(settings: ReadonlyMap<string, unknown>): Tuning {
  const weights = settings.get(WEIGHTS);
  const retention = settings.get(RETENTION);
  const below = [...settings].flatMap(([name, value]): [string, number][] =>
    name.startsWith(RETENTION_BELOW) && isRetention(value) ? [[name.slice(RETENTION_BELOW.length), value]] : [],
  );
  return {
    weights: weightsIn(weights),
    retention: isRetention(retention) ? retention : DESIRED_RETENTION,
    retentionBelow: new Map(below.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

export function isRetention(value: unknown): value is number {
  return typeof value === 'number' && value >= LEAST_RETENTION && value <= MOST_RETENTION;
}

/** As the setting holds them: weights mean nothing without the algorithm that they belong to. */
export function weightsSetting(weights: readonly number[] | null): unknown {
  return weights && { algorithm: ALGORITHM, weights };
}

const ALGORITHM = 'FSRS-6';

/** The weights that such a setting holds; null where it holds none for this algorithm. */
export function weightsIn(setting: unknown): readonly number[] | null {
  if (typeof setting !== 'object' || setting === null) return null;
  const { algorithm, weights } = setting as Readonly<Record<string, unknown>>;
  return algorithm === ALGORITHM && areWeights(weights) ? weights : null;
}

/** FSRS-6 has this many; older versions had fewer, and would be taken for something else. */
const WEIGHT_COUNT = 21;

export function areWeights(value: unknown): value is readonly number[] {
  if (!Array.isArray(value) || value.length !== WEIGHT_COUNT) return false;
  if (!value.every(weight => typeof weight === 'number' && Number.isFinite(weight))) return false;
  return checkParameters(value).length === WEIGHT_COUNT;
}

/** The share of a question that should still be known when it comes up. */
export function retentionOf({ retention, retentionBelow }: Tuning, question: string): number {
  if (retentionBelow.size === 0) return retention;
  for (let end = question.length; end > 0; end = question.lastIndexOf('/', end - 1)) {
    const own = retentionBelow.get(question.slice(0, end));
    if (own !== undefined) return own;
  }
  return retention;
}
