/** The length of one axis: a whole number, or a product of a whole number and symbols such as 2*N. */
export interface Dimension {
  readonly factor: number;
  /** Sorted, and repeated for powers. */
  readonly symbols: readonly string[];
}

/** Nothing is left of symbols that are multiplied by 0. */
export function product(factor: number, symbols: readonly string[]): Dimension {
  return factor === 0 ? { factor: 0, symbols: [] } : { factor, symbols: symbols.toSorted() };
}

/** `2*N`, in the notation that is read. */
export function dimensionText(dimension: Dimension): string {
  return factors(dimension).join('*');
}

/** `2 N`, and `d_{\text{model}}` for a long name. */
export function dimensionTex({ factor, symbols }: Dimension): string {
  return factors({ factor, symbols: symbols.map(symbolTex) }).join(' ');
}

export function sameDimension(one: Dimension, other: Dimension): boolean {
  return dimensionText(one) === dimensionText(other);
}

export function sameShape(one: readonly Dimension[], other: readonly Dimension[]): boolean {
  return one.length === other.length && shapeText(one) === shapeText(other);
}

/** `(N, 2, 28, 28)`; of one dimension `(19,)`, as Python writes it. */
export function shapeText(shape: readonly Dimension[]): string {
  const [only, ...rest] = shape.map(dimensionText);
  if (only === undefined) return '()';
  return rest.length === 0 ? `(${only},)` : `(${[only, ...rest].join(', ')})`;
}

function factors({ factor, symbols }: Dimension): string[] {
  return factor === 1 && symbols.length > 0 ? [...symbols] : [String(factor), ...symbols];
}

function symbolTex(symbol: string): string {
  const [name = '', ...indices] = symbol.split('_').map(part => ([...part].length > 1 ? `\\text{${part}}` : part));
  return indices.length === 0 ? name : `${name}_{${indices.join(',')}}`;
}
