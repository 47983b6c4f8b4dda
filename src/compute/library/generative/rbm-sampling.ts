import { fields } from '../../fields.ts';
import type { Node } from '../../node.ts';
import { shapeText } from '../../tensor.ts';
import { element, less, list, minus, outer, times } from '../../terms.ts';
import { upTo } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { checkFractions } from '../losses/common.ts';
import { byName, optional, positive, tensor, vector, word } from '../parameters.ts';
import {
  CONVENTION,
  checkMachine,
  checkStates,
  checkVector,
  hiddenGiven,
  type Machine,
  machine,
  SHAPES,
  SOURCE,
  visibleGiven,
} from './rbm-terms.ts';

/** Sampling from a restricted Boltzmann machine with given random numbers, and learning from it. */

const MOST_STEPS = 20;
const BELOW = 'a unit is 1 where its uniform number lies below its probability';

/** The uniform numbers of each step. */
function uniformsOf(row: string, name: string, uniforms: Node, units: number): Node[] {
  checkFractions(row, name, uniforms);
  const steps = uniforms.shape.length === 1 ? [uniforms] : upTo(uniforms.shape[0] ?? 0).map(i => element(uniforms, i));
  if (steps.length === 0 || steps.length > MOST_STEPS) {
    throw new ArgumentError(
      `${row}: "${name}" must hold the numbers of 1 to ${MOST_STEPS} steps, and has shape ${shapeText(uniforms.shape)}`,
    );
  }
  for (const step of steps) checkVector(row, name, step, units, 'unit in each step');
  return steps;
}

interface Sweep {
  readonly p_h: Node;
  readonly h: Node;
  readonly p_v: Node;
  readonly v: Node;
}

/** All hidden units, then all visible ones. @param mark number of the step, if there are several */
function sweep(v: Node, [uh, uv]: readonly [Node, Node], weights: Machine, mark: string): Sweep {
  const above = mark === '' ? '' : `^{(${mark})}`;
  const once = (why: string): string | undefined => (mark === '' || mark === '1' ? why : undefined);
  const p_h = libraryStep(
    `p_h${mark}`,
    `p_{h}${above}`,
    hiddenGiven(v, weights),
    'the hidden units, given the visible',
  );
  const h = libraryStep(`h${mark}`, mark === '' ? "h'" : `h${above}`, less(uh, p_h), once(BELOW));
  const p_v = libraryStep(
    `p_v${mark}`,
    `p_{v}${above}`,
    visibleGiven(h, weights),
    'the visible units, given the hidden',
  );
  return { p_h, h, p_v, v: libraryStep(`v${mark}`, mark === '' ? "v'" : `v${above}`, less(uv, p_v)) };
}

export const sampling: readonly LibraryFunction[] = [
  define({
    name: 'gibbs_step',
    parameters: { v: vector(), u_h: tensor(), u_v: tensor(), ...machine },
    formula: "h_j' = [u_j^{(h)} < P(h_j = 1 \\mid v)],\\qquad v_i' = [u_i^{(v)} < P(v_i = 1 \\mid h')]",
    summary:
      'One step of Gibbs sampling with given uniform random numbers: all hidden units from the visible ones, then all visible units from the hidden ones. Fields: p_h, h, p_v, v.',
    shapes: `${SHAPES}; u_h: (hidden), u_v: (visible), or a row for each of up to ${MOST_STEPS} steps, which gives rows`,
    convention: `${CONVENTION} A unit is 1 where its uniform number lies below its probability.`,
    example: 'gibbs_step([1, 0], u_h=[0.3], u_v=[0.5, 0.6], W=[[2], [-1]], b=[0.5, 0], c=[-1]).v',
    source: SOURCE,
    build: ({ v, u_h, u_v, ...weights }) => {
      const row = 'gibbs_step';
      const [visible, hidden] = checkMachine(row, weights);
      checkStates(row, 'v', v, visible, 'row of W');
      const [forHidden, forVisible] = [uniformsOf(row, 'u_h', u_h, hidden), uniformsOf(row, 'u_v', u_v, visible)];
      if (u_h.shape.length !== u_v.shape.length || forHidden.length !== forVisible.length) {
        throw new ArgumentError(
          `${row}: u_h has shape ${shapeText(u_h.shape)} and u_v ${shapeText(u_v.shape)}: as many steps each`,
        );
      }
      const isSingle = u_h.shape.length === 1;
      const sweeps: Sweep[] = [];
      forHidden.forEach((uh, t) => {
        const from = sweeps.at(-1)?.v ?? v;
        sweeps.push(sweep(from, [uh, forVisible[t] as Node], weights, isSingle ? '' : String(t + 1)));
      });
      const gathered = (name: keyof Sweep): Node =>
        isSingle ? (sweeps[0] as Sweep)[name] : list(sweeps.map(one => one[name]));
      return fields({ p_h: gathered('p_h'), h: gathered('h'), p_v: gathered('p_v'), v: gathered('v') });
    },
  }),
  define({
    name: 'cd1',
    parameters: {
      v: vector(),
      u_h: vector(),
      u_v: optional(vector()),
      ...machine,
      lr: byName(positive(1)),
      positive: byName(word(['probabilities', 'samples'] as const, 'probabilities')),
    },
    formula:
      '\\Delta W = \\eta \\left(v\\, p_h^\\top - \\tilde v\\, \\tilde p_h^\\top\\right),\\quad \\Delta b = \\eta (v - \\tilde v),\\quad \\Delta c = \\eta (p_h - \\tilde p_h)',
    summary:
      'Contrastive divergence with one step (CD-1): the change that is added to the parameters. Uniform random numbers u_h draw the hidden units, u_v the reconstruction ṽ. Fields: p_h, h, v1 (ṽ), p_h1, dW, db, dc.',
    shapes: `${SHAPES}; dW, db and dc: those of W, b and c`,
    convention: `${CONVENTION} lr is η. Without u_v the reconstruction consists of its probabilities. In ΔW and Δc the hidden units count with their probabilities; with positive=samples those of the data count with the drawn values.`,
    example: 'cd1([1, 0], u_h=[0.3], u_v=[0.95, 0.1], W=[[2], [-1]], b=[0.5, 0], c=[-1], lr=0.1).dW',
    source: SOURCE,
    build: ({ v, u_h, u_v, lr, positive: counted, ...weights }) => {
      const [visible, hidden] = checkMachine('cd1', weights);
      checkVector('cd1', 'v', v, visible, 'row of W');
      checkFractions('cd1', 'v', v);
      checkVector('cd1', 'u_h', u_h, hidden, 'column of W');
      checkFractions('cd1', 'u_h', u_h);
      if (u_v) {
        checkVector('cd1', 'u_v', u_v, visible, 'row of W');
        checkFractions('cd1', 'u_v', u_v);
      }
      const p_h = libraryStep('p_h', 'p_h', hiddenGiven(v, weights), 'the hidden units, given the data');
      const h = libraryStep('h', 'h', less(u_h, p_h), BELOW);
      const p_v = libraryStep('p_v', 'p_v', visibleGiven(h, weights), 'the reconstruction, given the hidden units');
      const v1 = u_v ? libraryStep('v1', '\\tilde v', less(u_v, p_v)) : p_v;
      const p_h1 = libraryStep(
        'p_h1',
        '\\tilde p_h',
        hiddenGiven(v1, weights),
        'the hidden units, given the reconstruction',
      );
      const data = counted === 'samples' ? h : p_h;
      const rise = (name: string, tex: string, value: Node, why?: string): Node =>
        libraryStep(name, `\\Delta ${tex}`, times(lr, value), why);
      return fields({
        p_h,
        h,
        v1,
        p_h1,
        dW: rise(
          'dW',
          'W',
          minus(outer(v, data), outer(v1, p_h1)),
          'more of what is on together in the data, less of what is on together in the reconstruction',
        ),
        db: rise('db', 'b', minus(v, v1)),
        dc: rise('dc', 'c', minus(data, p_h1)),
      });
    },
  }),
];
