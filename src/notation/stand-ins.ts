import { columns, graphemes } from './columns.ts';

/** Signs of one column for terminals that have no others than ASCII: one stands for one, so that nothing moves. */

const pairs = (from: string, to: string): (readonly [string, string])[] => {
  const signs = [...to];
  return [...from].map((sign, i) => [sign, signs[i] ?? '?']);
};

const STAND_INS: ReadonlyMap<string, string> = new Map([
  // Shades and bars, the lightest first: those that tell something apart within a drawing stay apart.
  ...pairs('·░▒▓█▄■□', '.:+*#_#.'),
  // Lines, thin and double.
  ...pairs('─━╶╴│┃╎', '----|||'),
  ...pairs('├┤┬┴┼┌┐└┘', '||++++++++'),
  ...pairs('╭╮╰╯╱╲', "..''/\\"),
  ...pairs('═║╔╗╚╝╠╣', '="====||'),
  // Arrows and marks.
  ...pairs('▸▶►◂◀◄▲▴▼▾', '>>><<<^^vv'),
  ...pairs('→←↑↓↔⇒⇐⟶⟵', '><^v-><><'),
  ...pairs('✓✗◐⚠●○◯•∙', '+x~!*oo*.'),
  // Text around them.
  ...pairs('–—−…‘’‚“”„«»‹›', `---~''''""<><>`),
  ...pairs('×÷±√∞∂∇∘⊙⊗⊕', 'x/+V8dVo@@@'),
  ...pairs('≈≠≤≥≪≫≡∼∝∈∑∏∫∗⋅', '~#<><>=~~eSPS*.'),
  ...pairs('‖∥∣⊤⊥⟂⋮⋯⋱∧∨¬', '|||T__:~\\^v~'),
  ...pairs('′″‴°', `'"'o`),
  // Brackets in pieces.
  ...pairs('⎡⎢⎣⎤⎥⎦⌈⌊⌉⌋', '[[[]]][[]]'),
  ...pairs('⎛⎜⎝⎞⎟⎠', '((()))'),
  ...pairs('⎧⎨⎩⎪⎫⎬⎭', '{{{|}}}'),
  ...pairs('⟨⟩', '<>'),
  // Raised and lowered letters: those of formulas are written with ^ and _ before they come here.
  ...pairs('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾', '0123456789+-=()'),
  ...pairs('₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎', '0123456789+-=()'),
  // Greek as in Beta Code, which has a letter of its own for each.
  ...pairs('αβγδεϵζηθικλμνξοπρσςτυφϕχψω', 'abgdeezhqiklmncoprsstuffxyw'),
  ...pairs('ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ', 'ABGDEZHQIKLMNCOPRSTUFXYW'),
]);

const PLAIN = /^[ -~]*$/;

/**
 * The text in ASCII, exactly as wide. Letters of words stay what they are, in whatever script: a name or an answer with other
 * letters in it would be another one.
 */
export function asciiOf(text: string): string {
  return PLAIN.test(text) ? text : graphemes(text).map(standIn).join('');
}

function standIn(sign: string): string {
  if (PLAIN.test(sign)) return sign;
  const known = STAND_INS.get(sign);
  if (known !== undefined) return known;
  // Letters in another style, such as ℝ or 𝒩, are letters of ASCII to the compatibility form.
  const compatible = sign.normalize('NFKC');
  if (compatible.length === 1 && PLAIN.test(compatible)) return compatible.padEnd(columns(sign));
  return /^[\p{L}\p{N}]/u.test(sign) ? sign : '?'.repeat(columns(sign));
}
