/** One student's history on disk: an append-only log of answers, and the memories it adds up to. */

import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { v4 } from 'uuid';
import type { Card, Correction, EffectiveReview, Memory, NewReview, Rating } from '../schedule/review.ts';
import { prepareCards } from './cards.ts';
import { connect } from './connection.ts';
import { explained, StoreError } from './errors.ts';
import { nextId } from './ids.ts';
import { prepareLog } from './log.ts';
import { prepareMeta } from './meta.ts';

export interface StoreOptions {
  /** The data folder; made, for its owner only, where there is none. */
  readonly directory: string;
  /** The folder of `NNNN-name.sql` files. */
  readonly migrations: string;
  readonly clock: () => Date;
  readonly randomBytes: (n: number) => Uint8Array;
  /** The memory that one question's log adds up to. */
  readonly replay: (reviews: readonly EffectiveReview[]) => Memory | null;
  readonly studyDay: (at: Date, zone: string) => string;
  /** Name and version of what `replay` does. Where it differs from what the cards were made with, they are made again. */
  readonly algorithm: string;
  /** How long to wait for another process, in milliseconds; 5000 unless told. */
  readonly timeout?: number;
}

type NewCorrection = { readonly kind: 'undo' } | { readonly kind: 'rating'; readonly rating: Rating };

/** Every method throws a StoreError, with a message for the student, where the file or the disk lets it down. */
export interface Store {
  /** This folder's id in the log: random, made with the database. */
  readonly device: string;
  /** Adds a row and brings the question's card up to date. It is on the disk when this returns. */
  record(review: NewReview): EffectiveReview;
  /**
   * Takes a review back or overrules its rating, durably. Taking back twice is taking back once: the first undo is returned.
   * @throws StoreError for an unknown review, or a new rating for one that was not studied and so moves nothing.
   */
  correct(review: string, change: NewCorrection): Correction;
  /** The review written last that is not taken back, of whatever mode. */
  lastUndoable(): EffectiveReview | null;
  /** The one written last comes first, also where the clock was set back in between. */
  reviews(filter?: { readonly question?: string; readonly limit?: number }): EffectiveReview[];
  reviewById(id: string): EffectiveReview | null;
  cards(): Map<string, Card>;
  card(question: string): Card | null;
  /** How many questions had their first rated answer (of those not taken back) on that study day, as `zone` counts days. */
  introducedOn(day: string, zone: string): number;
  /** Rows of a question, those taken back included. */
  countOf(question: string): number;
  /** The row of a question written last, taken back or not. */
  lastShown(question: string): EffectiveReview | null;
  /** Drops every card and replays the log. */
  rebuildCards(): void;
  /** What SQLite finds wrong with the file; empty where all is well. Reads all of it. */
  damage(): string[];
  close(): void;
}

/** No study day, in any zone, begins or ends further from its midnight in UTC. */
const DAY_MARGIN = 2 * 86_400_000;

/**
 * Opens the history in a folder, making or migrating it where needed.
 * @throws StoreError where it cannot be opened, is not a database of ours, or is newer than this program.
 */
export function openStore(options: StoreOptions): Store {
  const path = join(options.directory, 'tutor.db');
  return explained(path, () => {
    const db = connect(path, options.migrations, options.timeout);
    try {
      return storeOver(db, options);
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

function storeOver(db: Database, { clock, randomBytes, replay, studyDay, algorithm }: StoreOptions): Store {
  const log = prepareLog(db);
  const cards = prepareCards(db);
  const meta = prepareMeta(db);

  const safely =
    <A extends unknown[], R>(method: (...args: A) => R) =>
    (...args: A): R =>
      explained(db.name, () => method(...args));
  /** Takes the write lock before it reads anything, so that two processes never work from the same newest id or log. */
  const atomically = <A extends unknown[], R>(method: (...args: A) => R) => {
    const transaction = db.transaction(method);
    return safely((...args: A): R => transaction.immediate(...args));
  };

  const newId = () => nextId(log.newestId(), clock(), randomBytes(16));
  const refresh = (question: string) => cards.put(question, replay(log.ofQuestion(question)));
  const existing = (id: string): EffectiveReview => {
    const review = log.byId(id);
    if (!review)
      throw new StoreError(`There is no review ${id} in ${db.name}. \`tutor history\` lists those there are.`);
    return review;
  };

  const rebuildCards = atomically(() => {
    cards.clear();
    log.questions().forEach(refresh);
    meta.set('algorithm', algorithm);
  });

  const device = meta.getOrMake('device', () => v4({ random: randomBytes(16) }));
  if (meta.get('algorithm') !== algorithm) rebuildCards();

  return {
    device,
    record: atomically(review => {
      const id = newId();
      log.addReview({ ...review, id, device });
      refresh(review.question);
      return existing(id);
    }),
    correct: atomically((id, change) => {
      const review = existing(id);
      if (change.kind === 'rating' && review.mode !== 'study') {
        throw new StoreError(`Review ${id} was ${review.mode}, which moves nothing: there is no rating to change.`);
      }
      const undo = change.kind === 'undo' && log.undoOf(id);
      if (undo) return undo;
      const rating = change.kind === 'rating' ? change.rating : null;
      const correction = { id: newId(), review: id, kind: change.kind, rating, at: clock(), device };
      log.addCorrection(correction);
      refresh(review.question);
      return correction;
    }),
    lastUndoable: safely(log.newestNotUndone),
    reviews: safely(({ question, limit = -1 } = {}) => log.newest(limit, question)),
    reviewById: safely(log.byId),
    cards: safely(cards.all),
    card: safely(cards.get),
    introducedOn: safely((day, zone) => {
      const midnight = Date.parse(`${day}T00:00:00Z`);
      const firsts = log.firstRatings(new Date(midnight - DAY_MARGIN), new Date(midnight + DAY_MARGIN));
      return firsts.filter(at => studyDay(at, zone) === day).length;
    }),
    countOf: safely(log.countOf),
    lastShown: safely(question => log.newest(1, question)[0] ?? null),
    rebuildCards,
    damage: safely(() => {
      const found = db.pragma('quick_check') as { quick_check: string }[];
      return found.map(row => row.quick_check).filter(line => line !== 'ok');
    }),
    close: () => void db.close(),
  };
}
