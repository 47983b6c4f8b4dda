import { describe, expect, test } from 'vitest';
import { answerSheet } from '../../../src/answers/answers.ts';
import type { Judgement } from '../../../src/answers/kind.ts';
import { type TableKey, tableKind } from '../../../src/answers/table/table.ts';
import { nested } from '../../../src/compute/tensor.ts';
import { lineText } from '../../../src/notation/line.ts';
import { renderMarkdown } from '../../../src/notation/terminal.ts';
import { GATES, tableKey } from './case.ts';
import { accepted, rejected } from './replies.ts';

function marked(text: string, key: TableKey): Judgement {
  const reading = tableKind.read(text, key);
  if (reading.status !== 'read') throw new Error(`${text} is not read: ${JSON.stringify(reading)}`);
  return tableKind.mark(reading.reply, key);
}

const screen = (markdown: string): string =>
  renderMarkdown(markdown, { width: 80 })
    .map(line => lineText(line).trimEnd())
    .join('\n');

test.each(accepted)('%j is read as %s', (text, readAs) => {
  expect(tableKind.read(text, GATES)).toMatchObject({ status: 'read', readAs });
});

test.each(rejected)('%j is refused: %s', (text, reason, position) => {
  expect(tableKind.read(text, GATES)).toEqual({ status: 'unreadable', reason, position });
});

describe('cells are marked one by one, and called by their labels', () => {
  test.each([
    ['[0.5 0.25; 1 0.75]', 1, null, null],
    ['[0.5 0.251; 1 0.75]', 1, null, null],
    ['[0.5 0.3; 1 0.75]', 3 / 4, null, 'Wrong: $f$, $t=2$.'],
    ['[0.5 0.25; 0 _]', 2 / 4, null, 'Wrong: $i$, $t=1$. Left blank: $i$, $t=2$.'],
    ['[0.5 0.5; 1 1]', 2 / 4, 'tag 0.5 0.5 1 1', 'because 0.5 0.5 1 1'],
    ['[1 0.5; 2 1.5]', 0, 'near: factor 2', 'Every number is twice what it should be.'],
  ])('%s', (text, credit, mistake, comment) => {
    expect(marked(text, GATES)).toMatchObject({ credit, mistake, comment });
  });

  test('an empty label is left out', () => {
    const key: TableKey = { ...tableKey('a b', 'x', [1, 2]), columns: [''] };
    expect(marked('[1; 9]', key).comment).toBe('Wrong: b.');
  });
});

test('later parts rest on the numbers that were given', () => {
  const reading = tableKind.read('[0.5 7; 1 _]', GATES);
  if (reading.status !== 'read' || !tableKind.numbers) throw new Error('not read');
  expect(nested(tableKind.numbers(reading.reply, GATES, 'as keyed'))).toEqual([
    [0.5, 7],
    [1, 0.75],
  ]);
});

test('scripts see rows of numbers, and the labels', () => {
  expect(tableKind.data(GATES)).toEqual({
    key: [
      [0.5, 0.25],
      [1, 0.75],
    ],
    rows: ['$f$', '$i$'],
    columns: ['$t=1$', '$t=2$'],
    accepts: { absolute: 2e-4, relative: 0.005 },
  });
});

describe('as a table', () => {
  test('with the key, for a reader', () => {
    expect(screen(tableKind.show(GATES))).toBe(
      [
        '┌───┬───────┬───────┐',
        '│   │ t = 1 │ t = 2 │',
        '├───┼───────┼───────┤',
        '│ f │ 0.5   │ 0.25  │',
        '│ i │ 1     │ 0.75  │',
        '└───┴───────┴───────┘',
        '',
        '(each within 0.5 % + 0.0002)',
      ].join('\n'),
    );
  });

  test('with its rounding said', () => {
    expect(tableKind.show({ ...tableKey('a', 'x', [1 / 3]), accepts: { absolute: 0, relative: 0 } })).toContain(
      '(rounded to four digits)',
    );
  });

  test('without it, for the answer', () => {
    expect(answerSheet(GATES)).toBe('|  | $t=1$ | $t=2$ |\n|---|---|---|\n| $f$ |  |  |\n| $i$ |  |  |');
  });

  test('whatever bars stand in the labels', () => {
    const key = tableKey('$|x|$ $\\|x\\|$', 'a|b c\\|d', [1, 2, 3, 4]);
    const lines = screen(answerSheet(key)).split('\n');
    expect(lines[1]).toMatch(/│ a\|b +│ c\|d +│/);
    expect(lines[3]).toMatch(/^│ \|x\| /);
    expect(lines[4]).toMatch(/^│ ‖x‖ /);
  });
});
