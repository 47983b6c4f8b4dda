import { beforeAll, expect, test } from 'vitest';
import { Bank } from '../../src/bank/bank.ts';
import { withoutAllowed } from '../../src/bank/lint/allow.ts';
import { findingText } from '../../src/bank/lint/finding.ts';
import { lintAmong } from '../../src/bank/lint/lint-bank.ts';
import type { Linted } from '../../src/bank/lint/lint-question.ts';
import { lintAll } from '../../src/bank/lint/pool.ts';
import { problemText } from '../../src/bank/problem.ts';
import { shipped } from './shipped.ts';

/** Every question of the bank against every rule: what `tutor bank lint` does. */

const SEEDS = 1000;
const PATIENCE = 240_000;
const WORKER = new URL('../../src/bank/lint/worker.ts', import.meta.url);

const { templates, problems } = shipped();
const bank = new Bank(templates);
let linted: readonly Linted[] = [];

beforeAll(async () => {
  linted = await lintAll(templates, SEEDS, WORKER, () => {});
}, PATIENCE);

test('every question file can be read', () => {
  expect(problems.map(problemText)).toEqual([]);
  expect(templates.length).toBeGreaterThan(100);
});

test.each(templates.map((template, i) => [template.id, template, i] as const))(
  `%s is sound at ${SEEDS} seeds`,
  (_, template, i) => {
    const { findings, variants } = linted[i] as Linted;
    expect(withoutAllowed(template, [...findings, ...lintAmong(template, bank)]).map(findingText)).toEqual([]);
    expect(variants).toBeGreaterThan(1);
  },
);
