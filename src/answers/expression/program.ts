import { sizeOf } from '../../compute/tensor.ts';
import { type Formula, literal } from '../../language/expression.ts';
import type { Builder } from './builder.ts';
import { functionSteps } from './calls.ts';
import type { Points } from './points.ts';
import { EPSILON, put, type Values, values, writtenRounding } from './rounding.ts';
import {
  collected,
  fixed,
  inverted,
  negated,
  operation,
  paired,
  percent,
  product,
  rearranged,
  type Source,
  type Step,
} from './steps.ts';
import type { ExpressionSymbol } from './symbols.ts';

/** A formula as a list of steps, so that its values at many points take little time. */

export interface Program {
  readonly steps: readonly Step[];
  /** The step whose values are those of the formula. */
  readonly result: number;
  readonly shape: readonly number[];
  /** At each point, in operations of two numbers. */
  readonly cost: number;
}

const CONSTANTS: Readonly<Record<string, number>> = { e: Math.E, pi: Math.PI };

export function compile(formula: Formula, symbols: readonly ExpressionSymbol[]): Program {
  const compiler = new Compiler(symbols);
  const { index: result } = compiler.of(formula);
  const { steps } = compiler;
  return { steps, result, shape: formula.shape, cost: steps.reduce((sum, { cost }) => sum + cost, 0) };
}

/** The values of every step at all points. */
export function run({ steps }: Program, points: Points): readonly Values[] {
  const done: Values[] = [];
  for (const step of steps) {
    const to = values(step.size * points.count);
    if (step.symbol !== undefined) to.value.set(points.of[step.symbol] as Float64Array);
    step.run(
      step.args.map(i => done[i] as Values),
      points.count,
      to,
    );
    done.push(to);
  }
  return done;
}

class Compiler implements Builder {
  readonly steps: Step[] = [];
  /** What was computed before is not computed again. */
  private readonly names = new Map<string, Source>();
  private readonly symbols: readonly ExpressionSymbol[];

  constructor(symbols: readonly ExpressionSymbol[]) {
    this.symbols = symbols;
  }

  add(step: Step): Source {
    this.steps.push(step);
    return { index: this.steps.length - 1, size: step.size };
  }

  of(formula: Formula): Source {
    switch (formula.kind) {
      case 'number':
        return this.add(fixed(1, formula.value, writtenRounding(formula.value)));
      case 'name':
        return this.name(formula.name, sizeOf(formula.shape));
      case 'unary': {
        const inner = this.of(formula.operand);
        if (formula.operator === '-') return this.add(negated(inner));
        return formula.operator === '%' ? this.add(percent(inner)) : this.transposed(inner, formula.operand.shape);
      }
      case 'binary':
        return this.binary(formula.operator, formula.left, formula.right);
      case 'call':
        return functionSteps(formula, this);
      case 'matrix':
        return this.add(collected(formula.rows.flat().map(cell => this.of(cell))));
    }
  }

  private name(name: string, size: number): Source {
    const known = this.names.get(name);
    if (known) return known;
    const place = this.symbols.findIndex(symbol => symbol.name === name);
    const value = CONSTANTS[name] ?? Number.NaN;
    const source =
      place < 0
        ? this.add(fixed(1, value, value * EPSILON))
        : this.add({ size, args: [], cost: 0, run: () => {}, symbol: place });
    this.names.set(name, source);
    return source;
  }

  private transposed(inner: Source, [rows = 1, columns = 1]: readonly number[]): Source {
    const places = Array.from({ length: rows * columns }, (_, at) => (at % rows) * columns + Math.floor(at / rows));
    return this.add(rearranged(inner, places));
  }

  private binary(operator: string, left: Formula, right: Formula): Source {
    const [a, b] = [this.of(left), this.of(right)];
    const areMatrices = left.shape.length > 0 && right.shape.length > 0;
    if (operator === '*' && areMatrices) return this.product(a, b, left.shape, right.shape);
    if (operator === '^' && left.shape.length > 0) return this.matrixPower(a, left.shape[0] as number, right);
    return this.add(operation(operator, a, b));
  }

  product(a: Source, b: Source, [m = 1, k = 1]: readonly number[], [, n = 1]: readonly number[]): Source {
    return this.add(product(a, b, m, k, n));
  }

  private matrixPower(a: Source, side: number, exponent: Formula): Source {
    const times = literal(exponent) ?? Number.NaN;
    const base = times < 0 ? this.add(inverted(a, side)) : a;
    // What is raised must have a value all the same.
    if (times === 0)
      return this.add(paired((_, __, one, rounding, to, at) => put(to, at, one, rounding), a, this.identity(side)));
    const raised = (count: number): Source => {
      if (count === 1) return base;
      const half = raised(Math.floor(count / 2));
      const even = this.add(product(half, half, side, side, side));
      return count % 2 === 0 ? even : this.add(product(even, base, side, side, side));
    };
    return raised(Math.abs(times));
  }

  private identity(side: number): Source {
    const [zero, one] = [this.add(fixed(1, 0, 0)), this.add(fixed(1, 1, 0))];
    return this.add(collected(Array.from({ length: side * side }, (_, i) => (i % (side + 1) === 0 ? one : zero))));
  }
}
