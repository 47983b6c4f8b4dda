import { apply, type Node, type Operation, STEP } from './node.ts';

/** Several results under names of their own, such as the gates of an LSTM. A record only holds nodes: it has no value. */

const EMPTY = { shape: [0], data: new Float64Array(0) };

const record = (names: readonly string[]): Operation => ({
  name: 'fields',
  fields: names,
  evaluate: () => EMPTY,
  write: (args, show) => ({ tex: args.map(arg => show(arg, 0, true)).join(',\\; '), level: 0 }),
  gradient: null,
});

export function fields(results: Readonly<Record<string, Node>>): Node {
  return apply(record(Object.keys(results)), Object.values(results));
}

/** The results by name, or null where the node is a single value. A step may give the record a name. */
export function fieldsOf(node: Node): ReadonlyMap<string, Node> | null {
  const bare = node.operation === STEP ? (node.args[0] as Node) : node;
  const { fields: names } = bare.operation;
  return names ? new Map(names.map((name, i) => [name, bare.args[i] as Node])) : null;
}
