import { describe, expect, test } from 'vitest';
import { keyMistakes, markReply, printKey } from '../../src/answers/answers.ts';
import { authorOf } from '../../src/answers/authors.ts';
import { accepts } from '../../src/answers/number/tolerance.ts';
import { loadFolder } from '../../src/bank/load.ts';
import { problemText } from '../../src/bank/problem.ts';
import { isRandomized } from '../../src/bank/template.ts';
import { FADING_SEEDS, makeVariant, type Variant } from '../../src/bank/variant.ts';

const SEEDS = 1000;
const { templates, problems } = loadFolder('questions');

/** What a mistake leads to, as a reply. */
function replyOf(value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  return value.some(side => typeof side === 'string') ? `(${value.join(', ')})` : JSON.stringify(value);
}

function checkVariant(variant: Variant): void {
  for (const { name, key } of variant.parts) {
    const right = markReply(name, printKey(key), key);
    expect(right, `seed ${variant.seed}: the key earns full credit`).toMatchObject({ credit: 1, error: null });
    const listed = key.kind === 'order' ? key.lines : key.kind === 'choice' || key.kind === 'match' ? key.options : [];
    const texts = listed.map(({ text }) => text.toLowerCase());
    expect(new Set(texts).size, `seed ${variant.seed}: no two options or lines alike`).toBe(texts.length);
    if (key.kind === 'number') {
      expect(key.value, `seed ${variant.seed}: key`).toSatisfy(Number.isFinite);
      for (const mistake of key.mistakes)
        expect(accepts(key.accepts, mistake.value), `seed ${variant.seed}: ${mistake.tag} is off the key`).toBe(false);
    }
    for (const { value } of keyMistakes(key)) {
      const wrong = markReply(name, replyOf(value), key);
      expect(wrong, `seed ${variant.seed}: ${replyOf(value)}`).toMatchObject({
        error: null,
        mistake: expect.any(String),
      });
      expect(wrong.credit).toBeLessThan(1);
    }
  }
  const text = [variant.stem, variant.hint, variant.solution, ...variant.parts.map(part => part.ask)].join('\n');
  expect(text, `seed ${variant.seed}: every value is filled in`).not.toMatch(/\{\{[^{}]+\}\}|NaN|Infinity|undefined/);
}

test('every question file can be read', () => {
  expect(problems.map(problemText)).toEqual([]);
  expect(templates.length).toBeGreaterThan(0);
});

describe.each(templates.map(template => [template.id, template] as const))('%s', (_, template) => {
  test('the given variant is sound', () => checkVariant(makeVariant(template, null)));

  test.runIf(isRandomized(template))(`${SEEDS} seeds are sound`, { timeout: 60_000 }, () => {
    for (let seed = 0; seed < SEEDS; seed++) checkVariant(makeVariant(template, seed));
  });

  const canHide = template.parts.some(({ answer }) => authorOf(answer).fades?.(answer));
  test.runIf(canHide)('so are those that hide pieces', () => {
    for (let i = 0; i < 300; i++) checkVariant(makeVariant(template, FADING_SEEDS + i));
  });

  test('it has a source, a hint and a solution', () => {
    expect(template.source).not.toEqual([]);
    expect(template.hint).not.toBeNull();
    expect(template.solution).not.toBeNull();
  });
});
