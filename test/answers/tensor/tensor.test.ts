import { describe, expect, test } from 'vitest';
import { answerSheet } from '../../../src/answers/answers.ts';
import type { Judgement } from '../../../src/answers/kind.ts';
import { MOST_CELLS, type TensorKey, tensorKind } from '../../../src/answers/tensor/tensor.ts';
import { nested, type Shape, sizeOf } from '../../../src/compute/tensor.ts';
import { lineText } from '../../../src/notation/line.ts';
import { renderMarkdown } from '../../../src/notation/terminal.ts';
import { counted, tensorKey } from './case.ts';
import { accepted, rejected } from './replies.ts';

const label = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
const keyOf = (shape: Shape): TensorKey => tensorKey(shape, new Array(sizeOf(shape)).fill(1));

function marked(text: string, key: TensorKey): Judgement {
  const reading = tensorKind.read(text, key);
  if (reading.status !== 'read') throw new Error(`${text} is not read: ${JSON.stringify(reading)}`);
  return tensorKind.mark(reading.reply, key);
}

const screen = (markdown: string): string =>
  renderMarkdown(markdown, { width: 80 })
    .map(line => lineText(line).trimEnd())
    .join('\n');

describe('a student may write', () => {
  test.each(accepted.map(([shape, text, readAs]) => [shape.join('×'), label(text), readAs, shape, text] as const))(
    'for %s: %s, read as %s',
    (_, __, readAs, shape, text) => {
      expect(tensorKind.read(text, keyOf(shape))).toMatchObject({ status: 'read', readAs });
    },
  );
});

describe('refused', () => {
  test.each(
    rejected.map(([shape, text, reason, at]) => [shape.join('×'), label(text), reason, at, shape, text] as const),
  )('for %s: %s: %s', (_, __, reason, position, shape, text) => {
    expect(tensorKind.read(text, keyOf(shape))).toEqual({ status: 'unreadable', reason, position });
  });
});

test.each(['_', '?', '[_ _; _ _]', '_ _ _', '[[_, _], [_, _]]', '\t\n\t'])('%j is no answer', text => {
  expect(tensorKind.read(text, counted(2, 2))).toEqual({ status: 'empty' });
});

test.each([[[64]], [[8, 8]], [[64, 1]], [[4, 4, 4]], [[2, 2, 2, 2, 2, 2]]])(
  'the largest grid, %j, is printed in full precision and read back',
  shape => {
    const values = Array.from({ length: MOST_CELLS }, (_, i) => -1e-300 * (1 + (i + 0.1) / 97));
    const key = { ...keyOf(shape), values, accepts: { absolute: 0, relative: 0 } };
    const text = tensorKind.print(key);
    expect(text.length).toBeLessThan(2000);
    expect(tensorKind.read(text, key)).toMatchObject({ status: 'read', readAs: text });
    expect(marked(text, key)).toMatchObject({ credit: 1 });
  },
);

describe('every cell counts the same', () => {
  const key = counted(3, 2);

  test.each([
    ['[1 2; 3 4; 5 6]', 1, null],
    ['[1 2; 3 4; 5 7]', 5 / 6, 'Wrong: row 3, column 2.'],
    ['[1 2; 3 4; _ _]', 4 / 6, 'Left blank: row 3, column 1; row 3, column 2.'],
    ['[9 9; 9 9; 9 9]', 0, 'No cell is right.'],
  ])('%s', (text, credit, comment) => {
    expect(marked(text, key)).toMatchObject({ credit, comment, mistake: null });
  });

  test('and it is said which are right', () => {
    expect(marked('[1 2; 0 4; _ 6]', key).cells).toEqual([true, true, false, true, false, true]);
  });

  test('the places of vectors and deeper arrays have names too', () => {
    expect(marked('1 2 9 4', counted(4)).comment).toBe('Wrong: element 3.');
    expect(marked('1 2 9', counted(3, 1)).comment).toBe('Wrong: element 3.');
    expect(marked('[[[1, 2], [3, 9]], [[5, 6], [7, 8]]]', counted(2, 2, 2)).comment).toBe('Wrong: element (1, 2, 2).');
    expect(marked('9', tensorKey([1], [7])).comment).toBeNull();
  });
});

describe('a recognised mistake', () => {
  const key = tensorKey([2, 2], [1, 2, 3, 5], null, [
    [1, 2, 4, 6],
    [1, 3, 4, 6],
  ]);

  test.each([
    ['[1 2; 4 6]', 2 / 4, 'tag 1 2 4 6'],
    ['[1 2; 4 5]', 3 / 4, 'tag 1 2 4 6'],
    ['[1 3; 4 6]', 1 / 4, 'tag 1 3 4 6'],
    ['[1 2; 3.99 6]', 2 / 4, 'tag 1 2 4 6'],
    // no cell is wrong
    ['[1 2; 3 5]', 1, null],
    // one wrong cell does not belong to it
    ['[1 2; 4 7]', 2 / 4, null],
    // a blank shows nothing
    ['[1 2; 4 _]', 2 / 4, null],
  ])('%s', (text, credit, mistake) => {
    const mark = marked(text, key);
    expect(mark).toMatchObject({ credit, mistake });
    if (mistake) expect(mark.comment).toBe(mistake.replace('tag', 'because'));
  });
});

describe('a slip that concerns all cells is named, and earns nothing', () => {
  const square = tensorKey([2, 2], [1, 2, 3, 5]);
  const vector = tensorKey([3], [0.5, 2, -4]);

  test.each([
    ['[1 3; 2 5]', square, 'near: transposed', /transpose/, 2 / 4],
    ['-4 2 0.5', vector, 'near: reversed', /reverse/, 1 / 3],
    ['-0.5 -2 4', vector, 'near: sign', /sign/, 0],
    ['1 4 -8', vector, 'near: factor 2', /twice/, 0],
    ['0.25 1 -2', vector, 'near: factor 2', /half/, 0],
    ['5 20 -40', vector, 'near: power of ten', /\$10\$ times/, 0],
    ['0.005 0.02 -0.04', vector, 'near: power of ten', /\$10\^\{-2\}\$ times/, 0],
    ['1.5 6 -12', vector, null, /^Every number is \$3\$ times/, 0],
    ['0.1667 0.6667 -1.333', vector, null, /^Every number is about \$0.333\d\$ times/, 0],
    // only some of them
    ['0.5 -2 4', vector, null, /^Wrong: element 2; element 3\.$/, 1 / 3],
    ['-0.5 -2 _', vector, null, /^Wrong: element 1; element 2\. Left blank: element 3\.$/, 0],
    ['3 6', tensorKey([2], [1, 2]), null, /^No cell is right\.$/, 0],
    ['0 0 0', vector, null, /^No cell is right\.$/, 0],
  ])('%s', (text, key, mistake, comment, credit) => {
    const mark = marked(text, key);
    expect(mark).toMatchObject({ mistake, credit });
    expect(mark.comment).toMatch(comment);
  });

  test("the author's mistakes come first", () => {
    const key = tensorKey([2], [1, 2], null, [[-1, -2]]);
    expect(marked('-1 -2', key)).toMatchObject({ mistake: 'tag -1 -2' });
  });
});

test('later parts rest on the numbers that were given, and on the key where they are right or blank', () => {
  const key = tensorKey([2, 2], [1, 2, 3, 5]);
  const reading = tensorKind.read('[1.001 7; _ 5]', key);
  if (reading.status !== 'read' || !tensorKind.numbers) throw new Error('not read');
  expect(nested(tensorKind.numbers(reading.reply, key, 'as keyed'))).toEqual([
    [1, 7],
    [3, 5],
  ]);
});

test('scripts see nested arrays', () => {
  expect(tensorKind.data(tensorKey([2, 2], [1, 2, 3, 5], { rule: 'absolute', by: 0.1 }))).toEqual({
    key: [
      [1, 2],
      [3, 5],
    ],
    shape: [2, 2],
    accepts: { absolute: 0.1, relative: 0 },
  });
});

describe('shown', () => {
  test('a short vector as a column, with what is accepted', () => {
    expect(screen(tensorKind.show(tensorKey([2], [1, -2.5], { rule: 'relative', by: 0.005 })))).toBe(
      ['  ⎡  1   ⎤', '  ⎣ −2.5 ⎦', '', '(each within 0.5 %)'].join('\n'),
    );
  });

  test('a long one as a row, and rounded numbers as such', () => {
    expect(tensorKind.show(tensorKey([7], [1, 2, 3, 4, 5, 6, 1 / 3], { rule: 'exact' }))).toBe(
      '$$\\approx \\begin{bmatrix} 1 & 2 & 3 & 4 & 5 & 6 & 0.3333 \\end{bmatrix}$$',
    );
  });

  test('a deeper array as a column of matrices', () => {
    expect(screen(tensorKind.show(counted(2, 1, 2)))).toMatch(/\[ 1 {2}2 \][\s\S]*\[ 3 {2}4 \]/);
  });

  test('what was understood, blanks included', () => {
    expect(tensorKind.read('[1 _; 1/4 1e-9]', keyOf([2, 2]))).toMatchObject({
      tex: '\\begin{bmatrix} 1 & \\square \\\\ 0.25 & 10^{-9} \\end{bmatrix}',
    });
  });
});

describe('on paper there is an empty grid', () => {
  test.each([
    ['a vector', counted(2), '| 1 | 2 |\n|---|---|\n|  |  |'],
    ['a matrix', counted(2, 2), '|  | 1 | 2 |\n|---|---|---|\n| **1** |  |  |\n| **2** |  |  |'],
    ['a deeper array', counted(2, 1, 2), '|  | 1 | 2 |\n|---|---|---|\n| **1, 1** |  |  |\n| **2, 1** |  |  |'],
  ])('for %s', (_, key, sheet) => {
    expect(answerSheet(key)).toBe(sheet);
  });

  test('for a long vector: a column', () => {
    expect(answerSheet(counted(11)).split('\n')).toHaveLength(13);
  });
});

test('zeros that were rightly given earn nothing beside what is wrong', () => {
  const sparse = tensorKey([3, 3], [0, 0, 5, 0, 0, 0, 7, 0, 0]);
  expect(marked('[0 0 0; 0 0 0; 0 0 0]', sparse).credit).toBe(0);
  expect(marked('[0 0 5; 0 0 0; 0 0 0]', sparse).credit).toBe(1 / 2);
  expect(marked('[0 0 5; 0 0 0; 0 7 0]', sparse).credit).toBe(1 / 3);
  expect(marked('[0 0 5; 0 0 0; 7 0 0]', sparse).credit).toBe(1);
  expect(marked('[0 0 0]', tensorKey([3], [0, 0, 0])).credit).toBe(1);
});
