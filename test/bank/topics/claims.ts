import { describe, expect, test } from 'vitest';
import { markReply, printKey } from '../../../src/answers/answers.ts';
import { topologicalOrders } from '../../../src/answers/order/graph.ts';
import type { OrderBlank, OrderKey } from '../../../src/answers/order/key.ts';
import { FADING_SEEDS } from '../../../src/bank/variant.ts';
import { variantOf } from './second-path.ts';

/** Derivations: every line holds for numbers, every decoy fails, and every order by the graph is right. */

/** Two sides that a line sets equal, the smaller one and the larger one, or whether what it says in words is so. */
export type Claim =
  | { readonly equal: readonly [number, number] }
  | { readonly most: readonly [number, number] }
  | { readonly so: boolean };

/** What each line, by its name, says of one example. */
export type Claims = Readonly<Record<string, Claim>>;

export const equal = (left: number, right: number): Claim => ({ equal: [left, right] });
export const most = (smaller: number, larger: number): Claim => ({ most: [smaller, larger] });
/** For lines about more than one number: all of them are equal. */
export const alike = (left: readonly number[], right: readonly number[]): Claim =>
  equal(left.length === right.length ? Math.max(...left.map((x, i) => Math.abs(x - (right[i] as number)))) : 1, 0);
export const so = (holds: boolean): Claim => ({ so: holds });

function holds(claim: Claim): boolean {
  if ('so' in claim) return claim.so;
  if ('most' in claim) return claim.most[0] <= claim.most[1] + 1e-9;
  return Math.abs(claim.equal[0] - claim.equal[1]) <= 1e-9 * Math.max(1, Math.abs(claim.equal[0]));
}

export interface Derivation {
  /** The part, where the question has several. */
  readonly part?: string;
  /** In how many orders its lines can stand. */
  readonly orders: number;
  readonly decoys: readonly string[];
  /** A line must hold in each of them; a decoy must fail in each. */
  readonly examples: readonly Claims[];
}

const MOST_ORDERS = 2000;

/** Declares the tests of a derivation. */
export function derivation(id: string, { part, orders, decoys, examples }: Derivation): void {
  const keyOf = (seed: number | null): OrderKey => {
    const key = variantOf(id, seed).parts.find(({ name, key: other }) =>
      part === undefined ? other.kind === 'order' : name === part,
    )?.key;
    if (key?.kind !== 'order') throw new Error(`${id} is no derivation`);
    return key;
  };

  describe(`${id}${part === undefined ? '' : `, part ${part}`}`, () => {
    test.each(examples)('every line holds, and no decoy does', claims => {
      const { lines } = keyOf(null);
      expect(lines.map(({ name }) => name).sort()).toEqual(Object.keys(claims).sort());
      for (const { name, decoy } of lines) expect(holds(claims[name] as Claim), name).toBe(!decoy);
    });

    test('the decoys are those that are meant, and say why', () => {
      const found = keyOf(null).lines.filter(({ decoy }) => decoy);
      expect(found.map(({ name }) => name).sort()).toEqual([...decoys].sort());
      expect(found.every(({ why }) => why !== null)).toBe(true);
    });

    test('every order by the graph is right, with blanks and without', () => {
      for (const seed of [null, 7, FADING_SEEDS, FADING_SEEDS + 1, FADING_SEEDS + 5]) {
        const key = keyOf(seed);
        const [, ...fills] = printKey(key).split(' | ');
        const all = topologicalOrders(key.lines, MOST_ORDERS);
        expect(all.length).toBe(orders);
        for (const order of all) {
          const reply = [order.join(' '), ...fills].join(' | ');
          expect(markReply('a', reply, key), reply).toMatchObject({ credit: 1, error: null });
        }
      }
    });

    test('a decoy, a missing line and a reversed order cost credit', () => {
      const key = keyOf(null);
      const right = printKey(key).split(' ');
      const decoy = key.lines.filter(line => line.decoy).map(line => line.label);
      for (const reply of [...decoy.map(label => [...right, label]), right.slice(1), right.toReversed()]) {
        expect(markReply('a', reply.join(' '), key).credit).toBeLessThan(1);
      }
    });
  });
}

const MOST_TRIED = 300;

/** What is hidden in a line, once a question is known well. @throws where nothing ever is */
export function blankOf(id: string, line: string): OrderBlank {
  for (let i = 0; i < MOST_TRIED; i++) {
    for (const { key } of variantOf(id, FADING_SEEDS + i).parts) {
      const blank = key.kind === 'order' ? key.lines.find(({ name }) => name === line)?.blank : null;
      if (blank) return blank;
    }
  }
  throw new Error(`${id} hides nothing in ${line}`);
}
