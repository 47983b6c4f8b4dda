/**
 * The formula between MathML and its layout: what a reader sees, with nothing left of the markup.
 */
export type Node = MathSymbol | Space | Row | Fraction | Root | Scripts | Accent | Brace | Fence | Grid | Frame;

/** What a symbol does in a row; the spaces around it follow from that. */
export type Role =
  | 'ordinary'
  | 'word'
  | 'large'
  | 'binary'
  | 'relation'
  | 'prefix'
  | 'open'
  | 'close'
  | 'punctuation'
  | 'text'
  | 'fraction';

interface MathSymbol {
  readonly kind: 'symbol';
  readonly text: string;
  readonly role: Role;
}

interface Space {
  readonly kind: 'space';
  readonly columns: number;
}

interface Row {
  readonly kind: 'row';
  readonly items: readonly Node[];
}

interface Fraction {
  readonly kind: 'fraction';
  readonly top: Node;
  readonly bottom: Node;
  /** False for binomials, which have no bar. */
  readonly bar: boolean;
}

interface Root {
  readonly kind: 'root';
  readonly body: Node;
  readonly index?: Node | undefined;
}

export interface Scripts {
  readonly kind: 'scripts';
  readonly base: Node;
  readonly sub?: Node | undefined;
  readonly sup?: Node | undefined;
  /** True where a display sets the scripts below and above, as with sums. */
  readonly limits: boolean;
}

interface Accent {
  readonly kind: 'accent';
  readonly base: Node;
  /** A key of the table of accents. */
  readonly accent: string;
}

/** A brace above or below; its label, if any, is a script with limits. */
interface Brace {
  readonly kind: 'brace';
  readonly base: Node;
  readonly over: boolean;
}

interface Fence {
  readonly kind: 'fence';
  readonly open: string;
  readonly close: string;
  readonly body: Node;
}

export type Align = 'left' | 'center' | 'right';

export interface Grid {
  readonly kind: 'grid';
  readonly rows: readonly (readonly Node[])[];
  readonly align: readonly Align[];
  /** True for `aligned` and its relatives: lines of one derivation and not the cells of a matrix. */
  readonly derivation: boolean;
}

interface Frame {
  readonly kind: 'frame';
  readonly body: Node;
}

/** A row, flat: rows inside rows are dissolved, and a row of one item is that item. */
export function row(items: readonly Node[]): Node {
  const flat = itemsOf({ kind: 'row', items });
  const [first] = flat;
  return first && flat.length === 1 ? first : { kind: 'row', items: flat };
}

/** The items of a row; anything else is a row of itself. */
export function itemsOf(node: Node): readonly Node[] {
  if (node.kind !== 'row') return [node];
  return node.items.some(item => item.kind === 'row') ? node.items.flatMap(itemsOf) : node.items;
}

export function isSymbol(node: Node | undefined, text?: string): node is MathSymbol {
  return node?.kind === 'symbol' && (text === undefined || node.text === text);
}

/** Writes a formula on one line; handed to those who write its parts, who would else have to import their caller. */
export type OneLine = (node: Node, compact?: boolean) => string;
