import type { MarkedPaper } from './mark-paper.ts';
import { mean, median, sum, variance } from './numbers.ts';
import { byLetters } from './replies.ts';
import { tQuantile } from './student-t.ts';

/** How a class did as a whole, and whether its forms were equally hard. Scores are credits. */

export interface ClassStatistics {
  readonly papers: number;
  /** Of the whole exam. */
  readonly credits: number;
  readonly passed: number;
  readonly mean: number | null;
  /** Of a sample, with n − 1 below; null of a single paper. */
  readonly deviation: number | null;
  readonly median: number | null;
  /** Papers by tenths of the credits, the last one with its upper end. */
  readonly histogram: readonly number[];
  /** Cronbach's alpha of the questions; null where it cannot be told. */
  readonly alpha: number | null;
  readonly forms: readonly FormStatistics[];
}

export interface FormStatistics {
  /** A, B … */
  readonly form: string;
  readonly papers: number;
  readonly passed: number;
  readonly mean: number | null;
  readonly deviation: number | null;
  /** Holds the mean of many such classes in 95 of 100 cases, by Student's t; null of a single paper. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly alpha: number | null;
}

const BINS = 10;

export function classStatistics(papers: readonly MarkedPaper[]): ClassStatistics {
  const totals = papers.map(({ earned }) => earned);
  const credits = papers[0]?.credits ?? 0;
  const forms = [...Map.groupBy(papers, ({ form }) => form)].sort(([a], [b]) => byLetters(a, b));
  return {
    papers: papers.length,
    credits,
    passed: passedOf(papers),
    mean: mean(totals),
    deviation: root(variance(totals)),
    median: median(totals),
    histogram: histogramOf(totals, credits),
    alpha: alphaOf(papers),
    forms: forms.map(([form, some]) => formStatistics(form, some)),
  };
}

function formStatistics(form: string, papers: readonly MarkedPaper[]): FormStatistics {
  const totals = papers.map(({ earned }) => earned);
  return {
    form,
    papers: papers.length,
    passed: passedOf(papers),
    mean: mean(totals),
    deviation: root(variance(totals)),
    interval: meanInterval(totals),
    alpha: alphaOf(papers),
  };
}

function passedOf(papers: readonly MarkedPaper[]): number {
  return papers.filter(({ passed }) => passed).length;
}

/** `x̄ ± t · s / √n`, 95 %; null of fewer than two numbers. */
export function meanInterval(numbers: readonly number[]): FormStatistics['interval'] {
  const [middle, spread] = [mean(numbers), variance(numbers)];
  if (middle === null || spread === null) return null;
  const half = tQuantile(numbers.length - 1) * Math.sqrt(spread / numbers.length);
  return { low: middle - half, high: middle + half };
}

function histogramOf(totals: readonly number[], credits: number): readonly number[] {
  const bins = Array.from({ length: BINS }, () => 0);
  for (const total of totals) {
    // Nine tenths of 90 credits are 81, whatever rounding says.
    const bin = Math.min(BINS - 1, Math.floor((BINS * total) / credits + 1e-9));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins;
}

/** Of papers with the same questions, by their credits. */
function alphaOf(papers: readonly MarkedPaper[]): number | null {
  const rows = papers.map(paper => {
    const questions = paper.problems.flatMap(problem => problem.questions);
    return new Map(questions.map(({ id, earned }) => [id, earned]));
  });
  const ids = [...(rows[0]?.keys() ?? [])];
  const isSame = rows.every(row => row.size === ids.length && ids.every(id => row.has(id)));
  return isSame ? cronbach(ids.map(id => rows.map(row => row.get(id) ?? 0))) : null;
}

/**
 * `k / (k − 1) · (1 − Σ sᵢ² / s²)`, with the variances of the k items and of their sum. L. J. Cronbach, Psychometrika 16
 * (1951) 297–334.
 *
 * @param items the scores of all papers, item by item
 * @returns 1 at most; null of a single item or paper, and where all totals are the same
 */
export function cronbach(items: readonly (readonly number[])[]): number | null {
  const count = items.length;
  const totals = (items[0] ?? []).map((_, paper) => sum(items.map(item => item[paper] ?? 0)));
  const whole = variance(totals);
  if (count < 2 || whole === null || whole < 1e-12) return null;
  const parts = sum(items.map(item => variance(item) ?? 0));
  return (count / (count - 1)) * (1 - parts / whole);
}

function root(square: number | null): number | null {
  return square === null ? null : Math.sqrt(square);
}
