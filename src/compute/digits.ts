/** Numbers as people write them, and their LaTeX. */

const SHOWN_DIGITS = 4;
const EXACT_DIGITS = 12;
/** Below this and above its reciprocal a number is written with a power of ten. */
const SMALLEST_PLAIN = 1e-4;
const LARGEST_PLAIN = 1e15;
/** Two doubles closer than this, relatively, differ only by rounding on the way. */
const NOISE = 1e-14;

/** A decimal as it is shown, and whether that is the number itself or a rounding of it. */
export interface Shown {
  readonly text: string;
  readonly exact: boolean;
}

/** A drawn or written number in full, without the noise of binary fractions (0.1 + 0.2 is 0.3). */
export function exactDigits(value: number): Shown {
  return digits(value, Math.max(EXACT_DIGITS, wholeDigits(Math.abs(value))));
}

/** A computed number: whole if it is whole, else to 4 significant digits, never cutting the whole part. */
export function shownDigits(value: number): Shown {
  const size = Math.abs(value);
  return digits(value, Math.max(SHOWN_DIGITS, wholeDigits(size)));
}

/** Of a number that is not written with a power of ten. */
function wholeDigits(size: number): number {
  return size >= 1 && size < LARGEST_PLAIN ? Math.floor(Math.log10(size)) + 1 : 0;
}

function digits(value: number, significant: number): Shown {
  if (Number.isInteger(value) && Math.abs(value) < LARGEST_PLAIN) return { text: String(value + 0), exact: true };
  const cut = Number(value.toPrecision(significant));
  // The very largest doubles round up to infinity.
  const rounded = Number.isFinite(cut) ? cut : value;
  return { text: plainOrScientific(rounded), exact: Math.abs(rounded - value) <= NOISE * Math.abs(value) };
}

/** `0.001`, `2.5e-7`. Readable by both grammars. */
function plainOrScientific(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= SMALLEST_PLAIN && size < LARGEST_PLAIN) return String(value);
  const [mantissa, exponent] = value.toExponential().split('e') as [string, string];
  return `${mantissa}e${Number(exponent)}`;
}

/** LaTeX of a shown number: `2.5 \cdot 10^{-7}`. */
export function digitsTex(text: string): string {
  const [mantissa, exponent] = text.split('e');
  if (exponent === undefined) return text;
  const sign = mantissa === '1' ? '' : '-';
  return Math.abs(Number(mantissa)) === 1 ? `${sign}10^{${exponent}}` : `${mantissa} \\cdot 10^{${exponent}}`;
}
