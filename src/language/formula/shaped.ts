import { type Shape, ShapeError, sizeOf } from '../../compute/tensor.ts';
import { LanguageError, ValueError } from '../error.ts';
import { TRANSPOSED } from '../operators.ts';
import { checkExponent, fitted } from '../paper/fit.ts';
import { inWords } from '../paper/shapes.ts';
import { quoted } from '../suggest.ts';
import type { Call, Expression, List, Unary } from '../syntax.ts';
import { type Formula, literal, type NumberLeaf } from './formula.ts';
import { formulaFunctions } from './functions.ts';
import { resultShape } from './results.ts';
import type { Vocabulary } from './vocabulary.ts';

/** From what was parsed to what is meant: names are known, shapes fit, and each thing is said in one way. */

/** Elements of any part of a formula. */
const LARGEST = 400;
const NUMBER: Shape = [];

/** @throws LanguageError where something is unknown or does not fit */
export function shaped(expression: Expression, vocabulary: Vocabulary): Formula {
  const of = (part: Expression): Formula => shaped(part, vocabulary);
  try {
    const formula = unchecked(expression, vocabulary, of);
    if (sizeOf(formula.shape) > LARGEST) throw new ShapeError(`${inWords(formula.shape)} is too large to compare`);
    return formula;
  } catch (error) {
    if (error instanceof ShapeError) throw new ValueError(error.message, expression.at);
    throw error;
  }
}

type Binary = Extract<Expression, { readonly kind: 'binary' }>;
type Read = (part: Expression) => Formula;

function unchecked(expression: Expression, vocabulary: Vocabulary, of: Read): Formula {
  switch (expression.kind) {
    case 'number':
      return { kind: 'number', value: expression.value, shape: NUMBER };
    case 'name': {
      const { name, at } = expression;
      const symbol = vocabulary.symbols.get(name);
      if (!symbol && formulaFunctions.has(name)) {
        throw new LanguageError(`"${name}" is a function and needs its arguments`, at);
      }
      return { kind: 'name', name, shape: symbol?.shape ?? NUMBER };
    }
    case 'unary':
      return unary(expression, of);
    case 'binary':
      return binary(expression, of);
    case 'call':
      return call(expression, of);
    case 'list':
      return matrix(expression, of);
    default:
      throw new LanguageError('an index is not read here', expression.at);
  }
}

function unary({ operator, operand }: Unary, of: Read): Formula {
  const inner = of(operand);
  if (operator === '+') return inner;
  return operator === TRANSPOSED
    ? transposed(inner)
    : { kind: 'unary', operator: operator === '%' ? '%' : '-', operand: inner, shape: inner.shape };
}

/**
 * A number that was computed, as vᵀv is, is its own transpose.
 *
 * @throws ShapeError for a plain number: what looks like a transpose is more likely meant as a power
 */
function transposed(inner: Formula): Formula {
  const [rows, columns] = inner.shape;
  if (rows !== undefined && columns !== undefined) {
    return { kind: 'unary', operator: 'T', operand: inner, shape: [columns, rows] };
  }
  if (inner.kind === 'name' || literal(inner) !== null) throw new ShapeError('a single number is not transposed');
  return inner;
}

function binary({ operator, left, right }: Binary, of: Read): Formula {
  const [a, b] = [of(left), of(right)];
  if (operator === '^' && a.kind === 'name' && a.name === 'e' && b.shape.length > 0) {
    throw new ShapeError(`e is raised to a single number, not ${inWords(b.shape)}: write exp(…)`);
  }
  const shape = fitted(operator, a.shape, b.shape);
  if (operator === '^' && shape.length > 0) {
    const exponent = literal(b);
    if (exponent === null) throw new ShapeError('a matrix is raised to a whole number such as 2 or -1');
    checkExponent(exponent);
  }
  return { kind: 'binary', operator: plainOperator(operator, a.shape, b.shape), left: a, right: b, shape };
}

/** With a number nothing is element by element. */
function plainOperator(operator: string, a: Shape, b: Shape): string {
  const isPlain =
    operator === '.^'
      ? a.length === 0 && b.length === 0
      : operator === './'
        ? b.length === 0
        : a.length === 0 || b.length === 0;
  return operator.startsWith('.') && isPlain ? operator.slice(1) : operator;
}

function call(expression: Call, of: Read): Formula {
  const { callee, at, positional } = expression;
  const args = positional.map(of);
  if (callee === 'bars') return bars(args, at);
  const arity = formulaFunctions.get(callee);
  if (!arity) throw new LanguageError(`unknown function ${quoted(callee)}`, at);
  if (args.length < arity.least || args.length > arity.most) {
    const wanted = arity.least === arity.most ? `${arity.least}` : `${arity.least} to ${arity.most}`;
    throw new LanguageError(
      `${callee} takes ${wanted} ${wanted === '1' ? 'argument' : 'arguments'}, not ${args.length}`,
      at,
    );
  }
  return called(callee, args);
}

function called(callee: string, args: readonly Formula[]): Formula {
  const [first, second, ...more] = args as [Formula, ...Formula[]];
  if (callee === 'transpose') return transposed(first);
  if (callee === 'log' && !second) return called('ln', args);
  if (second && more.length > 0 && (callee === 'max' || callee === 'min')) {
    return called(callee, [called(callee, [first, second]), ...more]);
  }
  if (callee === 'norm' && second) return norm(first, second);
  return { kind: 'call', callee, args, shape: resultShape(callee, args) };
}

/** |x| of a matrix could be its elements' sizes, its length or its determinant. */
function bars(args: readonly Formula[], at: number): Formula {
  const [inner, ...more] = args;
  if (!inner || more.length > 0) throw new LanguageError('bars hold one formula: write abs(…) or norm(…)', at);
  if (inner.shape.length === 0) return called('abs', [inner]);
  throw new LanguageError(`bars around ${inWords(inner.shape)} can mean two things: write norm(…) or abs(…)`, at);
}

/** ‖A‖₂ of a matrix is its largest singular value, which is another norm than that of its elements. */
function norm(inner: Formula, order: Formula): Formula {
  const p = literal(order);
  if (p !== 1 && p !== 2) throw new ShapeError('a norm is of order 1 or 2');
  const isVector = inner.shape.length === 0 || inner.shape.includes(1);
  if (!isVector)
    throw new ShapeError('of a matrix write norm(…), the root of the sum of its squares: other norms are not read');
  const one: NumberLeaf = { kind: 'number', value: 1, shape: NUMBER };
  return { kind: 'call', callee: 'norm', args: p === 2 ? [inner] : [inner, one], shape: NUMBER };
}

/** Rows between `;`, or rows in brackets. What holds one number is that number. */
function matrix({ rows, at }: List, of: Read): Formula {
  const items = rows.flat();
  const inner = items.filter(item => item.kind === 'list');
  if (inner.length > 0 && (inner.length < items.length || rows.some(row => rows.length > 1 && row.length > 1))) {
    throw new LanguageError('rows are separated by ; or stand in brackets, not both', at);
  }
  if (inner.some(list => list.rows.length > 1 || list.rows[0]?.some(item => item.kind === 'list'))) {
    throw new LanguageError('a matrix has rows of single numbers', at);
  }
  const cells = (inner.length > 0 ? inner.map(list => list.rows[0] ?? []) : rows).map(row =>
    row.map(item => single(item, of)),
  );
  const width = cells[0]?.length ?? 0;
  const odd = cells.find(row => row.length !== width);
  if (odd) throw new LanguageError(`the rows of a matrix differ in length: ${width} and ${odd.length}`, at);
  if (cells.length === 1 && width === 1) return cells[0]?.[0] as Formula;
  return { kind: 'matrix', rows: cells, shape: [cells.length, width] };
}

function single(item: Expression, of: Read): Formula {
  const formula = of(item);
  if (formula.shape.length === 0) return formula;
  throw new ValueError(`an element of a matrix is a single number, not ${inWords(formula.shape)}`, item.at);
}
