import { digitsTex, exactDigits, shownDigits } from '../../compute/digits.ts';
import { constant, input, type Node } from '../../compute/node.ts';
import { type Nested, nested } from '../../compute/tensor.ts';
import { formula } from '../../compute/write.ts';
import { LanguageError } from '../../language/error.ts';
import { buildAuthor, parseAuthor } from '../../language/evaluate.ts';
import { type Located, placeIn, startOf } from '../../language/located.ts';
import { namesIn } from '../../language/names-in.ts';
import type { Expression } from '../../language/syntax.ts';
import type { Making } from '../author.ts';

/** Answers that are free within conditions: any kernel size, stride and padding that keep the size of the input. */

interface Condition {
  /** In the author's language, over the cells by their names and what is known. */
  readonly that: string;
  /** The same for a reader: LaTeX. */
  readonly tex: string;
  /** What is said where it fails: Markdown; null where the condition speaks for itself. */
  readonly otherwise: string | null;
}

interface Cell {
  readonly name: string;
  /** LaTeX of its symbol. */
  readonly tex: string;
}

export interface FreeCells {
  readonly cells: readonly Cell[];
  /** The values of the question that the conditions speak of. */
  readonly known: Readonly<Record<string, Nested>>;
  readonly conditions: readonly Condition[];
}

/** As written in a question file. */
export interface FreeTemplate {
  readonly cells: readonly Cell[];
  readonly conditions: readonly { readonly that: Located; readonly otherwise: Located | null }[];
}

/**
 * What any answer must meet in one variant.
 *
 * @param example the author's own answer, which must meet it as well
 */
export function freeCells({ cells, conditions }: FreeTemplate, example: readonly number[], making: Making): FreeCells {
  const spoken = conditions.flatMap(({ that }) => namesIn(parseAuthor(that.text)).map(name => ({ name, that })));
  const known = spoken
    .filter(({ name }) => name !== 'pi' && !cells.some(cell => cell.name === name))
    .map(({ name, that }) => [name, nested(making.evaluate({ ...that, text: name }))] as const);
  const free = { cells, known: Object.fromEntries(known), conditions: [] };
  return {
    ...free,
    conditions: conditions.map(({ that, otherwise }) => {
      const tex = checked(that, free, example, making).map(node => plain(formula(node).tex));
      return { that: that.text, tex: tex.join(', \\; '), otherwise: otherwise && making.fill(otherwise) };
    }),
  };
}

/** A condition at the example, where it must make sense and hold. */
function checked(that: Located, free: FreeCells, example: readonly number[], making: Making): readonly Node[] {
  try {
    const nodes = built(that.text, free, example);
    if (nodes.some(fails)) {
      making.reject(`"${that.text}" does not hold for the example, ${typed(free, example)}`, startOf(that));
    }
    return nodes;
  } catch (error) {
    if (!(error instanceof LanguageError)) throw error;
    return making.refuse(`"${that.text}": ${error.message}`, placeIn(that, error.position).place);
  }
}

const fails = ({ data }: Node): boolean => data.includes(0);

/**
 * The parts of a condition that `and` joins. What is known stands in them as a number, the cells by their names.
 *
 * @throws LanguageError where one has no value
 */
function built(condition: string, { cells, known }: FreeCells, values: readonly number[]): readonly Node[] {
  const names = new Map<string, Node>([
    ...Object.entries(known).map(([name, value]) => [name, constant(value)] as const),
    ...cells.map((cell, i) => [cell.name, input(cell, values[i] as number)] as const),
  ]);
  return conjuncts(parseAuthor(condition)).map(part => buildAuthor(part, names));
}

function conjuncts(expression: Expression): readonly Expression[] {
  const isJoined = expression.kind === 'binary' && expression.operator === 'and';
  return isJoined ? [expression.left, expression.right].flatMap(conjuncts) : [expression];
}

/** A single comparison stands without the brackets that make a number of it. */
function plain(tex: string): string {
  const inner = /^\\left\[(.*)\\right\]$/.exec(tex)?.[1];
  return inner === undefined || /\\(?:left|right)[[\]]/.test(inner) ? tex : inner;
}

/** The first condition that these cells do not meet, in the order of the file; null where they meet all. */
export function unmet(free: FreeCells, values: readonly number[]): Condition | null {
  const isMet = ({ that }: Condition): boolean => {
    try {
      return !built(that, free, values).some(fails);
    } catch (error) {
      // Without a value, because of a stride of 0 for instance, it does not hold.
      if (error instanceof LanguageError) return false;
      throw error;
    }
  };
  return free.conditions.find(condition => !isMet(condition)) ?? null;
}

/** `k = 3, s = 1, p = 1` */
function typed({ cells }: FreeCells, values: readonly number[]): string {
  return cells.map(({ name }, i) => `${name} = ${exactDigits(values[i] as number).text}`).join(', ');
}

/** The same for a reader: Markdown. */
export function namedCells({ cells }: FreeCells, values: readonly number[]): string {
  const equation = ({ tex }: Cell, i: number): string => {
    const { text, exact } = shownDigits(values[i] as number);
    return `$${tex} ${exact ? '=' : '\\approx'} ${digitsTex(text)}$`;
  };
  return cells.map(equation).join(', ');
}

/** `k = 3, s = 1` is how the key is shown, so it can be typed as well; offset by offset. */
export function withoutNames(text: string, { cells }: FreeCells): string {
  const names = cells.map(({ name }) => name).join('|');
  return text.replaceAll(new RegExp(`(?<![A-Za-z0-9_])(?:${names})\\s*=\\s*`, 'g'), name => ' '.repeat(name.length));
}
