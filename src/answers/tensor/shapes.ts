import { type Shape, sizeOf } from '../../compute/tensor.ts';

/** Which shapes a reply may have. */

const squeezed = (shape: Shape): Shape => shape.filter(side => side !== 1);

/** A list of numbers, whether it is written as a row or as a column. */
export function isVector(shape: Shape): boolean {
  return squeezed(shape).length <= 1;
}

/** Sides of length 1 say nothing: rows and columns are alike where a vector is wanted. */
export function fits(found: Shape, wanted: Shape): boolean {
  const [a, b] = [squeezed(found), squeezed(wanted)];
  return a.length === b.length && a.every((side, axis) => side === b[axis]);
}

const written = (shape: Shape): string => shape.join('×');

/** Of a cell, counted from 0 row by row: its places along the sides, from 1 as on paper. */
export function indices(cell: number, shape: Shape): readonly number[] {
  return shape.map((length, axis) => (Math.floor(cell / sizeOf(shape.slice(axis + 1))) % length) + 1);
}

/** `this is 2×3, and 3×2 is wanted` */
export function misfit(found: Shape, wanted: Shape): string {
  const [has, needs] = [sizeOf(found), sizeOf(wanted)];
  if (isVector(wanted)) {
    const verb = needs === 1 ? 'one is' : `${needs} are`;
    if (isVector(found)) return `${has === 1 ? 'this is one number' : `these are ${has} numbers`}, and ${verb} wanted`;
    return `this is ${written(found)}, and ${needs === 1 ? 'a single number is' : `a list of ${needs} numbers is`} wanted`;
  }
  const what = has === 1 ? 'a single number' : written(found);
  return `this is ${what}, and ${written(wanted)} is wanted${advice(found, wanted)}`;
}

function advice(found: Shape, wanted: Shape): string {
  if (sizeOf(found) !== sizeOf(wanted)) return '';
  if (fits([...found].reverse(), wanted)) return ': its transpose would fit';
  return wanted.length === 2 ? ': write a ; between the rows' : ': put each part in brackets of its own';
}
