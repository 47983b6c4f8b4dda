import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { test } from 'vitest';
import { Bank } from '../../src/bank/bank.ts';
import { loadFolder } from '../../src/bank/load.ts';
import type { Context } from '../../src/commands/context.ts';
import { effectRunner } from '../../src/commands/effects/effects.ts';
import { homeNow } from '../../src/commands/schedule/today.ts';
import { goalSetting, PLAN } from '../../src/schedule/goal.ts';
import { studyDayNumber } from '../../src/schedule/study-day.ts';
import { syllabusOf } from '../../src/schedule/syllabus.ts';
import { largeBank, NOW, openLarge, QUESTIONS, REVIEWS, writeHistory, ZONE } from './large-history.ts';

/** What a start and a next question take with a very long history, beside the bare SQL that they rest on. */

const ROOT = join(import.meta.dirname, '../..');
const MOST_MILLISECONDS = 600_000;

test(
  `${QUESTIONS} questions and ${REVIEWS} reviews`,
  async ({ bench }) => {
    const folder = join(tmpdir(), `tutor-large-history-${process.pid}`);
    const templates = largeBank(loadFolder(join(ROOT, 'questions')).templates);
    openLarge(folder).close();
    const seconds = (what: string, work: () => void): void => {
      const start = performance.now();
      work();
      console.log(`${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
    };
    try {
      seconds('writing the history', () => writeHistory(folder, templates));
      const store = openLarge(folder);
      seconds('replaying all of it', () => store.rebuildCards());
      const syllabus = syllabusOf(templates);
      const context = {
        environment: { now: () => NOW, zone: ZONE },
        bank: new Bank(templates),
        newPerDay: null,
        reviewsPerDay: 50,
        syllabus: () => syllabus,
        store: () => store,
      } as unknown as Context;
      const run = effectRunner(context);
      const today = studyDayNumber(NOW, ZONE);
      const bare = new Database(join(folder, 'tutor.db'));
      const dueCards = bare.prepare('SELECT * FROM card WHERE due_day <= ? ORDER BY stability LIMIT 50');
      const allCards = bare.prepare('SELECT * FROM card');
      const todays = bare.prepare('SELECT count(*) FROM review WHERE day = ?');
      await bench(
        'bare SQL: every card, and the answers of today',
        () => void [allCards.all(), todays.get(today)],
      ).run();
      await bench('home screen, just opened: cards read from the disk', () => {
        const fresh = openLarge(folder);
        try {
          homeNow({ ...context, store: () => fresh });
        } finally {
          fresh.close();
        }
      }).run();
      await bench('home screen, again', () => void homeNow(context)).run();
      await bench('bare SQL: the fifty cards due first', () => void dueCards.all(today)).run();
      await bench('next question, with its variant', () => {
        run({ type: 'present', lane: { kind: 'study' }, shown: [], first: null, spent: 0 });
      }).run();
      const stated = { mean: 0.5, low: 0.4, high: 0.6 };
      const goal = { exam: today + 30, minutes: 30, credits: 90, newPerDay: 3, lastNewDay: today + 20, toMeet: 60 };
      store.set(PLAN, goalSetting({ ...goal, made: today, remembered: stated, score: stated }));
      await bench('home screen, with a plan', () => void homeNow(context)).run();
      await bench('next question, with a plan', () => {
        run({ type: 'present', lane: { kind: 'study' }, shown: [], first: null, spent: 0 });
      }).run();
      bare.close();
      store.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  MOST_MILLISECONDS,
);
