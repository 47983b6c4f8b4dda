import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../../src/compute/fields.ts';
import { gradient } from '../../src/compute/gradient.ts';
import { type Argument, callLibrary, type LibraryFunction } from '../../src/compute/library/function.ts';
import { recurrent } from '../../src/compute/library/recurrent.ts';
import type { Node } from '../../src/compute/node.ts';
import { constant, reshape, sumOver, times } from '../../src/compute/terms.ts';
import { argumentsOf, fixtures } from './fixtures.ts';

/** The tutor's gradient of whole recurrent networks against PyTorch's: ∂L/∂… of every tensor that goes in. */

const AGREEMENT = 1e-9;

/** The row, the fixtures, and the fields that the loss may be taken of: the first that is there. */
const networks: readonly (readonly [name: string, cases: string, fields: readonly string[]])[] = [
  ['rnn', 'rnn_gradients', ['h']],
  ['lstm', 'lstm_gradients', ['y', 'h']],
  ['gru', 'gru_gradients', ['h']],
  ['bidirectional_rnn', 'bidirectional_gradients', ['y']],
];

const rowNamed = (name: string): LibraryFunction => recurrent.find(row => row.name === name) as LibraryFunction;

/** Σ k ⊙ result with the weights k of the maker. */
function lossOf(result: Node): Node {
  const weights = Array.from(result.data, (_, i) => (((7 * i) % 5) - 1.5) / 2);
  return sumOver(times(result, reshape(constant(weights), result.shape)));
}

function resultOf(row: LibraryFunction, args: ReadonlyMap<string, Argument>, names: readonly string[]): Node {
  const fields = fieldsOf(callLibrary(row, args)) as ReadonlyMap<string, Node>;
  return names.map(name => fields.get(name)).find(node => node !== undefined) as Node;
}

describe('the gradient of whole recurrent networks agrees with PyTorch', () => {
  test.each(networks)('%s', (name, file, fields) => {
    const cases = fixtures(file);
    expect(cases.length).toBeGreaterThanOrEqual(20);
    for (const { args, value } of cases) {
      const given = argumentsOf(args);
      const loss = lossOf(resultOf(rowNamed(name), given, fields));
      const { loss: expectedLoss, ...expected } = value as Record<string, number>;
      expect(loss.data[0]).toBeCloseTo(expectedLoss as number, 10);
      expect(Object.keys(expected).length).toBeGreaterThanOrEqual(3);
      for (const [weight, numbers] of Object.entries(expected)) {
        const found = gradient(loss, given.get(weight) as Node);
        const wanted = [numbers].flat(9);
        const context = `${name} ${JSON.stringify(args)}: ${weight}`;
        expect(found.degenerate, context).toBe(false);
        expect(found.data.length, context).toBe(wanted.length);
        wanted.forEach((number, i) => {
          const off = Math.abs((found.data[i] as number) - number);
          expect(off, `${context}[${i}]: ${found.data[i]} and ${number}`).toBeLessThanOrEqual(AGREEMENT);
        });
      }
    }
  });
});
