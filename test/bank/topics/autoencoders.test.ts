import { describe, expect, test } from 'vitest';
import { markReply, printKey } from '../../../src/answers/answers.ts';
import { topologicalOrders } from '../../../src/answers/order/graph.ts';
import { numberOf, partOf } from './formulas.ts';
import { longestIsRight } from './option-pools.ts';
import { secondPaths } from './second-path.ts';

/** Autoencoders: parameters counted one by one, shares by enumeration, the divergence as an integral. */

/** Weights and biases of a chain of fully-connected layers. */
function counted(sizes: readonly number[]): { weights: number; biases: number } {
  let weights = 0;
  let biases = 0;
  sizes.slice(1).forEach((outputs, l) => {
    for (let unit = 0; unit < outputs; unit++) {
      biases++;
      weights += sizes[l] as number;
    }
  });
  return { weights, biases };
}

const parameters = (sizes: readonly number[]): number => counted(sizes).weights + counted(sizes).biases;

/** The most variance that so many of the axes hold, over all sets of them. */
function mostKept(variances: readonly number[], axes: number): number {
  let most = 0;
  for (let set = 0; set < 2 ** variances.length; set++) {
    const kept = variances.filter((_, i) => Math.floor(set / 2 ** i) % 2 === 1);
    if (kept.length === axes)
      most = Math.max(
        most,
        kept.reduce((sum, one) => sum + one, 0),
      );
  }
  return most;
}

const density = (x: number, mean: number, deviation: number): number =>
  Math.exp(-0.5 * ((x - mean) / deviation) ** 2) / (deviation * Math.sqrt(2 * Math.PI));

/** The integral of p ln(p/q), q being the standard normal density. */
function divergence(mean: number, deviation: number): number {
  const STEPS = 4000;
  const width = (20 * deviation) / STEPS;
  let sum = 0;
  for (let i = 0; i < STEPS; i++) {
    const x = mean - 10 * deviation + (i + 0.5) * width;
    const p = density(x, mean, deviation);
    sum += p * (Math.log(p) - Math.log(density(x, 0, 1))) * width;
  }
  return sum;
}

secondPaths('autoencoders', {
  'autoencoders/frozen-encoder': {
    given: [104938, 330, 4458],
    path: ({ n, m, d, K }) => [parameters([n, m, d, K]), parameters([d, K]), parameters([m, d, K])],
  },
  'autoencoders/tied-weights': {
    given: [[784, 300], 561934, 281734],
    path: ({ n, m, d }) => {
      const { weights, biases } = counted([n, m, d, m, n]);
      return [[n, m], weights + biases, weights / 2 + biases];
    },
  },
  'autoencoders/bottleneck-size': {
    given: [24.5],
    path: ({ C, S, d }) => [Array.from({ length: C }, () => S ** 2 / d).reduce((sum, share) => sum + share, 0)],
  },
  'autoencoders/linear-bottleneck': {
    given: [15, 98 / 113, 3],
    path: ({ s, d, q }) => {
      const steps = (s as number[]).map((step, i) => step * 2 ** (4 - i));
      const variances = steps.map((_, i) => steps.slice(i).reduce((sum, step) => sum + step, 0));
      const total = mostKept(variances, 5);
      const enough = [1, 2, 3, 4, 5].find(axes => 100 * mostKept(variances, axes) >= q * total);
      return [total - mostKept(variances, d), mostKept(variances, d) / total, enough as number];
    },
  },
  'autoencoders/few-labels': {
    given: [203530 / 600],
    path: ({ N, share, n, m, K }) => [parameters([n, m, K]) / ((N / 100) * share)],
  },
  'autoencoders/codes-in-use': {
    given: [60000 / 2 ** 24, 2 ** 24 / 60000, null],
    path: ({ N, d, m }) => {
      let codes = 1;
      for (let unit = 0; unit < d; unit++) codes += codes;
      // The first success at draw k, and the draws up to it, summed over all k.
      const share = N / codes;
      let [missed, hit, wait] = [1, 0, 0];
      for (let k = 1; missed > 1e-15; k++) {
        wait += k * missed * share;
        missed *= 1 - share;
        if (k <= m) hit = 1 - missed;
      }
      return [share, wait, hit];
    },
    within: 1e-6,
  },
  'autoencoders/variational-code': {
    given: [0.2, null, null],
    path: ({ mu, sigma, eps, rec }) => [mu + sigma * eps, divergence(mu, sigma), rec + divergence(mu, sigma)],
    within: 1e-6,
  },
});

test('each decoder layer shares the weights of its mirror image', () => {
  for (const N of [2, 4, 6, 10]) {
    const encoder = Array.from({ length: N / 2 }, (_, i) => i + 1);
    const layers = [...encoder, ...encoder.toReversed()];
    for (let k = N / 2 + 1; k <= N; k++)
      expect(numberOf('autoencoders/tied-weights', 'layer', { N, k })).toBe(layers[k - 1]);
  }
});

/** What students write, and what it earns. */
test.each([
  ['autoencoders/tied-weights', 'layer', 'N-k+1', 1],
  ['autoencoders/tied-weights', 'layer', '1 + N − k', 1],
  ['autoencoders/tied-weights', 'layer', '(N+1) - k', 1],
  ['autoencoders/tied-weights', 'layer', 'N - k', 0],
  ['autoencoders/tied-weights', 'layer', 'k - N/2', 0],
  ['autoencoders/tied-weights', 'layer', '1', 0],
  ['autoencoders/transfer-learning', 'name', 'transfer learning', 1],
  ['autoencoders/transfer-learning', 'name', 'inductive transfer', 1],
  ['autoencoders/transfer-learning', 'name', 'fine tuning', 0],
  ['autoencoders/transfer-learning', 'name', 'self-supervised learning', 0],
  ['autoencoders/transfer-learning', 'name', 'multi-task learning', 0],
  ['autoencoders/transfer-learning', 'name', 'pretraining', 0],
  ['autoencoders/variational-code', 'name', 'Variational Autoencoder', 1],
  ['autoencoders/variational-code', 'name', 'variational auto encoder', 1],
  ['autoencoders/variational-code', 'name', 'a VAE', 1],
  ['autoencoders/variational-code', 'name', 'autoencoder', 0],
  ['autoencoders/variational-code', 'name', 'denoising autoencoder', 0],
  ['autoencoders/variational-code', 'name', 'adversarial autoencoder', 0],
  ['autoencoders/variational-code', 'name', 'GAN', 0],
  ['autoencoders/variational-code', 'name', 'diffusion model', 0],
])('%s, part %s: %s earns %i', (id, name, reply, credit) => {
  expect(markReply(name, reply, partOf(id, name).key)).toMatchObject({ credit, error: null });
});

test.each([
  ['autoencoders/perfect-reconstruction', 'poor', 3],
  ['autoencoders/bottleneck-size', 'small', 1],
  ['autoencoders/bottleneck-size', 'big', 1],
  ['autoencoders/few-labels', 'steps', 2],
  ['autoencoders/transfer-learning', 'weights', 1],
  ['autoencoders/no-labels-needed', 'a', 2],
  ['autoencoders/random-codes', 'a', 2],
])('the points of %s, part %s, are worth %i', (id, name, credits) => {
  const { key } = partOf(id, name);
  if (key.kind !== 'rubric') throw new Error('it is a rubric');
  expect(key.points.reduce((sum, point) => sum + point.credits, 0)).toBe(credits);
});

describe('autoencoders/pretraining-steps', () => {
  interface Net {
    readonly done: ReadonlySet<string>;
    readonly trained: boolean;
  }

  /** What must be so before a step is taken; a step that trains something is marked with a star. */
  const RULES: Readonly<Record<string, (net: Net) => boolean>> = {
    split: ({ trained }) => !trained,
    start: ({ trained }) => !trained,
    reconstruct: ({ done }) => done.has('start') && !done.has('freeze') && !done.has('head'),
    head: ({ done }) => done.has('reconstruct'),
    freeze: ({ done }) => done.has('reconstruct'),
    classify: ({ done }) => done.has('head') && done.has('freeze'),
    release: ({ done }) => done.has('freeze') && done.has('classify'),
    test: ({ done }) => done.has('split') && done.has('release'),
  };
  const TRAINS: ReadonlySet<string> = new Set(['reconstruct', 'classify', 'release']);

  function sound(steps: readonly string[]): boolean {
    const done = new Set<string>();
    return steps.every(step => {
      const fits = RULES[step]?.({ done, trained: [...done].some(other => TRAINS.has(other)) }) ?? false;
      done.add(step);
      return fits;
    });
  }

  function permutations(items: readonly string[]): string[][] {
    if (items.length === 0) return [[]];
    return items.flatMap((first, i) => permutations(items.toSpliced(i, 1)).map(rest => [first, ...rest]));
  }

  test('exactly those orders are right in which every step has what it needs', () => {
    const { key } = partOf('autoencoders/pretraining-steps', 'a');
    if (key.kind !== 'order') throw new Error('it is an order');
    const nameOf = new Map(key.lines.map(({ label, name }) => [label, name]));
    const right = topologicalOrders(key.lines, 100).map(order => order.map(label => nameOf.get(label)).join(' '));
    const all = permutations(Object.keys(RULES)).filter(sound);
    expect(right.toSorted()).toEqual(all.map(order => order.join(' ')).toSorted());
    expect(right).toHaveLength(4);
  });

  test('its key is right, and its decoys say why they are none', () => {
    const { key } = partOf('autoencoders/pretraining-steps', 'a', 3);
    if (key.kind !== 'order') throw new Error('it is an order');
    expect(markReply('a', printKey(key), key)).toMatchObject({ credit: 1 });
    const decoys = key.lines.filter(({ decoy }) => decoy);
    expect(decoys.map(({ name }) => name).sort()).toEqual(['guess', 'keep', 'random']);
    for (const { label, why } of decoys) {
      expect(why).not.toBeNull();
      expect(markReply('a', `${printKey(key).split(' | ')[0]} ${label}`, key).credit).toBeLessThan(1);
    }
  });
});

test.each([
  ['autoencoders/perfect-reconstruction', 'certain', 3 / 11],
  ['autoencoders/against-copying', 'a', 6 / 15],
  ['autoencoders/linear-bottleneck', 'all', 1 / 4],
  ['autoencoders/training-data', 'a', 6 / 13],
  ['autoencoders/sampling-remedy', 'a', 4 / 15],
])('the longest option of %s is not right much more often than by chance', (id, name, chance) => {
  expect(longestIsRight(id, name)).toBeLessThan(chance + 0.15);
});
