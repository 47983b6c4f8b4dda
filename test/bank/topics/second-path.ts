import { describe, expect, test } from 'vitest';
import { keyData } from '../../../src/answers/answers.ts';
import { shownKind } from '../../../src/answers/authors.ts';
import { makeVariant, type Variant } from '../../../src/bank/variant.ts';
import { shipped } from '../shipped.ts';

/** Keys of the bank by a second path: plain arithmetic, counting or simulation, from the drawn values alone. */

/** What was drawn: numbers and nested lists of them. A path knows what its question draws. */
// biome-ignore lint/suspicious/noExplicitAny: each question has variables of its own.
export type Vars = Readonly<Record<string, any>>;

/** A number, a side of a shape that stays open, or lists of them. */
export type Value = number | string | readonly Value[];

export interface SecondPath {
  /** Of each computed part in order, as the source prints it or as its correction says; null where it prints none. */
  readonly given: readonly (Value | null)[];
  readonly path: (vars: Vars) => readonly Value[];
  /** How close the two paths come, relative to the larger of the value and 1/1000; 1e-7 unless told. */
  readonly within?: number;
}

const COMPUTED: ReadonlySet<string> = new Set(['number', 'tensor', 'table', 'shape']);
const SEEDS = 200;

const { templates } = shipped();

/** @throws where there is no such question, or its numbers cannot be drawn */
export function variantOf(id: string, seed: number | null): Variant {
  const template = templates.find(other => other.id === id);
  if (!template) throw new Error(`there is no question ${id}`);
  return makeVariant(template, seed);
}

/** The keys of the parts that are numbers, grids and shapes. */
export function computedKeys({ parts }: Variant): Value[] {
  return parts.flatMap(({ key }) => (COMPUTED.has(key.kind) ? [keyData(key).key as Value] : []));
}

export function expectNear(found: Value, wanted: Value, within: number, what: string): void {
  if (typeof wanted === 'number') {
    const off = Math.abs((found as number) - wanted) / Math.max(1e-3, Math.abs(wanted));
    // There are very many numbers, and an assertion takes longer than to compute one.
    if (typeof found === 'number' && off <= within) return;
    expect(found, what).toBeTypeOf('number');
    expect(off, `${what}: ${found} and ${wanted}`).toBeLessThanOrEqual(within);
  } else if (typeof wanted === 'string') {
    expect(found, what).toBe(wanted);
  } else {
    expect(found, what).toHaveLength(wanted.length);
    wanted.forEach((value, i) => {
      expectNear((found as readonly Value[])[i] as Value, value, within, `${what}[${i}]`);
    });
  }
}

/** Declares the tests of a topic: each of its questions with a computed answer has a row, and agrees with it. */
export function secondPaths(topic: string, rows: Readonly<Record<string, SecondPath>>): void {
  const computed = templates.filter(
    ({ id, parts }) => id.startsWith(`${topic}/`) && parts.some(({ answer }) => COMPUTED.has(shownKind(answer))),
  );

  test(`every computed answer of ${topic} has a second path`, () => {
    expect(Object.keys(rows).sort()).toEqual(computed.map(({ id }) => id).sort());
  });

  describe.each(Object.entries(rows))('%s', (id, { given, path, within = 1e-7 }) => {
    test('the given variant has the printed answer', () => {
      const keys = computedKeys(variantOf(id, null));
      expect(keys).toHaveLength(given.length);
      given.forEach((printed, i) => {
        if (printed !== null) expectNear(keys[i] as Value, printed, 1e-5, `part ${i}`);
      });
    });

    test(`the given keys and those of ${SEEDS} seeds agree with the second path`, () => {
      for (const seed of [null, ...Array.from({ length: SEEDS }, (_, i) => i)]) {
        const variant = variantOf(id, seed);
        expectNear(computedKeys(variant), path(variant.vars), within, `seed ${seed}, part`);
      }
    });
  });
}
