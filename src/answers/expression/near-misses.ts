import type { Formula } from '../../language/expression.ts';

/** Slips that happen to anybody, with any formula: what they make of the right one. */

export interface NearMiss {
  readonly tag: string;
  /** Markdown. */
  readonly comment: string;
  /** null where the slip cannot be made with this formula. */
  readonly of: (key: Formula) => Formula | null;
}

const number = (value: number): Formula => ({ kind: 'number', value, shape: [] });

const times = (factor: Formula, right: Formula): Formula => ({
  kind: 'binary',
  operator: '*',
  left: factor,
  right,
  shape: right.shape,
});

const over = (above: Formula, below: Formula): Formula => ({
  kind: 'binary',
  operator: '/',
  left: above,
  right: below,
  shape: above.shape,
});

export const NEAR_MISSES: readonly NearMiss[] = [
  {
    tag: 'near: sign',
    comment: 'The sign is wrong: everything else is as it should be.',
    of: key => ({ kind: 'unary', operator: '-', operand: key, shape: key.shape }),
  },
  {
    tag: 'near: factor 2',
    comment: 'This is twice the right formula: a factor 2 is in it that should not be, or a half is missing.',
    of: key => times(number(2), key),
  },
  {
    tag: 'near: factor 2',
    comment: 'This is half the right formula: a factor 2 is missing, or a half is in it that should not be.',
    of: key => over(key, number(2)),
  },
  {
    tag: 'near: transposed',
    comment: 'This is the transpose of the right formula: rows and columns have changed places.',
    of: key => {
      const [rows, columns] = key.shape;
      if (rows === undefined || columns === undefined) return null;
      return { kind: 'unary', operator: 'T', operand: key, shape: [columns, rows] };
    },
  },
  {
    tag: 'near: reciprocal',
    comment: 'This is one over the right formula: is the fraction upside down?',
    of: key => (key.shape.length === 0 ? over(number(1), key) : null),
  },
];
