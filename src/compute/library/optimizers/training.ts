import { fields } from '../../fields.ts';
import type { Node } from '../../node.ts';
import { ceil, constant, element, floor, over, plus, times } from '../../terms.ts';
import { isOn } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { count, flag, number, size, vector } from '../parameters.ts';
import { divides } from '../shapes/common.ts';

/** How many updates a training makes, and when it stops. */

function stepsIn(n: Node, batch: Node, dropLast: Node): Node {
  const batches = over(n, batch);
  if (divides(batch, n)) return libraryStep('steps', 's', batches, 'every batch is full');
  return isOn(dropLast)
    ? libraryStep('steps', 's', floor(batches), 'the last, incomplete batch is dropped')
    : libraryStep('steps', 's', ceil(batches), 'the last, incomplete batch counts too');
}

interface Stop {
  /** 0-based. */
  readonly best: number;
  readonly last: number;
  readonly isEarly: boolean;
}

/** An epoch counts as better where it is below the best one by more than minDelta. */
function stopOf(losses: Float64Array, patience: number, minDelta: number): Stop {
  let best = 0;
  for (let epoch = 1; epoch < losses.length; epoch++) {
    if ((losses[epoch] as number) < (losses[best] as number) - minDelta) best = epoch;
    else if (epoch - best >= patience) return { best, last: epoch, isEarly: true };
  }
  return { best, last: losses.length - 1, isEarly: false };
}

export const training: readonly LibraryFunction[] = [
  define({
    name: 'steps_per_epoch',
    parameters: { n: size(), batch: size(), drop_last: flag(0) },
    formula: 's = \\left\\lceil \\frac{n}{B} \\right\\rceil',
    summary: 'Updates in one epoch of mini-batch training on n examples with batches of B.',
    convention: 'The last, incomplete batch counts; with drop_last=1 it is left out: n/B is rounded down.',
    example: 'steps_per_epoch(1000, batch=32)',
    source: 'PyTorch DataLoader',
    build: ({ n, batch, drop_last }) => stepsIn(n, batch, drop_last),
  }),
  define({
    name: 'updates_total',
    parameters: { n: size(), batch: size(), epochs: count(), drop_last: flag(0) },
    formula: 'N = E \\cdot \\left\\lceil \\frac{n}{B} \\right\\rceil',
    summary: 'Updates in several epochs E of mini-batch training on n examples with batches of B.',
    convention:
      'The last, incomplete batch of each epoch counts; with drop_last=1 it is left out: n/B is rounded down.',
    example: 'updates_total(1000, batch=32, epochs=10)',
    source: 'PyTorch DataLoader',
    build: ({ n, batch, epochs, drop_last }) => {
      const steps = stepsIn(n, batch, drop_last);
      return libraryStep('updates', 'N', times(epochs, steps), 'every epoch makes the same number of updates');
    },
  }),
  define({
    name: 'early_stopping',
    parameters: { losses: vector(), patience: size(), min_delta: number(0), first: count(1) },
    formula: 't_{\\text{stop}} = t_{\\text{best}} + \\text{patience}',
    summary:
      'When training stops, given the validation loss of each epoch: as soon as patience epochs in a row have brought no better one. Fields: best_epoch, best_loss, stop_epoch (the last epoch that is trained), stopped (1, or 0 where the losses end before the patience does).',
    convention:
      'Epochs are counted from 1, or from first. A loss is better where it is below the best one so far by more than min_delta; the best epoch is the last that was better.',
    example: 'early_stopping([0.9, 0.7, 0.8, 0.75, 0.6], patience=2).stop_epoch',
    source: 'Goodfellow, Bengio and Courville 2016, Deep Learning, algorithm 7.1; Keras EarlyStopping',
    build: ({ losses, patience, min_delta, first }) => {
      const [minDelta, offset] = [min_delta.data[0] as number, first.data[0] as number];
      if (minDelta < 0) throw new ArgumentError('early_stopping: "min_delta" must be 0 or more');
      const { best, last, isEarly } = stopOf(losses.data, patience.data[0] as number, minDelta);
      const found = 'the last epoch whose loss was better than all before';
      const bestEpoch = libraryStep('best_epoch', 't_{\\text{best}}', constant(best + offset), found);
      const bestLoss = libraryStep('best_loss', 'L_{\\text{best}}', element(losses, best));
      const stop = isEarly
        ? libraryStep(
            'stop_epoch',
            't_{\\text{stop}}',
            plus(bestEpoch, patience),
            'that many epochs later none has been better: the patience runs out',
          )
        : libraryStep(
            'stop_epoch',
            't_{\\text{stop}}',
            constant(last + offset),
            'the losses end before the patience runs out',
          );
      return fields({
        best_epoch: bestEpoch,
        best_loss: bestLoss,
        stop_epoch: stop,
        stopped: constant(isEarly ? 1 : 0),
      });
    },
  }),
];
