/** The history over an open database: every method a transaction, and the cards always what the log adds up to. */

import type { Database } from 'better-sqlite3';
import { v4 } from 'uuid';
import type { Scheduler } from '../schedule/memory.ts';
import type { EffectiveReview, NewReview } from '../schedule/review.ts';
import { accessTo } from './access.ts';
import { prepareAnswers } from './answers.ts';
import { prepareCards } from './cards.ts';
import { StoreError } from './errors.ts';
import { prepareExams } from './exam-tables.ts';
import { examsOver } from './exams.ts';
import { nextId } from './ids.ts';
import { prepareLog } from './log.ts';
import { noRows, prepareExchange } from './merge.ts';
import { prepareMeta } from './meta.ts';
import { prepareSettings } from './settings.ts';
import type { NewCorrection, Store, StoreOptions } from './types.ts';
import { prepareVersions } from './versions.ts';

export function historyOver(db: Database, options: StoreOptions): Store {
  const { clock, randomBytes, studyDay } = options;
  const log = prepareLog(db);
  const answers = prepareAnswers(db);
  const cards = prepareCards(db);
  const settings = prepareSettings(db);
  const versions = prepareVersions(db);
  const exchange = prepareExchange(db, studyDay);
  const meta = prepareMeta(db);

  const scheduler = schedulerOf(settings.inForce, options.scheduler);
  const access = accessTo(db, () => {
    cards.forget();
    settings.forget();
  });
  const { safely, atomically } = access;

  const newId = (): string => nextId(log.newestId(), clock(), randomBytes(16));
  const rebuild = (): void => {
    const { replay, version } = scheduler();
    const memories = [...answers.rated()].map(([question, rows]) => [question, replay(question, rows)] as const);
    cards.clear();
    for (const [question, memory] of memories) cards.put(question, memory);
    meta.set('algorithm', version);
  };
  /** Cards follow the log: those of these questions, or all where the schedule itself is another one. */
  const follow = (questions: Iterable<string>): void => {
    const { replay, version } = scheduler();
    if (meta.get('algorithm') !== version) rebuild();
    else for (const question of questions) cards.put(question, replay(question, answers.ratedOf(question)));
  };
  const add = (review: NewReview, template: unknown): string => {
    const id = newId();
    versions.keep(review.question, review.hash, template);
    log.addReview({ ...review, id, device, day: studyDay(review.at, review.zone) });
    return id;
  };
  const existing = (id: string): EffectiveReview => {
    const review = log.byId(id);
    if (!review)
      throw new StoreError(`There is no review ${id} in ${db.name}. \`tutor history\` lists those there are.`);
    return review;
  };

  const device = meta.getOrMake('device', () => v4({ random: randomBytes(16) }));
  const open = atomically(() => follow([]));
  if (meta.get('algorithm') !== scheduler().version) open();

  return {
    device,
    record: atomically((review, template) => {
      const id = add(review, template);
      follow([review.question]);
      return existing(id);
    }),
    correct: atomically((id, change) => {
      const review = existing(id);
      if (change.kind === 'rating' && review.mode !== 'study') {
        throw new StoreError(`Review ${id} was ${review.mode}, which moves nothing: there is no rating to change.`);
      }
      if (changesNothing(review, change)) return null;
      const remark = change.kind === 'remark' ? change.remark : null;
      const rating = change.kind === 'rating' ? change.rating : (remark?.rating ?? null);
      const correction = { id: newId(), review: id, kind: change.kind, rating, remark, at: clock(), device };
      log.addCorrection(correction);
      follow([review.question]);
      return correction;
    }),
    set: atomically((name, value) => {
      const setting = { id: newId(), name, value, at: clock(), device };
      settings.add(setting);
      follow([]);
      return setting;
    }),
    settings: safely(settings.inForce),
    settingHistory: safely(settings.history),
    scheduler: safely(scheduler),
    lastUndoable: safely(log.newestNotUndone),
    reviews: safely((filter = {}) => log.newest(filter)),
    reviewById: safely(log.byId),
    recorded: safely(log.recorded),
    correctionsOf: safely(log.correctionsOf),
    version: safely(versions.get),
    cards: safely(cards.all),
    card: safely(question => cards.all().get(question) ?? null),
    countOf: safely(log.countOf),
    lastShown: safely(question => log.newest({ question, limit: 1 })[0] ?? null),
    answers: safely(day => (day === undefined ? answers.all() : answers.on(day))),
    answerCounts: safely(answers.counts),
    streak: safely(answers.streak),
    mistakes: safely(answers.mistakes),
    times: safely(answers.times),
    ratedHistories: safely(() => {
      const { counted } = scheduler();
      return new Map([...answers.rated()].map(([question, rows]) => [question, counted(rows)]));
    }),
    exams: examsOver(prepareExams(db), access, {
      name: db.name,
      device,
      newId,
      recordAll: answers => {
        for (const { review, template } of answers) add(review, template);
        follow(new Set(answers.map(({ review }) => review.question)));
      },
    }),
    latest: safely(log.latest),
    merge: atomically(rows => {
      const added = noRows();
      const touched = new Set<string>();
      let known = 0;
      for (const row of rows) {
        if (!exchange.add(row)) {
          known += 1;
          continue;
        }
        added[row.type] += 1;
        if (row.type === 'review') touched.add(row.row.question);
        if (row.type === 'correction') touched.add(log.byId(row.row.review)?.question ?? '');
      }
      settings.forget();
      touched.delete('');
      follow(touched);
      return { added, known };
    }),
    rows: device => exchange.rows(device ?? null),
    rebuildCards: atomically(rebuild),
    damage: safely(() => {
      const found = db.pragma('quick_check') as { quick_check: string }[];
      return found.map(row => row.quick_check).filter(line => line !== 'ok');
    }),
    close: () => void db.close(),
  };
}

/** The scheduler of the settings in force, made anew only when they change. */
function schedulerOf(inForce: () => ReadonlyMap<string, unknown>, make: StoreOptions['scheduler']): () => Scheduler {
  let made: { readonly settings: ReadonlyMap<string, unknown>; readonly scheduler: Scheduler } | null = null;
  return () => {
    const settings = inForce();
    if (made?.settings !== settings) made = { settings, scheduler: make(settings) };
    return made.scheduler;
  };
}

function changesNothing({ undone }: EffectiveReview, { kind }: NewCorrection): boolean {
  return (kind === 'undo' && undone) || (kind === 'restore' && !undone);
}
