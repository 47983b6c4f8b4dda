/** Student's distribution, for means of few papers. */

/** 97.5 % lie below, by degrees of freedom from 1. */
const FEW = [12.706204736, 4.30265273, 3.182446305, 2.776445105];
/** Of the standard normal distribution. */
const Z = 1.959963984540054;

/**
 * The 97.5 % quantile by degrees of freedom, to four decimals: a table for the first four, then the series of R. A. Fisher
 * and E. A. Cornish (Abramowitz and Stegun, 26.7.5).
 */
export function tQuantile(freedom: number): number {
  const first = FEW[freedom - 1];
  if (first !== undefined) return first;
  const power = (n: number): number => Z ** n;
  const terms = [
    Z,
    (power(3) + Z) / 4,
    (5 * power(5) + 16 * power(3) + 3 * Z) / 96,
    (3 * power(7) + 19 * power(5) + 17 * power(3) - 15 * Z) / 384,
    (79 * power(9) + 776 * power(7) + 1482 * power(5) - 1920 * power(3) - 945 * Z) / 92_160,
  ];
  return terms.reduce((sum, term, i) => sum + term / freedom ** i, 0);
}
