import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { topologicalOrders } from '../../../src/answers/order/graph.ts';
import { MOST_LINES, type OrderKey, type OrderReply } from '../../../src/answers/order/key.ts';
import { orderKind } from '../../../src/answers/order/order.ts';
import { adam, chain, orderKeys } from './case.ts';

/** Marks of orders against what their definition says, worked out by trying everything. */

const reply = (labels: readonly string[]): OrderReply => ({ labels, fills: new Map() });
const creditOf = (labels: readonly string[], key: OrderKey): number => orderKind.mark(reply(labels), key).credit;
const genuineOf = ({ lines }: OrderKey) => lines.filter(({ decoy }) => !decoy);

/** Every arrangement in which no line stands before one that it rests on directly. */
function allRightOrders(key: OrderKey): string[][] {
  const afterOf = new Map(genuineOf(key).map(({ label, after }) => [label, after]));
  const extend = (placed: string[], left: readonly string[]): string[][] =>
    left.length === 0
      ? [placed]
      : left
          .filter(label => (afterOf.get(label) ?? []).every(below => placed.includes(below)))
          .flatMap(label =>
            extend(
              [...placed, label],
              left.filter(other => other !== label),
            ),
          );
  return extend([], [...afterOf.keys()]);
}

/** The length of the longest common subsequence. */
function common(one: readonly string[], other: readonly string[]): number {
  let row: number[] = Array(other.length + 1).fill(0);
  for (const label of one) {
    const next = [0];
    other.forEach((candidate, j) => {
      const longest = candidate === label ? (row[j] as number) + 1 : Math.max(row[j + 1] as number, next[j] as number);
      next.push(longest);
    });
    row = next;
  }
  return row.at(-1) as number;
}

/** Steps from the reply to the nearest right order, each a line moved, put in or taken out; breadth first. */
function steps(from: readonly string[], key: OrderKey): number {
  const right = new Set(allRightOrders(key).map(String));
  const seen = new Set([String(from)]);
  let ring: (readonly string[])[] = [from];
  for (let distance = 0; ; distance++) {
    if (ring.some(order => right.has(String(order)))) return distance;
    ring = ring.flatMap(order =>
      neighbours(order, key).filter(next => {
        const isNew = !seen.has(String(next));
        seen.add(String(next));
        return isNew;
      }),
    );
  }
}

function neighbours(order: readonly string[], { lines }: OrderKey): string[][] {
  const inserted = (label: string, others: readonly string[]): string[][] =>
    [...Array(others.length + 1).keys()].map(at => others.toSpliced(at, 0, label));
  const missing = lines.flatMap(({ label }) => (order.includes(label) ? [] : label));
  return [
    ...missing.flatMap(label => inserted(label, order)),
    ...order.flatMap((label, at) => {
      const others = order.toSpliced(at, 1);
      return [others, ...inserted(label, others)];
    }),
  ];
}

/** A key and some of its lines in any order. */
function replied(most: number, decoys: number): fc.Arbitrary<readonly [OrderKey, string[]]> {
  return orderKeys(most, decoys, fc.constant(null)).chain(key =>
    fc.tuple(
      fc.constant(key),
      fc.shuffledSubarray(
        key.lines.map(({ label }) => label),
        { minLength: 1 },
      ),
    ),
  );
}

describe('any right order is right', () => {
  test('every one earns full credit, and every other arrangement less', () => {
    fc.assert(
      fc.property(orderKeys(8, 2, fc.constant(null)), fc.gen(), (key, gen) => {
        const right = allRightOrders(key);
        for (const order of right.slice(0, 300)) expect(creditOf(order, key)).toBe(1);
        const texts = new Set(right.map(String));
        const labels = genuineOf(key).map(({ label }) => label);
        for (let i = 0; i < 20; i++) {
          const order = gen(fc.shuffledSubarray, labels, { minLength: labels.length });
          expect(creditOf(order, key) === 1).toBe(texts.has(String(order)));
        }
      }),
      { numRuns: 100 },
    );
  });

  test('all are found, and the first keeps nearest to the order shown', () => {
    fc.assert(
      fc.property(orderKeys(6), key => {
        const found = topologicalOrders(key.lines, Number.POSITIVE_INFINITY);
        expect(new Set(found.map(String))).toEqual(new Set(allRightOrders(key).map(String)));
        expect(found.map(String)).toEqual(found.map(String).toSorted());
        expect(topologicalOrders(key.lines, 2)).toEqual(found.slice(0, 2));
      }),
      { numRuns: 200 },
    );
  });

  test('of Adam there are three', () => {
    expect(topologicalOrders(adam.lines, 10).map(order => order.join(''))).toEqual(['63152', '63512', '65312']);
  });

  test('a circle has none', () => {
    const lines = chain(12).lines.map(line => (line.label === '1' ? { ...line, after: ['12'] } : line));
    expect(topologicalOrders(lines, 1)).toEqual([]);
  });
});

describe('partial credit is the distance to the nearest right order', () => {
  test('by the lines that some right order has in the same sequence', () => {
    fc.assert(
      fc.property(replied(8, 2), ([key, labels]) => {
        const count = genuineOf(key).length;
        const kept = Math.max(...allRightOrders(key).map(order => common(labels, order)));
        const decoys = labels.filter(label => key.lines.some(line => line.label === label && line.decoy)).length;
        const distance = count - kept + decoys;
        expect(creditOf(labels, key)).toBeCloseTo(Math.max(0, 1 - distance / count), 12);
      }),
      { numRuns: 300 },
    );
  });

  test('by trying every step', () => {
    fc.assert(
      fc.property(replied(4, 1), ([key, labels]) => {
        const distance = steps(labels, key);
        expect(creditOf(labels, key)).toBeCloseTo(Math.max(0, 1 - distance / genuineOf(key).length), 12);
      }),
      { numRuns: 200 },
    );
  });

  test('each wrong blank of a line that is there costs half a line', () => {
    fc.assert(
      fc.property(orderKeys(8, 0), fc.gen(), (key, gen) => {
        const [order = []] = topologicalOrders(key.lines, 1);
        const labels = order.filter(() => gen(fc.boolean));
        if (labels.length === 0) return;
        const empty = key.lines.filter(({ label, blank }) => blank && labels.includes(label)).length;
        const cost = order.length - labels.length + empty / 2;
        expect(creditOf(labels, key)).toBeCloseTo(Math.max(0, 1 - cost / order.length), 12);
      }),
    );
  });

  test('the longest list the wrong way round is marked at once', () => {
    const key = chain(MOST_LINES);
    const labels = key.lines.map(({ label }) => label).toReversed();
    expect(creditOf(labels, key)).toBeCloseTo(1 / MOST_LINES, 12);
  });
});

test('what is said first is the first line that stands before one it rests on, or a decoy', () => {
  fc.assert(
    fc.property(replied(8, 2), ([key, labels]) => {
      const { comment, mistake } = orderKind.mark(reply(labels), key);
      const right = allRightOrders(key);
      // Out of place at the front of what follows: no right order has the line before all of them.
      const isWrong = (label: string, i: number): boolean => {
        const later = labels.slice(i + 1);
        const line = key.lines.find(one => one.label === label);
        if (line?.decoy) return true;
        return later.some(
          other => right[0]?.includes(other) && right.every(order => order.indexOf(other) < order.indexOf(label)),
        );
      };
      const first = labels.find(isWrong);
      if (first === undefined) expect(mistake).toBeNull();
      else {
        expect(mistake).toBe(`order: ${key.lines.find(({ label }) => label === first)?.name}`);
        expect(comment).toMatch(new RegExp(`^- Line \\*\\*${first}\\*\\* (does not belong|stands before line)`));
      }
    }),
    { numRuns: 200 },
  );
});
