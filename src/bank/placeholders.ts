import { digitsTex, exactDigits, shownDigits } from '../compute/digits.ts';
import { type Nested, nested } from '../compute/tensor.ts';
import { evaluate, isComputed, type Names } from './formula.ts';
import type { Located } from './template.ts';

/** `{{ formula }}` in a text stands for its value; `{{steps}}` for the worked steps. */

const PLACEHOLDER = /\{\{([^{}]+)\}\}/g;
const STEPS = 'steps';

/** The formulas of a text with their lines. */
export function formulasIn({ text, line }: Located): Located[] {
  return [...text.matchAll(PLACEHOLDER)]
    .map(match => ({
      text: (match[1] as string).trim(),
      line: line + text.slice(0, match.index).split('\n').length - 1,
    }))
    .filter(formula => formula.text !== STEPS);
}

/**
 * The text with every value in place.
 *
 * @param words drawn words, which only texts can show
 * @param steps Markdown of the worked steps
 * @throws QuestionError at a formula that cannot be computed
 */
export function fill(source: Located, names: Names, words: ReadonlyMap<string, string>, steps = ''): string {
  const { text, line } = source;
  let filled = '';
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    filled += text.slice(end, match.index);
    end = match.index + match[0].length;
    const formula = (match[1] as string).trim();
    const at = line + text.slice(0, match.index).split('\n').length - 1;
    const place = { before: filled, after: text.slice(end) };
    filled += formula === STEPS ? steps : (words.get(formula) ?? written({ text: formula, line: at }, names, place));
  }
  return filled + text.slice(end);
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
