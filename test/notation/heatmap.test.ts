import { describe, expect, test } from 'vitest';
import { drawHeatMap } from '../../src/notation/heatmap/draw.ts';
import { type HeatMap, heatMapTitle, readHeatMap } from '../../src/notation/heatmap/read.ts';
import { heatMapSvg } from '../../src/notation/heatmap/svg.ts';
import { heatMapInWords } from '../../src/notation/heatmap/words.ts';
import { markdownHtml } from '../../src/notation/html/markdown.ts';
import { lineText } from '../../src/notation/line.ts';
import { renderMarkdown } from '../../src/notation/terminal.ts';
import { markdownTypst } from '../../src/notation/typst/markdown.ts';

const TEXT = 'columns: the, a cat\nthe: 1, 0\na cat: [0.25 0.75]';
const map = (title: string, text: string): HeatMap => readHeatMap(title, text) as HeatMap;
const drawn = (width: number): string[] | undefined =>
  drawHeatMap(map('Attention', TEXT), width)?.map(line => lineText(line).trimEnd());

test('each number has a shade, which goes where there is no room for it', () => {
  expect(drawn(40)).toEqual([
    'Attention',
    '           the    a cat',
    'the       1 ██     0 ··',
    'a cat  0.25 ░░  0.75 ▓▓',
  ]);
  expect(drawn(20)).toEqual(['Attention', '        the  a cat', 'the       1      0', 'a cat  0.25   0.75']);
  expect(drawn(12)).toBeUndefined();
});

test('in a drawing the larger is the darker, and its number can still be read', () => {
  const svg = heatMapSvg(map('', TEXT));
  expect([...svg.matchAll(/rgb\((\d+),/g)].map(([, grey]) => Number(grey))).toEqual([70, 255, 209, 116]);
  expect(svg.match(/<text fill="#fff"[^>]*>([\d.]+)</g)).toHaveLength(2);
  expect(heatMapSvg(map('w'.repeat(90), TEXT), { width: 100 })).toContain(' width="100"');
});

describe('reading', () => {
  test.each([
    'the: 1, 0',
    'columns: a, b',
    'columns: a, b\nx: 1',
    'columns: a\nx: -1',
    'columns: a\nx: one',
    'columns: a\nx: 1e999',
    'columns: a,\nx: 1, 2',
    `columns: ${'a'.repeat(17)}\nx: 1`,
    `columns: a\n${'x: 1\n'.repeat(13)}`,
    '',
  ])('%j cannot be drawn', text => {
    expect(readHeatMap('', text)).toBeNull();
  });

  test('its title stands behind its name, and nothing but zeros is a matrix too', () => {
    expect(['heatmap', 'heatmap A b ', 'heatmaps'].map(heatMapTitle)).toEqual(['', 'A b', null]);
    expect(map('', 'columns: a\nx: 0').rows[0]?.cells).toEqual([{ text: '0', share: 0 }]);
  });
});

test('every output draws it, and listeners hear every number', () => {
  const words = 'Heat map: Attention. Row the: the 1; a cat 0. Row a cat: the 0.25; a cat 0.75.';
  expect(heatMapInWords(map('Attention', TEXT))).toBe(words);
  const fence = `\`\`\`heatmap Attention\n${TEXT}\n\`\`\``;
  expect(markdownHtml(fence)).toContain(`aria-label="${words}"`);
  expect(markdownTypst(fence)).toContain(`alt: "${words}"`);
  expect(renderMarkdown(fence, { width: 60 }).map(lineText)).toContain('  the       1 ██     0 ··');
});
