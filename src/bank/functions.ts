import { signature } from '../compute/library/function.ts';
import { TYPES } from '../compute/library/parameters.ts';
import { chapters } from '../compute/library.ts';
import type { Node } from '../compute/node.ts';
import { evaluateText } from './evaluation.ts';

/** Every function of the author's language, as its documentation shows it. */

export interface ParameterEntry {
  readonly name: string;
  readonly type: string;
  /** What it may be, in words. */
  readonly means: string;
  /** A number, the name of an earlier parameter, or one of the words; null where there is none. */
  readonly default: number | string | null;
  readonly optional: boolean;
  /** Whether it is given by name only. */
  readonly named: boolean;
  readonly words: readonly string[] | null;
}

export interface FunctionEntry {
  readonly name: string;
  readonly signature: string;
  readonly chapter: string;
  readonly summary: string;
  /** LaTeX. */
  readonly formula: string;
  readonly shapes: string | null;
  readonly convention: string | null;
  readonly parameters: readonly ParameterEntry[];
  readonly example: string;
  readonly source: string;
}

export const functionEntries: readonly FunctionEntry[] = chapters.flatMap(({ title, functions }) =>
  functions.map(row => ({
    name: row.name,
    signature: signature(row),
    chapter: title,
    summary: row.summary,
    formula: row.formula,
    shapes: row.shapes ?? null,
    convention: row.convention ?? null,
    parameters: [...row.parameters].map(([name, parameter]) => ({
      name,
      type: parameter.type,
      means: parameter.words ? `one of the words ${parameter.words.join(', ')}` : TYPES[parameter.type],
      default: parameter.default ?? null,
      optional: parameter.optional ?? false,
      named: parameter.named ?? false,
      words: parameter.words ?? null,
    })),
    example: row.example,
    source: row.source,
  })),
);

/** By chapter, in the order in which they are read. */
export function functionsByChapter(): ReadonlyMap<string, readonly FunctionEntry[]> {
  return Map.groupBy(functionEntries, ({ chapter }) => chapter);
}

/** What the example of a function gives. @throws Error that names the function, where it gives nothing */
export function exampleOf({ name, example }: FunctionEntry): Node {
  try {
    return evaluateText(example, []).value;
  } catch (error) {
    throw new Error(`the example of ${name}, ${example}, cannot be computed`, { cause: error });
  }
}
