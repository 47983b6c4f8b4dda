import { expect, it } from 'vitest';
import { said } from './support.ts';

const PLOT = (line: string): string => ['```plot Loss', 'x: epoch, 1', line, '```', '', 'Which?'].join('\n');
const DRAWN = 'vars:\n  a: { given: [1, 2, 3], int: [1, 9], shape: [3] }\nanswer: { number: "a[0]" }';

it('wants plots that can be drawn', () => {
  expect(said('plot', DRAWN, PLOT('loss: {{a}}'))).toEqual([]);
  expect(said('plot', DRAWN, PLOT('loss: {{a[0]}}'))).toEqual([
    expect.stringMatching(/^cnn\/q\.md:9: this plot cannot be drawn: .*, at every seed \[plot\] \(seed 0\)$/),
  ]);
  expect(said('plot', DRAWN, PLOT('loss {{a}}'))).toHaveLength(1);
});

it('wants networks and heat maps that can be drawn, and says where one cannot', () => {
  const fence = (kind: string, ...lines: string[]): string =>
    [`\`\`\`${kind}`, ...lines, '```', '', 'Which?'].join('\n');
  const net = (...lines: string[]): string => fence('network', 'in: x = {{a[0]}}', 'out: y', ...lines);
  expect(said('network', DRAWN, net('x -> y: {{a[1]}}'))).toEqual([]);
  expect(said('network', DRAWN, net('', 'x → z: {{a[1]}}'))).toEqual([
    expect.stringMatching(
      /^cnn\/q\.md:13: this network cannot be drawn: there is no unit or layer z, at every seed \[network\]/,
    ),
  ]);
  // An arrow in its text does not make it a drawing in characters, and none of its lines is shown as it is.
  expect(said('figure', DRAWN, net('x → y'))).toEqual([]);
  expect(said('width', DRAWN, fence('network', `in: ${'long name, '.repeat(9)}x`, 'out: y'))).toEqual([]);
  const map = (row: string): string => fence('heatmap Weights', 'columns: a, b, c', row);
  expect(said('plot', DRAWN, map('x: {{a}}'))).toEqual([]);
  expect(said('plot', DRAWN, map('x: {{a[0]}}'))).toEqual([expect.stringContaining('this heat map cannot be drawn')]);
});

const GRID = (small: string, more = ''): string =>
  `vars:\n  a: { given: 605, real: [500, 900], digits: 1 }\n  b: { given: ${small}, real: [0.1, 0.9], digits: 2 }\nanswer:\n  tensor: '[a / 3, b / 3]'${more}`;

it('wants no small cell to be forgiven much beside a large one', () => {
  expect(said('tolerance', GRID('0.11'))).toEqual([
    expect.stringMatching(/^cnn\/q\.md:7:1: part a: .* \d+ % of the seeds: say how near .* \[tolerance\]$/),
  ]);
  expect(said('tolerance', GRID('0.11', '\n  tolerance: 0.5%'))).toEqual([]);
  expect(said('tolerance', GRID('0.11').replace('[0.1, 0.9]', '[20, 40]'))).toEqual([]);
});

it('wants each blank to be drawn once', () => {
  const front = 'answer:\n  match:\n    - { blank: 1, is: x }\n    - { blank: 2, is: h }\n    - { blank: 3, is: y }';
  const figure = (drawing: string): string => ['```figure A net', drawing, '```', '', 'Name the parts.'].join('\n');
  expect(said('blanks', front, figure('① ─▶ ② ─▶ ③'))).toEqual([]);
  expect(said('blanks', front, figure('① ─▶ ② ─▶ ②'))).toEqual([
    expect.stringMatching(/^cnn\/q\.md:7:\d+: blank 2: ② stands 2 times: draw it once \[blanks\]$/),
    expect.stringMatching(/^cnn\/q\.md:8:\d+: blank 3: ③ stands in no figure: draw it once \[blanks\]$/),
  ]);
});
