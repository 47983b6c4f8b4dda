import * as v from 'valibot';
import { type Node, step } from '../../compute/node.ts';
import { isCount } from '../../compute/whole.ts';
import { type Located, startOf } from '../../language/located.ts';
import type { Author, Making } from '../author.ts';
import { formula, symbol, tolerance } from '../fields.ts';
import { parseTolerance } from '../number/tolerance.ts';
import { type CellTolerance, cellTolerance, isNear } from './cells.ts';
import { MOST_CELLS, type TensorKey, type TensorMistake } from './tensor.ts';

/** `tensor: FORMULA`, with `tolerance:` and `tex:`. */

interface TensorFields {
  readonly tensor: string;
  readonly tolerance?: string;
  readonly tex?: string;
}

export interface TensorAnswer {
  readonly kind: 'tensor';
  readonly value: Located;
  readonly tex: string | null;
  /** As written; null for the default. */
  readonly tolerance: string | null;
}

interface Cells {
  readonly values: readonly number[];
  readonly accepts: CellTolerance;
  readonly mistakes: readonly TensorMistake[];
}

/** @throws where the answer is a single number, or has more cells than anybody fills in */
export function cellsNode(value: Located, name: string, making: Making): Node {
  const node = making.evaluate(value);
  const { length } = node.data;
  if (node.shape.length === 0)
    making.refuse(`part ${name}: the answer is a single number: ask for it with number:`, value);
  if (length > MOST_CELLS) making.refuse(`part ${name}: ${length} cells are too many: at most ${MOST_CELLS}`, value);
  if (node.degenerate) making.object('the answer rests on a tie, or on a gradient at a kink', value);
  return node;
}

/** Why a reply with these cells would not show this mistake; null where it would. */
function objectionTo(wrong: readonly number[], tag: string, key: Cells): string | null {
  if (!wrong.every(Number.isFinite)) return 'has no value';
  const { values, accepts, mistakes } = key;
  const isOff = (value: number, i: number): boolean => !isNear(value, values[i] as number, accepts);
  if (!wrong.some(isOff)) return 'gives nothing that differs from the key';
  const other = mistakes.find(
    earlier =>
      earlier.tag !== tag &&
      wrong.every((value, i) => !isOff(value, i) || isNear(value, earlier.values[i] as number, accepts)),
  );
  return other ? `gives what the mistake "${other.tag}" does, wherever it differs from the key` : null;
}

/** A mistake that cannot be told from the key or from another one, or that has no value, makes the draw unfit. */
export function cellsOf(written: string | null, making: Making, node: Node): Cells {
  const values = [...node.data];
  const accepts = cellTolerance(values, written === null ? null : parseTolerance(written), isCount(node));
  const mistakes: TensorMistake[] = [];
  for (const mistake of making.misconceptions(node)) {
    const wrong = [...(mistake.node?.data ?? [Number.NaN])];
    const objection = objectionTo(wrong, mistake.tag, { values, accepts, mistakes });
    if (objection === null) mistakes.push({ values: wrong, tag: mistake.tag, because: mistake.because });
    else making.object(`the mistake of line ${mistake.line} ${objection}`, startOf(mistake));
  }
  return { values, accepts, mistakes };
}

export const tensorAuthor: Author<TensorFields, TensorAnswer, TensorKey> = {
  fields: { tensor: v.optional(formula), tolerance: v.optional(tolerance), tex: v.optional(symbol) },
  read: (fields, { textAt }) => ({
    kind: 'tensor',
    value: textAt(fields.tensor, 'tensor'),
    tex: fields.tex ?? null,
    tolerance: fields.tolerance ?? null,
  }),
  formulas: ({ value }) => [value],
  texts: () => [],
  problems: () => [],
  recognises: true,
  shuffles: () => false,
  node: ({ value, tex }, name, making) => {
    const node = cellsNode(value, name, making);
    return tex === null ? node : step({ name, tex }, node);
  },
  key: (answer, making, node) => {
    const computed = node as Node;
    return { kind: 'tensor', shape: [...computed.shape], ...cellsOf(answer.tolerance, making, computed) };
  },
};
