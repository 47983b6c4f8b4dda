import { describe, expect, it } from 'vitest';
import { startHome } from '../../src/app/session.ts';
import { makeVariant } from '../../src/bank/variant.ts';
import { columns } from '../../src/notation/columns.ts';
import { frame } from '../../src/tui/frame.ts';
import { textOf } from '../../src/tui/styled.ts';
import type { Size } from '../../src/tui/view.ts';
import { answerTo } from '../app/history-support.ts';
import { fixture, kindFixtures, type Session, session, ZONE } from '../app/support.ts';
import { headless } from './headless.tsx';

const SIZES: readonly Size[] = [
  { columns: 80, rows: 24 },
  { columns: 200, rows: 60 },
  { columns: 40, rows: 12 },
];
const NORMAL: Size = { columns: 80, rows: 24 };
const SMALL: Size = { columns: 40, rows: 12 };
const LARGE: Size = { columns: 150, rows: 60 };

const drawn = (walk: Session, size: Size): readonly string[] =>
  frame(walk.state(), size, ZONE).lines.map(line => textOf(line).trimEnd());
const shown = (walk: Session, size: Size): string => drawn(walk, size).join('\n').trimEnd();

/** Three answers, one of them taken back, one marked again. */
function history(): Session {
  const walk = session({ start: startHome() });
  const record = (id: string, seed: number, reply: readonly string[], minute: number): string => {
    const template = fixture(id);
    const at = new Date(`2026-11-20T18:${minute}:00Z`);
    return walk.store.record(answerTo(makeVariant(template, seed), reply, { at, recall: 0.873 }), template).id;
  };
  const first = record('cnn/filter-weights', 5, ['392'], 10);
  const second = record('optimization/any-right', 5, ['a,b'], 20);
  record('losses/two-steps', 5, ['3', '9'], 30);
  walk.store.correct(first, {
    kind: 'remark',
    remark: { hash: 'feedfacefeedface', credit: 1, mark: { credit: 1, parts: [] }, rating: 'good' },
  });
  walk.store.correct(second, { kind: 'undo' });
  walk.act('history');
  return walk;
}

describe('the list', () => {
  it('says of each answer when, how and what, in a window of common size', () => {
    expect(shown(history(), NORMAL)).toMatchInlineSnapshot(`
      " dl-tutor  History                                                       1 of 3
      ────────────────────────────────────────────────────────────────────────────────
       ▸ ◐ 2026-11-20 19:30  again       A sum and its square
         ✗ 2026-11-20 19:20  taken back  True of momentum
         ✓ 2026-11-20 19:10  good        Weights of a filter  (marked again)


















       Enter open   / search   u take back or put back   r try again   ? help   q back"
    `);
  });

  it('shows beside it what was asked and answered under the cursor, in a wide window', () => {
    const walk = history();
    expect(shown(walk, LARGE)).toMatch(/│ What you answered[\s\S]*│ .*3[\s\S]*│ .*9/);
    walk.act('down', 'down');
    expect(shown(walk, LARGE)).toMatch(/│ What you answered\s+│ .*392/);
    expect(shown(walk, NORMAL)).not.toContain('What you answered');
  });

  it('leaves out the time of day where there is little room', () => {
    expect(shown(history(), SMALL)).toMatchInlineSnapshot(`
      " dl-tutor  History               1 of 3
      ────────────────────────────────────────
       ▸ ◐ 11-20 again      A sum and its sq…
         ✗ 11-20 taken back True of momentum
         ✓ 11-20 good       Weights of a fil…






       Enter open   / search   ? help   q back"
    `);
  });

  it.each(SIZES)('fits $columns × $rows, whatever is under the cursor', size => {
    const walk = session({ start: startHome() });
    const template = fixture('cnn/filter-weights');
    for (let seed = 0; seed < 70; seed++) {
      walk.store.record(answerTo(makeVariant(template, seed), ['1'], { mode: 'drill', rating: null }), template);
    }
    walk.act('history');
    for (let i = 0; i < 70; i++) {
      const lines = drawn(walk, size);
      expect(lines).toHaveLength(size.rows);
      for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(size.columns);
      expect(lines.filter(line => line.includes('▸'))).toHaveLength(1);
      expect(lines.some(line => line.includes('more lines'))).toBe(false);
      walk.act('down');
    }
    walk.act('search');
    walk.type('a long search that has no end '.repeat(20));
    expect(drawn(walk, size)).toHaveLength(size.rows);
    for (const line of drawn(walk, size)) expect(columns(line)).toBeLessThanOrEqual(size.columns);
  });

  it('shows the search that is typed, and what it found', () => {
    const walk = history();
    walk.act('search');
    walk.type('wei');
    expect(shown(walk, NORMAL)).toMatch(/Search: wei/);
    expect(shown(walk, NORMAL)).not.toMatch(/▸/);
    walk.act('submit');
    expect(shown(walk, NORMAL)).toMatch(/History · “wei” .*1 of 1\n/);
    walk.act('search');
    walk.type('no such thing');
    walk.act('submit');
    expect(shown(walk, NORMAL)).toMatch(/No question, reply or recognised mistake has “no such thing” in it/);
  });

  it('says what there is before the first answer', () => {
    const walk = session({ start: startHome() });
    walk.act('history');
    expect(shown(walk, NORMAL)).toMatch(/There are no answers yet/);
  });
});

describe('an old answer', () => {
  it('is drawn as its mark was, with what is known of it', () => {
    const walk = history();
    walk.act('down', 'down', 'open');
    expect(shown(walk, LARGE)).toMatchInlineSnapshot(`
      " dl-tutor  An old answer                                                                                                           cnn/filter-weights
      ────────────────────────────────────────────────────────────────────────────────────────────────────┬─────────────────────────────────────────────────
       Weights of a filter                                                                                │ What was stored
       ✗ Wrong  0 of 2 credits                                                                            │ answered   2026-11-20 19:10, Europe/Berlin
                                                                                                          │ mode       study
       A convolution reads 16 channels. How many parameters, bias included, has one of its 7 × 7 filters? │ rating     again, now good
                                                                                                          │ next due   3 days later, on 2026-11-23
       ✗ 392 — right is 785                                                                               │            (stability 2.31 days)
                                                                                                          │ predicted  87 % recall
       Solution                                                                                           │ time       1:01
       One weight for each position and channel, and one bias.                                            │ variant    seed 5
                                                                                                          │ question   cnn/filter-weights
       Every filter spans all input channels and has one bias:                                            │ version    50ef67233273
                                                                                                          │ device     07070707-0707-4707-8707-070707070707
         P = C · K² + 1 = 16 · 7² + 1 = 785                                                               │ review     01a1fa1d-8100-7070-9c1c-1f0707070707
                                                                                                          │
                                                                                                          │ What became of it
                                                                                                          │ 2026-11-20 19:00: marked again by version
                                                                                                          │ feedfacefeed: 0 % → 100 %, again → good
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │
                                                                                                          │

       r try again   u take back or put back   s step by step   ? help   q back"
    `);
  });

  it('is drawn of what was stored where the program makes something else of it today', () => {
    const walk = session({ start: startHome() });
    const template = fixture('cnn/filter-weights');
    walk.store.record({ ...answerTo(makeVariant(template, 5), ['392']), key: { a: 400 } }, template);
    walk.act('history', 'open');
    const text = shown(walk, LARGE);
    expect(text).toMatch(/The program computes another key today/);
    expect(text).toMatch(/✗ 392 — the key was 400/);
    expect(text).not.toMatch(/Solution/);
    expect(text).toMatch(/numbers +C = 16, K = 7/);
  });

  it('is drawn of what was stored where its question is not kept', () => {
    const walk = session({ start: startHome() });
    const row = answerTo(makeVariant(fixture('cnn/filter-weights'), 5), ['392'], { question: 'gone/away' });
    walk.store.record(row, null);
    walk.act('history', 'open');
    expect(shown(walk, LARGE)).toMatch(/The question as it was is not kept here/);
    expect(shown(walk, LARGE)).toMatch(/392 — the key was 785/);
  });

  it.each(SIZES)('of any kind fits $columns × $rows and can be read to its end', size => {
    for (const template of kindFixtures()) {
      const walk = session({ start: startHome(), templates: [template] });
      const variant = makeVariant(template, 5);
      walk.store.record(
        answerTo(
          variant,
          variant.parts.map(() => ''),
        ),
        template,
      );
      walk.act('history', 'open');
      const { furthest } = frame(walk.state(), size, ZONE);
      walk.machine.dispatch({ type: 'scroll', to: furthest, furthest });
      const lines = drawn(walk, size);
      expect(lines).toHaveLength(size.rows);
      for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(size.columns);
      expect(lines.join('\n')).toMatch(/review {2}/);
    }
  });
});

describe('by ear', () => {
  it('is heard row by row, and an answer in sentences', async () => {
    const walk = history();
    const { screen, press } = await headless(walk.machine, LARGE, { reader: true });
    await press('j', 'u', '/', 'wei', 'enter', 'enter');
    expect(screen().trimEnd()).toMatchInlineSnapshot(`
      "dl-tutor, History, 1 of 3
      current: partly right: A sum and its square, again, 2026-11-20 19:30
      wrong: True of momentum, taken back, 2026-11-20 19:20
      right: Weights of a filter, good, marked again, 2026-11-20 19:10
      Keys: Enter open, Up or Down move, slash search, u take back or put back, r try again, question mark help, q back.
      In force again: True of momentum. It is due on 2026-11-21.
      Enter looks for it in all answers.
      Keys now: Enter search, Escape no search, Alt-question mark help.
      dl-tutor, History, “wei”, 1 of 1
      current: right: Weights of a filter, good, marked again, 2026-11-20 19:10
      Keys: Enter open, Up or Down move, slash search, u take back or put back, r try again, question mark help, q back.
      dl-tutor, An old answer, cnn/filter-weights
      Weights of a filter
      Wrong, 0 of 2 credits
      A convolution reads 16 channels. How many parameters, bias included, has one of its 7 by 7 filters?
      wrong: 392 — right is 785
      Solution
      One weight for each position and channel, and one bias.
      Every filter spans all input channels and has one bias:
      P equals C times K squared plus 1 equals 16 times 7 squared plus 1 equals 785
      What was stored
      answered, 2026-11-20 19:10, Europe/Berlin
      mode, study
      rating, again, now good
      next due, 3 days later, on 2026-11-23 (stability 2.31 days)
      predicted, 87 % recall
      time, 1:01
      variant, seed 5
      question, cnn/filter-weights
      version, 50ef67233273
      device, 07070707-0707-4707-8707-070707070707
      review, 01a1fa1d-8100-7070-9c1c-1f0707070707
      What became of it
      2026-11-20 19:00: marked again by version feedfacefeed: 0 % to 100 %, again to good
      Keys: r try again, u take back or put back, s step by step, question mark help, q back."
    `);
  });
});

it('is walked through by its keys', async () => {
  const walk = session({ start: startHome() });
  const { screen, press } = await headless(walk.machine, NORMAL);
  await press('s');
  walk.answer('wrong');
  await press('q', 'h');
  expect(screen()).toMatch(/History .*1 of 1/);
  await press('u');
  expect(screen()).toMatch(/taken back/);
  expect(screen()).toMatch(/It counts as new again/);
  await press('u', 'enter');
  expect(screen()).toMatch(/An old answer/);
  await press('G', 'g', 'r');
  expect(screen()).toMatch(/Tried again/);
  await press('\x1b');
  expect(screen()).toMatch(/History/);
  await press('/', 'zzz', 'enter');
  expect(screen()).toMatch(/No question, reply or recognised mistake has “zzz” in it/);
  await press('\x1b', '\x1b');
  expect(screen()).toMatch(/Home/);
});
