import { table } from '../table.ts';

/**
 * Letters by name. The rule for capitals: a Latin capital is called so where the question uses the small letter too, a
 * Greek one always. The words keep the letters as they are written, so that spelling out tells any other case.
 */

const GREEK = table<string>({
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ϵ: 'epsilon',
  ζ: 'zeta',
  η: 'eta',
  θ: 'theta',
  ϑ: 'theta',
  ι: 'iota',
  κ: 'kappa',
  ϰ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  ν: 'nu',
  ξ: 'xi',
  ο: 'omicron',
  π: 'pi',
  ϖ: 'pi',
  ρ: 'rho',
  ϱ: 'rho',
  σ: 'sigma',
  ς: 'sigma',
  τ: 'tau',
  υ: 'upsilon',
  φ: 'phi',
  ϕ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
  ϝ: 'digamma',
});

/** Letters that are names of something. */
const NAMED = table<string>({
  ℝ: 'the reals',
  ℕ: 'the naturals',
  ℤ: 'the integers',
  ℚ: 'the rationals',
  ℂ: 'the complex numbers',
  𝔼: 'the expectation',
  ℙ: 'the probability',
  '𝟙': 'indicator 1',
  ℓ: 'script l',
  ℏ: 'h bar',
  ı: 'dotless i',
  ȷ: 'dotless j',
  ℵ: 'aleph',
  ℜ: 'real part',
  ℑ: 'imaginary part',
});

const STYLES: readonly (readonly [from: number, to: number, style: string])[] = [
  [0x1d400, 0x1d433, 'bold'],
  [0x1d468, 0x1d49b, 'bold'],
  [0x1d49c, 0x1d503, 'script'],
  [0x1d504, 0x1d537, 'fraktur'],
  [0x1d538, 0x1d56b, 'double-struck'],
  [0x1d56c, 0x1d59f, 'fraktur'],
  [0x1d6a8, 0x1d6e1, 'bold'],
  [0x1d71c, 0x1d7cb, 'bold'],
  [0x1d7ce, 0x1d7d7, 'bold'],
  [0x1d7d8, 0x1d7e1, 'double-struck'],
];

const SCRIPT = /^[ℬℰℱℋℐℒℳℛℯℊℴ]$/u;

function styleOf(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  return STYLES.find(([from, to]) => code >= from && code <= to)?.[2] ?? (SCRIPT.test(letter) ? 'script' : '');
}

/** The letter without its style. */
function plainLetter(letter: string): string {
  // Numbers in circles and the like come apart into signs.
  return letter
    .normalize('NFKC')
    .replaceAll('\u2044', ' over ')
    .replaceAll(/[^\p{L}\p{N}\p{M} ]+/gu, ' ')
    .trim();
}

/** A letter of a formula as it is said, in a question whose letters in both cases are `both`, in lower case. */
export function spokenLetter(letter: string, both: ReadonlySet<string>): string {
  const named = NAMED[letter];
  if (named !== undefined) return named;
  const style = styleOf(letter);
  const plain = plainLetter(letter);
  const small = plain.toLowerCase();
  const greek = GREEK[small];
  const isCapital = small !== plain && (greek !== undefined || both.has(small));
  return [style, isCapital ? 'capital' : '', greek ?? plain].filter(Boolean).join(' ');
}
