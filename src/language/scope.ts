import type { Argument, LibraryFunction } from '../compute/library/function.ts';
import type { Node } from '../compute/node.ts';
import type { Effort } from './effort.ts';
import type { Expression, List } from './syntax.ts';

/** The value of a part of an expression; a single result, never a record. */
export type Compute = (expression: Expression) => Node;

/** What the signs of an expression mean: the trees of all languages are alike. */
export interface Dialect {
  /** @throws ShapeError where the shapes do not fit */
  readonly binary: (operator: string, left: Node, right: Node) => Node;
  /** @throws ValueError where the rows do not fit together */
  readonly list: (expression: List, compute: Compute) => Node;
  /** @throws ArgumentError or ShapeError */
  readonly call: (row: LibraryFunction, args: ReadonlyMap<string, Argument>) => Node;
}

/** What an expression is computed with. */
export interface Scope {
  readonly dialect: Dialect;
  readonly names: ReadonlyMap<string, Node>;
  /** Names that everybody knows, where `names` has none of them. */
  readonly constants: ReadonlyMap<string, Node>;
  readonly functions: ReadonlyMap<string, LibraryFunction>;
  /** What this evaluation has cost so far. */
  readonly effort: Effort;
}
