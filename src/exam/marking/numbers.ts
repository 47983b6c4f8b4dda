/** Means, spreads and how two rows of numbers go together. */

/** null of an empty list. */
export function mean(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : sum(numbers) / numbers.length;
}

/** null of an empty list. */
export function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** Of a sample, with n − 1 below; null of fewer than two numbers. */
export function variance(numbers: readonly number[]): number | null {
  const middle = mean(numbers);
  if (middle === null || numbers.length < 2) return null;
  return sum(numbers.map(number => (number - middle) ** 2)) / (numbers.length - 1);
}

/** What differs less than this, relatively, differs by rounding alone. */
const NOISE = 1e-12;

/** Pearson's r; null of fewer than three pairs, and where one of the two never varies. */
export function correlation(xs: readonly number[], ys: readonly number[]): number | null {
  const [mx, my] = [mean(xs), mean(ys)];
  if (mx === null || my === null || xs.length < 3) return null;
  const dx = xs.map(x => x - mx);
  const dy = ys.map(y => y - my);
  const [sxx, syy] = [sum(dx.map(d => d * d)), sum(dy.map(d => d * d))];
  if (isNothing(sxx, xs) || isNothing(syy, ys)) return null;
  const r = sum(dx.map((d, i) => d * (dy[i] ?? 0))) / Math.sqrt(sxx * syy);
  return Math.max(-1, Math.min(1, r));
}

function isNothing(squares: number, numbers: readonly number[]): boolean {
  return squares <= NOISE * sum(numbers.map(number => number * number));
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
