import fc from 'fast-check';
import { dimension, type ShapeKey, type ShapeMistake } from '../../../src/answers/shape/shape.ts';
import type { KindCase } from '../kinds.ts';

type Written = readonly (number | string)[];

export const SYMBOLS = ['N', 'T', 'd_model'];

export function shapeKey(shape: Written, mistakes: readonly Written[] = [], symbols = SYMBOLS): ShapeKey {
  const dimensions = (written: Written): ShapeKey['shape'] => written.map(one => dimension(one, symbols));
  const mistake = (wrong: Written): ShapeMistake => ({
    shape: dimensions(wrong),
    tag: `tag ${wrong.join(' ')}`,
    because: `because ${wrong.join(' ')}`,
  });
  return { kind: 'shape', shape: dimensions(shape), symbols, mistakes: mistakes.map(mistake) };
}

const lengths = fc.oneof(
  fc.nat(4096),
  fc.constantFrom('N', 'T', 'd_model', '2*N', 'N*T', 'N*N', '3*d_model*T', Number.MAX_SAFE_INTEGER),
);
export const shapeKeys = fc.array(lengths, { maxLength: 6 }).map(shape => shapeKey(shape));

const separator = fc.constantFrom(', ', ',', '×', 'x', ' x ', ' ', '*', ';');
const written = fc.oneof(lengths.map(String), fc.constantFrom('n', '2N', '16*7*7', '(28-5)/1+1', '4/2'));

export const shapeCase: KindCase<ShapeKey> = {
  keys: shapeKeys,
  replies: fc.oneof(
    fc.tuple(fc.array(written, { minLength: 1, maxLength: 5 }), separator).map(([parts, sign]) => parts.join(sign)),
    fc.constantFrom('()', 'scalar', '(N,)', 'torch.Size([64, 2])', '$N \\times 2$'),
  ),
  mistakes: [
    ['N x 2 x 14 x 14', shapeKey(['N', 2, 28, 28], [['N', 2, 14, 14]]), /^because N 2 14 14$/],
    ['(T, 2N)', shapeKey(['N', 'T'], [['T', '2*N']]), /^because T 2\*N$/],
    ['2 28 28', shapeKey(['N', 2, 28, 28], [[2, 28, 28]]), /^because 2 28 28$/],
    ['(2, 28, 28)', shapeKey(['N', 2, 28, 28]), /^Only the batch dimension \$N\$ is missing/],
    ['28, 28, 2, N', shapeKey(['N', 2, 28, 28]), /in another order\.$/],
  ],
};
