import { expect, it } from 'vitest';
import { json, temporaryFolder, tutor } from '../commands/tutor.ts';
import { open, type Terminal } from './harness.ts';

const ENTER = '\r';
/** The clock goes as it does. */
const CLOCK = { TUTOR_NOW: '' };

it('takes an exam that is killed in the middle: nothing is lost, and the clock runs on', async () => {
  const data = temporaryFolder();
  const args = ['exam', 'take', 'quiz', '--seed', '7'];
  const begin = open({ args, data, variables: CLOCK });
  const start = await begin.waitFor('Enter begin');
  expect(start).toMatch(/20 minutes, [\d.]+ credits, \d+ questions/);
  expect(start).toMatch(/Expected: \d+ of [\d.]+ credits, 9 in 10 such exams between \d+ and \d+/);
  begin.type(ENTER);
  await begin.waitFor(/1\.1 \(1 of \d+\) .*\d+:\d\d left/);
  begin.type('\x1bm');
  await begin.waitFor('· flagged');
  // All questions are gone through, and the first option of each that has some is ticked.
  begin.type('a\x1bn');
  await begin.waitFor(/1\.2 \(2 of/);
  begin.type('\x1bo');
  await begin.waitFor(/▸ 1\.2/);
  // Time must go by before it is told.
  await begin.waitFor(/19:5\d left/);
  begin.kill('SIGKILL');
  expect((await begin.ended).signal).toBe(9);

  expect((await tutor(['exam', 'take'], data, CLOCK)).status).toBe(1);
  const other = open({ args, data, variables: CLOCK });
  await other.ended;
  expect(other.screen()).toContain('is not finished');

  const again = open({ args: ['exam', 'take'], data, variables: CLOCK, columns: 40, rows: 12 });
  await again.waitFor(/A · 1\.2 \(2\/\d+\) +19:\d\d\n[\s\S]*The exam goes on/);
  again.resize(100, 30);
  again.type('\x1bo');
  expect(await again.waitFor('· overview')).toMatch(/1\.1 +(?:answered|begun|unreadable) +flag /);
  again.type('h');
  await again.waitFor(/Empty: 1\.2.*[\s\S]*Flagged: 1\.1/);
  again.type(ENTER);
  await through(again);
  again.type(ENTER);
  await again.waitFor('· answers');
  again.type(ENTER);
  await again.waitFor(/(?:Right|Wrong|Partly right) {2}\d/);
  again.type('qqq');
  expect((await again.ended).status).toBe(0);
  expect(again.raw()).toMatch(/of \d+ credits, not passed\. All of it is saved/);
  const { reviews } = await json(['history'], data, CLOCK);
  expect(reviews.map(({ mode }: { mode: string }) => mode)).toEqual(['study']);
});

/** Written answers, if the exam has some, are judged before the report. */
async function through(terminal: Terminal): Promise<void> {
  await terminal.waitFor(/· report|mark yourself/);
  while (terminal.screen().includes('mark yourself')) {
    terminal.type(ENTER);
    await terminal.waitFor(/· report|mark yourself/);
  }
  await terminal.waitFor('Not passed');
}
