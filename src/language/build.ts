import { closest, distance } from 'fastest-levenshtein';
import { GradientError } from '../compute/gradient.ts';
import { ArgumentError } from '../compute/library/function.ts';
import { apply, constant, isConstant, type Node } from '../compute/node.ts';
import { element, list } from '../compute/operations/structure.ts';
import { operation } from '../compute/operations.ts';
import { ShapeError } from '../compute/tensor.ts';
import { LanguageError, ValueError } from './error.ts';
import type { Callable } from './functions.ts';
import type { Expression } from './syntax.ts';

/** What the names of an expression stand for. */
export interface Scope {
  readonly names: ReadonlyMap<string, Node>;
  readonly functions: ReadonlyMap<string, Callable>;
}

const BINARY: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'div',
  '^': 'pow',
  '==': 'eq',
  '!=': 'ne',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
  // Of numbers that are 0 or 1.
  and: 'min',
  or: 'max',
};

/** Why an operation has no finite value, in words. */
const UNDEFINED: Readonly<Record<string, string>> = {
  '/': 'division by zero',
  sqrt: 'a negative number has no real square root',
  ln: 'only a positive number has a logarithm',
  log: 'only a positive number has a logarithm',
  log2: 'only a positive number has a logarithm',
  log10: 'only a positive number has a logarithm',
};

/**
 * The traced graph of an expression, computed as it is built.
 *
 * @throws LanguageError at an unknown name, a wrong argument, shapes that do not fit, or a value that is not finite
 */
export function build(expression: Expression, scope: Scope): Node {
  const node = located(expression, () => buildKind(expression, scope));
  if (!node.data.every(Number.isFinite)) throw notFinite(expression, node);
  return node;
}

function buildKind(expression: Expression, scope: Scope): Node {
  switch (expression.kind) {
    case 'number':
      return constant(expression.value);
    case 'name':
      return resolve(expression.name, expression.at, scope);
    case 'unary':
      return unary(expression.operator, build(expression.operand, scope));
    case 'binary':
      return binary(expression, scope);
    case 'call':
      return call(expression, scope);
    case 'list':
      return list(nonEmpty(expression).map(item => build(item, scope)));
    case 'index':
      return element(build(expression.target, scope), indexOf(build(expression.index, scope)));
  }
}

function unary(operator: string, operand: Node): Node {
  switch (operator) {
    case '-':
      // -3 is a number, not the negation of one.
      return isConstant(operand) ? constant(0 - (operand.data[0] as number)) : apply(operation('neg'), [operand]);
    case '%':
      return apply(operation('div'), [operand, constant(100)]);
    case 'not':
      return apply(operation('eq'), [operand, constant(0)]);
    default:
      return operand;
  }
}

function binary(expression: Extract<Expression, { kind: 'binary' }>, scope: Scope): Node {
  const name = BINARY[expression.operator] as string;
  return apply(operation(name), [build(expression.left, scope), build(expression.right, scope)]);
}

function indexOf(node: Node): number {
  if (node.shape.length > 0) throw new ShapeError('an index is a single number');
  return node.data[0] as number;
}

function call(expression: Extract<Expression, { kind: 'call' }>, scope: Scope): Node {
  const { callee, at } = expression;
  const found = scope.functions.get(callee);
  if (!found) throw new LanguageError(unknown('function', callee, scope.functions.keys()), at);
  const total = expression.positional.length + expression.named.length;
  if (total < found.least || total > found.most) {
    const wanted = found.least === found.most ? `${found.most}` : `${found.least} to ${found.most}`;
    const noun = found.most === 1 ? 'argument' : 'arguments';
    throw new LanguageError(`${found.signature} takes ${wanted} ${noun}, not ${total}`, at);
  }
  return found.call(
    expression.positional.map(argument => build(argument, scope)),
    new Map(expression.named.map(([name, value]) => [name, build(value, scope)])),
  );
}

function resolve(name: string, at: number, scope: Scope): Node {
  const node = scope.names.get(name);
  if (node) return node;
  if (scope.functions.has(name)) throw new LanguageError(`"${name}" is a function and needs its arguments`, at);
  throw new LanguageError(unknown('name', name, scope.names.keys()), at);
}

function nonEmpty(expression: Extract<Expression, { kind: 'list' }>): readonly Expression[] {
  if (expression.items.length === 0) throw new LanguageError('a list needs at least one element', expression.at);
  return expression.items;
}

/** `unknown function "conv_param": did you mean conv_params?` */
function unknown(what: string, name: string, known: Iterable<string>): string {
  const names = [...known];
  const shown = name.length > 40 ? `${name.slice(0, 40)}…` : name;
  const near = names.length > 0 && name.length <= 40 ? closest(name, names) : '';
  // Of a single letter every other one is a neighbour.
  const close = name.length > 1 && near !== '' && distance(name, near) <= Math.max(1, Math.floor(name.length / 3));
  return `unknown ${what} "${shown}"${close ? `: did you mean ${near}?` : ''}`;
}

/** Errors of the compute engine know no text; here they get their place in it. */
function located(expression: Expression, compute: () => Node): Node {
  try {
    return compute();
  } catch (error) {
    if (error instanceof ShapeError || error instanceof ArgumentError) {
      throw new ValueError(error.message, expression.at);
    }
    if (error instanceof GradientError) throw new LanguageError(error.message, expression.at);
    throw error;
  }
}

function notFinite(expression: Expression, node: Node): ValueError {
  const what = 'operator' in expression ? expression.operator : 'callee' in expression ? expression.callee : '';
  const zeroDivisor = node.operation.name === 'div' && node.args[1]?.data.includes(0);
  const infinite = node.data.some(value => Math.abs(value) === Number.POSITIVE_INFINITY);
  if (what === '^' && !infinite) return new ValueError('this power of a negative number is not real', expression.at);
  if (what === '^' && node.args[0]?.data.includes(0)) return new ValueError('division by zero', expression.at);
  if (what === 'log' && zeroDivisor) return new ValueError('1 is no base of a logarithm', expression.at);
  const reason = what === '/' && !zeroDivisor ? undefined : UNDEFINED[what];
  return new ValueError(reason ?? 'the value is too large to compute with', expression.at);
}
