import fc from 'fast-check';
import type { ExpressionSymbol } from '../../../src/answers/expression/expression.ts';
import type { Formula } from '../../../src/language/expression.ts';

/** Random formulas over a few symbols, ways to write them otherwise, and small changes. */

export const SYMBOLS: readonly ExpressionSymbol[] = [
  { name: 'x', tex: 'x', domain: 'real', shape: [] },
  { name: 'w_1', tex: 'w_1', domain: 'real', shape: [] },
  { name: 'beta', tex: '\\beta', domain: 'probability', shape: [] },
  { name: "h'", tex: "h'", domain: 'positive', shape: [] },
  { name: 'm_hat', tex: '\\hat m', domain: [-2, 5], shape: [] },
  { name: 'h_{t-1}', tex: 'h_{t-1}', domain: 'nonzero', shape: [] },
];

const SHAPE: readonly number[] = [];

const num = (value: number): Formula => ({ kind: 'number', value, shape: SHAPE });
const sym = (name: string): Formula => ({ kind: 'name', name, shape: SHAPE });
const neg = (operand: Formula): Formula => ({ kind: 'unary', operator: '-', operand, shape: SHAPE });
const bin = (operator: string, left: Formula, right: Formula): Formula => {
  return { kind: 'binary', operator, left, right, shape: SHAPE };
};
const call = (callee: string, ...args: Formula[]): Formula => ({ kind: 'call', callee, args, shape: SHAPE });

const names = SYMBOLS.map(({ name }) => sym(name));
const CONSTANTS = [1, 2, 3, 0.5, 0.1, 10, 7, 1.25].map(num);
const FUNCTIONS = ['exp', 'ln', 'sqrt', 'tanh', 'sigmoid', 'relu', 'abs', 'softplus', 'sin', 'cos'];

const leaf = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...names) },
  fc.constantFrom(...CONSTANTS, sym('e'), sym('pi')),
);

/** Of any form that can be printed. */
export const { formula: anyFormula } = fc.letrec<{ formula: Formula }>(tie => ({
  formula: fc.oneof(
    { depthSize: 'medium', maxDepth: 5 },
    { weight: 2, arbitrary: leaf },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom('+', '-', '*', '/', '^'), tie('formula'), tie('formula'))
        .map(([o, a, b]) => bin(o, a, b)),
    },
    { weight: 1, arbitrary: tie('formula').map(neg) },
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...FUNCTIONS), tie('formula')).map(([f, a]) => call(f, a)) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('max', 'min'), tie('formula'), tie('formula'))
        .map(([f, a, b]) => call(f, a, b)),
    },
  ),
}));

/** Of a form that has a value nearly everywhere, of moderate size. */
export const { formula: tameFormula } = fc.letrec<{ formula: Formula }>(tie => ({
  formula: fc.oneof(
    { depthSize: 'medium', maxDepth: 5 },
    { weight: 2, arbitrary: leaf },
    {
      weight: 5,
      arbitrary: fc
        .tuple(fc.constantFrom('+', '-', '*'), tie('formula'), tie('formula'))
        .map(([o, a, b]) => bin(o, a, b)),
    },
    { weight: 1, arbitrary: fc.tuple(tie('formula'), fc.constantFrom(2, 3)).map(([a, n]) => bin('^', a, num(n))) },
    { weight: 1, arbitrary: fc.tuple(tie('formula'), leaf).map(([a, b]) => bin('/', a, b)) },
    { weight: 1, arbitrary: tie('formula').map(neg) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('tanh', 'sigmoid', 'relu', 'abs', 'sin'), tie('formula'))
        .map(([f, a]) => call(f, a)),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('max', 'min'), tie('formula'), tie('formula'))
        .map(([f, a, b]) => call(f, a, b)),
    },
  ),
}));

type Rewrite = (formula: Formula) => Formula | null;

const onCall =
  (name: string, to: (a: Formula) => Formula): Rewrite =>
  formula =>
    formula.kind === 'call' && formula.callee === name ? to(formula.args[0] as Formula) : null;

/** Each gives the same function in another form, or null where it does not apply. */
export const REWRITES: readonly Rewrite[] = [
  f => (f.kind === 'binary' && (f.operator === '+' || f.operator === '*') ? bin(f.operator, f.right, f.left) : null),
  f => (f.kind === 'binary' && f.operator === '-' ? neg(bin('-', f.right, f.left)) : null),
  f => (f.kind === 'binary' && f.operator === '-' ? bin('+', f.left, neg(f.right)) : null),
  f =>
    f.kind === 'binary' &&
    f.operator === '*' &&
    f.right.kind === 'binary' &&
    (f.right.operator === '+' || f.right.operator === '-')
      ? bin(f.right.operator, bin('*', f.left, f.right.left), bin('*', f.left, f.right.right))
      : null,
  f => (f.kind === 'binary' && f.operator === '/' ? bin('*', f.left, bin('/', num(1), f.right)) : null),
  f =>
    f.kind === 'binary' && f.operator === '^' && f.right.kind === 'number' && f.right.value === 2
      ? bin('*', f.left, f.left)
      : null,
  f =>
    f.kind === 'binary' && f.operator === '^' && f.right.kind === 'number' && f.right.value === 3
      ? bin('*', f.left, bin('^', f.left, num(2)))
      : null,
  f => bin('-', bin('+', f, sym('beta')), sym('beta')),
  f => bin('+', sym('x'), bin('-', f, sym('x'))),
  f => bin('/', bin('*', f, sym("h'")), sym("h'")),
  f => bin('/', bin('+', f, f), num(2)),
  f => neg(neg(f)),
  f => bin('*', f, num(1)),
  onCall('relu', a => bin('/', bin('+', a, call('abs', a)), num(2))),
  onCall('relu', a => call('max', num(0), a)),
  onCall('abs', a => call('max', a, neg(a))),
  onCall('abs', a => call('sqrt', bin('^', a, num(2)))),
  onCall('sigmoid', a => bin('/', num(1), bin('+', num(1), call('exp', neg(a))))),
  onCall('sigmoid', a => bin('-', num(1), call('sigmoid', neg(a)))),
  onCall('tanh', a => bin('-', bin('*', num(2), call('sigmoid', bin('*', num(2), a))), num(1))),
  onCall('softplus', a => call('ln', bin('+', num(1), call('exp', a)))),
  f => (f.kind === 'call' && f.callee === 'max' ? neg(call('min', ...f.args.map(neg))) : null),
  f => {
    if (f.kind !== 'call' || f.callee !== 'max') return null;
    const [a, b] = f.args as [Formula, Formula];
    return bin('/', bin('+', bin('+', a, b), call('abs', bin('-', a, b))), num(2));
  },
];

/** Small changes, most of which make another function. */
export const CHANGES: readonly Rewrite[] = [
  f => (f.kind === 'number' ? num(f.value + 1e-4) : null),
  f => bin('+', f, num(3e-4)),
  f => (f.kind === 'binary' && f.operator === '+' ? bin('-', f.left, f.right) : null),
  f => (f.kind === 'binary' && (f.operator === '+' || f.operator === '-') ? f.left : null),
  f => (f.kind === 'binary' && f.operator === '*' ? f.right : null),
  f =>
    f.kind === 'binary' && f.operator === '^' && f.right.kind === 'number'
      ? bin('^', f.left, num(f.right.value + 1))
      : null,
  f => neg(f),
  f => (f.kind === 'call' && f.callee === 'relu' ? (f.args[0] as Formula) : null),
  f => (f.kind === 'call' && f.callee === 'abs' ? (f.args[0] as Formula) : null),
  f => (f.kind === 'name' ? bin('*', f, num(1.0001)) : null),
  f => (f.kind === 'name' && f.name === 'x' ? sym('w_1') : null),
];

/** `rule` applied to one part, counted from the left; null where it does not apply there. */
export function applied(formula: Formula, at: number, rule: Rewrite): Formula | null {
  let left = at;
  const visit = (part: Formula): Formula | null => {
    if (left-- === 0) return rule(part);
    switch (part.kind) {
      case 'unary': {
        const operand = visit(part.operand);
        return operand && { ...part, operand };
      }
      case 'binary': {
        const first = visit(part.left);
        if (first || left < 0) return first && { ...part, left: first };
        const second = visit(part.right);
        return second && { ...part, right: second };
      }
      case 'call':
        for (const [i, arg] of part.args.entries()) {
          const found = visit(arg);
          if (found || left < 0) return found && { ...part, args: part.args.toSpliced(i, 1, found) };
        }
        return null;
      default:
        return null;
    }
  };
  return visit(formula);
}
