import type { KindName } from '../answers/answers.ts';

/** Room for the way to an answer, beside the place for the answer itself. */

/** For a credit, in millimetres; kinds that are not worked out are not named. The cells of a table hold steps already. */
const A_CREDIT: Readonly<Partial<Record<KindName, number>>> = {
  number: 12,
  expression: 12,
  tensor: 12,
  shape: 8,
  table: 6,
};

/** What is worth no more is read off, or done in the head. */
const QUICK = 0.5;
/** In millimetres. */
const MOST = 45;

/** In millimetres: 12 for a credit, more or less by how the answer is given, and 45 at most. */
export function roomFor(kind: KindName, credits: number): number {
  return credits <= QUICK ? 0 : Math.min(MOST, Math.round((A_CREDIT[kind] ?? 0) * credits));
}
