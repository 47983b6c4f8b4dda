import fc from 'fast-check';
import type { OrderBlank, OrderKey, OrderLine } from '../../../src/answers/order/key.ts';
import type { KindCase } from '../kinds.ts';

function line(label: string, text: string, more: Partial<OrderLine> = {}): OrderLine {
  return { label, name: `line ${label}`, text, after: [], why: null, decoy: false, blank: null, ...more };
}

/** Adam in five lines and a decoy: 6 first, 2 last, 3 before 1, and 5 anywhere between. */
export const adam: OrderKey = {
  kind: 'order',
  lines: [
    line('1', '$\\hat m_t = m_t / (1 - ▢)$', {
      name: 'unbiased',
      after: ['3'],
      why: 'it corrects the moment',
      blank: { answer: '\\beta_1^t', accepts: ['beta_1^t', 'beta1**t'] },
    }),
    line('2', '$\\theta_t = \\theta_{t-1} - \\alpha \\hat m_t / \\sqrt{v_t}$', {
      name: 'step',
      after: ['1', '5'],
      why: 'it uses **both** moments',
    }),
    line('3', '$m_t = \\beta_1 m_{t-1} + (1 - \\beta_1) g_t$', { name: 'first moment', after: ['6'] }),
    line('4', '$m_t = m_{t-1} + g_t$', { name: 'no decay', decoy: true, why: 'nothing is ever forgotten' }),
    line('5', '$v_t = \\beta_2 v_{t-1} +$ ▢', {
      name: 'second moment',
      after: ['6'],
      why: 'it squares the gradient',
      blank: { answer: '$(1 - \\beta_2) g_t^2$', accepts: [] },
    }),
    line('6', '$g_t = \\nabla L(\\theta_{t-1})$', { name: 'gradient' }),
  ],
};

/** A chain: each line rests on the one before it. */
export function chain(length: number): OrderKey {
  const lines = Array.from({ length }, (_, i) =>
    line(String(i + 1), `step ${i + 1}`, { after: i === 0 ? [] : [String(i)], why: `because of ${i}` }),
  );
  return { kind: 'order', lines };
}

const blank: fc.Arbitrary<OrderBlank | null> = fc.option(
  fc.constantFrom<OrderBlank>(
    { answer: '$\\beta^2$', accepts: ['beta^2'] },
    { answer: '|x|', accepts: [] },
    { answer: '$\\frac{a}{b}$', accepts: ['a/b'] },
    { answer: 'the chain rule', accepts: ['chain rule'] },
  ),
);

/** Lines under random dependencies without a circle, some of them decoys, in random order. */
export function orderKeys(most: number, mostDecoys = 2, blanks = blank): fc.Arbitrary<OrderKey> {
  return fc
    .tuple(fc.integer({ min: 3, max: most }), fc.nat(mostDecoys), fc.double({ min: 0, max: 1, noNaN: true }))
    .chain(([genuine, decoys, density]) => {
      const count = genuine + decoys;
      return fc.record({
        places: fc.shuffledSubarray([...Array(count).keys()], { minLength: count }),
        edges: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: count ** 2, maxLength: count ** 2 }),
        blanks: fc.array(blanks, { minLength: count, maxLength: count }),
        genuine: fc.constant(genuine),
        density: fc.constant(density),
      });
    })
    .map(({ places, edges, blanks: hidden, genuine, density }) => {
      // The author's line i is shown at places[i], and rests on none but earlier ones.
      const labelOf = (i: number): string => String((places[i] as number) + 1);
      const lines = places.map((_, i) => {
        const below = places.flatMap((_, j) => (j < i && (edges[i * places.length + j] as number) < density ? j : []));
        const decoy = i >= genuine;
        const piece = hidden[i] ?? null;
        return line(labelOf(i), piece ? `text ${i} ▢` : `text ${i}`, {
          after: decoy ? [] : below.map(labelOf),
          why: `reason ${i}`,
          decoy,
          blank: piece,
        });
      });
      return { kind: 'order', lines: lines.toSorted((a, b) => Number(a.label) - Number(b.label)) };
    });
}

const labels = fc.shuffledSubarray(['1', '2', '3', '4', '5', '6', '7', '8'], { minLength: 1 });
const separator = fc.constantFrom(' ', ', ', ' > ', ' → ', '->', ';', '\n');
const fills = fc.array(
  fc.tuple(fc.nat(8), fc.constantFrom('beta^2', '|x|', 'a/b', '|', 'x: y', '3', 'β ²', '')).map(([label, text]) => {
    return ` | ${label}: ${text}`;
  }),
  { maxLength: 3 },
);

export const orderCase: KindCase<OrderKey> = {
  keys: orderKeys(8),
  replies: fc.tuple(labels, separator, fills).map(([order, between, filled]) => order.join(between) + filled.join('')),
  mistakes: [
    ['6 1 3 5 2 | 1: beta_1^t | 5: (1-beta_2) g_t^2', adam, /Line \*\*1\*\* stands before line \*\*3\*\*/],
    ['6 3 1 5 4 2', adam, /Line \*\*4\*\* does not belong: nothing is ever forgotten/],
    ['6 3 1 2', adam, /Line \*\*5\*\* is missing\./],
    ['63152', adam, /The blank of line \*\*1\*\* should read \$\\beta_1\^t\$\./],
    ['3 2 1', chain(3), /Line \*\*3\*\* stands before line \*\*2\*\*, on which it rests: because of 2/],
  ],
};
