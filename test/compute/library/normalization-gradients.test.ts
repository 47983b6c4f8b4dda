import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradient } from '../../../src/compute/gradient.ts';
import type { Node } from '../../../src/compute/node.ts';
import { sumOver, times } from '../../../src/compute/terms.ts';
import { trace } from '../../../src/compute/trace.ts';
import { formulaOf, variable } from '../support.ts';
import { expectClose, expectSame, numbersOf, scalarOf, type Values, variables } from './same.ts';

/** Gradients through the normalizations, and the lines that they print. */

const real = fc.integer({ min: -300, max: 300 }).map(n => n / 100);
const positive = fc.integer({ min: 1, max: 300 }).map(n => n / 100);
const reals = (length: number): fc.Arbitrary<number[]> => fc.array(real, { minLength: length, maxLength: length });
const spread = (numbers: readonly number[]): boolean => Math.max(...numbers) - Math.min(...numbers) > 0.5;
/** Far enough apart that ε = 0 does no harm. */
const column = fc.integer({ min: 2, max: 8 }).chain(reals).filter(spread);
const block = fc.array(reals(3).filter(spread), { minLength: 4, maxLength: 4 });

describe('gradients', () => {
  const inputs = block.chain(x =>
    fc.record({ x: fc.constant(x), g: fc.array(reals(3), { minLength: 4, maxLength: 4 }) }),
  );

  test('both derivations agree, and with the chain rule through the forward pass', () => {
    fc.assert(
      fc.property(
        inputs.filter(({ x }) => [0, 1, 2].every(j => spread(x.map(row => row[j] as number)))),
        reals(3),
        ({ x, g }, gamma) => {
          const values = { x, g, gamma };
          expectSame(
            'batch_norm_backward(x, upstream=g, gamma=gamma, rule=paper).dx',
            'batch_norm_backward(x, upstream=g, gamma=gamma, rule=compact).dx',
            values,
          );
          const names = variables(values);
          const y = formulaOf('batch_norm(x, gamma=gamma).y', names);
          const loss = sumOver(times(names.g as Node, y));
          const dx = formulaOf('batch_norm_backward(x, upstream=g, gamma=gamma).dx', names);
          expectClose([...dx.data], [...gradient(loss, names.x as Node).data]);
        },
      ),
    );
  });

  test('the gradient of x has no part along a shift, nor (for ε = 0) along x̂', () => {
    fc.assert(
      fc.property(column, real, (x, first) => {
        const g = x.map((_, i) => (i === 0 ? first : Math.cos(i)));
        expectClose([scalarOf('sum(batch_norm_backward(x, upstream=g).dx)', { x, g })], [0]);
        const along = 'sum(batch_norm_backward(x, upstream=g, eps=0).dx * batch_norm(x, eps=0).xhat)';
        expectClose([scalarOf(along, { x, g })], [0]);
      }),
    );
  });

  test('of normalized weights is at right angles to v, and M is a projection', () => {
    fc.assert(
      fc.property(reals(3).filter(spread), real, reals(3), (v, g, u) => {
        const row = `weight_norm_gradient(v, g=${g}, upstream=u)`;
        expectClose([scalarOf(`sum(${row}.dv * v)`, { v, u })], [0]);
        expectSame(`${row}.projection @ ${row}.projection`, `${row}.projection`, { v, u });
        expectClose(numbersOf(`${row}.projection @ v`, { v, u }), [0, 0, 0]);
        const names = { v: variable('v', v), g: variable('g', g), u: variable('u', u) };
        const loss = sumOver(times(names.u, formulaOf('weight_norm(v, g).w', names)));
        for (const [field, by] of [
          ['dv', names.v],
          ['dg', names.g],
        ] as const) {
          expectClose(numbersOf(`${row}.${field}`, { v, u }), [...gradient(loss, by).data]);
        }
      }),
    );
  });

  test('the length of normalized weights is |g|, whatever the length of v', () => {
    fc.assert(
      fc.property(reals(3).filter(spread), real, positive, (v, g, k) => {
        expectClose([scalarOf(`norm(weight_norm(v, ${g}).w)`, { v })], [Math.abs(g)]);
        expectSame(`weight_norm(${k} * v, ${g}).w`, `weight_norm(v, ${g}).w`, { v });
      }),
    );
  });
});

describe('the lines of a solution', () => {
  const lines = (text: string, values: Values = {}): string[] =>
    trace([['a', formulaOf(text, variables(values))]]).map(({ tex }) => tex);

  test('of a list: mean, variance, normalized, scaled', () => {
    expect(lines('batch_norm([1, 5], gamma=2, beta=1, eps=0).y')).toEqual([
      '\\mu = \\frac{1 + 5}{2} = 3',
      '\\sigma^2 = \\frac{\\left(1 - \\mu\\right)^{2} + \\left(5 - \\mu\\right)^{2}}{2} = \\frac{\\left(1 - 3\\right)^{2} + \\left(5 - 3\\right)^{2}}{2} = 4',
      '\\hat x = \\frac{\\begin{bmatrix} 1 \\\\ 5 \\end{bmatrix} - \\mu}{\\sqrt{\\sigma^2}} = \\frac{\\begin{bmatrix} 1 \\\\ 5 \\end{bmatrix} - 3}{\\sqrt{4}} = \\begin{bmatrix} -1 \\\\ 1 \\end{bmatrix}',
      'y = 2 \\cdot \\hat x + 1 = 2 \\cdot \\begin{bmatrix} -1 \\\\ 1 \\end{bmatrix} + 1 = \\begin{bmatrix} -1 \\\\ 3 \\end{bmatrix}',
    ]);
  });

  test('of a tensor no line tells of the axes that were added to make it fit', () => {
    const x = [
      [
        [1, 5],
        [0, 4],
      ],
    ];
    const [, , normalized] = lines('batch_norm(x, eps=0).y', { x });
    expect(normalized).toBe(
      '\\hat x = \\frac{x - \\mu}{\\sqrt{\\sigma^2}} \\in \\mathbb{R}^{1 \\times 2 \\times 2},\\qquad {\\hat x}_{111} = \\frac{{x}_{111} - {\\mu}_{1}}{\\sqrt{{\\left(\\sigma^2\\right)}_{1}}} = \\frac{1 - 3}{\\sqrt{4}} = -1',
    );
  });

  test('each element is explained by the statistics of its own channel', () => {
    const x = [
      [
        [3, 3],
        [0, 4],
      ],
    ];
    expect(lines('batch_norm(x, eps=5).y', { x }).at(-1)).toContain(
      '{\\hat x}_{121} = \\frac{{x}_{121} - {\\mu}_{2}}{\\sqrt{{\\left(\\sigma^2\\right)}_{2} + 5}} = \\frac{0 - 2}{\\sqrt{4 + 5}}',
    );
  });

  test('of a matrix the statistics are stretched over rows or columns', () => {
    const x = [
      [1, 5],
      [2, 4],
    ];
    const [, , byRow] = lines('layer_norm(x, eps=0).y', { x });
    expect(byRow).toContain('\\frac{x - \\mu \\mathbf{1}_{2}^{\\top}}{\\sqrt{\\sigma^2} \\mathbf{1}_{2}^{\\top}} =');
    const [, , byColumn] = lines('batch_norm(x, eps=0).y', { x });
    expect(byColumn).toContain('\\frac{x - \\mathbf{1}_{2} \\mu^{\\top}}{\\mathbf{1}_{2} \\sqrt{\\sigma^2}^{\\top}} =');
  });

  test('what changes nothing is not told', () => {
    const names = (text: string): string[] => trace([['a', formulaOf(text)]]).map(({ name }) => name);
    expect(names('batch_norm([1, 5]).y')).toEqual(['mean', 'var', 'xhat']);
    expect(names('batch_norm([1, 5], gamma=1, beta=0).y')).toEqual(['mean', 'var', 'xhat']);
    expect(names('batch_norm([1, 5], beta=2).y')).toEqual(['mean', 'var', 'xhat', 'y']);
    expect(names('batch_norm_backward([1, 5], upstream=[1, 0]).dxhat')).toEqual([]);
  });
});
