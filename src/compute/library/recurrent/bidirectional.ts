import { type Node, sameShape } from '../../node.ts';
import { type Shape, shapeText } from '../../tensor.ts';
import { concat, list, weighted } from '../../terms.ts';
import { ArgumentError, define, type LibraryFunction } from '../function.ts';
import { byName, optional, tensor, word } from '../parameters.ts';
import { ACTIVATIONS, activate, OUTPUTS } from './activations.ts';
import { bothDirections, inTime } from './bidirectional-cell.ts';
import { bidirectionalGradients } from './bidirectional-gradients.ts';
import { checkShape, mapped } from './check.ts';
import { checkOutput } from './readout.ts';
import type { Moment } from './rnn-cell.ts';
import { atTime, overTime, present, sumOf } from './terms.ts';

const ROW = 'bidirectional_rnn';
const COMBINATIONS = ['sum', 'concat'] as const;

interface Combination {
  readonly combine: (typeof COMBINATIONS)[number];
  readonly Vf?: Node | undefined;
  readonly Vb?: Node | undefined;
  readonly V?: Node | undefined;
}

type Combine = (forward: Node, backward: Node) => Node;

const joined: Combine = (forward, backward) =>
  forward.shape.length === 0 ? list([forward, backward]) : concat([forward, backward], 0);

/** How an output comes from the two states, before its bias and its activation. */
function combination({ combine, Vf, Vb, V }: Combination): Combine {
  if (combine === 'concat') {
    if (Vf || Vb) throw new ArgumentError(`${ROW}: with combine=concat the output layer is V, not Vf and Vb`);
    return V ? (forward, backward) => weighted(V, joined(forward, backward)) : joined;
  }
  if (V || !Vf !== !Vb) throw new ArgumentError(`${ROW}: with combine=sum the output layer is Vf and Vb, both of them`);
  return Vf && Vb ? (forward, backward) => sumOf(weighted(Vf, forward), weighted(Vb, backward)) : sumOf;
}

/** @throws ArgumentError where the two states cannot give an output */
function checkCombination({ combine, Vf, Vb, V }: Combination, forward: Shape, backward: Shape): void {
  const both = combine === 'concat' ? [(forward[0] ?? 1) + (backward[0] ?? 1)] : null;
  if (both && forward.length !== backward.length) {
    throw new ArgumentError(
      `${ROW}: states of shapes ${shapeText(forward)} and ${shapeText(backward)} cannot be joined`,
    );
  }
  if (both && V && !mapped(V.shape, both)) {
    throw new ArgumentError(`${ROW}: V has shape ${shapeText(V.shape)} and cannot read ${both[0]} joined numbers`);
  }
  if (both) return;
  const [a, b] = [Vf ? mapped(Vf.shape, forward) : forward, Vb ? mapped(Vb.shape, backward) : backward];
  if (a && b && sameShape(a, b)) return;
  const layers = Vf && Vb ? ` through Vf ${shapeText(Vf.shape)} and Vb ${shapeText(Vb.shape)}` : '';
  throw new ArgumentError(
    `${ROW}: states of shapes ${shapeText(forward)} and ${shapeText(backward)} cannot be added${layers}`,
  );
}

export const bidirectional: readonly LibraryFunction[] = [
  define({
    name: ROW,
    parameters: {
      x: tensor(),
      Wf: tensor(),
      Uf: tensor(),
      Wb: tensor(),
      Ub: tensor(),
      bf: byName(optional(tensor())),
      bb: byName(optional(tensor())),
      hf0: byName(optional(tensor())),
      hb0: byName(optional(tensor())),
      combine: byName(word(COMBINATIONS, 'sum')),
      Vf: byName(optional(tensor())),
      Vb: byName(optional(tensor())),
      V: byName(optional(tensor())),
      c: byName(optional(tensor())),
      activation: byName(word(ACTIVATIONS, 'tanh')),
      output: byName(word(OUTPUTS, 'identity')),
    },
    formula:
      'h_t^{(f)} = f(W_f h_{t-1}^{(f)} + U_f x_t + b_f),\\quad h_t^{(b)} = f(W_b h_{t+1}^{(b)} + U_b x_t + b_b),\\quad \\hat y_t = g(V_f h_t^{(f)} + V_b h_t^{(b)} + c)',
    summary:
      'Two recurrent networks, one from the start and one from the end of the sequence: the sums af and ab and the states hf and hb, all in the order of time, and the outputs y that combine both.',
    shapes:
      'x: (T) or (T, m); Wf, Wb: a number or (n, n); Uf, Ub: a number, (n) or (n, m); Vf, Vb: a number, (n) or (k, n); V: (2n) or (k, 2n)',
    convention:
      'combine=sum: $V_f h^{(f)} + V_b h^{(b)} + c$, or the plain sum of both states without Vf and Vb. combine=concat: $V [h^{(f)}; h^{(b)}] + c$, or both states joined without V, as PyTorch has them. `activation` is f, `output` is g. hf0 is the forward state before the first step, hb0 the backward state after the last; 0 unless given.',
    example: 'bidirectional_rnn([1, 0.5], Wf=0.5, Uf=1, Wb=-0.4, Ub=0.8).y',
    source: 'Schuster and Paliwal 1997, Bidirectional recurrent neural networks; PyTorch RNN',
    build: ({ combine, Vf, Vb, V, c, output, ...weights }) => {
      const { forward, backward } = bothDirections(ROW, weights);
      const both = combination({ combine, Vf, Vb, V });
      checkCombination({ combine, Vf, Vb, V }, forward.state, backward.state);
      const [ahead, behind] = [inTime(forward, forward.moments), inTime(backward, backward.moments)];
      const y = ahead.map(({ h }, t) => {
        const combined = both(h, (behind[t] as Moment).h);
        checkShape(ROW, 'c', c, combined.shape);
        checkOutput(ROW, output, combined.shape);
        const why = 'the output at each time knows what came before and what follows';
        return atTime(t + 1, t === 0)('y', '\\hat y', activate[output](sumOf(combined, c)), why);
      });
      return present({
        af: overTime(ahead, 'a'),
        hf: overTime(ahead, 'h'),
        ab: overTime(behind, 'a'),
        hb: overTime(behind, 'h'),
        y: list(y),
      });
    },
  }),
  bidirectionalGradients,
];
