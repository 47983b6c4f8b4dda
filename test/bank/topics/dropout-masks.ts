/** Linear regressions whose expected loss is taken over every mask, and whose minimum is found from values alone. */

export type Row = readonly number[];
export type Matrix = readonly Row[];

export const dot = (a: Row, b: Row): number => a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);
export const columnOf = (X: Matrix, j: number): Row => X.map(row => row[j] as number);
export const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

export interface Mask {
  readonly probability: number;
  readonly kept: Row;
}

/** Every mask of so many entries, the first entry being the slowest to change. */
export function masksOf(entries: number, p: number): Mask[] {
  return range(2 ** entries).map(code => {
    const kept = range(entries).map(i => 1 - ((code >> (entries - 1 - i)) & 1));
    return { kept, probability: kept.reduce((product, r) => product * (r === 1 ? p : 1 - p), 1) };
  });
}

/** Of anything that depends on the mask of an n × d matrix. */
export function expected(X: Matrix, p: number, of: (dropped: Matrix) => number): number {
  const d = (X[0] as Row).length;
  return masksOf(X.length * d, p).reduce((sum, { probability, kept }) => {
    const dropped = X.map((row, i) => row.map((x, j) => x * (kept[i * d + j] as number)));
    return sum + probability * of(dropped);
  }, 0);
}

export const squaredError = (X: Matrix, y: Row, w: Row): number =>
  X.reduce((sum, row, i) => sum + ((y[i] as number) - dot(row, w)) ** 2, 0);

export const dropoutLoss = (X: Matrix, y: Row, w: Row, p: number): number =>
  expected(X, p, dropped => squaredError(dropped, y, w));

export const ridgeLoss = (X: Matrix, y: Row, w: Row, lambda: number): number =>
  squaredError(X, y, w) + lambda * dot(w, w);

/** The lowest point of a quadratic function of two numbers, from its values at six points. */
export function lowestOf(f: (x: number, y: number) => number): Row {
  const origin = f(0, 0);
  const [a, b] = [(f(1, 0) + f(-1, 0)) / 2 - origin, (f(0, 1) + f(0, -1)) / 2 - origin];
  const [d, e] = [(f(1, 0) - f(-1, 0)) / 2, (f(0, 1) - f(0, -1)) / 2];
  const c = f(1, 1) - origin - a - b - d - e;
  const determinant = 4 * a * b - c * c;
  return [(c * e - 2 * b * d) / determinant, (c * d - 2 * a * e) / determinant];
}
