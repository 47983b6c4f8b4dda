import { fieldsOf } from '../compute/fields.ts';
import { GradientError } from '../compute/gradient.ts';
import { ArgumentError } from '../compute/library/function.ts';
import { apply, constant, isConstant, type Node } from '../compute/node.ts';
import { operation } from '../compute/operations.ts';
import { ShapeError, type Tensor } from '../compute/tensor.ts';
import { transpose } from '../compute/terms.ts';
import { argumentsOf } from './arguments.ts';
import { LanguageError, ValueError } from './error.ts';
import { noValue } from './no-value.ts';
import { TRANSPOSED } from './operators.ts';
import { placed } from './places.ts';
import { fieldOf, single } from './records.ts';
import type { Compute, Scope } from './scope.ts';
import { didYouMean, quoted } from './suggest.ts';
import type { Call, Expression, Unary } from './syntax.ts';

/**
 * The traced graph of an expression, computed as it is built; a record where a function gives several results.
 *
 * @throws LanguageError at an unknown name, a wrong argument, shapes that do not fit, or a value that is not finite
 */
export function build(expression: Expression, scope: Scope): Node {
  const node = located(expression, scope);
  const results = fieldsOf(node)?.values() ?? [node];
  for (const result of results) if (!allFinite(result)) throw noValue(expression, result);
  return node;
}

function allFinite({ data }: Tensor): boolean {
  for (const value of data) if (!Number.isFinite(value)) return false;
  return true;
}

/** Errors of the compute engine know no text; here they get their place in it. */
function located(expression: Expression, scope: Scope): Node {
  try {
    const node = unchecked(expression, scope);
    scope.effort.count(node);
    return node;
  } catch (error) {
    if (error instanceof ShapeError || error instanceof ArgumentError) {
      throw new ValueError(error.message, expression.at);
    }
    if (error instanceof GradientError) throw new LanguageError(error.message, expression.at);
    throw error;
  }
}

function unchecked(expression: Expression, scope: Scope): Node {
  const compute: Compute = part => single(part, build(part, scope));
  switch (expression.kind) {
    case 'number':
      return constant(expression.value);
    case 'name':
      return resolve(expression.name, expression.at, scope);
    case 'unary':
      return unary(expression, compute(expression.operand));
    case 'binary':
      return scope.dialect.binary(expression.operator, compute(expression.left), compute(expression.right));
    case 'call':
      return call(expression, scope, compute);
    case 'list':
      return scope.dialect.list(expression, compute);
    case 'index':
      return placed(expression, compute(expression.target), compute);
    case 'field':
      return fieldOf(expression, build(expression.target, scope));
  }
}

function unary({ operator }: Unary, value: Node): Node {
  switch (operator) {
    case '-':
      // -3 is a number, not the negation of one.
      return isConstant(value) && !value.degenerate
        ? constant(0 - (value.data[0] as number))
        : apply(operation('neg'), [value]);
    case '%':
      return apply(operation('div'), [value, constant(100)]);
    case 'not':
      return apply(operation('eq'), [value, constant(0)]);
    case TRANSPOSED:
      return transpose(value);
    default:
      return value;
  }
}

function call(expression: Call, scope: Scope, compute: Compute): Node {
  const { callee, at } = expression;
  const row = scope.functions.get(callee);
  if (row) {
    return scope.dialect.call(row, argumentsOf(expression, row, compute));
  }
  if (scope.names.has(callee)) throw new LanguageError(`${quoted(callee)} is no function`, at);
  throw new LanguageError(`unknown function ${quoted(callee)}${didYouMean(callee, scope.functions.keys())}`, at);
}

function resolve(name: string, at: number, scope: Scope): Node {
  const node = scope.names.get(name) ?? scope.constants.get(name);
  if (node) {
    scope.effort.known(node);
    return node;
  }
  if (scope.functions.has(name)) throw new LanguageError(`"${name}" is a function and needs its arguments`, at);
  throw new LanguageError(`unknown name ${quoted(name)}${didYouMean(name, scope.names.keys())}`, at);
}
