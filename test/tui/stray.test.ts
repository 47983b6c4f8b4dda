import { expect, it } from 'vitest';
import { open } from './gallery.ts';
import { headless } from './headless.tsx';

const SAID = 'There is no option z: the options are a to';

it('says below a question, once, that no option bears a letter', async () => {
  const { screen, press } = await headless(open('pairs').machine, { columns: 80, rows: 24 });
  await press('z');
  expect(screen()).toContain(SAID);
  await press('z');
  expect(screen().split(SAID)).toHaveLength(2);
  await press('a');
  expect(screen()).not.toContain(SAID);
});

it('says it to listeners, too', async () => {
  const { screen, press } = await headless(open('pairs').machine, { columns: 80, rows: 24 }, { reader: true });
  await press('z', 'z');
  expect(screen()).toContain(SAID);
});
