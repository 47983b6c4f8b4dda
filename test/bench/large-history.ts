import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Template } from '../../src/bank/template.ts';
import { createScheduler } from '../../src/schedule/memory.ts';
import { studyDayNumber } from '../../src/schedule/study-day.ts';
import { tuningOf } from '../../src/schedule/tuning.ts';
import { openStore, type Store } from '../../src/store/store.ts';

/** A bank and a history as large as they get: every question answered about a hundred times over three years. */

export const QUESTIONS = 10_000;
export const REVIEWS = 1_000_000;

const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1, 18);
/** The evening after the last answers. */
export const NOW = new Date(START + 1000 * DAY + 3_600_000);
export const ZONE = 'Europe/Berlin';

/** Its history, at that evening. */
export function openLarge(directory: string): Store {
  return openStore({
    directory,
    migrations: join(import.meta.dirname, '../../migrations'),
    clock: () => NOW,
    randomBytes: n => new Uint8Array(n).fill(7),
    studyDay: studyDayNumber,
    scheduler: settings => createScheduler(tuningOf(settings)),
  });
}

/** The questions of a bank again and again under other ids, spread over a hundred topics. */
export function largeBank(templates: readonly Template[]): Template[] {
  return Array.from({ length: QUESTIONS }, (_, i) => {
    const template = templates[i % templates.length] as Template;
    const topic = `topic-${i % 100}`;
    return {
      ...template,
      id: `${topic}/question-${i}`,
      topics: [`${topic}/part-${i % 1700}`],
      requires: [],
      source: [],
    };
  });
}

/** Writes the log as if it had been lived; the cards are left for the store to replay. */
export function writeHistory(folder: string, bank: readonly Pick<Template, 'id'>[]): void {
  mkdirSync(folder, { recursive: true });
  const db = new Database(join(folder, 'tutor.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = OFF');
  db.exec('DROP INDEX review_by_question; DROP INDEX review_by_time; DROP INDEX review_by_day');
  const insert = db.prepare(
    `INSERT INTO review (id, question, hash, seed, vars, key, reply, credit, mark, rating, ms, mode, hint, at, zone, device,
       recall, guess, day)
     VALUES (?, ?, 'f00d', ?, '{"C":32,"x":[0.7,0.5]}', '{"a":33}', '["33"]', ?, ?, ?, ?, ?, 0, ?, '${ZONE}', 'bench', 0.9, 0, ?)`,
  );
  const mark = (credit: number): string =>
    JSON.stringify({ credit, parts: [{ name: 'a', credit, readAs: '33', error: null, mistake: null, self: false }] });
  const [right, wrong] = [mark(1), mark(0)];
  db.transaction(() => {
    for (let i = 0; i < REVIEWS; i++) {
      // A cheap scatter that visits the questions unevenly, about every ten days each.
      const question = bank[(i * 7919) % QUESTIONS] as Pick<Template, 'id'>;
      const day = Math.floor((i / REVIEWS) * 1000);
      const at = START + day * DAY + (i % 1000) * 3000;
      const isKnown = (i * 2654435761) % 100 < 88;
      const isStudy = i % 5 !== 0;
      const id = `${at
        .toString(16)
        .padStart(12, '0')
        .replace(
          /(.{8})(.{4})/,
          '$1-$2',
        )}-7${(i & 0xfff).toString(16).padStart(3, '0')}-8000-${i.toString(16).padStart(12, '0')}`;
      const rating = isStudy ? (isKnown ? 'good' : 'again') : null;
      insert.run(
        ...[id, question.id, i, isKnown ? 1 : 0, isKnown ? right : wrong, rating, 20_000 + (i % 60) * 1000],
        ...[isStudy ? 'study' : 'practice', at, Math.floor((at - 4 * 3_600_000) / DAY)],
      );
    }
    db.exec(`CREATE INDEX review_by_question ON review (question, at, id);
      CREATE INDEX review_by_time ON review (at); CREATE INDEX review_by_day ON review (day)`);
  })();
  db.close();
}
