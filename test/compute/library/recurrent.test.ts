import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../../../src/compute/fields.ts';
import { callLibrary } from '../../../src/compute/library/function.ts';
import { recurrent } from '../../../src/compute/library/recurrent.ts';
import { trace } from '../../../src/compute/trace.ts';
import { argumentsOf, fixtures } from '../../oracle/fixtures.ts';
import { expectSoundSteps } from '../sound-steps.ts';
import { formulaOf, variable } from '../support.ts';

/** A tensor's numbers. */
const numbers = (text: string, names: Readonly<Record<string, number | number[]>> = {}): number[] => [
  ...formulaOf(text, Object.fromEntries(Object.entries(names).map(([name, value]) => [name, variable(name, value)])))
    .data,
];

function expectSame(found: readonly number[], expected: readonly number[]): void {
  expect(found.length).toBe(expected.length);
  found.forEach((x, i) => {
    expect(x).toBeCloseTo(expected[i] as number, 10);
  });
}

describe('every example is a call that can be computed', () => {
  test.each(recurrent.map(row => [row.example]))('%s', example => {
    const found = numbers(example);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(Number.isFinite)).toBe(true);
  });
});

describe('the steps of every fixture are sound', () => {
  test.each(recurrent.map(row => [row.name, row] as const))('%s', (name, row) => {
    for (const { args } of fixtures(name)) expectSoundSteps(callLibrary(row, argumentsOf(args)));
  });
});

describe('what cannot be computed is refused, with the reason', () => {
  const four = '[1, 1, 1, 1]';
  const square = '[[1, 0], [0, 1]]';
  test.each([
    ['rnn(1, W=1, U=1).h', /x must be a list of numbers or of rows/],
    ['rnn(zeros(51), W=1, U=1).h', /x has 51 time steps, and at most 50/],
    ['rnn(zeros(2, 33), W=1, U=zeros(33)).h', /at most 32 units/],
    ['rnn([1], W=identity(33), U=zeros(33)).h', /at most 32 units/],
    ['rnn([1], W=[1, 2], U=1).h', /W must be a single number or a square matrix, and has shape \(2\)/],
    ['rnn([1], W=[[1, 2]], U=1).h', /square matrix, and has shape \(1, 2\)/],
    [
      `rnn([1], W=${square}, U=1).h`,
      /U is a single number and cannot lead from an input a single number to a state of shape \(2\)/,
    ],
    ['rnn([[1, 2]], W=1, U=[1, 2, 3]).h', /U is of shape \(3\) and cannot lead from an input of shape \(2\)/],
    ['rnn([1], W=1, U=1, b=[1, 2]).h', /b must be a single number, and is of shape \(2\)/],
    ['rnn([1], W=1, U=1, h0=[1, 2]).h', /h0 must be a single number, and is of shape \(2\)/],
    [`rnn([1], W=${square}, U=[1, 2], V=[1, 2, 3]).y`, /V has shape \(3\) and cannot read a state of shape \(2\)/],
    ['rnn([1], W=1, U=1, V=1, c=[1, 2]).y', /c must be a single number/],
    ['rnn([1], W=1, U=1, c=1).h', /V is missing/],
    ['rnn([1], W=1, U=1, output=sigmoid).h', /an output activation needs an output layer V/],
    ['rnn([1], W=1, U=1, V=1, output=softmax).y', /a softmax needs several outputs/],
    ['rnn([1], W=1, U=1, placement=inside).h', /"placement" must be one of sum, state/],
    ['rnn(ones(50), W=10^9, U=1, activation=identity).h', /becomes too large to compute with/],
    ['rnn_step([[1]], W=1, U=1).h', /x must be a single number or a list of numbers/],
    [`lstm([1], W=[1, 1, 1], U=${four}).h`, /W must be a list of 4 blocks, for i, f, g, o, and is of shape \(3\)/],
    [`lstm([1], W=1, U=${four}).h`, /W must be a list of 4 blocks.*a single number/],
    [`lstm([1], W=${four}, U=[1, 1]).h`, /U must be a list of 4 blocks/],
    [`lstm([1], W=${four}, U=${four}, b=[1, 1, 1]).h`, /b must be a list of 4 blocks/],
    [
      `lstm([1], W=[[1, 1], [1, 1], [1, 1], [1, 1]], U=${four}).h`,
      /each block of W must be a single number or a square/,
    ],
    [`lstm([1], W=${four}, U=zeros(4, 2)).h`, /each block of U is of shape \(2\)/],
    [`lstm([1], W=${four}, U=${four}, b=zeros(4, 2)).h`, /each block of b must be a single number/],
    [`lstm([1], W=${four}, U=${four}, c0=[1]).h`, /c0 must be a single number/],
    [`lstm([1], W=${four}, U=${four}, P=[1, 1]).h`, /P must be a list of 3 blocks, for i, f, o/],
    [`lstm_step(1, W=${four}, U=${four}, c=1).h`, /V is missing/],
    [`lstm([1], W=${four}, U=${four}, order=abcd).h`, /"order" must be one of ifgo/],
    [`gru([1], W=${four}, U=${four}).h`, /W must be a list of 3 blocks, for r, z, n/],
    ['gru([1], W=ones(3), U=ones(3), bh=zeros(3, 2)).h', /each block of bh must be a single number/],
    ['bidirectional_rnn([1], Wf=1, Uf=1, Wb=1, Ub=1, Vf=1).y', /both of them/],
    ['bidirectional_rnn([1], Wf=1, Uf=1, Wb=1, Ub=1, V=1).y', /both of them/],
    ['bidirectional_rnn([1], Wf=1, Uf=1, Wb=1, Ub=1, Vf=1, Vb=1, combine=concat).y', /output layer is V/],
    [`bidirectional_rnn([1], Wf=1, Uf=1, Wb=${square}, Ub=[1, 1]).y`, /shapes \(\) and \(2\) cannot be added/],
    [`bidirectional_rnn([1], Wf=1, Uf=1, Wb=${square}, Ub=[1, 1], combine=concat).y`, /cannot be joined/],
    ['bidirectional_rnn([1], Wf=1, Uf=1, Wb=1, Ub=1, V=[1, 2, 3], combine=concat).y', /cannot read 2 joined numbers/],
    ['bidirectional_rnn([1], Wf=1, Uf=1, Wb=1, Ub=[1, 2]).y', /Ub is of shape \(2\) and cannot lead/],
    ['bidirectional_rnn([1], Wf=1, Uf=1, Wb=1, Ub=1, c=[1]).y', /c must be a single number/],
    ['bidirectional_rnn_gradients([1], Wf=1, Uf=1, Wb=1, Ub=1).dWf', /either the target.*or the upstream/],
    ['bidirectional_rnn_gradients([1], Wf=1, Uf=1, Wb=1, Ub=1, target=[1], upstream=[1]).dWf', /either the target/],
    ['bidirectional_rnn_gradients([1], Wf=1, Uf=1, Wb=1, Ub=1, target=1).dWf', /target must be of shape \(1\)/],
    ['bidirectional_rnn_gradients([1], Wf=1, Uf=1, Wb=1, Ub=1, Vb=1, target=[1]).dWf', /has both, Vf and Vb/],
    ['bptt([1, 2], target=[1, 2], W=1, U=1).dW', /target must be a single number/],
    ['bptt([1, 2], target=1, W=1, U=1, loss=each).dW', /target must be of shape \(2\)/],
    ['bptt(ones(50), target=ones(50), W=1, U=1, loss=each, truncate=20).dW', /at most 400, and is 1000/],
    ['bptt([1], target=1, W=1, U=1, truncate=0).dW', /"truncate" must be a whole number, 1 or more/],
    ['lstm_cell_gradient([0.5], from=2)', /"from" must be at most 1/],
    ['lstm_cell_gradient(0.5)', /f must be a list/],
    ['rnn_gradient_factor(10^9, steps=50)', /too large to compute with/],
    ['gradient_bound([1, 2], steps=3).bound', /square matrix/],
    ['gradient_bound(10^9, steps=50).bound', /the numbers grow too large/],
  ])('%s', (text, message) => {
    expect(() => numbers(text)).toThrow(message);
  });
});

describe('the walk of an exam with a sigmoid candidate', () => {
  const walk = (candidate: string): number[] =>
    numbers(
      `lstm([0.7, 0.5, 0.7], order=fiog, U=[0.25, 0.3, 0.4, 0.01], W=[0.3, -0.3, 0.3, 0.1], b=[0, 0.1, 0.2, 1],
        candidate=${candidate}, cell=relu, V=5, c=-1, output=sigmoid).y`,
    );

  test.each([
    ['sigmoid', [0.575685, 0.721772, 0.814031]],
    ['tanh', [0.589586, 0.740711, 0.833372]],
  ])('%s', (candidate, expected) => {
    walk(candidate).forEach((out, t) => {
      expect(out).toBeCloseTo(expected[t] as number, 6);
    });
  });

  test('is told in the order of computation, with reasons at the first time only', () => {
    const results = formulaOf(
      'lstm([0.7, 0.5], order=fiog, U=[0.25, 0.3, 0.4, 0.01], W=[0.3, -0.3, 0.3, 0.1], V=5, c=-1, cell=relu).y',
    );
    const steps = trace([['y', results]]);
    const names = steps.map(({ name }) => name);
    expect(names).toEqual(['i1', 'g1', 'c1', 'o1', 'h1', 'y1', 'f2', 'i2', 'g2', 'c2', 'o2', 'h2', 'y2']);
    const told = steps.filter(({ why }) => why !== null).map(({ name }) => name);
    expect(told).toEqual(['i1', 'g1', 'c1', 'o1', 'h1', 'y1']);
    expect(steps.at(-1)?.tex).toMatch(/^\\hat y_\{2\} = 5 \\cdot h_\{2\} - 1 /);
  });
});

const weight = fc.integer({ min: -150, max: 150 }).map(n => n / 100);
const list = (length: number): fc.Arbitrary<number[]> => fc.array(weight, { minLength: length, maxLength: length });
const sequence = fc.array(weight, { minLength: 1, maxLength: 5 });

/** The states of a network over time, by calling its single step again and again. */
function stepped(call: string, x: readonly number[], names: Record<string, number | number[]>, cell = false): number[] {
  let state: Record<string, number> = { h: 0, c: 0 };
  return x.map(input => {
    const given = Object.fromEntries(
      Object.entries({ ...names, x1: input, h0: state.h as number, c0: state.c as number }).map(([name, value]) => [
        name,
        variable(name, value),
      ]),
    );
    const found = fieldsOf(formulaOf(`${call}(x1, W, U, b, h0${cell ? ', c0' : ''})`, given));
    state = { h: found?.get('h')?.data[0] as number, c: found?.get('c')?.data[0] ?? 0 };
    return state.h as number;
  });
}

describe('reasons fit the line that they stand beside', () => {
  const reasons = (text: string): Record<string, string | null> =>
    Object.fromEntries(
      trace([...(fieldsOf(formulaOf(text)) ?? [])]).map(({ name, why }): [string, string | null] => [name, why]),
    );

  test('of a GRU without a past', () => {
    const weights = 'W=[0.1, 0.2, 0.3], U=[1, -1, 0.5]';
    expect(reasons(`gru_step(0.5, ${weights})`)).toMatchObject({
      n: expect.stringMatching(/nothing to act on/),
      h: expect.stringMatching(/only the candidate counts/),
    });
    expect(reasons(`gru_step(0.5, ${weights}, h0=0.4)`)).toMatchObject({
      n: 'candidate for the new state',
      h: expect.stringMatching(/mixed/),
    });
    expect(reasons(`gru_step(0.5, ${weights}, bh=[0, 0, 1])`).n).toBe('candidate for the new state');
    expect(reasons(`gru_step(0.5, ${weights}, bh=[0, 0, 1], reset=before)`).n).toBe('candidate for the new state');
  });

  test('of back-propagation through time', () => {
    const told = reasons('bptt([1, 0.5, 2], target=0.3, W=0.8, U=0.5)');
    expect(told.delta3).toMatch(/no later state/);
    expect(told.delta2).toMatch(/^what the next step sends back/);
    expect(told.delta1).toBeNull();
    expect(reasons('bptt([1, 0.5, 2], target=[0, 1, 0], W=0.8, U=0.5, loss=each)').delta2).toMatch(/loss of this step/);
  });

  test('that gradients add up is said once, at the first that has several terms', () => {
    expect(reasons('bptt([1, 0.5], target=0.3, W=0.8, U=0.5)')).toMatchObject({
      dW: null,
      dU: expect.stringMatching(/add up/),
      db: null,
    });
    expect(reasons('bptt([1, 0.5, 2], target=0.3, W=0.8, U=0.5)')).toMatchObject({
      dW: expect.stringMatching(/add up/),
      dU: null,
    });
  });

  test('of what bounds a gradient', () => {
    const told = reasons('gradient_bound(0.5, steps=3)');
    expect(told.vanishes).toMatch(/shrinks to 0/);
    expect(told.may_explode).toMatch(/need not/);
  });
});

describe('a sequence is its steps, one after the other', () => {
  test.each([
    ['rnn', 1, false],
    ['lstm', 4, true],
    ['gru', 3, false],
  ] as const)('%s', (name, count, cell) => {
    const single = (values: number[]): number | number[] => (count === 1 ? (values[0] as number) : values);
    fc.assert(
      fc.property(sequence, list(count), list(count), list(count), (x, W, U, b) => {
        const names = { W: single(W), U: single(U), b: single(b) };
        expectSame(numbers(`${name}(x, W, U, b).h`, { ...names, x }), stepped(`${name}_step`, x, names, cell));
      }),
      { numRuns: 30 },
    );
  });
});

describe('properties of recurrent networks', () => {
  test('without recurrent weights each state sees its own input only', () => {
    fc.assert(
      fc.property(sequence, weight, (x, U) => {
        expectSame(
          numbers('rnn(x, W=0, U=U).h', { x, U }),
          x.map(value => Math.tanh(U * value)),
        );
      }),
    );
  });

  test('both placements compute the same network: the states of one are the sums of the other', () => {
    fc.assert(
      fc.property(
        sequence,
        weight,
        weight,
        weight,
        fc.constantFrom('tanh', 'relu', 'sigmoid', 'identity'),
        (x, W, U, h0, f) => {
          const names = { x, W, U, h0 };
          const activated = f === 'identity' ? 'h0' : `${f}(h0)`;
          expectSame(
            numbers(`rnn(x, W, U, h0=h0, placement=state, activation=${f}).h`, names),
            numbers(`rnn(x, W, U, h0=${activated}, activation=${f}).a`, names),
          );
        },
      ),
    );
  });

  test('an LSTM whose forget gate is open and whose input gate is shut keeps its cell state', () => {
    fc.assert(
      fc.property(sequence, weight, (x, c0) => {
        const cells = numbers('lstm(x, W=zeros(4), U=zeros(4), b=[-60, 60, 0, 0], c0=c0).c', { x, c0 });
        expectSame(
          cells,
          x.map(() => c0),
        );
      }),
    );
  });

  test('the order of the blocks is a matter of writing', () => {
    fc.assert(
      fc.property(sequence, list(4), list(4), list(4), list(3), (x, W, U, b, P) => {
        const orders = 'ifgo ifog figo fiog fgio igfo iofg'.split(' ');
        const inOrder = (values: readonly number[], order: string, from = 'ifgo'): number[] =>
          [...order].filter(gate => from.includes(gate)).map(gate => values[from.indexOf(gate)] as number);
        const states = orders.map(order => {
          const blocks = { W: inOrder(W, order), U: inOrder(U, order), b: inOrder(b, order) };
          return numbers(`lstm(x, W, U, b, order=${order}, P=P).h`, { x, ...blocks, P: inOrder(P, order, 'ifo') });
        });
        for (const found of states) expectSame(found, states[0] as number[]);
      }),
      { numRuns: 30 },
    );
  });

  test('for one unit the reset gate acts before the weight as after it', () => {
    fc.assert(
      fc.property(sequence, list(3), list(3), weight, (x, W, U, h0) => {
        const names = { x, W, U, h0 };
        expectSame(numbers('gru(x, W, U, h0=h0).h', names), numbers('gru(x, W, U, h0=h0, reset=before).h', names));
      }),
    );
  });

  test('z weighs the old state or the candidate: with its sign turned round it is the same GRU', () => {
    fc.assert(
      fc.property(sequence, list(3), list(3), weight, (x, W, U, h0) => {
        const turned = ([r, z, n]: number[]): number[] => [r as number, -(z as number), n as number];
        expectSame(
          numbers('gru(x, W, U, h0=h0).h', { x, W, U, h0 }),
          numbers('gru(x, W, U, h0=h0, update=candidate).h', { x, W: turned(W), U: turned(U), h0 }),
        );
      }),
    );
  });

  test('a bidirectional network reads a reversed sequence in reverse', () => {
    fc.assert(
      fc.property(sequence, list(4), (x, [Wf, Uf, Wb, Ub]) => {
        const names = { x, Wf, Uf, Wb, Ub } as Record<string, number | number[]>;
        const turned = { x: x.toReversed(), Wf: Wb, Uf: Ub, Wb: Wf, Ub: Uf } as Record<string, number | number[]>;
        const call = 'bidirectional_rnn(x, Wf, Uf, Wb, Ub).y';
        expectSame(numbers(call, names), numbers(call, turned).reverse());
      }),
    );
  });

  test('adding two weighted states is weighting the joined ones', () => {
    fc.assert(
      fc.property(sequence, list(4), weight, weight, (x, [Wf, Uf, Wb, Ub], Vf, Vb) => {
        const names = { x, Wf, Uf, Wb, Ub, Vf, Vb } as Record<string, number | number[]>;
        const call = 'bidirectional_rnn(x, Wf, Uf, Wb, Ub';
        expectSame(
          numbers(`${call}, Vf=Vf, Vb=Vb).y`, names),
          numbers(`${call}, combine=concat, V=[Vf, Vb]).y`, names),
        );
      }),
    );
  });
});
