/** What is timed: a calculation in the author's language, and the same as anyone would write it in TypeScript. */
export interface Workload {
  readonly what: string;
  /** Drawn variables as YAML flow maps. */
  readonly vars: Readonly<Record<string, string>>;
  readonly definitions: Readonly<Record<string, string>>;
  readonly answer: string;
  /** With the given values. */
  readonly plain: () => number;
}

const real = (given: number): string => `{ given: ${given}, real: [-1, 1], digits: 2, not: [0] }`;
const list = (given: readonly number[]): string =>
  `{ given: [${given.join(', ')}], real: [-1, 1], digits: 2, shape: [${given.length}] }`;
const matrix = (given: readonly (readonly number[])[]): string =>
  `{ given: ${JSON.stringify(given)}, real: [-1, 1], digits: 2, shape: [${given.length}, ${given[0]?.length}] }`;

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const dot = (a: readonly number[], b: readonly number[]): number => {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += (a[i] as number) * (b[i] as number);
  return total;
};

const net = {
  x: [1, -0.5],
  W: [
    [0.5, -0.3],
    [0.8, 0.1],
    [-0.6, 0.4],
  ],
  b: [0.1, -0.2, 0.3],
  V: [
    [0.7, -0.4, 0.2],
    [-0.5, 0.9, 0.6],
  ],
  c: [0.05, -0.1],
  target: [1, 0],
};

/** ∂L/∂W₁₁ of a 2-3-2 net with leaky ReLU and mean squared error. */
function plainNet(): number {
  const { x, W, b, V, c, target } = net;
  const z = W.map((row, i) => dot(row, x) + (b[i] as number));
  const h = z.map(value => (value > 0 ? value : 0.1 * value));
  const y = V.map((row, i) => dot(row, h) + (c[i] as number));
  const dy = y.map((value, i) => value - (target[i] as number));
  const dh = dot(
    dy,
    V.map(row => row[0] as number),
  );
  return dh * ((z[0] as number) > 0 ? 1 : 0.1) * (x[0] as number);
}

/** U weighs the input and W the state before. */
const lstm = {
  U: [0.3, 0.25, 0.01, 0.4],
  W: [-0.3, 0.3, 0.1, 0.3],
  b: [0.1, 0.05, 1, 0.2],
  x: [0.7, 0.5, 0.7],
};

/** The hidden state after three steps; blocks in the order i, f, g, o. */
function plainLstm(): number {
  let [h, c] = [0, 0];
  for (const x of lstm.x) {
    const [i, f, g, o] = lstm.U.map((u, k) => u * x + (lstm.W[k] as number) * h + (lstm.b[k] as number)) as [
      number,
      number,
      number,
      number,
    ];
    c = sigmoid(f) * c + sigmoid(i) * Math.tanh(g);
    h = sigmoid(o) * Math.tanh(c);
  }
  return h;
}

const square = (shift: number): number[][] =>
  Array.from({ length: 4 }, (_, i) =>
    Array.from({ length: 4 }, (_, j) => Math.round(100 * Math.sin(i * 4 + j + shift)) / 100),
  );
const attention = { Q: square(0), K: square(1), V: square(2) };

/** The first element of softmax(QKᵀ/√d)V. */
function plainAttention(): number {
  const { Q, K, V } = attention;
  const output = Q.map(query => {
    const scores = K.map(key => dot(query, key) / 2);
    const powers = scores.map(score => Math.exp(score - Math.max(...scores)));
    const total = powers.reduce((a, b) => a + b);
    return V.map((_, j) =>
      dot(
        powers.map(power => power / total),
        V.map(row => row[j] as number),
      ),
    );
  });
  return output[0]?.[0] as number;
}

export const workloads: readonly Workload[] = [
  {
    what: 'a count',
    vars: { C: '{ given: 32, int: [3, 256] }' },
    definitions: {},
    answer: 'conv_params(in=C, out=1, kernel=1)',
    plain: () => (32 * 1 * 1 + 1) * 1,
  },
  {
    what: 'a step of Adam',
    vars: { g: real(0.5) },
    definitions: { s: 'adam(1, g, lr=0.1)' },
    answer: 's.theta',
    plain: () => {
      const [g, beta1, beta2] = [0.5, 0.9, 0.999];
      const [m, v] = [(1 - beta1) * g, (1 - beta2) * g ** 2];
      return 1 - (0.1 * (m / (1 - beta1))) / (Math.sqrt(v / (1 - beta2)) + 1e-8);
    },
  },
  {
    what: 'a 2-3-2 network with one gradient',
    vars: {
      x: list(net.x),
      W: matrix(net.W),
      b: list(net.b),
      V: matrix(net.V),
      c: list(net.c),
      t: list(net.target),
    },
    definitions: {
      z: 'W @ x + b',
      h: 'leaky_relu(z, 0.1)',
      y: 'V @ h + c',
      L: 'mse(y, t)',
      G: 'grad(L, W)',
    },
    answer: 'G[0, 0]',
    plain: plainNet,
  },
  {
    what: 'an LSTM over three steps',
    vars: { x: list(lstm.x), W: list(lstm.W), U: list(lstm.U), b: list(lstm.b) },
    definitions: { cell: 'lstm(x, W, U, b)' },
    answer: 'cell.h[2]',
    plain: plainLstm,
  },
  {
    what: 'attention over four words',
    vars: { Q: matrix(attention.Q), K: matrix(attention.K), V: matrix(attention.V) },
    definitions: { A: 'attention(Q, K, V)' },
    answer: 'A.output[0, 0]',
    plain: plainAttention,
  },
];
