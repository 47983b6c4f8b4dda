/** Numerical linear algebra on square arrays in row-major order. Golub and Van Loan, Matrix Computations, 4th edition. */

/**
 * Solves A X = B by Gaussian elimination with partial pivoting (algorithm 3.4.1).
 *
 * @param a n × n @param b n × columns
 * @returns n × columns, or null where A is singular to working precision
 */
export function solveLinear(a: Float64Array, b: Float64Array, n: number): Float64Array | null {
  const columns = b.length / n;
  const [left, right] = [a.slice(), b.slice()];
  const scale = a.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const at = (array: Float64Array, i: number): number => array[i] as number;
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) {
      if (Math.abs(at(left, i * n + k)) > Math.abs(at(left, pivot * n + k))) pivot = i;
    }
    if (Math.abs(at(left, pivot * n + k)) <= n * Number.EPSILON * scale) return null;
    swapRows(left, n, k, pivot);
    swapRows(right, columns, k, pivot);
    for (let i = 0; i < n; i++) {
      if (i === k) continue;
      const factor = at(left, i * n + k) / at(left, k * n + k);
      if (factor === 0) continue;
      for (let j = k; j < n; j++) left[i * n + j] = at(left, i * n + j) - factor * at(left, k * n + j);
      for (let j = 0; j < columns; j++) {
        right[i * columns + j] = at(right, i * columns + j) - factor * at(right, k * columns + j);
      }
    }
  }
  return right.map((x, i) => {
    const row = Math.floor(i / columns);
    return x / at(left, row * n + row);
  });
}

function swapRows(array: Float64Array, width: number, i: number, j: number): void {
  if (i === j) return;
  const row = array.slice(i * width, (i + 1) * width);
  array.copyWithin(i * width, j * width, (j + 1) * width);
  array.set(row, j * width);
}

/** Eigenvalues in falling order; column j of `vectors` (n × n) is the unit eigenvector of the j-th. */
export interface Eigen {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

const MOST_SWEEPS = 60;

/** Of a symmetric n × n array, by cyclic Jacobi rotations (algorithm 8.5.3). */
export function symmetricEigen(a: Float64Array, n: number): Eigen {
  const m = a.slice();
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;
  const at = (i: number, j: number): number => m[i * n + j] as number;
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) off += at(p, q) ** 2;
    if (off === 0) break;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        if (Math.abs(at(p, q)) <= Number.EPSILON * 1e-2 * Math.sqrt(Math.abs(at(p, p) * at(q, q)))) {
          m[p * n + q] = 0;
          m[q * n + p] = 0;
          continue;
        }
        const theta = (at(q, q) - at(p, p)) / (2 * at(p, q));
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const c = 1 / Math.hypot(t, 1);
        rotate(m, n, p, q, c, t * c);
        rotateColumns(v, n, n, p, q, c, t * c);
      }
    }
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => at(j, j) - at(i, i));
  const values = Float64Array.from(order, i => at(i, i) + 0);
  const vectors = new Float64Array(n * n);
  order.forEach((from, to) => {
    for (let i = 0; i < n; i++) vectors[i * n + to] = v[i * n + from] as number;
  });
  return { values, vectors };
}

/** Jᵀ M J for the rotation J in the plane of axes p and q. */
function rotate(m: Float64Array, n: number, p: number, q: number, c: number, s: number): void {
  rotateColumns(m, n, n, p, q, c, s);
  for (let j = 0; j < n; j++) {
    const [x, y] = [m[p * n + j] as number, m[q * n + j] as number];
    m[p * n + j] = c * x - s * y;
    m[q * n + j] = s * x + c * y;
  }
  m[p * n + q] = 0;
  m[q * n + p] = 0;
}

/** A = U diag(σ) Vᵀ with k = min(m, n) singular values in falling order. U is m × k, V is n × k. */
export interface SingularValues {
  readonly values: Float64Array;
  readonly left: Float64Array;
  readonly right: Float64Array;
}

/** Of an m × n array with m ≥ n, by one-sided Jacobi rotations (section 8.6.3): accurate also for small values. */
export function singularValuesTall(a: Float64Array, m: number, n: number): SingularValues {
  const u = a.slice();
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;
  const dot = (p: number, q: number): number => {
    let total = 0;
    for (let i = 0; i < m; i++) total += (u[i * n + p] as number) * (u[i * n + q] as number);
    return total;
  };
  for (let sweep = 0, turned = true; turned && sweep < MOST_SWEEPS; sweep++) {
    turned = false;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        const [alpha, beta, gamma] = [dot(p, p), dot(q, q), dot(p, q)];
        if (gamma === 0 || Math.abs(gamma) <= Number.EPSILON * Math.sqrt(alpha * beta)) continue;
        turned = true;
        const zeta = (beta - alpha) / (2 * gamma);
        const t = (zeta >= 0 ? 1 : -1) / (Math.abs(zeta) + Math.hypot(zeta, 1));
        const c = 1 / Math.hypot(t, 1);
        rotateColumns(u, m, n, p, q, c, t * c);
        rotateColumns(v, n, n, p, q, c, t * c);
      }
    }
  }
  const lengths = Array.from({ length: n }, (_, j) => Math.sqrt(dot(j, j)));
  const order = lengths.map((_, j) => j).sort((i, j) => (lengths[j] as number) - (lengths[i] as number));
  const values = Float64Array.from(order, j => lengths[j] as number);
  const columnsOf = (array: Float64Array, rows: number, unit: boolean): Float64Array => {
    const sorted = new Float64Array(rows * n);
    order.forEach((from, to) => {
      const length = unit ? lengths[from] || 1 : 1;
      for (let i = 0; i < rows; i++) sorted[i * n + to] = (array[i * n + from] as number) / (length as number);
    });
    return sorted;
  };
  return { values, left: columnsOf(u, m, true), right: columnsOf(v, n, false) };
}

/** Columns p and q of an array turned in their plane. */
function rotateColumns(a: Float64Array, rows: number, width: number, p: number, q: number, c: number, s: number): void {
  for (let i = 0; i < rows; i++) {
    const [x, y] = [a[i * width + p] as number, a[i * width + q] as number];
    a[i * width + p] = c * x - s * y;
    a[i * width + q] = s * x + c * y;
  }
}
