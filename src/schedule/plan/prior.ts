/**
 * How the 21 weights of FSRS-6 differ between people, before anything is known of this one. A student is a point z whose
 * coordinates are independent standard normals; `weightsOf` says which weights it stands for.
 */

import { CLAMP_PARAMETERS, W17_W18_Ceiling } from 'ts-fsrs';

/** Coordinates: one moves the four initial stabilities together, 4 each alone, 13 are w4 … w16, the last is w20. */
export const DIMENSIONS = 19;

/**
 * Standard deviations of the logarithms. People who remember well do so after every first answer, hence the common part;
 * together they make 1, that is, two thirds of the people lie within a factor of e.
 */
const INITIAL_COMMON = 0.8;
const INITIAL_OWN = 0.6;

/** Of w4 … w16, over people, as the optimizer of open-spaced-repetition (fsrs-rs, PARAMS_STDDEV) has measured them. */
const SPREAD: readonly number[] = [0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03];

/** Of the logarithm of the decay: its spread over people is far wider above the middle than below. */
const DECAY = 0.7;

const FIRST_OTHER = 4;
const DECAY_AT = 20;

/** w17 … w19 are for repeats within a day, which the program does not rate. */
const BOUNDS: readonly (readonly number[])[] = CLAMP_PARAMETERS(W17_W18_Ceiling, false);

/** The weights of the student at z; z = 0 is the centre itself. */
export function weightsOf(center: readonly number[], z: Float64Array): number[] {
  const weights = [...center];
  let most = 0;
  for (let i = 0; i < FIRST_OTHER; i++) {
    const shift = INITIAL_COMMON * (z[0] ?? 0) + INITIAL_OWN * (z[i + 1] ?? 0);
    // A better rating never stands for a shorter memory.
    most = Math.max(most, (center[i] ?? 0) * Math.exp(shift));
    weights[i] = bounded(most, i);
  }
  for (const [i, spread] of SPREAD.entries()) {
    const at = FIRST_OTHER + i;
    weights[at] = bounded((center[at] ?? 0) + spread * (z[at + 1] ?? 0), at);
  }
  weights[DECAY_AT] = bounded((center[DECAY_AT] ?? 0) * Math.exp(DECAY * (z[DIMENSIONS - 1] ?? 0)), DECAY_AT);
  return weights;
}

function bounded(value: number, index: number): number {
  const [low = value, high = value] = BOUNDS[index] ?? [];
  return Math.min(high, Math.max(low, value));
}
