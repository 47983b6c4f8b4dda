/** Signs and commands of LaTeX that people paste, beside the names of quantities and functions. */

/** What a command stands for among the signs. */
export const COMMAND_SIGNS: ReadonlyMap<string, string> = new Map([
  ['cdot', '*'],
  ['times', '*'],
  ['ast', '*'],
  ['div', '/'],
  ['odot', '.*'],
  ['circ', '.*'],
  ['oslash', './'],
  ['{', '('],
  ['}', ')'],
  ['%', '%'],
  ['lbrack', '['],
  ['rbrack', ']'],
]);

/** Commands that only space or size what they stand before. */
export const SILENT: ReadonlySet<string> = new Set(
  'left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr displaystyle textstyle limits nolimits quad qquad thinspace , ; : ! > space'.split(
    ' ',
  ),
);

export const FRACTION_COMMANDS: ReadonlySet<string> = new Set(['frac', 'dfrac', 'tfrac', 'cfrac']);

/** Bars by command: how many, and on which side they stand. */
export const BAR_COMMANDS: ReadonlyMap<string, { readonly bars: 1 | 2; readonly side: 'open' | 'close' | null }> =
  new Map(
    (
      [
        ['|', 2, null],
        ['Vert', 2, null],
        ['lVert', 2, 'open'],
        ['rVert', 2, 'close'],
        ['vert', 1, null],
        ['mid', 1, null],
        ['lvert', 1, 'open'],
        ['rvert', 1, 'close'],
      ] as const
    ).map(([name, bars, side]) => [name, { bars, side }]),
  );

/** Brackets that are functions. */
export const ROUNDING: ReadonlyMap<string, 'floor' | 'ceil' | ')'> = new Map([
  ['⌊', 'floor'],
  ['⌈', 'ceil'],
  ['⌋', ')'],
  ['⌉', ')'],
  ['lfloor', 'floor'],
  ['lceil', 'ceil'],
  ['rfloor', ')'],
  ['rceil', ')'],
]);

const WRITE_OUT = 'cannot be read here: write its terms out';
const COMPARED = 'compares two formulas: give only one; what is 1 for x > 0 and else 0 is written (1 + sign(x))/2';

/** What cannot be read, with what to do instead. */
export const REFUSED: ReadonlyMap<string, string> = new Map([
  ...['sum', '∑', 'Σ', 'prod', '∏', 'int', '∫', 'lim'].map(sign => [sign, WRITE_OUT] as const),
  ...['pm', 'mp', '±', '∓'].map(sign => [sign, 'stands for two formulas: give one of them'] as const),
  ...['partial', '∂', 'nabla', '∇'].map(
    sign => [sign, 'cannot be read here: write out what the derivative comes to'] as const,
  ),
  ...['le', 'leq', 'ge', 'geq', '≤', '≥', '<', '>', 'neq', '≠'].map(sign => [sign, COMPARED] as const),
  ...['infty', '∞'].map(sign => [sign, 'is no number to compute with'] as const),
  ['!', 'is not read: write the factorial as a product'],
  ['∛', 'is not read: write ^(1/3)'],
  ['∜', 'is not read: write ^(1/4)'],
  ...['⟨', '⟩', '〈', '〉', 'langle', 'rangle'].map(
    sign => [sign, 'is not read: write x^T y for the inner product'] as const,
  ),
  ...['⊗', 'otimes'].map(sign => [sign, 'is not read: write x y^T for the outer product'] as const),
  ...['binom', 'dbinom', 'tbinom', 'choose'].map(
    sign => [sign, 'is not read: write it as a quotient of products'] as const,
  ),
  ['begin', 'is not read: only matrices are; write cases with max, min or sign'],
  ['over', 'is not read: write \\frac{a}{b}, or (a)/(b)'],
]);

/** `A.T`, as in NumPy. */
export const TRANSPOSE_ATTRIBUTE = /\.T(?![\p{L}\p{M}\p{N}_])/uy;
/** `^T` in all its ways, the letter apart: that may be a name. */
export const TRANSPOSE_MARK =
  /\^\s*(?:\\(?:top|intercal)(?![A-Za-z])|\{\s*\\(?:top|intercal)\s*\}|\\(?:mathsf|mathrm|text)\s*\{?\s*T\s*\}?(?![A-Za-z])|\{\s*\\(?:mathsf|mathrm|text)\s*\{?\s*T\s*\}?\s*\}|[ᵀ⊤⊺])/uy;
/** As in x^TAx, where no name begins with T. */
export const TRANSPOSE_LETTER_TIGHT = /\^\s*T(?![\p{M}\p{N}_'])/uy;
export const TRANSPOSE_LETTER = /\^\s*(?:T(?![\p{L}\p{M}\p{N}_])|\{\s*T\s*\}|\(\s*T\s*\))/uy;

export const MATRIX_EDGE = /\\(begin|end)\s*\{\s*(?:[bpvBV]?matrix|array)\s*\}/y;

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ';
export const RAISED_RUN = new RegExp(`[${RAISED}]+`, 'uy');
export const PLAIN_OF_RAISED: ReadonlyMap<string, string> = new Map(
  [...RAISED].map((raised, i) => [raised, '0123456789+-()abcdefghijklmnoprstuvwxyz'[i] as string]),
);
