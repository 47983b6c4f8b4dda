const EASY_DIGITS = 8;

/** What was understood, for a glance: sixteen digits are too many to check. What is not a number stays as it is. */
export function shortReading(readAs: string): string {
  const value = Number(readAs);
  if (Number.isNaN(value)) return readAs;
  const short = String(Number(value.toPrecision(EASY_DIGITS)));
  return short.length < readAs.length ? `≈ ${short}` : readAs;
}
