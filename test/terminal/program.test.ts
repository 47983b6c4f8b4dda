import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Document, json, temporaryFolder } from '../commands/tutor.ts';
import { open, type Terminal } from './harness.ts';

const CONV = 'cnn/conv-1x1-params';
const TOMORROW = { TUTOR_NOW: '2026-11-21T18:00:00Z' };
const ESCAPE = '\x1b';
const MARKED = /[✓✗◐] (Right|Wrong|Partly right) /;

/** A history in which one question about a number is due tomorrow, and nothing else when no new ones are asked for. */
async function withOneDue(): Promise<string> {
  const folder = temporaryFolder();
  await json(['review', CONV, '--seed', '1', '--reply', '-1'], folder);
  return folder;
}

/** A page asks for its own key. */
const ASKED = /(?:Enter|Ctrl-D) again/;

/** What the corner says while a question is shown, and not while its mark is. */
const left = (count: number): RegExp => new RegExp(`${count} (?:left|to repeat), .* *$`, 'm');
/** Any question of a session; a mark says how many are left after it. */
const ASKING = { test: (now: string): boolean => /\d+ (?:left|to repeat), /.test(now) && !MARKED.test(now) };

/** Leaves every part of the question on the screen unanswered. */
async function giveUp({ type, waitFor, screen }: Terminal): Promise<string> {
  while (!MARKED.test(screen())) {
    // On a page Enter is a new line.
    const done = screen().includes('Ctrl-D hand in') ? '\x04' : '\r';
    type(done);
    await waitFor(ASKED);
    type(done);
    await waitFor({ test: now => !ASKED.test(now) });
  }
  return screen();
}

it('opens at home, in the alternate screen, and leaves with q', async () => {
  const terminal = open({ data: temporaryFolder() });
  const home = await terminal.waitFor('q leave');
  expect(home).toMatch(/dl-tutor {2}Home[\s\S]*0 due, 5 new for today[\s\S]*▸ activations/);
  expect(terminal.raw()).toContain('\x1b[?1049h');
  terminal.type('q');
  expect(await terminal.ended).toEqual({ status: 0, signal: 0 });
  expect(terminal.raw()).toContain('\x1b[?1049l');
});

it('shows at once what it reckons, and loses no key that is typed before it has', async () => {
  const terminal = open({ data: temporaryFolder() });
  await terminal.waitFor('q leave');
  terminal.type('p++');
  await terminal.waitFor(/, 30 minutes a day[\s\S]*Expected score/);
  const raw = terminal.raw();
  expect(raw.indexOf('Reckoning')).toBeGreaterThan(0);
  expect(raw.indexOf('Reckoning')).toBeLessThan(raw.indexOf('Expected score'));
  terminal.type('qq');
  expect(await terminal.ended).toEqual({ status: 0, signal: 0 });
});

it('takes a number, marks it, rates it as the student says, and goes on', async () => {
  const data = await withOneDue();
  const terminal = open({ args: ['study', '--new', '0'], data, variables: TOMORROW });
  const asked = await terminal.waitFor(left(1));
  const [, channels] = /(?:\d+ × )(\d+) × \d+ × \d+/.exec(asked.replaceAll(/\s+/g, ' ')) as RegExpExecArray;
  terminal.type(`${channels}+1`);
  await terminal.waitFor(`read as ${Number(channels) + 1}`);
  terminal.type('\r');
  expect(await terminal.waitFor(MARKED)).toMatch(/✓ Right {2}2 of 2 credits[\s\S]*▸3 good/);
  terminal.type('4');
  expect(await terminal.waitFor('summary')).toMatch(/1 answered, 1 right[\s\S]*✓ easy +in 4 days +Parameters/);
  terminal.type('\r');
  expect((await terminal.ended).status).toBe(0);
  const { reviews } = await json(['history'], data);
  expect(reviews.map(({ rating, mode }: Document) => [rating, mode])).toEqual([
    ['easy', 'study'],
    ['again', 'study'],
  ]);
});

it('asks again what was not known, with other numbers, and moves the schedule once', async () => {
  const data = await withOneDue();
  const terminal = open({ args: ['study', '--new', '0'], data, variables: TOMORROW });
  const first = await terminal.waitFor(left(1));
  terminal.type('-1\r');
  expect(await terminal.waitFor(MARKED)).toMatch(/✗ Wrong[\s\S]*▸1 again/);
  terminal.type('\r');
  const second = await terminal.waitFor(ASKING);
  expect(second).not.toBe(first);
  const [, channels] = /(?:\d+ × )(\d+) × \d+ × \d+/.exec(second.replaceAll(/\s+/g, ' ')) as RegExpExecArray;
  terminal.type(`${channels}+1\r`);
  expect(await terminal.waitFor(MARKED)).toMatch(/✓ Right[\s\S]*Practice: the schedule stays as it is/);
  terminal.type('\r');
  expect(await terminal.waitFor('summary')).toMatch(/2 answered, 1 right/);
  const { reviews } = await json(['history'], data);
  expect(reviews.map(({ rating, mode }: Document) => [rating, mode])).toEqual([
    [null, 'practice'],
    ['again', 'study'],
    ['again', 'study'],
  ]);
});

it('plans for an exam, tries other minutes, and from then on the home screen tells of it', async () => {
  const data = temporaryFolder();
  const terminal = open({ data, variables: TOMORROW });
  await terminal.waitFor('q leave');
  terminal.type('p');
  await terminal.waitFor('42 days, 20 minutes a day');
  terminal.type('+');
  await terminal.waitFor('42 days, 25 minutes a day');
  terminal.type('\r');
  await terminal.waitFor('This plan is in force');
  terminal.type('q');
  expect(await terminal.waitFor('Home')).toMatch(/Exam in 42 days: expected \d+ % \(\d+–\d+\)/);
  terminal.type('q');
  expect((await terminal.ended).status).toBe(0);
  const { exam, minutes } = await json(['plan'], data, TOMORROW);
  expect([exam, minutes]).toEqual(['2027-01-02', 25]);
});

it('shows an old answer as it was, takes it back and puts it back', async () => {
  const data = await withOneDue();
  const terminal = open({ data, variables: TOMORROW });
  await terminal.waitFor('q leave');
  terminal.type('H');
  await terminal.waitFor(/History[\s\S]*again +Parameters/);
  terminal.type('\r');
  expect(await terminal.waitFor('An old answer')).toMatch(/✗ Wrong/);
  terminal.type('u');
  await terminal.waitFor(/[Tt]aken back/);
  const undone = async (): Promise<boolean> => (await json(['history'], data)).reviews[0].undone;
  expect(await undone()).toBe(true);
  terminal.type('u');
  await terminal.waitFor(/[Pp]ut back/);
  expect(await undone()).toBe(false);
  terminal.type('\x03');
  expect((await terminal.ended).status).toBe(130);
});

it('loses nothing when it is killed: five answers are there, and the sixth question comes up with the same numbers', async () => {
  const data = temporaryFolder();
  const first = open({ args: ['study'], data });
  for (let count = 0; count < 5; count++) {
    await first.waitFor(ASKING);
    await giveUp(first);
    first.type('\r');
  }
  const sixth = await first.waitFor(ASKING);
  first.kill('SIGKILL');
  await first.ended;
  expect((await json(['history'], data)).reviews).toHaveLength(5);
  const again = open({ args: ['study'], data });
  expect(await again.waitFor(ASKING)).toBe(sixth);
});

describe('Ctrl-C', () => {
  it('restores the terminal and exits with 130, with everything answered saved', async () => {
    const data = temporaryFolder();
    const terminal = open({ args: ['study'], data });
    await terminal.waitFor(left(5));
    await giveUp(terminal);
    terminal.type('\x03');
    expect(await terminal.ended).toEqual({ status: 130, signal: 0 });
    const raw = terminal.raw();
    expect(raw.lastIndexOf('\x1b[?1049l')).toBeGreaterThan(raw.lastIndexOf('\x1b[?1049h'));
    expect(raw.lastIndexOf('\x1b[?25h')).toBeGreaterThan(raw.lastIndexOf('\x1b[?25l'));
    expect(terminal.screen()).toMatch(/^1 answered, 0 right,(?: 1 self-marked,)? in \d+:\d\d\. All of it is saved\.\n/);
    expect((await json(['history'], data)).reviews).toHaveLength(1);
  });

  it('leaves from a window that is too small', async () => {
    const terminal = open({ data: temporaryFolder(), columns: 40, rows: 10 });
    expect(await terminal.waitFor('Ctrl-C leaves')).toMatch(/This window has 40 × 10 cells\.\nThe tutor needs 40 × 12/);
    terminal.type('\x03');
    expect((await terminal.ended).status).toBe(130);
  });
});

it('drills other numbers each time, and never moves the schedule', async () => {
  const data = temporaryFolder();
  const terminal = open({ args: ['drill', CONV], data });
  let last = '';
  for (let i = 0; i < 4; i++) {
    const asked = await terminal.waitFor({ test: now => now.includes('▸ Answer:') && !MARKED.test(now) });
    expect(asked).not.toBe(last);
    last = asked;
    terminal.type('1\r');
    expect(await terminal.waitFor(MARKED)).toContain('the schedule stays as it is');
    terminal.type(' ');
  }
  await terminal.waitFor('▸ Answer:');
  terminal.type('q');
  expect((await terminal.ended).status).toBe(0);
  const { reviews } = await json(['history'], data);
  expect(reviews.map(({ mode, rating }: Document) => [mode, rating])).toEqual(Array(4).fill(['drill', null]));
  expect((await json(['due'], data, TOMORROW)).due).toBe(0);
});

it('follows the window when it is resized in mid-session, and keeps the draft', async () => {
  const terminal = open({ args: ['drill', CONV], data: temporaryFolder() });
  await terminal.waitFor('▸ Answer:');
  terminal.type('12');
  await terminal.waitFor('▸ Answer: 12');
  for (const [columns, rows] of [
    [120, 40],
    [60, 15],
    [80, 24],
  ] as const) {
    terminal.resize(columns, rows);
    const rule = '─'.repeat(Math.min(columns, 100));
    const shown = await terminal.waitFor({
      test: now => now.split('\n')[1] === rule && now.split('\n').at(-1)?.startsWith(' Enter answer') === true,
    });
    expect(shown).toContain('▸ Answer: 12');
    expect(shown.split('\n').filter(line => line.startsWith('──'))).toEqual([rule]);
  }
});

describe('colours', () => {
  const COLOUR = new RegExp(`${ESCAPE}\\[(?:3\\d|9\\d|38;[\\d;]*)m`);

  it('are there', async () => {
    const terminal = open({ data: temporaryFolder() });
    await terminal.waitFor('q leave');
    expect(terminal.raw()).toMatch(COLOUR);
  });

  it('are not there with NO_COLOR', async () => {
    const terminal = open({ data: temporaryFolder(), variables: { NO_COLOR: '1', FORCE_COLOR: '3' } });
    await terminal.waitFor('q leave');
    terminal.type('\r');
    await terminal.waitFor(left(5));
    expect(terminal.raw()).not.toMatch(COLOUR);
  });
});

it('prints the plain summary on a dumb terminal', async () => {
  const terminal = open({ data: temporaryFolder(), variables: { TERM: 'dumb' } });
  expect((await terminal.ended).status).toBe(0);
  expect(terminal.raw()).toMatch(/^dl-tutor: 0 due, 5 new today/);
  expect(terminal.raw()).not.toContain('\x1b');
});

it('explains a history that cannot be opened, outside the alternate screen and with status 1', async () => {
  const data = temporaryFolder();
  writeFileSync(join(data, 'tutor.db'), 'no database at all, '.repeat(100));
  const terminal = open({ data });
  expect((await terminal.ended).status).toBe(1);
  expect(terminal.screen().replaceAll('\n', ' ')).toMatch(/^tutor: .*is not a database/);
});
