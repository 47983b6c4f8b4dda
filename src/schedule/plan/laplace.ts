/** The Gaussian that comes closest to what the reviews leave open about a student's weights. */

import { type Evidence, logLikelihood, predict } from './evidence.ts';
import { DIMENSIONS, weightsOf } from './prior.ts';

export interface Gaussian {
  readonly mean: Float64Array;
  /** Lower triangle L, by rows, of the inverse covariance L Lᵀ. */
  readonly precision: Float64Array;
}

const MOST_STEPS = 8;
const SMALL_STEP = 0.02;
const DIFFERENCE = 0.02;
const MOST_HALVINGS = 5;

/** Logarithm of prior times likelihood at z, up to a constant. */
export type LogPosterior = (z: Float64Array) => number;

export function logPosterior(center: readonly number[], evidence: Evidence): LogPosterior {
  const recall = new Float64Array(evidence.grades.length);
  return z => {
    predict(evidence, weightsOf(center, z), recall);
    return logLikelihood(evidence, recall) - dot(z, z) / 2;
  };
}

/** Gauss and Newton's way to the mode, then the curvature there. The prior alone gives curvature 1 in each direction. */
export function laplace(center: readonly number[], evidence: Evidence): Gaussian {
  const value = logPosterior(center, evidence);
  let mean: Float64Array = new Float64Array(DIMENSIONS);
  let best = value(mean);
  let { gradient, precision } = curvature(center, evidence, mean);
  for (let step = 0; step < MOST_STEPS; step++) {
    const direction = solveUpper(precision, solveLower(precision, gradient));
    let length = 1;
    let next = along(mean, direction, length);
    let reached = value(next);
    for (let halving = 0; reached < best && halving < MOST_HALVINGS; halving++) {
      length /= 2;
      next = along(mean, direction, length);
      reached = value(next);
    }
    if (reached < best) break;
    [mean, best] = [next, reached];
    ({ gradient, precision } = curvature(center, evidence, mean));
    if (length * Math.sqrt(dot(direction, direction)) < SMALL_STEP) break;
  }
  return { mean, precision };
}

function curvature(
  center: readonly number[],
  evidence: Evidence,
  z: Float64Array,
): { readonly gradient: Float64Array; readonly precision: Float64Array } {
  const { grades } = evidence;
  const here = new Float64Array(grades.length);
  predict(evidence, weightsOf(center, z), here);
  const slopes = Array.from({ length: DIMENSIONS }, (_, k) => {
    const there = new Float64Array(grades.length);
    const moved = z.slice();
    moved[k] = (moved[k] ?? 0) + DIFFERENCE;
    predict(evidence, weightsOf(center, moved), there);
    return there.map((recall, i) => (recall - (here[i] ?? 0)) / DIFFERENCE);
  });
  const certainty = here.map(recall => (recall > 0 ? 1 / (recall * (1 - recall)) : 0));
  const surprise = certainty.map((c, i) => c * ((grades[i] === 1 ? 0 : 1) - (here[i] ?? 0)));
  const gradient = Float64Array.from(slopes, (slope, k) => dot(slope, surprise) - (z[k] ?? 0));
  const information = new Float64Array(DIMENSIONS * DIMENSIONS);
  for (const [row, slope] of slopes.entries()) {
    const weighed = slope.map((s, i) => s * (certainty[i] ?? 0));
    for (const [column, other] of slopes.slice(0, row + 1).entries()) {
      information[row * DIMENSIONS + column] = dot(weighed, other) + (row === column ? 1 : 0);
    }
  }
  return { gradient, precision: cholesky(information) };
}

function along(from: Float64Array, direction: Float64Array, length: number): Float64Array {
  return from.map((x, i) => x + length * (direction[i] ?? 0));
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** The lower triangle L with L Lᵀ = the matrix, of which only the lower triangle is read. It is 1 or more everywhere. */
function cholesky(matrix: Float64Array): Float64Array {
  const lower = new Float64Array(matrix.length);
  for (let row = 0; row < DIMENSIONS; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * DIMENSIONS + column] ?? 0;
      for (let k = 0; k < column; k++) {
        sum -= (lower[row * DIMENSIONS + k] ?? 0) * (lower[column * DIMENSIONS + k] ?? 0);
      }
      const diagonal = lower[column * DIMENSIONS + column] ?? 1;
      lower[row * DIMENSIONS + column] = row === column ? Math.sqrt(Math.max(sum, 1e-9)) : sum / diagonal;
    }
  }
  return lower;
}

/** x with L x = b. */
function solveLower(lower: Float64Array, b: Float64Array): Float64Array {
  const x = new Float64Array(DIMENSIONS);
  for (let row = 0; row < DIMENSIONS; row++) {
    let sum = b[row] ?? 0;
    for (let k = 0; k < row; k++) sum -= (lower[row * DIMENSIONS + k] ?? 0) * (x[k] ?? 0);
    x[row] = sum / (lower[row * DIMENSIONS + row] ?? 1);
  }
  return x;
}

/** x with Lᵀ x = b. With b standard normal, x has the covariance (L Lᵀ)⁻¹. */
export function solveUpper(lower: Float64Array, b: Float64Array): Float64Array {
  const x = new Float64Array(DIMENSIONS);
  for (let row = DIMENSIONS - 1; row >= 0; row--) {
    let sum = b[row] ?? 0;
    for (let k = row + 1; k < DIMENSIONS; k++) sum -= (lower[k * DIMENSIONS + row] ?? 0) * (x[k] ?? 0);
    x[row] = sum / (lower[row * DIMENSIONS + row] ?? 1);
  }
  return x;
}
