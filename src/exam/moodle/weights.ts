/** Answers within a text count by whole numbers. */

/** Halves, thirds, quarters and fifths of a credit are whole multiples of its inverse. */
const FINE = 60;

/**
 * What each answer of each part counts: in proportion to its share of the credits of its part, and adding up to the
 * credits of all parts where whole numbers can.
 *
 * @param parts credits, and how many answers
 */
export function weights(parts: readonly { readonly credits: number; readonly count: number }[]): readonly number[] {
  const common = parts.map(({ count }) => count).reduce(leastCommonMultiple, 1);
  const raw = parts.map(({ credits, count }) => (Math.round(credits * FINE) * common) / count);
  const divisor = raw.reduce(greatestCommonDivisor, 0) || 1;
  const least = raw.map(weight => weight / divisor);
  const sum = parts.reduce((total, { count }, i) => total + count * (least[i] ?? 0), 0);
  const credits = parts.reduce((total, part) => total + part.credits, 0);
  const times = Number.isInteger(credits / sum) ? credits / sum : 1;
  return least.map(weight => weight * times);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function leastCommonMultiple(a: number, b: number): number {
  return (a * b) / greatestCommonDivisor(a, b);
}
