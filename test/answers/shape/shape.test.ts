import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerSheet } from '../../../src/answers/answers.ts';
import { dimension, type ShapeKey, shapeKind } from '../../../src/answers/shape/shape.ts';
import { LanguageError } from '../../../src/language/error.ts';
import { SYMBOLS, shapeKey, shapeKeys } from './case.ts';
import { accepted, fitted, rejected, remarks } from './replies.ts';

const key = shapeKey(['N', 2, 28, 28]);

function marked(text: string, to: ShapeKey = key): ReturnType<typeof shapeKind.mark> {
  const reading = shapeKind.read(text, to);
  if (reading.status !== 'read') throw new Error(`${text} is not read`);
  return shapeKind.mark(reading.reply, to);
}

describe('ways to write a shape', () => {
  test.each(accepted)('%j is %s', (text, readAs) => {
    expect(shapeKind.read(text, key)).toMatchObject({ status: 'read', readAs });
    expect(marked(text).credit).toBe(readAs === '(N, 2, 28, 28)' ? 1 : 0);
  });

  test.each(fitted)('%j, where %j is wanted, is %s', (text, shape, readAs) => {
    expect(shapeKind.read(text, shapeKey(shape))).toMatchObject({ status: 'read', readAs });
  });
});

describe('what is no shape is refused', () => {
  test.each(rejected)('%j', (text, reason, position) => {
    expect(shapeKind.read(text, key)).toEqual({ status: 'unreadable', reason, position });
  });

  test('without symbols every dimension is a number', () => {
    expect(shapeKind.read('(N, 2)', shapeKey([3, 2], [], []))).toMatchObject({
      reason: '"N" is no dimension: every dimension is a number here',
    });
  });

  test('brackets without end are read or refused at once', () => {
    for (const text of [`${'('.repeat(90)}2${')'.repeat(90)}`, '(2*'.repeat(60), '(N)'.repeat(60), 'N('.repeat(60)]) {
      expect(shapeKind.read(text, key).status).toMatch(/read/);
    }
  });
});

describe('symbols', () => {
  test('either case will do, except where both are declared', () => {
    const both = shapeKey(['T', 't'], [], ['T', 't']);
    expect(marked('(T, t)', both).credit).toBe(1);
    expect(marked('(t, T)', both).credit).toBe(0);
    expect(marked('(t, n)', shapeKey(['T', 'N'])).credit).toBe(1);
  });

  test('x is a symbol where it is declared', () => {
    const x = shapeKey(['x', 2], [], ['x']);
    expect(marked('(x, 2)', x).credit).toBe(1);
    expect(marked('x×2', x).credit).toBe(1);
    expect(marked('2x, 2', x).credit).toBe(0);
  });

  test('the batch is another letter only if it is declared', () => {
    expect(marked('batch x 2', shapeKey(['batch', 2], [], ['batch'])).credit).toBe(1);
    expect(marked('2', shapeKey(['B', 2], [], ['B'])).comment).toBe(
      'Only the batch dimension $B$ is missing; the others are right.',
    );
  });

  test('e is a symbol where it is declared, and no number otherwise', () => {
    expect(marked('(2e, 3)', shapeKey(['2*e', 3], [], ['e'])).credit).toBe(1);
    expect(shapeKind.read('(2e, 3)', key)).toMatchObject({ status: 'unreadable', position: 2 });
  });
});

describe('what is said of a wrong shape', () => {
  test.each(remarks)('%s: %s', (text, comment) => {
    expect(marked(text)).toEqual({ credit: 0, mistake: null, comment });
  });

  test('a mistake goes before all that', () => {
    const known = shapeKey(['N', 2], [[2], [2, 'N']]);
    expect(marked('2', known)).toEqual({ credit: 0, mistake: 'tag 2', comment: 'because 2' });
    expect(marked('(2, n)', known)).toEqual({ credit: 0, mistake: 'tag 2 N', comment: 'because 2 N' });
    expect(marked('(2, 2N)', known)).toMatchObject({ mistake: null });
  });

  test('no wrong shape earns anything', () => {
    fc.assert(
      fc.property(shapeKeys, shapeKeys, (one, other) => {
        const isSame = shapeKind.print(one) === shapeKind.print(other);
        expect(marked(shapeKind.print(other), one).credit).toBe(isSame ? 1 : 0);
      }),
    );
  });
});

describe('the key', () => {
  test('as scripts see it', () => {
    expect(shapeKind.data(shapeKey(['N', 2, '2n', 'T*N', 'N^2']))).toEqual({ key: ['N', 2, '2*N', 'N*T', 'N*N'] });
    expect(shapeKind.data(shapeKey([]))).toEqual({ key: [] });
    expect(shapeKind.mistakes?.(shapeKey(['N', 2], [['2*N'], [2, 3]]))).toEqual([
      { value: ['2*N'], shown: '$(2 N)$', tag: 'tag 2*N', because: 'because 2*N' },
      { value: [2, 3], shown: '$2 \\times 3$', tag: 'tag 2 3', because: 'because 2 3' },
    ]);
  });

  test.each([
    [['N', 2, 28, 28], '$N \\times 2 \\times 28 \\times 28$'],
    [['2*N', 'N*T', 'd_model'], '$2 N \\times N T \\times d_{\\text{model}}$'],
    [[19], '$(19)$'],
    [[], 'a scalar: $()$'],
  ])('%j as a reader sees it', (shape, shown) => {
    expect(shapeKind.show(shapeKey(shape))).toBe(shown);
  });

  test('paper does not give it away', () => {
    expect(answerSheet(key)).toBe(answerSheet(shapeKey([19])));
  });

  test('a dimension is a number, a symbol or a product', () => {
    expect(dimension(28, [])).toEqual({ factor: 28, symbols: [] });
    expect(dimension('T*2*N', SYMBOLS)).toEqual({ factor: 2, symbols: ['N', 'T'] });
    for (const wrong of ['', 'C', 'N, 2', '2, 3', '(N', 'N)', '5/2', -1, 0.5, Number.NaN]) {
      expect(() => dimension(wrong, SYMBOLS)).toThrow(LanguageError);
    }
  });
});
