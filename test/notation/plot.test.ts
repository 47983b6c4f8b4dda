import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineText, lineWidth } from '../../src/notation/line.ts';
import { drawPlot } from '../../src/notation/plot/draw.ts';
import { MOST_POINTS, plotTitle, readPlot } from '../../src/notation/plot/read.ts';
import { scaleOf } from '../../src/notation/plot/scale.ts';
import { plotInWords } from '../../src/notation/plot/words.ts';
import { renderMarkdown } from '../../src/notation/terminal.ts';

const drawn = (title: string, text: string, width = 60): string[] =>
  (drawPlot(readPlot(title, text) as NonNullable<ReturnType<typeof readPlot>>, width) ?? []).map(line =>
    lineText(line).trimEnd(),
  );

test('a curve has an axis with round labels, a mark at every point, and a legend', () => {
  expect(drawn('Loss by epoch', 'x: epoch, 1\ntraining: 4, 2, 1, 0', 40)).toEqual([
    'Loss by epoch',
    '4.0┤─╮',
    '3.5┤ ╰──╮',
    '3.0┤    ╰──╮',
    '2.5┤       ╰──╮',
    '2.0┤          ╰────╮',
    '1.5┤               ╰─────╮',
    '1.0┤                     ╰─────╮',
    '0.5┤                           ╰─────╮',
    '0.0┤                                 ╰──',
    '   └───────────┴───────────┴───────────┴',
    '   1           2           3           4',
    '                                   epoch',
    '   ─── training',
  ]);
});

test('two curves are told apart by their lines, and the later one lies above', () => {
  const lines = drawn('', 'x: t, 0\na: 0, 2\nb: 2, 0', 30);
  expect(lines.join('\n')).toMatch(/[╭╯].*[╗╚]|[╗╚].*[╭╯]/s);
  expect(lines.at(-1)).toBe('   ─── a   ═══ b');
  expect(lines.at(-2)).toBe('   0           1  t');
});

test('the end of a curve stands above its mark, at the height of its value', () => {
  const lines = drawn('', 'a: 0, 10, 5', 40);
  const marks = lines.find(line => line.includes('└')) as string;
  const rowOf = (label: string): string => lines.find(line => line.trimStart().startsWith(`${label}┤`)) as string;
  expect(rowOf('5')).toHaveLength(marks.length);
  expect([...rowOf('10')].findIndex(sign => '╭─'.includes(sign))).toBeLessThanOrEqual(marks.indexOf('┴'));
});

describe('reading', () => {
  test.each([
    ['plot', ''],
    ['plot Loss by epoch ', 'Loss by epoch'],
    ['plots', null],
    ['figure A plot', null],
    ['', null],
  ])('%j has the title %j', (info, title) => {
    expect(plotTitle(info)).toBe(title);
  });

  test.each([
    ['a: 1, 2', [1, 2]],
    ['a: [1, 2]', [1, 2]],
    ['a: (1 2; 3)', [1, 2, 3]],
    ['a: −1.5, +2e-3, .5', [-1.5, 0.002, 0.5]],
    ['a: $1.2 \\cdot 10^{-5}$, 0', [1.2e-5, 0]],
    ['x: 3, 4', [3, 4]],
  ])('%s', (line, values) => {
    expect(readPlot('', line)?.series[0]?.values).toEqual(values);
  });

  test.each([
    '',
    'a: 1',
    'a: 1, b',
    'a 1 2',
    'x: t, 1',
    'a: 1 2\nb: 1 2\nc: 1 2\nd: 1 2',
    `a: ${'1 '.repeat(MOST_POINTS + 1)}`,
    'a: 1, ∞',
    'a: 1, NaN',
    'a: 1, 1e308, -1e308',
  ])('%j is no plot, and stands as it is', text => {
    expect(readPlot('', text)).toBeNull();
    const shown = renderMarkdown(`\`\`\`plot\n${text}\n\`\`\``, { width: 400 }).map(lineText);
    expect(shown.join('\n')).toContain(text.split('\n')[0]?.trim());
  });

  test('the axis has a name, a first value and a step', () => {
    expect(readPlot('', 'x: t, 0, 0.5\na: 1 2')?.axis).toEqual({ name: 't', first: 0, step: 0.5 });
    expect(readPlot('', 'a: 1 2')?.axis).toEqual({ name: '', first: 1, step: 1 });
    expect(drawn('', 'x: t, 0, 0.5\na: 1 2 3').at(-2)).toMatch(/^ +0 +0\.5 +1 {2}t$/);
  });
});

const value = fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: -5, max: 5 }));

test('the scale holds every value, in 1 to 13 round rows', () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 2, maxLength: 20 }), values => {
      const { low, high, rows, decimals } = scaleOf(values);
      const slack = 1e-6 * Math.max(1, Math.abs(low), Math.abs(high));
      expect(low).toBeLessThanOrEqual(Math.min(...values) + slack);
      expect(high).toBeGreaterThanOrEqual(Math.max(...values) - slack);
      expect(rows).toBeGreaterThanOrEqual(1);
      expect(rows).toBeLessThanOrEqual(13);
      const labels = Array.from({ length: rows + 1 }, (_, i) => (low + ((high - low) * i) / rows).toFixed(decimals));
      expect(new Set(labels).size).toBe(labels.length);
    }),
  );
});

test('whatever the numbers and the width, nothing is wider than its room, and every row is drawn', () => {
  const series = fc.array(fc.array(value, { minLength: 2, maxLength: 60 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(series, fc.integer({ min: 10, max: 120 }), (all, width) => {
      const text = all.map((values, i) => `s${i}: ${values.join(', ')}`).join('\n');
      const lines = renderMarkdown(`\`\`\`plot Title\n${text}\n\`\`\``, { width });
      for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(width);
      expect(lines.length).toBeGreaterThan(0);
    }),
  );
});

test('in words every value is said', () => {
  const plot = readPlot('Loss', 'x: epoch, 1\ntraining: 2, 1.5\nvalidation: 3, -2.5');
  expect(plot && plotInWords(plot)).toBe(
    'Plot: Loss. training, epoch 1 to 2: 2; 1.5. validation, epoch 1 to 2: 3; minus 2.5.',
  );
});
