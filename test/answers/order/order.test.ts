import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerSheet } from '../../../src/answers/answers.ts';
import { plainText } from '../../../src/answers/order/blank.ts';
import type { OrderKey } from '../../../src/answers/order/key.ts';
import { orderKind } from '../../../src/answers/order/order.ts';
import { different, same } from './blanks.ts';
import { adam, chain } from './case.ts';
import { accepted, marks, rejected } from './replies.ts';

const { read, mark, print, data, show } = orderKind;

function markOf(text: string, key: OrderKey) {
  const reading = read(text, key);
  if (reading.status !== 'read') throw new Error(`not read: ${text}`);
  return mark(reading.reply, key);
}

describe('ways to give an order', () => {
  test.each(accepted)('%j', (text, readAs) => {
    expect(read(text, adam)).toMatchObject({ status: 'read', readAs });
    expect(read(readAs, adam)).toEqual(read(text, adam));
  });

  test('of ten lines and more, two digits are one label', () => {
    const ten = chain(10);
    expect(read('10 1 2', ten)).toMatchObject({ readAs: '10 1 2' });
    expect(read('12', ten)).toMatchObject({
      reason: '"12" names no line: they are 1–10; give them in order, such as 3 1 2',
    });
  });

  test('a single blank needs no label', () => {
    const [first, ...others] = chain(3).lines;
    const blank = { answer: '|x|', accepts: [] };
    const key: OrderKey = { kind: 'order', lines: first ? [{ ...first, blank }, ...others] : [] };
    expect(read('1 2 3 | |x|', key)).toMatchObject({ readAs: '1 2 3 | 1: |x|' });
    expect(markOf('1 2 3 | |x|', key).credit).toBe(1);
  });

  test.each(['', ' \n', '\u200b'])('%j is no reply', text => {
    expect(read(text, adam)).toEqual({ status: 'empty' });
  });
});

describe('what is no order is refused', () => {
  test.each(rejected)('%j', (text, reason, position) => {
    expect(read(text, adam)).toEqual({ status: 'unreadable', reason, position });
  });

  test('nothing can be filled in where there is no blank', () => {
    expect(read('1 2 3 | 1: x', chain(3))).toMatchObject({ reason: 'no line has a blank: give the order alone' });
  });
});

describe('marking', () => {
  test.each(marks)('%s earns %d', (reply, credit, mistake, comment) => {
    const marked = markOf(reply, adam);
    expect(marked).toMatchObject({ mistake, comment });
    expect(marked.credit).toBeCloseTo(credit, 12);
    expect(marked.credit === 1).toBe(credit === 1);
  });

  test('of all lines that it rests on, a line is told of the one that it rests on directly', () => {
    expect(markOf('4 1 2 3', chain(4)).comment).toBe(
      '- Line **4** stands before line **3**, on which it rests: because of 3',
    );
  });

  test('many decoys cannot earn less than nothing', () => {
    const lines = chain(3).lines.map(line => ({ ...line, decoy: true, after: [] }));
    const relabelled = lines.map((line, i) => ({ ...line, label: String(i + 4) }));
    const key: OrderKey = { kind: 'order', lines: [...chain(3).lines, ...relabelled] };
    expect(markOf('1 4 5 6', key).credit).toBe(0);
  });
});

describe('what is hidden in a line', () => {
  test.each(same)('%j may be written %j', (hidden, filled) => {
    expect(plainText(filled)).toBe(plainText(hidden));
  });

  test.each(different)('%j is not %j', (hidden, filled) => {
    expect(plainText(filled)).not.toBe(plainText(hidden));
  });

  test('no text is too strange to compare', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 150 }), text => {
        expect(() => plainText(text)).not.toThrow();
      }),
    );
    expect(plainText('\\frac{'.repeat(500))).toBe(`${'('.repeat(500)}${'/'.repeat(500)}`);
  });
});

describe('the key', () => {
  test('is printed in the right order that begins with the lowest labels', () => {
    expect(print(adam)).toBe('6 3 1 5 2 | 1: beta_1^t | 5: $(1 - \\beta_2) g_t^2$');
  });

  test('as scripts see it', () => {
    expect(data(adam)).toEqual({
      key: ['6', '3', '1', '5', '2'],
      lines: adam.lines.map(({ label, text }) =>
        label === '1' || label === '5' ? { label, text, blank: true } : { label, text },
      ),
    });
  });

  test('is shown with its blanks filled, inside a formula without dollar signs', () => {
    const lines = show(adam).split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toBe('- **6** $g_t = \\nabla L(\\theta_{t-1})$');
    expect(lines[2]).toBe('- **1** $\\hat m_t = m_t / (1 - \\beta_1^t)$');
    expect(lines[3]).toBe('- **5** $v_t = \\beta_2 v_{t-1} +$ $(1 - \\beta_2) g_t^2$');
  });

  test('on paper the lines stand as shown, decoys among them', () => {
    const lines = answerSheet(adam).split('\n');
    expect(lines).toHaveLength(6);
    expect(lines[3]).toBe('- ▢ **4** $m_t = m_{t-1} + g_t$');
    expect(answerSheet(adam)).not.toContain('\\beta_1^t');
  });
});
