/**
 * Which call a result came from. Some functions choose their formula by the values of their arguments, as a pooling that drops
 * its last window; with other arguments the call must be made anew, for the old graph has the old formula.
 */
export interface Origin<N extends object> {
  readonly args: readonly N[];
  /** The same result of the same call with other arguments. @throws ArgumentError, ShapeError */
  again(args: readonly N[]): N;
}

/** Kept beside the nodes and not in them, so that a result that is an argument handed through is not changed. */
const origins = new WeakMap<object, unknown>();

export function originOf<N extends object>(node: N): Origin<N> | undefined {
  return origins.get(node) as Origin<N> | undefined;
}

export function setOrigin<N extends object>(node: N, origin: Origin<N>): void {
  origins.set(node, origin);
}

/** The new node stands for the old one, by another name. */
export function inheritOrigin<N extends object>(node: N, from: N): N {
  const origin = origins.get(from);
  if (origin) origins.set(node, origin);
  return node;
}
