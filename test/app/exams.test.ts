import { describe, expect, it } from 'vitest';
import type { ExamsScreen, WantedExam } from '../../src/app/exams/state.ts';
import { rowWanted } from '../../src/app/exams/wanted.ts';
import { startAtExams } from '../../src/app/session.ts';
import type { Context } from '../../src/commands/context.ts';
import { runErrand } from '../../src/commands/effects/exams.ts';
import { frame } from '../../src/tui/frame.ts';
import { textOf } from '../../src/tui/styled.ts';
import { open } from '../tui/gallery.ts';
import { onScreen, type Session, session, ZONE } from './support.ts';

const exams = (walk: Session): ExamsScreen => onScreen(walk.state(), 'exams');
const kinds = (walk: Session): string[] => exams(walk).rows.map(({ kind }) => kind);
const shot = (walk: Session, columns = 80, rows = 40): string =>
  frame(walk.state(), { columns, rows }, ZONE)
    .lines.map(line => textOf(line).trimEnd())
    .join('\n');

describe('the list of exams', () => {
  it('has what is not finished first, then what can be taken, then what was taken', () => {
    expect(kinds(open('exams with one that is not finished'))).toEqual(['unfinished', 'blueprint', 'broken', 'taken']);
  });

  it('tells of each what it is worth, how long it takes and what came of it', () => {
    const text = shot(open('exams'));
    expect(text).toMatch(/Deep learning: Mock +8 +20 +3$/m);
    expect(text).toMatch(/wrong +cannot be used$/m);
    expect(text).toMatch(/2026-11-20.*5 of 8 +63 % +passed +30–80 inside$/m);
    expect(text).toMatch(/5 of 8 +63 % +passed +70–90 outside$/m);
    expect(text).toMatch(/5 of 8 +63 % +passed +none$/m);
  });

  it('tells below it, or beside it, what the one under the cursor is made of', () => {
    const walk = open('exams, at one that can be taken');
    expect(shot(walk)).toMatch(/^ 1 {2}Numbers +2 questions +6 cr$/m);
    expect(shot(walk, 160)).toMatch(/│ 2 {2}Ticks +1 question +2 cr$/m);
    expect(shot(walk)).toContain('Topics of such an exam: cnn, losses, optimization.');
  });

  it('says what to expect when it is asked for', () => {
    const walk = open('exams, at one that can be taken');
    expect(shot(walk)).not.toContain('Expected today');
    walk.act('expect');
    expect(shot(walk)).toMatch(/Expected today: \d of 8 credits, 9 such exams in 10 between \d and \d\./);
  });

  it('says why a blueprint cannot be used, and takes none of it', () => {
    const walk = open('exams, at one that cannot be used');
    walk.act('open');
    expect(walk.state().notice).toMatch(/wrong\.yaml:\d+.*cnn\/gone/s);
    expect(walk.state()).toMatchObject({ over: null, errand: null });
  });
});

describe('Enter', () => {
  it('takes an exam, outside of these screens', () => {
    const walk = open('exams, at one that can be taken');
    walk.act('open');
    expect(walk.state()).toMatchObject({ over: 'left', errand: { kind: 'take-exam', blueprint: 'mock' } });
  });

  it('goes on with the one that is not finished, and begins no other beside it', () => {
    const walk = open('exams with one that is not finished');
    walk.act('down', 'open');
    expect(walk.state()).toMatchObject({ over: null, errand: null });
    expect(walk.state().notice).toContain('is not finished: go on with it, or throw it away (x)');
    walk.act('up', 'open');
    const { id } = walk.store.exams.open() ?? {};
    expect(walk.state()).toMatchObject({ over: 'left', errand: { kind: 'go-on-with-exam', attempt: id } });
  });

  it('shows the report of one that was taken, and Esc the list where it was', () => {
    const walk = open('report of an exam');
    expect(shot(walk).replaceAll(/\s+/g, ' ')).toMatch(
      /5 of 8 credits, 63 %\..*2 of 3 questions answered.*the result lies inside/,
    );
    walk.act('back');
    expect(exams(walk)).toMatchObject({ report: null, row: 2 });
    walk.act('back');
    expect(walk.state().screen?.name).toBe('home');
  });
});

describe('throwing an exam away', () => {
  it('takes the same key twice', () => {
    const walk = open('exams, about to throw one away');
    expect(walk.state().notice).toContain('All answers of “Deep learning: Mock” would be gone for good.');
    expect(walk.store.exams.attempts()).toHaveLength(1);
    walk.act('drop-exam');
    expect(walk.store.exams.attempts()).toEqual([]);
    expect(kinds(walk)).toEqual(['blueprint', 'broken']);
    expect(walk.state().notice).toBe('Thrown away: Deep learning: Mock.');
  });

  it('is given up by any other key', () => {
    const walk = open('exams, about to throw one away');
    walk.act('down', 'up', 'drop-exam');
    expect(walk.store.exams.attempts()).toHaveLength(1);
  });
});

it('tells after it why an exam cannot go on', async () => {
  const walk = open('exams, at one that can be taken');
  const context = { store: () => walk.store } as unknown as Context;
  const done = await runErrand(context, { kind: 'go-on-with-exam', attempt: 'gone' });
  expect(done).toMatchObject({ told: 'This exam was finished or thrown away meanwhile.', interrupted: false });
});

it('comes back from an exam to the list, with what became of it under the cursor, and home behind it', () => {
  const before = open('exams with one that is not finished');
  const chosen = (wanted: WantedExam): unknown => exams(before).rows[rowWanted(exams(before).rows, wanted)]?.kind;
  const { code } = before.store.exams.attempts()[0] ?? { code: '' };
  expect(chosen({ code, blueprint: 'mock' })).toBe('unfinished');
  expect(chosen({ code: null, blueprint: 'wrong' })).toBe('broken');
  before.act('up', 'up', 'drop-exam', 'drop-exam');
  expect(chosen({ code, blueprint: 'mock' })).toBe('taken');
  expect(chosen({ code: 'gone', blueprint: 'mock' })).toBe('blueprint');

  const walk = session({ start: startAtExams({ code: null, blueprint: 'quiz' }) });
  expect(exams(walk).rows[exams(walk).row]).toMatchObject({ blueprint: 'quiz' });
  expect(exams(walk).row).toBeGreaterThan(0);
  walk.act('back');
  expect(walk.state()).toMatchObject({ over: null, screen: { name: 'home' } });
});

it('keeps the exam under the cursor and what is told of it in sight, however many there are', () => {
  const walk = open('exams');
  const { rows } = exams(walk);
  const many = { ...exams(walk), rows: [...rows, ...Array.from({ length: 40 }, () => rows.slice(-1)).flat()], row: 30 };
  const text = frame({ ...walk.state(), screen: many }, { columns: 80, rows: 24 }, ZONE)
    .lines.map(textOf)
    .join('\n');
  expect(text).toMatch(/▸ 2026-11-20/);
  expect(text).toContain('5 of 8 credits: passed, the line is at 4.');
});
