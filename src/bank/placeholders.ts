import { digitsTex, exactDigits, shownDigits } from '../compute/digits.ts';
import { type Nested, nested, type Tensor } from '../compute/tensor.ts';
import type { Located } from '../language/located.ts';
import { piece } from '../language/located.ts';
import { evaluate, isComputed, type Names } from './formula.ts';

/** `{{ formula }}` in a text stands for its value; `{{steps}}` for the worked steps. */

const PLACEHOLDER = /\{\{([^{}]+)\}\}/g;
const STEPS = 'steps';

/** What stands before, between and behind the placeholders of a text. */
export function literalPieces(text: string): readonly string[] {
  // Every second piece is what stood in a placeholder.
  return text.split(PLACEHOLDER).filter((_, i) => i % 2 === 0);
}

/** The formulas of a text with their places. */
export function formulasIn(source: Located): Located[] {
  return [...source.text.matchAll(PLACEHOLDER)]
    .map(match => formulaOf(match, source))
    .filter(formula => formula.text !== STEPS);
}

function formulaOf(match: RegExpExecArray, source: Located): Located {
  const formula = (match[1] as string).trim();
  const start = match.index + match[0].indexOf(formula);
  return piece(source, start, start + formula.length);
}

/**
 * The text with every value in place.
 *
 * @param words drawn words, which only texts can show
 * @param steps Markdown of the worked steps
 * @throws FormulaError at a formula that cannot be computed
 */
export function fill(source: Located, names: Names, words: ReadonlyMap<string, string>, steps = ''): string {
  const { text } = source;
  let filled = '';
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    filled += text.slice(end, match.index);
    end = match.index + match[0].length;
    const formula = (match[1] as string).trim();
    const place = { before: filled, after: text.slice(end) };
    filled += formula === STEPS ? steps : (words.get(formula) ?? written(formulaOf(match, source), names, place));
  }
  return filled + text.slice(end);
}

/**
 * The same for a formula that a student could type: numbers as they are typed, negative ones in parentheses.
 *
 * @throws FormulaError at a formula that cannot be computed
 */
export function fillFormula(source: Located, names: Names): string {
  return source.text.replaceAll(PLACEHOLDER, (whole, _, index: number) => {
    const match = Object.assign([whole, whole.slice(2, -2)], { index, input: source.text }) as RegExpExecArray;
    const { shape, data } = evaluate(formulaOf(match, source), names);
    const text = shape.length === 0 ? exactDigits(data[0] as number).text : `[${rowsText({ shape, data })}]`;
    return /^[\d.]+$|^\[/.test(text) ? text : `(${text})`;
  });
}

function rowsText({ shape, data }: Tensor): string {
  const columns = shape.length === 1 ? 1 : (shape.at(-1) as number);
  return [...data]
    .map(
      (value, i) => `${exactDigits(value).text}${i === data.length - 1 ? '' : (i + 1) % columns === 0 ? '; ' : ', '}`,
    )
    .join('');
}

interface Place {
  readonly before: string;
  readonly after: string;
}

function written(formula: Located, names: Names, { before, after }: Place): string {
  const node = evaluate(formula, names);
  const digits = isComputed(node) ? shownDigits : exactDigits;
  const inMath = insideMath(before);
  const number = (value: number): string => {
    const { text } = digits(value);
    if (!inMath) return text.includes('e') ? `$${digitsTex(text)}$` : text.replace('-', '−');
    const tex = digitsTex(text);
    if (IN_SCRIPT.test(before)) return `{${tex}}`;
    const isLoose =
      (value < 0 && FOLLOWS_OPERATOR.test(before)) || (/\D/.test(tex.replace('.', '')) && RAISED.test(after));
    return isLoose ? `(${tex})` : tex;
  };
  const list = (values: Nested): string =>
    typeof values === 'number' ? number(values) : `[${values.map(list).join(', ')}]`;
  const values = nested(node);
  if (typeof values === 'number' || !inMath || node.shape.length > 2) return list(values);
  const row = (cells: Nested): string =>
    [cells]
      .flat()
      .map(cell => digitsTex(digits(cell as number).text))
      .join(' & ');
  const rows = node.shape.length === 1 ? [values as Nested] : (values as readonly Nested[]);
  return `\\begin{bmatrix} ${rows.map(row).join(' \\\\ ')} \\end{bmatrix}`;
}

/** In `a - {{b}}` a negative b needs parentheses. */
const FOLLOWS_OPERATOR = /(?:[-+*/]|\\cdot|\\times|\\div)\s*$/;

/** In `{{a}}^2` a negative a, or one with a power of ten, needs them too. */
const RAISED = /^\s*\^/;

/** In `2^{{n}}` the braces of the exponent are those of the placeholder. */
const IN_SCRIPT = /[\^_]\s*$/;

/** Whether the end of a text lies between dollar signs. */
function insideMath(text: string): boolean {
  return (text.replaceAll(/\\\$/g, '').match(/\$\$|\$/g) ?? []).length % 2 === 1;
}
