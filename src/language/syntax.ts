/** What the parser yields. Every node knows its offset in the text, so that errors can point at it. */

interface Placed {
  readonly at: number;
}

interface NumberLiteral extends Placed {
  readonly kind: 'number';
  readonly value: number;
}

interface Name extends Placed {
  readonly kind: 'name';
  readonly name: string;
}

export interface Unary extends Placed {
  readonly kind: 'unary';
  readonly operator: string;
  readonly operand: Expression;
}

interface Binary extends Placed {
  readonly kind: 'binary';
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Call extends Placed {
  readonly kind: 'call';
  readonly callee: string;
  readonly positional: readonly Expression[];
  readonly named: readonly NamedArgument[];
}

export interface NamedArgument extends Placed {
  readonly name: string;
  readonly value: Expression;
}

/** `[1, 2]` is one row; between several stands a `;`. */
export interface List extends Placed {
  readonly kind: 'list';
  readonly rows: readonly (readonly Expression[])[];
}

export interface Index extends Placed {
  readonly kind: 'index';
  readonly target: Expression;
  readonly places: readonly Place[];
}

/** What is taken along one axis: a single place, or those of a slice, whose ends may be left out. */
export type Place =
  | { readonly kind: 'single'; readonly value: Expression }
  | {
      readonly kind: 'slice';
      readonly at: number;
      readonly from: Expression | null;
      readonly to: Expression | null;
      readonly step: Expression | null;
    };

/** One of several results. Its offset is that of the name. */
export interface Field extends Placed {
  readonly kind: 'field';
  readonly target: Expression;
  readonly name: string;
}

export type Expression = NumberLiteral | Name | Unary | Binary | Call | List | Index | Field;

export interface Token {
  readonly kind: 'number' | 'name' | 'symbol' | 'end';
  readonly text: string;
  /** Only of a number. */
  readonly value: number;
  readonly at: number;
}

/** How tightly an operator binds what stands to its left and right; more binds tighter. */
export interface Power {
  readonly left: number;
  readonly right: number;
}

/** What sets one language apart from another; the parser is the same. */
export interface Grammar {
  readonly tokens: (text: string) => readonly Token[];
  /** Longest text, in characters. */
  readonly longest: number;
  /** Operators between two operands. */
  readonly binary: ReadonlyMap<string, Power>;
  /** Operators behind their operand. */
  readonly postfix: ReadonlySet<string>;
  /** What stands between the arguments of a call. */
  readonly separators: ReadonlySet<string>;
  /** `2π` and `2(3 + 4)` are products. */
  readonly implicitProducts: boolean;
  /** Indices, fields and `not`. */
  readonly structures: boolean;
  /** The names that may be called, also without parentheses where products may be implicit (√2); null: any. */
  readonly functions: ReadonlySet<string> | null;
}
