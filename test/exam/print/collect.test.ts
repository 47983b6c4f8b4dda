import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { collector } from '../../../src/exam/print/collect.ts';

test('what nobody holds is gone at the next turn', async () => {
  const collect = collector();
  const held = { paper: 'A' };
  const refs = [new WeakRef(held), new WeakRef({ paper: 'B' })];
  // A reference that was just made is kept until the turn ends.
  await setImmediate();
  collect();
  expect(refs.map(ref => ref.deref())).toEqual([held, undefined]);
});
