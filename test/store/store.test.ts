import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../src/schedule/study-day.ts';
import { StoreError } from '../../src/store/errors.ts';
import type { Store } from '../../src/store/store.ts';
import { answer, NOW, open, replay, temporaryFolder } from './support.ts';

describe('recording', () => {
  it('gives back what it was given, with an id and the device', () => {
    const store = open();
    const given = answer('cnn/one');
    expect(store.record(given, {})).toEqual({
      ...given,
      id: expect.any(String),
      device: store.device,
      day: dayNumber('2026-11-20'),
      undone: false,
      remarked: false,
    });
  });

  it('finds everything again after reopening', () => {
    const folder = temporaryFolder();
    const first = open(folder);
    const review = first.record(answer('cnn/one', NOW, { seed: 2 ** 53 - 1 }), {});
    first.record(
      answer('cnn/two', NOW, { seed: null, rating: null, mode: 'drill', ms: null, hint: true, recall: 0.5 }),
      {},
    );
    const [before, cards, device] = [first.reviews(), first.cards(), first.device];
    first.close();

    const second = open(folder);
    expect(second.reviews()).toEqual(before);
    expect(second.reviewById(review.id)).toEqual(review);
    expect(second.cards()).toEqual(cards);
    expect(second.device).toBe(device);
  });

  it('keeps numbers that JSON would lose', () => {
    const store = open();
    const key = {
      a: [
        [0, Number.NEGATIVE_INFINITY],
        [Number.NaN, -0],
      ],
      b: 'plain',
      c: { $: Number.POSITIVE_INFINITY },
    };
    const { id } = store.record(answer('attention/mask', NOW, { key }), {});
    expect(store.reviewById(id)?.key).toEqual(key);
  });

  it('brings the card up to date', () => {
    const store = open();
    const first = store.record(answer('cnn/one', '2026-11-20T12:00:00Z'), {});
    const second = store.record(answer('cnn/one', '2026-11-23T12:00:00Z', { rating: 'hard' }), {});
    expect(store.card('cnn/one')).toEqual({ question: 'cnn/one', ...replay([first, second]) });
    expect([...store.cards().keys()]).toEqual(['cnn/one']);
    expect(store.card('cnn/two')).toBeNull();
  });

  it('keeps nothing of a row that cannot be replayed', () => {
    const store = open();
    expect(() => store.record(answer('cnn/one', NOW, { zone: 'Middle/Earth' }), {})).toThrow(RangeError);
    expect(() => store.record(answer('cnn/one', NOW, { credit: Number.NaN }), {})).toThrow();
    expect(() => store.record(answer('cnn/one', NOW, { mode: 'drill' }), {})).toThrow(/CHECK/);
    expect(store.reviews()).toEqual([]);
    expect(store.cards().size).toBe(0);
  });

  it('keeps the data private', () => {
    const folder = join(temporaryFolder(), 'share', 'tutor');
    open(folder).record(answer('cnn/one'), {});
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'tutor.db')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'tutor.db-wal')).mode & 0o777).toBe(0o600);
  });
});

describe('correcting', () => {
  it('takes an answer back, and the card with it', () => {
    const store = open();
    const first = store.record(answer('cnn/one', '2026-11-20T12:00:00Z'), {});
    const second = store.record(answer('cnn/one', '2026-11-23T12:00:00Z'), {});
    store.correct(second.id, { kind: 'undo' });
    expect(store.card('cnn/one')).toEqual({ question: 'cnn/one', ...replay([first]) });
    store.correct(first.id, { kind: 'undo' });
    expect(store.card('cnn/one')).toBeNull();
    expect(store.reviews().map(review => review.undone)).toEqual([true, true]);
  });

  it('takes back one after the other, practice as well, until nothing is left', () => {
    const store = open();
    store.record(answer('cnn/one'), {});
    store.record(answer('cnn/two', NOW, { mode: 'practice', rating: null }), {});
    const taken: string[] = [];
    for (let last = store.lastUndoable(); last; last = store.lastUndoable()) {
      taken.push(last.question);
      store.correct(last.id, { kind: 'undo' });
    }
    expect(taken).toEqual(['cnn/two', 'cnn/one']);
  });

  it('takes back twice as once', () => {
    const store = open();
    const { id } = store.record(answer('cnn/one'), {});
    const undo = store.correct(id, { kind: 'undo' });
    expect(undo).toEqual({
      id: expect.any(String),
      review: id,
      kind: 'undo',
      rating: null,
      remark: null,
      at: NOW,
      device: store.device,
    });
    expect(store.correct(id, { kind: 'undo' })).toBeNull();
    expect(store.correctionsOf(id)).toEqual([undo]);
  });

  it('puts back in force what was taken back, as often as one likes', () => {
    const store = open();
    const review = store.record(answer('cnn/one'), {});
    const card = store.card('cnn/one');
    expect(store.correct(review.id, { kind: 'restore' })).toBeNull();
    for (let i = 0; i < 2; i++) {
      store.correct(review.id, { kind: 'undo' });
      expect(store.card('cnn/one')).toBeNull();
      store.correct(review.id, { kind: 'restore' });
      expect(store.card('cnn/one')).toEqual(card);
    }
    expect(store.reviewById(review.id)).toEqual(review);
    expect(store.correctionsOf(review.id)).toHaveLength(4);
  });

  it('marks again; what the student rated stands above it, and the row as it was can still be seen', () => {
    const store = open();
    const wrong = { credit: 0, rating: 'again', mark: { parts: [] } } as const;
    const one = store.record(answer('cnn/one', NOW, wrong), {});
    const other = store.record(answer('cnn/two', NOW, wrong), {});
    store.correct(other.id, { kind: 'rating', rating: 'hard' });
    const mark = { parts: [{ name: 'a', credit: 1 }] };
    const remark = { hash: 'beef', credit: 1, mark, rating: 'good' } as const;
    for (const { id } of [one, other]) store.correct(id, { kind: 'remark', remark });
    expect(store.reviewById(one.id)).toEqual({ ...one, credit: 1, mark, rating: 'good', remarked: true });
    expect(store.reviewById(other.id)).toEqual({ ...other, credit: 1, mark, rating: 'hard', remarked: true });
    expect(store.recorded(one.id)).toEqual(one);
    expect(store.correctionsOf(one.id)[0]?.remark).toEqual(remark);
    expect(store.card('cnn/one')).toEqual({ question: 'cnn/one', ...replay([{ ...one, rating: 'good' }]) });
  });

  it('overrules a rating; the last one counts', () => {
    const store = open();
    const review = store.record(answer('cnn/one'), {});
    store.correct(review.id, { kind: 'rating', rating: 'easy' });
    store.correct(review.id, { kind: 'rating', rating: 'again' });
    expect(store.reviewById(review.id)).toEqual({ ...review, rating: 'again' });
    expect(store.card('cnn/one')).toEqual({ question: 'cnn/one', ...replay([{ ...review, rating: 'again' }]) });
  });

  it('refuses a review that does not exist, and a rating for one that moves nothing', () => {
    const store = open();
    const { id } = store.record(answer('cnn/one', NOW, { mode: 'practice', rating: null }), {});
    expect(() => store.correct('no-such-id', { kind: 'undo' })).toThrow(StoreError);
    expect(() => store.correct(id, { kind: 'rating', rating: 'easy' })).toThrow(/practice/);
    expect(store.reviewById(id)?.rating).toBeNull();
  });
});

describe('looking back', () => {
  it('lists what was written last first, also when the clock was set back', () => {
    let now = NOW;
    const store = open(temporaryFolder(), { clock: () => now });
    store.record(answer('a'), {});
    now = new Date('2020-01-01');
    store.record(answer('b', now), {});
    store.record(answer('a', now), {});
    expect(store.reviews().map(review => review.question)).toEqual(['a', 'b', 'a']);
    expect(store.reviews({ limit: 2 }).map(review => review.question)).toEqual(['a', 'b']);
    expect(store.reviews({ question: 'a' }).map(review => review.at)).toEqual([now, NOW]);
    expect(store.reviews({ question: 'a', limit: 1 })).toHaveLength(1);
    expect(store.reviews({ limit: 0 })).toEqual([]);
    expect(store.lastUndoable()).toEqual(store.reviews()[0]);
  });

  it('counts and shows rows that were taken back', () => {
    const store = open();
    store.record(answer('cnn/one', NOW, { seed: 1 }), {});
    const { id } = store.record(answer('cnn/one', NOW, { seed: 2, mode: 'drill', rating: null }), {});
    store.correct(id, { kind: 'undo' });
    expect(store.countOf('cnn/one')).toBe(2);
    expect(store.countOf('cnn/two')).toBe(0);
    expect(store.lastShown('cnn/one')?.seed).toBe(2);
    expect(store.lastShown('cnn/two')).toBeNull();
  });
});

/** How many questions were met on a study day, by the cards. */
function metOn(store: Store, day: string): number {
  return [...store.cards().values()].filter(({ firstDay }) => firstDay === dayNumber(day)).length;
}

describe('the day of the first rated answer', () => {
  it('is the study day in the zone of the answer', () => {
    const store = open();
    store.record(answer('a', '2026-11-20T12:00:00Z'), {});
    store.record(answer('a', '2026-11-21T12:00:00Z'), {});
    store.record(answer('b', '2026-11-21T02:59:00Z'), {});
    store.record(answer('c', '2026-11-21T03:00:00Z'), {});
    store.record(answer('d', '2026-11-20T12:00:00Z', { mode: 'drill', rating: null }), {});
    store.record(answer('e', '2026-11-20T14:00:00Z', { zone: 'Pacific/Kiritimati' }), {});
    expect(metOn(store, '2026-11-19')).toBe(0);
    expect(metOn(store, '2026-11-20')).toBe(2);
    expect(metOn(store, '2026-11-21')).toBe(2);
  });

  it('stays right when the first answer is taken back', () => {
    const store = open();
    const first = store.record(answer('a', '2026-11-20T12:00:00Z'), {});
    const second = store.record(answer('a', '2026-11-21T12:00:00Z'), {});
    store.correct(first.id, { kind: 'undo' });
    expect(metOn(store, '2026-11-20')).toBe(0);
    expect(metOn(store, '2026-11-21')).toBe(1);
    store.correct(second.id, { kind: 'undo' });
    expect(metOn(store, '2026-11-21')).toBe(0);
  });
});

describe('the file', () => {
  it('passes the examination of SQLite', () => {
    const store = open();
    store.record(answer('cnn/one'), {});
    expect(store.damage()).toEqual([]);
  });
});

describe('settings', () => {
  it('are those set last, and all that were are kept', () => {
    const folder = temporaryFolder();
    const store = open(folder);
    store.set('plan', { exam: '2026-12-12' });
    store.set('plan', { exam: '2026-12-13' });
    store.set('retention', 0.95);
    store.set('retention', null);
    expect(store.settings()).toEqual(new Map([['plan', { exam: '2026-12-13' }]]));
    expect(store.settingHistory('plan').map(({ value }) => value)).toEqual([
      { exam: '2026-12-12' },
      { exam: '2026-12-13' },
    ]);
    store.close();
    expect(open(folder).settings()).toEqual(new Map([['plan', { exam: '2026-12-13' }]]));
  });

  it('move the cards at once, also those of another process', () => {
    const folder = temporaryFolder();
    const [one, two] = [open(folder), open(folder)];
    one.record(answer('cnn/one'), {});
    one.record(answer('cnn/one', '2026-11-23T12:00:00Z'), {});
    const due = (store: Store) => store.card('cnn/one')?.dueDay ?? 0;
    const before = due(two);
    one.set('retention/cnn', 0.97);
    expect(due(one)).toBeLessThan(before);
    expect(due(two)).toBe(due(one));
    two.record(answer('rnn/one'), {});
    expect(due(two)).toBe(due(one));
    one.set('retention/cnn', null);
    expect([due(one), due(two)]).toEqual([before, before]);
  });
});

describe('questions as they were', () => {
  it('are kept once for each version that was answered', () => {
    const store = open();
    store.record(answer('cnn/one'), { stem: 'old' });
    store.record(answer('cnn/one'), { stem: 'never looked at: the hash is the same' });
    store.record(answer('cnn/one', NOW, { hash: 'beef' }), { stem: 'new', weight: -0 });
    expect(store.version('cnn/one', 'f00d')).toEqual({ stem: 'old' });
    expect(store.version('cnn/one', 'beef')).toEqual({ stem: 'new', weight: -0 });
    expect(store.version('cnn/one', 'none')).toBeNull();
  });
});
