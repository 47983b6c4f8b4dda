import { describe, expect, test } from 'vitest';
import type { NumberKey } from '../../../src/answers/number/number.ts';
import { accepts } from '../../../src/answers/number/tolerance.ts';
import { evaluate } from '../../../src/bank/formula.ts';
import { bind } from '../../../src/bank/names.ts';
import type { Template } from '../../../src/bank/template.ts';
import { makeVariant } from '../../../src/bank/variant.ts';
import type { Node } from '../../../src/compute/node.ts';
import { buildAuthor, parseAuthor } from '../../../src/language/evaluate.ts';
import { shipped } from '../../bank/shipped.ts';
import { cancels, withRounding } from './rounding.ts';

/** What the default tolerance promises: every result on the way may be rounded to four significant digits. */

const SEEDS = 100;
/** Of the variants of one part, at most so many may lose their digits by cancellation. */
const MOST_CANCELLING = 0.05;

const built = (text: string): Node => buildAuthor(parseAuthor(text), new Map());

describe('a computation with rounding', () => {
  test.each([
    ['1/3', 4, 0.3333],
    ['(1/3) * 3', 4, 0.9999],
    ['2/3 + 1/3', 2, 1],
    ['sqrt(2) * sqrt(2)', 3, 1.99],
    ['123 * 457', 4, 56_211],
    ['sum([1/3, 2/3]) * 10', 3, 10],
    ['0.123456', 2, 0.123456],
  ])('%s to %d digits', (text, digits, value) => {
    expect(withRounding(built(text), digits)).toBeCloseTo(value, 12);
  });

  test.each([
    ['1/3 - 0.3333', true],
    ['0.3333 - 1/3', true],
    ['1/3 + 2/3', false],
    ['1/3 - 0.2', false],
    ['(1/3 - 0.3333) * 5 + 2', true],
  ])('%s cancels: %s', (text, expected) => {
    expect(cancels(built(text))).toBe(expected);
  });
});

interface Answer {
  readonly part: string;
  readonly key: NumberKey;
  readonly node: Node;
}

function answersOf(template: Template, seed: number): Answer[] {
  const { vars, parts } = makeVariant(template, seed);
  const { names } = bind(template, vars);
  return template.parts.flatMap(({ name, answer }, i): Answer[] => {
    const key = parts[i]?.key;
    return answer.kind === 'number' && answer.tolerance === null && key?.kind === 'number'
      ? [{ part: name, key, node: evaluate(answer.value, names) }]
      : [];
  });
}

const numeric = shipped().templates.filter(({ parts }) => parts.some(p => p.answer.kind === 'number'));

test('there are computations of several steps to try', () => {
  expect(numeric.length).toBeGreaterThan(5);
});

describe.each(numeric.map(template => [template.id, template] as const))('%s', (_, template) => {
  test('four significant digits on the way are enough, where nothing cancels', () => {
    const lost = new Map<string, number>();
    for (let seed = 0; seed < SEEDS; seed++) {
      for (const { part, key, node } of answersOf(template, seed)) {
        expect(withRounding(node, 17)).toBeCloseTo(key.value, 9);
        const reply = withRounding(node, 4);
        if (accepts(key.accepts, reply)) continue;
        expect(cancels(node), `seed ${seed}, part ${part}: ${reply} for ${key.value}`).toBe(true);
        lost.set(part, (lost.get(part) ?? 0) + 1);
      }
    }
    for (const [part, times] of lost) {
      expect(times / SEEDS, `part ${part}: too often nearly equal numbers are subtracted`).toBeLessThan(
        MOST_CANCELLING,
      );
    }
  });
});
