import { CONSTANT, INPUT, inOrder, type Node, numberOf } from '../../../src/compute/node.ts';
import { tensor } from '../../../src/compute/tensor.ts';

const WHOLE = new Set(['floor', 'ceil', 'round']);
const EXACT_DIGITS = 17;

/** A computation as somebody does it who writes down every result on the way, rounded to a few significant digits. */
export function withRounding(root: Node, digits: number): number {
  const results = new Map<Node, Node>();
  const nodes = inOrder([root]);
  // Nobody rounds what is rounded to a whole number in the next moment.
  const toWhole = new Set(nodes.filter(({ operation }) => WHOLE.has(operation.name)).flatMap(({ args }) => args));
  for (const node of nodes)
    results.set(node, { ...node, data: rounded(node, results, toWhole.has(node) ? EXACT_DIGITS : digits) });
  return numberOf(results.get(root) ?? tensor(Number.NaN));
}

function rounded(node: Node, results: ReadonlyMap<Node, Node>, digits: number): Float64Array {
  const { operation, args, attributes, data } = node;
  if (operation === INPUT || operation === CONSTANT) return data;
  const value = operation.evaluate(
    args.map(arg => results.get(arg) ?? arg),
    attributes,
  );
  // Nobody rounds a whole number.
  return value.data.map(number => (Number.isInteger(number) ? number : Number(number.toPrecision(digits))));
}

const SUMS = new Set(['add', 'sub', 'sum']);
/** From here on, an error in one term is five times as large in the result. */
const CANCELLED = 0.2;

/** Somewhere on the way nearly equal numbers are subtracted: of their digits few are left, however many there were. */
export function cancels(root: Node): boolean {
  return inOrder([root]).some(({ operation, args, data }) => {
    if (!SUMS.has(operation.name)) return false;
    const largest = Math.max(...args.flatMap(arg => [...arg.data].map(Math.abs)));
    return data.some(value => Math.abs(value) < CANCELLED * largest);
  });
}
