import { expect, test } from 'vitest';
import { makeVariant } from '../../src/bank/variant.ts';
import { template } from './support.ts';

const FRONT = `vars:
  x: { given: 2, int: [-1, 1] }
let:
  y: relu(x)
  g: grad(y, x)
answer: { number: g }`;

test('a draw whose gradient lies at a kink is rejected, also where the gradient has a name', () => {
  const question = template(FRONT);
  const drawn = Array.from({ length: 60 }, (_, seed) => makeVariant(question, seed).vars.x);
  expect(new Set(drawn)).toEqual(new Set([-1, 1]));
});
