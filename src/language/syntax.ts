/** What the parser yields. Every node knows its offset in the text, so that errors can point at it. */
export type Expression =
  | { readonly kind: 'number'; readonly at: number; readonly value: number }
  | { readonly kind: 'name'; readonly at: number; readonly name: string }
  | { readonly kind: 'unary'; readonly at: number; readonly operator: string; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly at: number;
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'call';
      readonly at: number;
      readonly callee: string;
      readonly positional: readonly Expression[];
      readonly named: readonly (readonly [name: string, value: Expression])[];
    }
  | { readonly kind: 'list'; readonly at: number; readonly items: readonly Expression[] }
  | { readonly kind: 'index'; readonly at: number; readonly target: Expression; readonly index: Expression };

export interface Token {
  readonly kind: 'number' | 'name' | 'symbol' | 'end';
  readonly text: string;
  /** Only of a number. */
  readonly value: number;
  readonly at: number;
}

/** What sets one language apart from another; the parser is the same. */
export interface Grammar {
  readonly tokens: (text: string) => Token[];
  /** Longest text, in characters. */
  readonly longest: number;
  /** `2π` and `2(3 + 4)` are products. */
  readonly implicitProducts: boolean;
  /** Lists, indexing, named arguments and comparisons. */
  readonly structures: boolean;
  /** The names that may be called, also without parentheses where products may be implicit (√2); null: any. */
  readonly functions: ReadonlySet<string> | null;
}
