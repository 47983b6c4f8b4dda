import fc from 'fast-check';
import type { Values } from './same.ts';

/** For all numbers, not only for those of the fixtures. */
export function always(values: fc.Arbitrary<Values>, check: (values: Values) => void, numRuns = 25): void {
  fc.assert(fc.property(values, check), { numRuns });
}
