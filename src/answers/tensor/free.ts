import { constant, input, type Node } from '../../compute/node.ts';
import { type Nested, nested } from '../../compute/tensor.ts';
import { LanguageError } from '../../language/error.ts';
import { buildAuthor, parseAuthor } from '../../language/evaluate.ts';
import { type Located, placeIn, startOf } from '../../language/located.ts';
import { namesIn } from '../../language/names-in.ts';
import type { Making } from '../author.ts';

/** Answers that are free within conditions: any kernel size, stride and padding that keep the size of the input. */

interface Condition {
  /** In the author's language, over the cells by their names and what is known. */
  readonly that: string;
  /** What is said where it fails: Markdown; null where the condition speaks for itself. */
  readonly otherwise: string | null;
}

export interface FreeCells {
  /** Of the cells in order. */
  readonly names: readonly string[];
  /** The values of the question that the conditions speak of. */
  readonly known: Readonly<Record<string, Nested>>;
  readonly conditions: readonly Condition[];
}

/** As written in a question file. */
export interface FreeTemplate {
  readonly names: readonly string[];
  readonly conditions: readonly { readonly that: Located; readonly otherwise: Located | null }[];
}

/** What the conditions speak of, in one variant. @throws where they speak of what does not exist */
export function freeCells({ names, conditions }: FreeTemplate, making: Making): FreeCells {
  const spoken = conditions.flatMap(({ that }) => namesIn(parseAuthor(that.text)).map(name => ({ name, that })));
  const known = spoken
    .filter(({ name }) => !names.includes(name) && name !== 'pi')
    .map(({ name, that }) => [name, nested(making.evaluate({ ...that, text: name }))] as const);
  return {
    names,
    known: Object.fromEntries(known),
    conditions: conditions.map(({ that, otherwise }) => ({
      that: that.text,
      otherwise: otherwise && making.fill(otherwise),
    })),
  };
}

/** Whether cells meet a condition. @throws LanguageError where it has no value for them */
function meets(condition: string, { names, known }: FreeCells, cells: readonly number[]): boolean {
  const values = new Map<string, Node>([
    ...Object.entries(known).map(([name, value]) => [name, input({ name, tex: name }, value)] as const),
    ...names.map((name, i) => [name, constant(cells[i] as number)] as const),
  ]);
  return !buildAuthor(parseAuthor(condition), values).data.includes(0);
}

/** The first condition that these cells do not meet, in the order of the file; null where they meet all. */
export function unmet(free: FreeCells, cells: readonly number[]): Condition | null {
  const isMet = ({ that }: Condition): boolean => {
    try {
      return meets(that, free, cells);
    } catch (error) {
      // Without a value, because of a stride of 0 for instance, it does not hold.
      if (error instanceof LanguageError) return false;
      throw error;
    }
  };
  return free.conditions.find(condition => !isMet(condition)) ?? null;
}

/** The author's own example must meet the conditions, and these must make sense. */
export function checkExample(
  { conditions }: FreeTemplate,
  free: FreeCells,
  cells: readonly number[],
  making: Making,
): void {
  for (const { that } of conditions) {
    try {
      if (!meets(that.text, free, cells)) {
        making.reject(`"${that.text}" does not hold for the example, ${namedCells(free, cells)}`, startOf(that));
      }
    } catch (error) {
      if (!(error instanceof LanguageError)) throw error;
      making.refuse(`"${that.text}": ${error.message}`, placeIn(that, error.position).place);
    }
  }
}

/** `k = 3, s = 1, p = 1` */
export function namedCells({ names }: FreeCells, cells: readonly (number | null)[]): string {
  return names.map((name, i) => `${name} = ${cells[i] ?? '_'}`).join(', ');
}
