import { exp, negated, over } from '../../terms.ts';
import { define, type LibraryFunction, libraryStep } from '../function.ts';
import { vector } from '../parameters.ts';
import { partition } from './rbm-partition.ts';
import {
  CONVENTION,
  checkMachine,
  checkStates,
  checkVector,
  energy,
  freeEnergy,
  hiddenGiven,
  machine,
  SHAPES,
  SOURCE,
  visibleGiven,
} from './rbm-terms.ts';

/** Energies and probabilities of restricted Boltzmann machines. */

const ALL = 'Z sums over all states, so there are at most 12 units.';

export const rbm: readonly LibraryFunction[] = [
  define({
    name: 'rbm_energy',
    parameters: { v: vector(), h: vector(), ...machine },
    formula: 'E(v, h) = -b^\\top v - c^\\top h - v^\\top W h',
    summary: 'Energy of a state of a restricted Boltzmann machine.',
    shapes: SHAPES,
    convention: CONVENTION,
    example: 'rbm_energy([1, 0], [1], W=[[2], [-1]], b=[0.5, 0], c=[-1])',
    source: SOURCE,
    build: ({ v, h, ...weights }) => {
      const [visible, hidden] = checkMachine('rbm_energy', weights);
      checkStates('rbm_energy', 'v', v, visible, 'row of W');
      checkStates('rbm_energy', 'h', h, hidden, 'column of W');
      return energy(v, h, weights);
    },
  }),
  define({
    name: 'rbm_hidden_given_visible',
    parameters: { v: vector(), W: machine.W, c: machine.c },
    formula: 'P(h_j = 1 \\mid v) = \\sigma\\left(c_j + \\sum_i W_{ij} v_i\\right)',
    summary:
      'Probability that a hidden unit is 1, for each of them, given the visible units; given these, the hidden units are independent.',
    shapes: SHAPES,
    convention: CONVENTION,
    example: 'rbm_hidden_given_visible([1, 0], [[2], [-1]], c=[-1])',
    source: SOURCE,
    build: ({ v, ...weights }) => {
      const [visible] = checkMachine('rbm_hidden_given_visible', weights);
      checkVector('rbm_hidden_given_visible', 'v', v, visible, 'row of W');
      return libraryStep('p_h', 'p_{h \\mid v}', hiddenGiven(v, weights), 'hidden units are independent, given v');
    },
  }),
  define({
    name: 'rbm_visible_given_hidden',
    parameters: { h: vector(), W: machine.W, b: machine.b },
    formula: 'P(v_i = 1 \\mid h) = \\sigma\\left(b_i + \\sum_j W_{ij} h_j\\right)',
    summary:
      'Probability that a visible unit is 1, for each of them, given the hidden units; given these, the visible units are independent.',
    shapes: SHAPES,
    convention: CONVENTION,
    example: 'rbm_visible_given_hidden([1], [[2], [-1]], b=[0.5, 0])',
    source: SOURCE,
    build: ({ h, ...weights }) => {
      const [, hidden] = checkMachine('rbm_visible_given_hidden', weights);
      checkVector('rbm_visible_given_hidden', 'h', h, hidden, 'column of W');
      return libraryStep('p_v', 'p_{v \\mid h}', visibleGiven(h, weights), 'visible units are independent, given h');
    },
  }),
  define({
    name: 'rbm_free_energy',
    parameters: { v: vector(), ...machine },
    formula: 'F(v) = -\\ln \\sum_h e^{-E(v, h)} = -b^\\top v - \\sum_j \\ln\\left(1 + e^{c_j + (W^\\top v)_j}\\right)',
    summary: 'Free energy of a state of the visible units, with the hidden units summed out.',
    shapes: SHAPES,
    convention: `${CONVENTION} softplus(a) is ln(1 + eᵃ).`,
    example: 'rbm_free_energy([1, 0], [[2], [-1]], b=[0.5, 0], c=[-1])',
    source: SOURCE,
    build: ({ v, ...weights }) => {
      const [visible] = checkMachine('rbm_free_energy', weights);
      checkStates('rbm_free_energy', 'v', v, visible, 'row of W');
      return freeEnergy(v, weights);
    },
  }),
  define({
    name: 'rbm_partition',
    parameters: machine,
    formula: 'Z = \\sum_v \\sum_h e^{-E(v, h)} = \\sum_v e^{-F(v)}',
    summary: 'Partition function: the sum over all states of the visible and the hidden units.',
    shapes: `${SHAPES}, at most 12 units`,
    convention: CONVENTION,
    example: 'rbm_partition([[2], [-1]], b=[0.5, 0], c=[-1])',
    source: 'Goodfellow, Bengio and Courville 2016, Deep Learning, section 20.2',
    build: weights => partition('rbm_partition', weights),
  }),
  define({
    name: 'rbm_joint_probability',
    parameters: { v: vector(), h: vector(), ...machine },
    formula: 'P(v, h) = \\frac{e^{-E(v, h)}}{Z}',
    summary: 'Joint probability of a state of the visible and the hidden units.',
    shapes: SHAPES,
    convention: `${CONVENTION} ${ALL}`,
    example: 'rbm_joint_probability([1, 0], [1], W=[[2], [-1]], b=[0.5, 0], c=[-1])',
    source: 'Goodfellow, Bengio and Courville 2016, Deep Learning, section 20.2',
    build: ({ v, h, ...weights }) => {
      const row = 'rbm_joint_probability';
      const [visible, hidden] = checkMachine(row, weights);
      checkStates(row, 'v', v, visible, 'row of W');
      checkStates(row, 'h', h, hidden, 'column of W');
      const Z = partition(row, weights);
      return libraryStep('P', 'P(v, h)', over(exp(negated(energy(v, h, weights))), Z));
    },
  }),
  define({
    name: 'rbm_marginal_probability',
    parameters: { v: vector(), ...machine },
    formula: 'P(v) = \\frac{e^{-F(v)}}{Z}',
    summary: 'Marginal probability of a state of the visible units.',
    shapes: SHAPES,
    convention: `${CONVENTION} ${ALL}`,
    example: 'rbm_marginal_probability([1, 0], [[2], [-1]], b=[0.5, 0], c=[-1])',
    source: 'Goodfellow, Bengio and Courville 2016, Deep Learning, section 20.2',
    build: ({ v, ...weights }) => {
      const row = 'rbm_marginal_probability';
      const [visible] = checkMachine(row, weights);
      checkStates(row, 'v', v, visible, 'row of W');
      const Z = partition(row, weights);
      return libraryStep('P', 'P(v)', over(exp(negated(freeEnergy(v, weights))), Z));
    },
  }),
];
