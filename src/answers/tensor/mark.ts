import type { Shape, Tensor } from '../../compute/tensor.ts';
import type { Accepted, Judgement } from '../kind.ts';
import { type CellsReply, type CellTolerance, isNear } from './cells.ts';
import { nearMiss } from './near-misses.ts';

/** A misconception and the values that it leads to, row by row. */
export interface TensorMistake {
  readonly values: readonly number[];
  /** Of these values: a key of whole numbers is exact, and what a misconception makes of it may be none. */
  readonly accepts: CellTolerance;
  readonly tag: string;
  readonly because: string;
}

/** What the kinds whose answers are grids have in common. */
export interface GridKey {
  readonly values: readonly number[];
  readonly accepts: CellTolerance;
  readonly mistakes: readonly TensorMistake[];
}

/**
 * By cell: each counts the same. But zeros that were rightly given count for nothing beside a cell that is wrong: in a grid
 * with few other numbers they would earn most of the credit.
 */
export function markGrid(
  reply: CellsReply,
  key: GridKey,
  shape: Shape,
  nameOf: (cell: number) => string,
): Judgement & { readonly cells: readonly boolean[] } {
  const { values, accepts } = key;
  const cells = values.map((value, i) => isNear(reply[i] ?? null, value, accepts));
  const wrong = [...cells.keys()].filter(i => !cells[i]);
  if (wrong.length === 0) return { credit: 1, mistake: null, comment: null, cells };
  const counted = cells.filter((_, i) => !(values[i] === 0 && reply[i] === 0));
  const credit = (counted.length - wrong.length) / counted.length;
  const shown = key.mistakes.find(mistake =>
    wrong.every(i => isNear(reply[i] ?? null, mistake.values[i] ?? Number.NaN, mistake.accepts)),
  );
  if (shown) return { credit, mistake: shown.tag, comment: shown.because, cells };
  const near = isComplete(reply) ? nearMiss(reply, { shape, values, accepts }) : null;
  if (near) return { credit, mistake: near.tag, comment: near.comment, cells };
  return { credit, mistake: null, comment: whatIsWrong(reply, wrong, nameOf), cells };
}

const isComplete = (reply: CellsReply): reply is readonly number[] => !reply.includes(null);

/**
 * `Wrong: row 2, column 1. Left blank: row 2, column 2.` Of a single number nothing is left to say, and of a grid without a
 * right cell no list is of use.
 */
function whatIsWrong(reply: CellsReply, wrong: readonly number[], nameOf: (cell: number) => string): string | null {
  if (reply.length === 1) return null;
  const blank = wrong.filter(i => reply[i] === null);
  const filled = wrong.filter(i => reply[i] !== null);
  if (filled.length === reply.length) return 'No cell is right.';
  const sentence = (what: string, cells: readonly number[]): string =>
    cells.length === 0 ? '' : `${what}: ${listed(cells.map(nameOf))}.`;
  return [sentence('Wrong', filled), sentence('Left blank', blank)].filter(part => part !== '').join(' ');
}

const MOST_NAMED = 4;

function listed(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  return `${names.slice(0, MOST_NAMED).join('; ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** What later parts rest on; where a cell is blank, the key's own. */
export function numbersOf(reply: CellsReply, { values, accepts }: GridKey, shape: Shape, accepted: Accepted): Tensor {
  const data = values.map((value, i) => {
    const cell = reply[i] ?? null;
    return cell === null || (accepted === 'as keyed' && isNear(cell, value, accepts)) ? value : cell;
  });
  return { shape, data: Float64Array.from(data) };
}
