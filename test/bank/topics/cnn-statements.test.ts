import { describe, expect, test } from 'vitest';
import type { Option } from '../../../src/answers/choice/key.ts';
import { partOf } from './formulas.ts';
import { counted, type Layer, widthSeen, windows } from './rows-of-pixels.ts';
import { type Vars, variantOf } from './second-path.ts';

/** Convolutional networks: which statements are right. */

const SEEDS = [null, ...Array.from({ length: 300 }, (_, seed) => seed)];

describe('what enlarges a receptive field', () => {
  const plain: Layer = { k: 3, s: 1 };

  /** The layers up to the unit after a change; null where no layer is touched by it. */
  function changed(text: string, layers: readonly Layer[]): readonly Layer[] | null {
    const at = Number(/layer (\d+)$/.exec(text)?.[1]);
    const place = (layer: Layer): Layer[] => layers.flatMap((one, i) => (i + 1 === at ? [one, layer] : [one]));
    const exchange = (layer: Layer): Layer[] => layers.map((one, i) => (i + 1 === at ? layer : one));
    if (text.includes('in all layers')) return layers.map(() => ({ k: 5, s: 1 }));
    if (text.startsWith('Kernels')) return exchange({ k: 5, s: 1 });
    if (text.startsWith('Stride')) return exchange({ k: 3, s: 2 });
    if (text.startsWith('Dilation')) return exchange({ k: 3, s: 1, d: 2 });
    if (text.startsWith('Padding')) return exchange({ k: 3, s: 1, p: 2 });
    if (text.includes('max pooling, stride 2')) return place({ k: 2, s: 2 });
    if (text.includes('max pooling, stride 1')) return place({ k: 3, s: 1 });
    if (text.includes('1 \\times 1')) return place({ k: 1, s: 1 });
    if (text.endsWith('before layer 1')) return [plain, ...layers];
    if (text.startsWith('One more')) return place(plain);
    return null;
  }

  test('by walking back from the unit', () => {
    let walked = 0;
    for (const seed of SEEDS) {
      const { vars } = variantOf('cnn/receptive-field-defined', seed);
      const { L, l } = vars as Vars;
      const { key } = partOf('cnn/receptive-field-defined', 'larger', seed);
      if (key.kind !== 'choice') throw new Error('it is a choice');
      const layers = Array.from({ length: L as number }, () => plain);
      for (const { text, right } of key.options) {
        const after = changed(text, layers);
        if (!after) continue;
        walked++;
        // What stands behind the unit's own layer is cut off; a layer put behind it comes after.
        const own = layers.length - l;
        const cut = text.includes('behind layer') && Number(/layer (\d+)$/.exec(text)?.[1]) >= l ? own + 1 : own;
        const upToUnit = after.slice(0, after.length - cut);
        expect(widthSeen(upToUnit) > 1 + 2 * l, `seed ${seed}: ${text}`).toBe(right);
      }
    }
    expect(walked).toBeGreaterThan(900);
  });
});

const CHOICES = [
  ['cnn/fully-connected-truths', 'a', ['b']],
  ['cnn/linear-as-convolution', 'settings', ['a', 'c']],
  ['cnn/max-pool-backward', 'statements', ['a', 'd']],
  ['cnn/receptive-field-defined', 'larger', ['a', 'd']],
  ['cnn/semantic-segmentation', 'tasks', ['a', 'd']],
] as const;

describe.each(CHOICES)('%s, part %s', (id, name, given) => {
  const optionsOf = (seed: number | null): readonly Option[] => {
    const { key } = partOf(id, name, seed);
    if (key.kind !== 'choice') throw new Error('it is a choice');
    return key.options;
  };

  test(`of the given variant ${given} are right`, () => {
    expect(optionsOf(null).flatMap(({ label, right }) => (right ? [label] : []))).toEqual(given);
  });

  test('length does not give right options away', () => {
    let [longest, chance] = [0, 0];
    for (let seed = 0; seed < 300; seed++) {
      const options = optionsOf(seed);
      const lengths = options.map(({ text }) => text.length);
      longest += Number(options[lengths.indexOf(Math.max(...lengths))]?.right);
      chance += options.filter(({ right }) => right).length / options.length;
    }
    expect(longest).toBeLessThan(1.2 * chance);
  });
});

test('the statements about numbers of parameters are right', () => {
  const seenTexts = new Set<string>();
  for (const seed of SEEDS) {
    const { vars, parts } = variantOf('cnn/fully-connected-truths', seed);
    const { D, M } = vars as Vars;
    const key = parts[0]?.key;
    if (key?.kind !== 'choice') throw new Error('it is a choice');
    for (const { text, right } of key.options) {
      const claimed = Number(/has (\d+) learnable/.exec(text)?.[1] ?? Number.NaN);
      if (Number.isNaN(claimed)) continue;
      seenTexts.add(`${right}`);
      expect(claimed === counted(M, D + 1), text).toBe(right);
    }
  }
  expect(seenTexts.size).toBe(2);
});

test('the statements about the places of a kernel as large as the image are right', () => {
  const seenTexts = new Set<string>();
  for (const seed of SEEDS) {
    const { H, W } = variantOf('cnn/linear-as-convolution', seed).vars as Vars;
    const { key } = partOf('cnn/linear-as-convolution', 'settings', seed);
    if (key.kind !== 'choice') throw new Error('it is a choice');
    for (const { text, right } of key.options) {
      const stride = Number(/^With stride (\d)/.exec(text)?.[1] ?? Number.NaN);
      if (Number.isNaN(stride)) continue;
      seenTexts.add(text);
      const padding = Number(/padding (\d)/.exec(text)?.[1] ?? 0);
      const places = (more: number): number =>
        windows(H + more, H, stride, padding) * windows(W + more, W, stride, padding);
      expect(text.includes('larger') ? places(1) > 1 : places(0) === 1, text).toBe(right);
    }
  }
  expect(seenTexts.size).toBe(4);
});
