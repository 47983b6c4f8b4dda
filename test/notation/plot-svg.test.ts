import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Plot, readPlot } from '../../src/notation/plot/read.ts';
import { plotSvg } from '../../src/notation/plot/svg.ts';
import { dangers, tagsOf } from './html/well-formed.ts';

const plot = (title: string, text: string): Plot => readPlot(title, text) as Plot;
const texts = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text ?? '');
const pointsOf = (svg: string): readonly (readonly [x: number, y: number])[] =>
  (/<polyline points="([^"]*)"/.exec(svg)?.[1] ?? '')
    .split(' ')
    .map(point => point.split(',').map(Number) as [number, number]);

test('axes have ticks and numbers, and title, axis and legend their words', () => {
  const svg = plotSvg(plot('Loss by epoch', 'x: epoch, 0, 2\ntraining: 4, 2, 1, 0\ntest: 4, 3, 3, -1'));
  expect(texts(svg)).toEqual([
    'Loss by epoch',
    ...['−1.0', '−0.5', '0.0', '0.5', '1.0', '1.5', '2.0', '2.5', '3.0', '3.5', '4.0'],
    ...['0', '2', '4', '6', 'epoch', 'training', 'test'],
  ]);
  expect(svg).toContain(
    'aria-label="Plot: Loss by epoch. training, epoch 0 to 6: 4; 2; 1; 0. test, epoch 0 to 6: 4; 3; 3; minus 1."',
  );
});

test('points stand where their values are', () => {
  const [first, second, third] = pointsOf(plotSvg(plot('', 'a: 0, 10, 5'))) as [
    [number, number],
    [number, number],
    [number, number],
  ];
  expect(second[0] - first[0]).toBeCloseTo(third[0] - second[0]);
  expect(third[1] - second[1]).toBeCloseTo((first[1] - second[1]) / 2);
  expect(second[1]).toBeLessThan(first[1]);
});

test('each line has a dash and a mark of its own, in the plot and in the legend, and no colour', () => {
  const svg = plotSvg(plot('', 'a: 1, 2\nb: 2, 3\nc: 3, 4'));
  const count = (pattern: RegExp): number => [...svg.matchAll(pattern)].length;
  expect([count(/stroke-width="1.5"/g), count(/dasharray="7 3"/g), count(/dasharray="2 3"/g)]).toEqual([6, 2, 2]);
  expect([count(/<circle/g), count(/<rect x/g), count(/<polygon/g)]).toEqual([3, 3, 3]);
  expect(new Set([...svg.matchAll(/(?:fill|stroke)="(#?\w+)"/g)].map(([, colour]) => colour))).toEqual(
    new Set(['#fff', '#000', '#ddd', 'none']),
  );
});

test('long words are broken and the drawing grows', () => {
  const tall = plotSvg(plot('w'.repeat(500), `x: ${'n'.repeat(300)}\n${'s'.repeat(200)}: 1, 2`), { width: 300 });
  expect(Math.max(...texts(tall).map(text => text.length))).toBeLessThan(45);
  expect(texts(tall).join('')).toContain('w'.repeat(40));
  const height = (svg: string): number => Number(/ height="(\d+)"/.exec(svg)?.[1]);
  expect(height(tall)).toBeGreaterThan(height(plotSvg(plot('w', 'x: n\ns: 1, 2'), { width: 300 })) + 200);
});

test('numbers and marks of many points do not run into one another', () => {
  const svg = plotSvg(plot('', `x: t, 1000\na: ${Array.from({ length: 60 }, (_, i) => i).join(', ')}`));
  const numbers = texts(svg).filter(text => text.length === 4);
  expect(numbers).toEqual(Array.from({ length: 12 }, (_, i) => String(1000 + 5 * i)));
  expect([...svg.matchAll(/<circle/g)].length).toBeLessThan(40);
});

test('whatever a plot is called and holds, the drawing is well-formed, harmless and the same again', () => {
  const name = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('<script>', '"]]>', '&amp;', '\u202eabc', "'"),
  );
  const values = fc.array(fc.oneof(fc.double({ min: -1e100, max: 1e100, noNaN: true }), fc.integer()), {
    minLength: 2,
    maxLength: 60,
  });
  const any: fc.Arbitrary<Plot> = fc.record({
    title: name,
    axis: fc.record({ name, first: fc.integer(), step: fc.double({ min: -1e6, max: 1e6, noNaN: true }) }),
    series: fc.array(fc.record({ name, values }), { minLength: 1, maxLength: 3 }),
  });
  fc.assert(
    fc.property(any, one => {
      const svg = plotSvg(one);
      expect(dangers(tagsOf(svg))).toEqual([]);
      expect(svg).not.toMatch(/NaN|Infinity/);
      expect(plotSvg(one)).toBe(svg);
    }),
    { numRuns: 100 },
  );
});
