import type { Shape } from '../../compute/tensor.ts';

/** What a student's formula with symbols means: a tree in which every part knows its shape. */

export interface NumberLeaf {
  readonly kind: 'number';
  readonly value: number;
  readonly shape: Shape;
}

/** A declared symbol, or `e` or `pi`. */
export interface NameLeaf {
  readonly kind: 'name';
  readonly name: string;
  readonly shape: Shape;
}

export interface UnaryFormula {
  readonly kind: 'unary';
  readonly operator: '-' | '%' | 'T';
  readonly operand: Formula;
  readonly shape: Shape;
}

export interface BinaryFormula {
  readonly kind: 'binary';
  readonly operator: string;
  readonly left: Formula;
  readonly right: Formula;
  readonly shape: Shape;
}

export interface CallFormula {
  readonly kind: 'call';
  readonly callee: string;
  readonly args: readonly Formula[];
  readonly shape: Shape;
}

export interface MatrixFormula {
  readonly kind: 'matrix';
  readonly rows: readonly (readonly Formula[])[];
  readonly shape: Shape;
}

export type Formula = NumberLeaf | NameLeaf | UnaryFormula | BinaryFormula | CallFormula | MatrixFormula;

/** The parts that a formula is made of, from left to right. */
export function partsOf(formula: Formula): readonly Formula[] {
  switch (formula.kind) {
    case 'unary':
      return [formula.operand];
    case 'binary':
      return [formula.left, formula.right];
    case 'call':
      return formula.args;
    case 'matrix':
      return formula.rows.flat();
    default:
      return [];
  }
}

/** The whole number that a formula is as it stands, such as the exponent in A^-1; null for any other. */
export function literal(formula: Formula): number | null {
  if (formula.kind === 'number') return formula.value;
  if (formula.kind !== 'unary' || formula.operator !== '-') return null;
  const value = literal(formula.operand);
  return value === null ? null : -value;
}
