import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../../../src/compute/fields.ts';
import { gradient } from '../../../src/compute/gradient.ts';
import type { Node } from '../../../src/compute/node.ts';
import { element } from '../../../src/compute/terms.ts';
import { trace } from '../../../src/compute/trace.ts';
import { formulaOf, variable } from '../support.ts';

type Values = Readonly<Record<string, number | number[] | number[][]>>;

function variables(values: Values): Record<string, Node> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, variable(name, value)]));
}

/** The fields of a call as lists of numbers. */
function results(text: string, values: Values): Record<string, number[]> {
  const fields = fieldsOf(formulaOf(text, variables(values))) as ReadonlyMap<string, Node>;
  return Object.fromEntries([...fields].map(([name, { data }]) => [name, [...data]]));
}

function expectSame(found: readonly number[] | undefined, expected: readonly number[] | undefined): void {
  expect(found?.length).toBe(expected?.length);
  found?.forEach((x, i) => {
    expect(x).toBeCloseTo(expected?.[i] as number, 9);
  });
}

const number = fc.integer({ min: -150, max: 150 }).map(n => n / 100);
const pair = fc.tuple(number, number).map(values => [...values]);
const square = fc.tuple(pair, pair).map(rows => [...rows]);
const T = 4;
const sequence = fc.array(number, { minLength: T, maxLength: T });
const smooth = fc.constantFrom('tanh', 'sigmoid', 'identity');
const WEIGHTS = ['dW', 'dU', 'db'] as const;

describe('back-propagation through time', () => {
  test('is the gradient of the network that rnn builds', () => {
    fc.assert(
      fc.property(sequence, square, pair, pair, pair, smooth, (x, W, U, b, target, f) => {
        const names = variables({ x, W, U, b, target });
        const loss = formulaOf(`sum((rnn(x, W, U, b, activation=${f}).h[${T - 1}] - target)^2) / 2`, names);
        const found = fieldsOf(formulaOf(`bptt(x, target, W, U, b, activation=${f})`, names));
        for (const weight of ['W', 'U', 'b']) {
          expectSame([...(found?.get(`d${weight}`)?.data ?? [])], [...gradient(loss, names[weight] as Node).data]);
        }
      }),
    );
  });

  test('truncated after all steps it is the full gradient', () => {
    fc.assert(
      fc.property(
        sequence,
        square,
        pair,
        fc.array(pair, { minLength: T, maxLength: T }),
        fc.nat(5),
        (x, W, U, target, more) => {
          const values = { x, W, U, target };
          const full = results('bptt(x, target, W, U, loss=each)', values);
          const cut = results(`bptt(x, target, W, U, loss=each, truncate=${T + more})`, values);
          for (const [name, numbers] of Object.entries(full)) expectSame(cut[name], numbers);
        },
      ),
    );
  });

  test('truncated, with a loss at every step, it is the sum over the losses', () => {
    fc.assert(
      fc.property(sequence, number, number, sequence, fc.integer({ min: 1, max: T - 1 }), (x, W, U, target, k) => {
        const whole = results(`bptt(x, target, W, U, loss=each, truncate=${k})`, { x, W, U, target });
        const parts = x.map((_, t) =>
          results(`bptt(x, target, W, U, truncate=${k})`, { x: x.slice(0, t + 1), W, U, target: target[t] as number }),
        );
        for (const name of [...WEIGHTS, 'loss']) {
          expectSame(whole[name], [parts.reduce((sum, part) => sum + (part[name]?.[0] as number), 0)]);
        }
        const delta = x.map((_, t) => parts.reduce((sum, part) => sum + (part.delta?.[t] ?? 0), 0));
        expectSame(whole.delta, delta);
      }),
    );
  });

  test('truncated to one step, nothing comes back from later states', () => {
    const { delta, h } = results('bptt(x, target, W, U, loss=each, truncate=1)', {
      x: [1, 2],
      target: [0, 0],
      W: 1,
      U: 1,
    });
    expectSame(delta, h);
  });

  test('writes out the chain rule', () => {
    const found = formulaOf('bptt(x, y, W, U)', variables({ x: [1, 0.5], y: 0.3, W: 0.8, U: 0.5 }));
    const formulas = trace([...(fieldsOf(found) ?? [])]).map(({ symbol, formula }) => `${symbol} = ${formula}`);
    expect(formulas).toContain('\\delta_{2} = h_{2} - y');
    expect(formulas).toContain('\\varepsilon_{2} = \\left(1 - h_{2}^{2}\\right) \\cdot \\delta_{2}');
    expect(formulas).toContain('\\delta_{1} = W \\cdot \\varepsilon_{2}');
    expect(formulas).toContain('\\frac{\\partial L}{\\partial W} = \\varepsilon_{2} \\cdot h_{1}');
  });

  test('at a kink of ReLU the gradient says that it rests on a convention', () => {
    const found = formulaOf('bptt(x, y, W, U, activation=relu).dU', variables({ x: [0], y: 1, W: 1, U: 1 }));
    expect(found.degenerate).toBe(true);
    expect(found.data[0]).toBe(0);
  });
});

describe('gradients of a bidirectional network', () => {
  const call = 'bidirectional_rnn_gradients(x, Wf, Uf, Wb, Ub, Vf=Vf, Vb=Vb';
  const eight = fc.array(number, { minLength: 6, maxLength: 6 });
  const named = ([Wf, Uf, Wb, Ub, Vf, Vb]: number[]) => ({ Wf, Uf, Wb, Ub, Vf, Vb }) as Record<string, number>;

  test('a target is the upstream gradient of its error', () => {
    fc.assert(
      fc.property(sequence, sequence, eight, (x, target, weights) => {
        const values = { x, target, ...named(weights) };
        const byTarget = results(`${call}, target=target, factor=1)`, values);
        const upstream = target.map((wanted, t) => 2 * ((byTarget.y?.[t] as number) - wanted));
        const byUpstream = results(`${call}, upstream=upstream)`, { ...values, upstream });
        for (const [name, numbers] of Object.entries(byUpstream)) expectSame(byTarget[name], numbers);
      }),
    );
  });

  test('without backward weights the forward half is back-propagation through time', () => {
    fc.assert(
      fc.property(sequence, sequence, number, number, number, (x, target, W, U, V) => {
        const both = results('bidirectional_rnn_gradients(x, W, U, Wb=0, Ub=0, Vf=V, Vb=1, target=target)', {
          x,
          target,
          W,
          U,
          V,
        });
        const one = results('bptt(x, target, W, U, V=V, loss=each)', { x, target, W, U, V });
        for (const name of [...WEIGHTS, 'dV']) expectSame(both[`${name}f`], one[name]);
      }),
    );
  });
});

describe('how gradients shrink and grow', () => {
  test('without recurrent weights the product of the forget gates is the whole gradient of the cell state', () => {
    fc.assert(
      fc.property(sequence, fc.array(number, { minLength: 4, maxLength: 4 }), number, (x, U, c0) => {
        const names = variables({ x, U, c0 });
        const last = formulaOf(`lstm(x, W=zeros(4), U=U, c0=c0).c[${T - 1}]`, names);
        const product = formulaOf('lstm_cell_gradient(lstm(x, W=zeros(4), U=U, c0=c0).f)', names);
        expectSame([...product.data], [...gradient(last, names.c0 as Node).data]);
      }),
    );
  });

  test('no gradient of a state exceeds the bound', () => {
    fc.assert(
      fc.property(sequence, square, pair, fc.constantFrom(['tanh', 1], ['sigmoid', 0.25]), (x, W, h0, [f, slope]) => {
        const names = variables({ x, W, h0 });
        const last = formulaOf(`rnn(x, W, U=[1, -1], h0=h0, activation=${f}).h[${T - 1}]`, names);
        const { bound } = results(`gradient_bound(W, slope=${slope}, steps=${T})`, { W });
        const rows = [0, 1].map(i => [...gradient(element(last, i), names.h0 as Node).data]);
        // No row of a matrix is longer than its spectral norm.
        for (const row of rows) expect(Math.hypot(...row)).toBeLessThanOrEqual((bound?.[0] as number) + 1e-12);
      }),
    );
  });

  test('a linear unit reaches the factor, and the bound is that factor', () => {
    fc.assert(
      fc.property(sequence, number, number, (x, W, h0) => {
        const names = variables({ x, W, h0 });
        const last = formulaOf(`rnn(x, W, U=1, h0=h0, activation=identity).h[${T - 1}]`, names);
        const factor = formulaOf(`rnn_gradient_factor(W, steps=${T})`, names).data[0] as number;
        expect(Math.abs(gradient(last, names.h0 as Node).data[0] as number)).toBeCloseTo(factor, 9);
        expectSame(results(`gradient_bound(W, steps=${T})`, { W }).bound, [factor]);
      }),
    );
  });

  test('a gradient can vanish or explode, but not both', () => {
    fc.assert(
      fc.property(number, fc.constantFrom(0.25, 0.5, 1), (W, slope) => {
        const {
          vanishes,
          may_explode: mayExplode,
          factor,
        } = results('gradient_bound(W, slope=slope, steps=5)', { W, slope });
        expect([vanishes?.[0], mayExplode?.[0]]).toEqual([
          (factor?.[0] as number) < 1 ? 1 : 0,
          (factor?.[0] as number) > 1 ? 1 : 0,
        ]);
      }),
    );
  });
});
