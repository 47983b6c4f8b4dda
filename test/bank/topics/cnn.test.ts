import { describe, expect, test } from 'vitest';
import { markReply } from '../../../src/answers/answers.ts';
import { partOf } from './formulas.ts';
import { counted, covered, halved, type Layer, seen, widthSeen, windows } from './rows-of-pixels.ts';
import { secondPaths, type Vars, variantOf } from './second-path.ts';

/** Convolutional networks: shapes, counts and receptive fields, by walking windows over rows of pixels. */

/** How many sums some numbers from 0 to `largest` can have. */
function sums(numbers: number, largest: number): number {
  let found = new Set([0]);
  for (let i = 0; i < numbers; i++) {
    found = new Set([...found].flatMap(sum => Array.from({ length: largest + 1 }, (_, digit) => sum + digit)));
  }
  return found.size;
}

type Matrix = readonly (readonly number[])[];

/** Max pooling of a matrix with 2×2 windows. */
function pooled(X: Matrix, stride: number): number[][] {
  const at = (i: number, j: number): number => X[i]?.[j] ?? Number.NaN;
  const starts = Array.from({ length: windows(X.length, 2, stride) }, (_, i) => i * stride);
  return starts.map(i => starts.map(j => Math.max(at(i, j), at(i, j + 1), at(i + 1, j), at(i + 1, j + 1))));
}

/** The slope of Σ G·Y by each input: between whole numbers it is straight, so a small difference is exact. */
function slopesOfPooling({ X, G }: Vars, stride: number): number[][] {
  const loss = (x: Matrix): number =>
    pooled(x, stride)
      .flatMap((row, i) => row.map((y, j) => y * G[i][j]))
      .reduce((sum, term) => sum + term, 0);
  const nudged = (i: number, j: number, by: number): Matrix =>
    (X as Matrix).map((row, at) => (at === i ? row.with(j, (row[j] as number) + by) : row));
  return (X as Matrix).map((row, i) =>
    row.map((_, j) => (loss(nudged(i, j, 0.125)) - loss(nudged(i, j, -0.125))) / 0.25),
  );
}

/** Inputs of one channel, all different, that are the largest of no window. */
function losers(height: number, width: number, k: number): number {
  const value = (i: number, j: number): number => (7919 * (i * width + j)) % 104_729;
  let count = 0;
  for (let i = 0; i < height; i++) {
    for (let j = 0; j < width; j++) {
      const [top, left] = [i - (i % k), j - (j % k)];
      let larger = 0;
      for (let a = 0; a < k * k; a++) if (value(top + Math.floor(a / k), left + (a % k)) > value(i, j)) larger++;
      if (larger > 0) count++;
    }
  }
  return count;
}

/** Whether a convolution keeps the length of rows of many lengths. */
const keeps = (k: number, s: number, p: number, d: number): boolean =>
  s >= 1 && p >= 0 && [40, 41, 64, 77, 100].every(size => windows(size, k, s, p, d) === size);

/** The smallest odd kernel with a wide enough reach, stride 1, and its padding, by trying. */
function smallestTriple({ d, R }: Vars): number[] {
  for (let k = 1; ; k += 2) {
    for (let p = 0; d * (k - 1) + 1 >= R && p < 40; p++) if (keeps(k, 1, p, d)) return [k, 1, p];
  }
}

const afterBlocks = ({ k1, q1, k2, q2 }: Vars): Layer[] => [
  { k: k1, s: 1, p: (k1 - 1) / 2 },
  { k: q1, s: q1 },
  { k: k2, s: 1, p: (k2 - 1) / 2 },
  { k: q2, s: q2 },
];

secondPaths('cnn', {
  'cnn/conv-1x1-params': { given: [33], path: ({ C }) => [counted(C, 1, 1) + 1] },
  'cnn/flatten-size': { given: [784], path: ({ C2, H }) => [counted(C2, halved(halved(H)), halved(halved(H)))] },
  'cnn/linear-as-convolution': {
    given: [[100, 2, 28, 28], ['N', 100, 1, 1], 156_900],
    path: ({ C, H, W, U }) => [
      [U, C, H, W],
      ['N', U, windows(H, H, 1), windows(W, W, 1)],
      // As a fully-connected layer: each unit has a weight for each number of the image, and a bias.
      counted(U, counted(C, H, W) + 1),
    ],
  },
  'cnn/max-pool-backward': {
    given: [4704],
    path: ({ k, C, h, w }) => [counted(C, losers(k * h, k * w, k))],
  },
  'cnn/max-pool-overlapping': {
    given: [
      [
        [0, 1, 0],
        [0, 0, 0],
        [3, 0, 4],
      ],
    ],
    path: vars => [slopesOfPooling(vars, 1)],
  },
  'cnn/max-pool-routing': {
    given: [
      [
        [7, 9],
        [8, 7],
      ],
      [
        [0, 0, 0, -1],
        [0, 2, 0, 0],
        [3, 0, 0, 0],
        [0, 0, 4, 0],
      ],
    ],
    path: vars => [pooled(vars.X, 2), slopesOfPooling(vars, 2)],
  },
  'cnn/receptive-field-after-linear': {
    given: [16, [28, 28]],
    path: vars => {
      const { q1, q2, h, w } = vars;
      const layers = afterBlocks(vars);
      return [widthSeen(layers), [covered(h * q1 * q2, layers), covered(w * q1 * q2, layers)]];
    },
  },
  'cnn/receptive-field-after-pool': {
    given: [6],
    path: ({ k, s, d, p, q }) => [
      widthSeen([
        { k, s, d },
        { k: p, s: q },
      ]),
    ],
  },
  'cnn/receptive-field-stack': {
    given: [
      [
        [5, 1],
        [6, 2],
        [14, 2],
        [18, 4],
      ],
    ],
    path: ({ k, s, d }) => {
      const layers = [0, 1, 2, 3].map((l): Layer => ({ k: k[l], s: s[l], d: d[l] }));
      const upTo = layers.map((_, l) => layers.slice(0, l + 1));
      return [upTo.map(first => [widthSeen(first), seen(first, 1)[0] - seen(first, 0)[0]])];
    },
  },
  'cnn/same-size': {
    given: [[3, 1, 1], 24],
    path: vars => {
      const { d, H, n, k1 } = vars;
      let side = H;
      for (let layer = 0; layer < n; layer++) side = windows(side, k1, 1, 0, d);
      return [smallestTriple(vars), side];
    },
  },
  'cnn/segmentation-conv-or-linear': {
    given: [448, 50_348_032],
    path: ({ C, K, H, W, k }) => [
      counted(K, counted(C, k, k) + 1),
      counted(K, H, W) * counted(C, H, W) + counted(K, H, W),
    ],
  },
  'cnn/segmentation-output': {
    given: [[21, 192, 256]],
    path: ({ K, H, W, n }) => {
      const there = (size: number): number => {
        let side = size;
        for (let i = 0; i < n; i++) side = halved(side);
        for (let i = 0; i < n; i++) side *= 2;
        return side;
      };
      return [[K, there(H), there(W)]];
    },
  },
  'cnn/shapes-through-the-net': {
    given: [
      ['N', 2, 28, 28],
      ['N', 8, 14, 14],
      ['N', 16, 7, 7],
      ['N', 19],
    ],
    path: ({ m, D, H, C1, C2 }) => [
      ['N', m, H, H],
      ['N', C1, halved(H), halved(H)],
      ['N', C2, halved(halved(H)), halved(halved(H))],
      ['N', sums(m, D)],
    ],
  },
  'cnn/small-kernels': {
    given: [2, 6400, 4608],
    path: ({ K, C }) => {
      const layers: Layer[] = [];
      while (widthSeen(layers) < K) layers.push({ k: 3, s: 1 });
      return [layers.length, counted(C, C, K, K), counted(layers.length, C, C, 3, 3)];
    },
  },
  'cnn/where-a-unit-looks': {
    given: [[[12, 13]], [[10, 15]]],
    path: ({ k1, s1, p1, k2, s2, i }) => {
      const pool = { k: k2, s: s2 };
      return [[seen([pool], i)], [seen([{ k: k1, s: s1, p: p1 }, pool], i)]];
    },
  },
});

const SEEDS = [null, ...Array.from({ length: 300 }, (_, seed) => seed)];

describe('what keeps the size is right, and nothing else', () => {
  test.each([null, 1, 2, 3, 4, 5])('seed %s: all small triples', seed => {
    const { d, R } = variantOf('cnn/same-size', seed).vars as Vars;
    const { key } = partOf('cnn/same-size', 'triple', seed);
    let right = 0;
    for (let k = 1; k <= 9; k++) {
      for (let s = 0; s <= 3; s++) {
        for (let p = 0; p <= 16; p++) {
          const credit = keeps(k, s, p, d) && d * (k - 1) + 1 >= R ? 1 : 0;
          right += credit;
          expect(markReply('triple', `${k}, ${s}, ${p}`, key), `${k}, ${s}, ${p}`).toMatchObject({
            credit,
            error: null,
          });
        }
      }
    }
    expect(right).toBeGreaterThan(0);
  });

  test.each(['2, 1, 0.5', '3.5, 1, 1.25'])('no fractions: %s', reply => {
    expect(markReply('triple', reply, partOf('cnn/same-size', 'triple').key)).toMatchObject({ credit: 0, error: null });
  });
});

test('a unit that is drawn lies far from the border', () => {
  for (const seed of SEEDS) {
    const { k1, s1, p1, k2, s2, i, n } = variantOf('cnn/where-a-unit-looks', seed).vars as Vars;
    const [first, last] = seen(
      [
        { k: k1, s: s1, p: p1 },
        { k: k2, s: s2 },
      ],
      i,
    );
    expect(first).toBeGreaterThan(0);
    expect(last).toBeLessThan(n - 1);
    expect(i).toBeLessThan(windows(windows(n, k1, s1, p1), k2, s2));
  }
});
