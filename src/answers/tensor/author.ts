import * as v from 'valibot';
import { type Node, step } from '../../compute/node.ts';
import { symbolTex } from '../../compute/symbol.ts';
import { isCount } from '../../compute/whole.ts';
import { type Located, startOf } from '../../language/located.ts';
import type { Author, Making, Written } from '../author.ts';
import { formula, list, name, symbol, text, tolerance } from '../fields.ts';
import { parseTolerance } from '../number/tolerance.ts';
import { type CellTolerance, cellTolerance, isNear } from './cells.ts';
import { type FreeTemplate, freeCells, unmet } from './free.ts';
import { MOST_CELLS, type TensorKey, type TensorMistake } from './tensor.ts';

/** `tensor: FORMULA`, with `tolerance:` and `tex:`; or with `cells:` and `holds:` where other tensors are right as well. */

interface TensorFields {
  readonly tensor: string;
  readonly cells?: readonly string[] | Readonly<Record<string, string>>;
  readonly holds?: readonly { readonly that: string; readonly otherwise?: string | undefined }[];
  readonly tolerance?: string;
  readonly tex?: string;
}

export interface TensorAnswer {
  readonly kind: 'tensor';
  readonly value: Located;
  readonly tex: string | null;
  /** As written; null for the default. */
  readonly tolerance: string | null;
  readonly free: FreeTemplate | null;
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
  const rule = written === null ? null : parseTolerance(written);
  const accepts = cellTolerance(values, rule, isCount(node));
  const mistakes: TensorMistake[] = [];
  for (const mistake of making.misconceptions(node)) {
    const wrong = [...(mistake.node?.data ?? [Number.NaN])];
    const objection = objectionTo(wrong, mistake.tag, { values, accepts, mistakes });
    if (objection === null) {
      const own = cellTolerance(wrong, rule, mistake.node !== null && isCount(mistake.node));
      mistakes.push({ values: wrong, accepts: own, tag: mistake.tag, because: mistake.because });
    } else making.object(`the mistake of line ${mistake.line} ${objection}`, startOf(mistake));
  }
  return { values, accepts, mistakes };
}

const condition = v.union(
  [
    v.pipe(
      formula,
      v.transform(that => ({ that, otherwise: undefined })),
    ),
    v.strictObject({ that: formula, otherwise: v.optional(text('what is said where the condition fails')) }),
  ],
  'must be a condition, such as k >= 1, or { that: CONDITION, otherwise: a comment }',
);

function read(fields: TensorFields, { textAt, refuse }: Written): TensorAnswer {
  const { cells, holds } = fields;
  if ((cells === undefined) !== (holds === undefined)) {
    refuse('cells: names the places of the answer for the conditions of holds: give both', cells ? 'cells' : 'holds');
  }
  const conditions = (holds ?? []).map(({ that, otherwise }, i) => ({
    that: textAt(that, 'holds', i, 'that'),
    otherwise: otherwise === undefined ? null : textAt(otherwise, 'holds', i, 'otherwise'),
  }));
  return {
    kind: 'tensor',
    value: textAt(fields.tensor, 'tensor'),
    tex: fields.tex ?? null,
    tolerance: fields.tolerance ?? null,
    free: cells ? { cells: named(cells), conditions } : null,
  };
}

function named(cells: NonNullable<TensorFields['cells']>): FreeTemplate['cells'] {
  const symbols = Array.isArray(cells) ? cells.map(cell => [cell, symbolTex(cell)] as const) : Object.entries(cells);
  return symbols.map(([cell, tex]) => ({ name: cell, tex }));
}

/** A mistake that meets the conditions would be right. */
function freeKey(template: FreeTemplate, { value }: TensorAnswer, key: TensorKey, making: Making): TensorKey {
  const { length } = template.cells;
  if (key.shape.join() !== `${length}`) {
    making.refuse(`cells: names ${length} places, and the answer has shape (${key.shape})`, value);
  }
  const free = freeCells(template, key.values, making);
  const right = key.mistakes.find(({ values }) => unmet(free, values) === null);
  if (right) making.object(`the mistake "${right.tag}" meets all conditions`, value);
  return { ...key, mistakes: key.mistakes.filter(({ values }) => unmet(free, values) !== null), free };
}

export const tensorAuthor: Author<TensorFields, TensorAnswer, TensorKey> = {
  fields: {
    tensor: v.optional(formula),
    cells: v.optional(
      v.union(
        [v.array(name), v.record(name, symbol)],
        'must be a list of names, such as [k, s, p], or names with their symbols',
      ),
    ),
    holds: v.optional(list(condition, '[(H + 2*p - k)/s + 1 == H]')),
    tolerance: v.optional(tolerance),
    tex: v.optional(symbol),
  },
  read,
  formulas: ({ value, free }) => [value, ...(free?.conditions ?? []).map(({ that }) => that)],
  texts: ({ free }) => (free?.conditions ?? []).flatMap(({ otherwise }) => otherwise ?? []),
  problems: () => [],
  recognises: true,
  shuffles: () => false,
  node: ({ value, tex }, part, making) => {
    const node = cellsNode(value, part, making);
    return tex === null ? node : step({ name: part, tex }, node);
  },
  key: (answer, making, node) => {
    const computed = node as Node;
    const key: TensorKey = {
      kind: 'tensor',
      shape: [...computed.shape],
      ...cellsOf(answer.tolerance, making, computed),
    };
    return answer.free ? freeKey(answer.free, answer, key, making) : key;
  },
};
