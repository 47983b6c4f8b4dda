import { digitsTex, shownDigits } from '../../compute/digits.ts';
import type { Shape } from '../../compute/tensor.ts';
import { type CellTolerance, isNear } from './cells.ts';
import { isVector } from './shapes.ts';

/** Slips that concern a grid as a whole, whatever the question. */

export interface NearMiss {
  readonly tag: string | null;
  readonly comment: string;
}

interface Wanted {
  readonly shape: Shape;
  readonly values: readonly number[];
  readonly accepts: CellTolerance;
}

/** What a wrong reply without blanks is instead; null where nothing general is to be said. */
export function nearMiss(reply: readonly number[], wanted: Wanted): NearMiss | null {
  return transposed(reply, wanted) ?? reversed(reply, wanted) ?? multiplied(reply, wanted);
}

function agrees(reply: readonly number[], values: readonly number[], accepts: CellTolerance): boolean {
  return values.every((value, i) => isNear(reply[i] ?? null, value, accepts));
}

function transposed(reply: readonly number[], { shape, values, accepts }: Wanted): NearMiss | null {
  const [rows = 0, columns] = shape;
  if (shape.length !== 2 || rows !== columns) return null;
  const turned = values.map((_, i) => values[(i % rows) * rows + Math.floor(i / rows)] ?? Number.NaN);
  if (!agrees(reply, turned, accepts)) return null;
  return {
    tag: 'near: transposed',
    comment: 'This is the transpose of what is wanted: its rows are the columns here.',
  };
}

function reversed(reply: readonly number[], { shape, values, accepts }: Wanted): NearMiss | null {
  if (!isVector(shape) || !agrees(reply, values.toReversed(), accepts)) return null;
  return { tag: 'near: reversed', comment: 'These are the right numbers in reverse order.' };
}

const FACTORS: readonly (readonly [factor: number, miss: NearMiss])[] = [
  [-1, { tag: 'near: sign', comment: 'Every number has the opposite sign.' }],
  [2, { tag: 'near: factor 2', comment: 'Every number is twice what it should be.' }],
  [1 / 2, { tag: 'near: factor 2', comment: 'Every number is half of what it should be.' }],
  ...[1, 2, 3, 4, 5, 6].flatMap(power => [tens(power), tens(-power)]),
];

function tens(power: number): readonly [number, NearMiss] {
  const factor = power === 1 ? '10' : `10^{${power}}`;
  return [10 ** power, { tag: 'near: power of ten', comment: `Every number is $${factor}$ times what it should be.` }];
}

/** Of fewer numbers a common factor is chance. */
const FEWEST = 3;

function multiplied(reply: readonly number[], wanted: Wanted): NearMiss | null {
  const known = FACTORS.find(([factor]) => isMultiple(reply, factor, wanted));
  if (known) return known[1];
  const { values } = wanted;
  const largest = values.reduce((best, value, i) => (Math.abs(value) > Math.abs(values[best] ?? 0) ? i : best), 0);
  const factor = (reply[largest] ?? 0) / (values[largest] ?? 0);
  const isClear = Number.isFinite(factor) && factor !== 0 && Math.abs(factor - 1) > 0.1;
  if (!isClear || values.filter(value => value !== 0).length < FEWEST || !isMultiple(reply, factor, wanted))
    return null;
  const { text, exact } = shownDigits(factor);
  const times = `${exact ? '' : 'about '}$${digitsTex(text)}$ times`;
  return { tag: null, comment: `Every number is ${times} what it should be.` };
}

function isMultiple(reply: readonly number[], factor: number, { values, accepts }: Wanted): boolean {
  const scaled = { absolute: accepts.absolute * Math.min(1, Math.abs(factor)), relative: accepts.relative };
  return agrees(
    reply,
    values.map(value => value * factor),
    scaled,
  );
}
