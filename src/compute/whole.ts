import type { Node } from './node.ts';

/** Operations that make whole numbers of whole numbers. */
const CLOSED = new Set(['step', 'neg', 'add', 'sub', 'mul', 'abs', 'max', 'min', 'list', 'element', 'sum']);

/**
 * Whether a value is a count: whole, and reached through whole numbers alone, so that nobody needs to round on the way.
 * A mean of decimals that happens to be 2 is none.
 */
export function isCount(node: Node): boolean {
  const memory = new Map<Node, boolean>();
  const visit = (current: Node): boolean => {
    const known = memory.get(current);
    if (known !== undefined) return known;
    const isWhole = current.data.every(Number.isInteger);
    const { name } = current.operation;
    const keeps = CLOSED.has(name) || name === 'pow' || name === 'div' || current.args.length === 0;
    // A floor makes whole what was not, so nothing below it matters.
    const answer = isWhole && (name === 'floor' || name === 'ceil' || (keeps && current.args.every(visit)));
    memory.set(current, answer);
    return answer;
  };
  return visit(node);
}
