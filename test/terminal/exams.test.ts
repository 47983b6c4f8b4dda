import { expect, it } from 'vitest';
import { temporaryFolder } from '../commands/tutor.ts';
import { open, type Terminal } from './harness.ts';

const ESCAPE = '\x1b';
const LIST = 'To be taken';

/** Keys may come before that part of the program is there: they wait for it. */
async function toExams({ type, waitFor }: Terminal): Promise<void> {
  type('e');
  await waitFor(LIST);
}

it('takes exams from the home screen, comes back to their list, goes on with what was left, and ends with Ctrl-C', async () => {
  const data = temporaryFolder();
  const terminal = open({ data });
  const { type, waitFor } = terminal;
  await waitFor('Enter study');
  type('ej');
  await waitFor('▸ Deep Learning: Quiz');
  type('\r');
  await waitFor('Questions can be answered in any order');
  // Nothing has begun yet, so leaving leaves nothing behind.
  type(ESCAPE);
  await waitFor('▸ Deep Learning: Quiz');
  type(ESCAPE);
  await waitFor('Enter study');
  await toExams(terminal);
  type('j\r');
  await waitFor('Questions can be answered in any order');
  type('\r');
  await waitFor(/1\.1 \(1 of \d+\)/);
  type('\x03');
  expect((await terminal.ended).status).toBe(130);

  const later = open({ data });
  await later.waitFor('“Deep Learning: Quiz” is not finished');
  await toExams(later);
  later.type('\r');
  await later.waitFor(/1\.1 \(1 of \d+\)/);
  later.type('\x03');
  expect((await later.ended).status).toBe(130);
});
