import { type Node, STEP } from '../compute/node.ts';
import { ValueError } from './error.ts';
import type { Expression } from './syntax.ts';

/** Why a function has no finite value, in words. */
const UNDEFINED: ReadonlyMap<string, string> = new Map([
  ['sqrt', 'a negative number has no real square root'],
  ...['ln', 'log', 'log2', 'log10'].map(name => [name, 'only a positive number has a logarithm'] as const),
]);

const TOO_LARGE = 'the value is too large to compute with';

/** The reason why the value of an expression is not finite. */
export function noValue(expression: Expression, node: Node): ValueError {
  return new ValueError(reasonOf(expression, node), expression.at);
}

function reasonOf(expression: Expression, node: Node): string {
  const { operation, args, data } = node.operation === STEP ? (node.args[0] as Node) : node;
  const infinite = data.some(value => Math.abs(value) === Number.POSITIVE_INFINITY);
  if (operation.name === 'pow' && !infinite) return 'this power of a negative number is not real';
  if (operation.name === 'pow' && args[0]?.data.includes(0)) return 'division by zero';
  const callee = expression.kind === 'call' ? expression.callee : '';
  if (operation.name === 'div' && args[1]?.data.includes(0)) {
    return callee === 'log' ? '1 is no base of a logarithm' : 'division by zero';
  }
  const known = UNDEFINED.get(callee);
  return known ?? (infinite ? TOO_LARGE : 'there is no value here: somewhere below is 0/0 or the like');
}
