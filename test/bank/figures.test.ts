import { expect, test } from 'vitest';
import { loadFolder } from '../../src/bank/load.ts';
import { makeVariant } from '../../src/bank/variant.ts';

/** Figures drawn in characters. */

const WIDTH = 74; // A screen of 80 columns has 76 for the text, and code is indented by 2.
const CIRCLED = '①②③④⑤⑥⑦⑧⑨';

const { templates } = loadFolder('questions');
const figures = templates.flatMap(template =>
  [...template.stem.text.matchAll(/```[^\n]*\n([\s\S]*?)```/g)].map(match => [template, match[1] as string] as const),
);

test('fit a narrow screen', () => {
  expect(figures.length).toBeGreaterThan(0);
  for (const [{ id }, figure] of figures) {
    for (const line of figure.split('\n')) expect([...line].length, `${id}: ${line}`).toBeLessThanOrEqual(WIDTH);
  }
});

test('bear the number of each blank once', () => {
  const numbered = figures.filter(([, figure]) => [...CIRCLED].some(sign => figure.includes(sign)));
  expect(numbered.map(([{ id }]) => id)).toContain('rnn/bidirectional-unrolled');
  for (const [template, figure] of numbered) {
    const signs = [...figure].filter(sign => CIRCLED.includes(sign));
    const shown = signs.map(sign => `${CIRCLED.indexOf(sign) + 1}`).sort();
    const key = makeVariant(template, null).parts[0]?.key;
    expect(key?.kind === 'match' && key.blanks.map(({ label }) => label), template.id).toEqual(shown);
  }
});
