import { type Attributes, apply, constant, input, type Node } from '../../src/compute/node.ts';
import { operation } from '../../src/compute/operations.ts';
import type { Nested } from '../../src/compute/tensor.ts';
import { sumOver as sum } from '../../src/compute/terms.ts';
import { buildAuthor, parseAuthor } from '../../src/language/evaluate.ts';

/** Short ways to make graphs. */

export const variable = (name: string, value: Nested, tex = name): Node => input({ name, tex }, value);

export const compute = (name: string, args: readonly Node[], attributes?: Attributes): Node =>
  apply(operation(name), args, attributes);

/** Any formula of the author's language over the given nodes. */
export function formulaOf(text: string, names: Readonly<Record<string, Node>> = {}): Node {
  return buildAuthor(parseAuthor(text), new Map(Object.entries(names)));
}

export const numberIn = (node: Node): number => node.data[0] as number;

export { constant, sum };
