import fc from 'fast-check';
import { expect, it } from 'vitest';
import { startHome, startSession } from '../../src/app/session.ts';
import { session } from '../app/support.ts';
import { headless } from './headless.tsx';

const sizes = fc.record({ columns: fc.integer({ min: 20, max: 220 }), rows: fc.integer({ min: 5, max: 70 }) });

// `headless` compares every cell with the frame as it was drawn, after each of these.
it.each([
  ['home', startHome(), [], ['down', 'up', '?', 'pagedown', '?']],
  ['bank', startHome(), ['browse'], ['r', 'a', 'down', 'a', 'up']],
  ['question', startSession({ kind: 'drill', topic: 'cnn' }), [], ['7', '1', '\x7f', '\x1b[D', '2']],
] as const)('leaves no cell stale, whatever the window does between keys: %s', async (_, start, actions, keys) => {
  const { machine, act } = session({ start });
  act(...actions);
  const { press, resize, screen } = await headless(machine, { columns: 80, rows: 24 });
  const steps = fc.sample(sizes, { numRuns: 25, seed: 7 });
  for (const [i, size] of steps.entries()) {
    await resize(size);
    // In a window too small to show it, a key does nothing.
    if (size.columns >= 40 && size.rows >= 12) await press(keys[i % keys.length] as string);
  }
  await resize({ columns: 80, rows: 24 });
  expect(screen()).toContain('dl-tutor');
});

it('does nothing blindly in a window that is too small, but leads out', async () => {
  const { machine, question } = session({ start: startSession({ kind: 'drill', topic: 'cnn' }) });
  const { press, resize, send, screen, until } = await headless(machine, { columns: 80, rows: 24 });
  await press('7');
  await resize({ columns: 30, rows: 24 });
  expect(screen()).toContain('40 × 12');
  send('8\r');
  send('\x1b[200~9\x1b[201~');
  await resize({ columns: 80, rows: 24 });
  expect(question().entries).toMatchObject([{ characters: ['7'] }]);
  await resize({ columns: 80, rows: 5 });
  send('\x03');
  await until(() => machine.state().over === 'interrupted');
});
