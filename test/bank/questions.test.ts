import { describe, expect, test } from 'vitest';
import { markReply, printKey } from '../../src/answers/answers.ts';
import { accepts } from '../../src/answers/number/tolerance.ts';
import { loadFolder } from '../../src/bank/load.ts';
import { problemText } from '../../src/bank/problem.ts';
import { isRandomized } from '../../src/bank/template.ts';
import { makeVariant, type Variant } from '../../src/bank/variant.ts';

const SEEDS = 1000;
const { templates, problems } = loadFolder('questions');

function checkVariant(variant: Variant): void {
  for (const { name, key } of variant.parts) {
    const right = markReply(name, printKey(key), key);
    expect(right, `seed ${variant.seed}: the key earns full credit`).toMatchObject({ credit: 1, error: null });
    if (key.kind === 'choice') {
      const texts = key.options.map(option => option.text.toLowerCase());
      expect(new Set(texts).size, `seed ${variant.seed}: no two options alike`).toBe(texts.length);
      continue;
    }
    expect(key.value, `seed ${variant.seed}: key`).toSatisfy(Number.isFinite);
    for (const mistake of key.mistakes) {
      expect(mistake.value, `seed ${variant.seed}: ${mistake.tag}`).toSatisfy(Number.isFinite);
      expect(accepts(key.accepts, mistake.value), `seed ${variant.seed}: ${mistake.tag} is off the key`).toBe(false);
      expect(markReply(name, String(mistake.value), key)).toMatchObject({ credit: 0, mistake: expect.any(String) });
    }
  }
  const text = [variant.stem, variant.hint, variant.solution, ...variant.parts.map(part => part.ask)].join('\n');
  expect(text, `seed ${variant.seed}: every value is filled in`).not.toMatch(/\{\{[^{}]|NaN|Infinity|undefined/);
}

test('every question file can be read', () => {
  expect(problems.map(problemText)).toEqual([]);
  expect(templates.length).toBeGreaterThan(0);
});

describe.each(templates.map(template => [template.id, template] as const))('%s', (_, template) => {
  test('the given variant is sound', () => checkVariant(makeVariant(template, null)));

  test.runIf(isRandomized(template))(`${SEEDS} seeds are sound`, () => {
    for (let seed = 0; seed < SEEDS; seed++) checkVariant(makeVariant(template, seed));
  });

  test('it has a source, a hint and a solution', () => {
    expect(template.source).not.toEqual([]);
    expect(template.hint).not.toBeNull();
    expect(template.solution).not.toBeNull();
  });
});
