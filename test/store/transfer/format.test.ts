import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogRow } from '../../../src/store/merge.ts';
import { lineOf, rowOf } from '../../../src/store/transfer/format.ts';
import { attemptOf, resultOf } from '../exam-support.ts';
import { answer, NOON, open, TEMPLATE } from './support.ts';

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter(value => !/\p{Cc}/u.test(value) && value.isWellFormed());
const id = fc.uuid({ version: 7 }).filter(uuid => uuid < '1d80');
const at = fc.integer({ min: Date.UTC(1000, 0), max: Date.UTC(2999, 11, 31) });
const share = fc.double({ min: 0, max: 1, noNaN: true }).map(value => value + 0);
const data = fc.jsonValue({ maxDepth: 4 }).map(value => JSON.stringify(value));
const object = fc
  .dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ maxDepth: 3 }))
  .map(value => JSON.stringify(value));
const rating = fc.constantFrom('again', 'hard', 'good', 'easy');
const none = { rating: null, hash: null, credit: null, mark: null };

const amount = fc.double({ min: 0, max: 1e6, noNaN: true }).map(value => value + 0);
const exam = fc
  .record({
    ...{ id, code: text, form: text, title: fc.string({ unit: 'grapheme' }), minutes: amount, pass: amount },
    credits: amount.filter(value => value > 0),
    clock: fc.constantFrom('runs', 'pauses', 'none'),
    forecast: fc.option(fc.tuple(share, share, share)),
    ...{ earned: amount, self: amount, questions: fc.nat(), answered: fc.nat(), ms: fc.option(amount) },
    ...{ at, zone: fc.constantFrom('UTC', '+05:45'), device: text },
  })
  .map(({ forecast, ...rest }) => {
    const [mean = null, low = null, high = null] = forecast ?? [];
    return { ...rest, forecast_mean: mean, forecast_low: low, forecast_high: high };
  });

const kind = fc.oneof(
  fc.record({ kind: fc.constantFrom('undo', 'restore') }).map(given => ({ ...none, ...given })),
  fc.record({ kind: fc.constant('rating'), rating }).map(given => ({ ...none, ...given })),
  fc.record({ kind: fc.constant('remark'), rating: fc.option(rating), hash: text, credit: share, mark: data }),
);

const row = fc.oneof(
  fc.record({ type: fc.constant('question'), row: fc.record({ question: text, hash: text, template: data }) }),
  fc.record({
    type: fc.constant('review'),
    row: fc
      .record({
        ...{
          id,
          question: text,
          hash: text,
          seed: fc.option(fc.maxSafeNat()),
          vars: object,
          key: object,
          credit: share,
        },
        reply: fc.array(fc.string({ unit: 'binary' })).map(value => JSON.stringify(value)),
        ...{ mark: data, rating: fc.option(rating), ms: fc.option(fc.double({ min: 0, max: 1e12, noNaN: true })) },
        ...{ mode: fc.constantFrom('study', 'drill', 'practice'), hint: fc.nat(1), guess: fc.nat(1), at, device: text },
        ...{ zone: fc.constantFrom('UTC', 'Europe/Berlin', '+05:45'), recall: fc.option(share) },
        exam: fc.option(id),
        scratch: fc.option(fc.array(fc.string({ unit: 'binary' })).map(value => JSON.stringify(value))),
      })
      .map(review => ({
        ...review,
        ms: review.ms && review.ms + 0,
        rating: review.mode === 'study' ? review.rating : null,
      })),
  }),
  fc.record({
    type: fc.constant('correction'),
    row: fc.record({ id, review: id, at, device: text, what: kind }).map(({ what, ...rest }) => ({ ...rest, ...what })),
  }),
  fc.record({ type: fc.constant('setting'), row: fc.record({ id, name: text, value: data, at, device: text }) }),
  fc.record({ type: fc.constant('exam'), row: exam }),
) as fc.Arbitrary<LogRow>;

it('gives every row back exactly, from one line', () => {
  fc.assert(
    fc.property(row, given => {
      const line = lineOf(given);
      expect(line).not.toMatch(/[\n\r]/);
      expect(rowOf(line)).toEqual(given);
      expect(lineOf(rowOf(line))).toBe(line);
    }),
    { numRuns: 1000 },
  );
});

it('writes a line for people', () => {
  const store = open();
  const review = store.record(answer('cnn/a', '2026-11-20T12:34:56.789Z'), TEMPLATE);
  store.correct(review.id, { kind: 'remark', remark: { hash: 'beef', credit: 0.5, mark: null, rating: 'hard' } });
  store.correct(review.id, { kind: 'undo' });
  store.set('retention/cnn', 0.85);
  const { id: exam } = store.exams.finish(store.exams.begin(attemptOf()).id, resultOf({ at: NOON, ms: null }), []);
  const lines = [...store.rows()].map(entry => JSON.parse(lineOf(entry)));
  const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/);
  const own = { id: uuid, at: '2026-11-20T12:00:00.000Z', device: store.device };
  expect(lines).toEqual([
    {
      type: 'question',
      question: 'cnn/a',
      hash: 'f00d',
      template: { title: 'A question', parts: [{ name: 'a', zero: { $number: '-0' } }] },
    },
    {
      ...{ type: 'review', ...own, question: 'cnn/a', hash: 'f00d', seed: 7, vars: { C: 32, x: [0.7, 0.5] } },
      ...{ key: { a: { $number: '-Infinity' } }, reply: ['33'], credit: 1, rating: 'good', ms: 8123.4, mode: 'study' },
      mark: { parts: [{ name: 'a', credit: 1, mistake: null, self: false }] },
      ...{ hint: false, guess: false, at: '2026-11-20T12:34:56.789Z', zone: 'Europe/Berlin', recall: null },
    },
    {
      type: 'correction',
      ...own,
      review: review.id,
      kind: 'remark',
      rating: 'hard',
      hash: 'beef',
      credit: 0.5,
      mark: null,
    },
    { type: 'correction', ...own, review: review.id, kind: 'undo', rating: null, hash: null, credit: null, mark: null },
    { type: 'setting', ...own, name: 'retention/cnn', value: 0.85 },
    {
      ...{
        type: 'exam',
        ...own,
        id: exam,
        code: 'endterm.7.b.1-k3f9q-8d2',
        form: 'A',
        title: 'Mock "endterm", $x$ & <b>',
      },
      ...{ minutes: 90, credits: 90, pass: 45, clock: 'runs', forecast_mean: 0.5, forecast_low: 0.4 },
      ...{ forecast_high: 0.625, earned: 47.5, self: 12, questions: 30, answered: 28, ms: null, zone: 'Europe/Berlin' },
    },
  ]);
});

describe('numbers that plain JSON has not', () => {
  it.each([
    ['-0', '{"$number":"-0"}'],
    ['1e999', '{"$number":"Infinity"}'],
    ['{"$number":"NaN"}', '{"$number":"NaN"}'],
  ])('%s is kept as %s', (given, kept) => {
    const line = `{"type":"setting","id":"019aa1a4-c400-7fff-bfff-fcffffffffff","name":"x","value":{"a":${given}},"at":"2026-11-20T12:00:00.000Z","device":"d"}`;
    expect(rowOf(line).row).toMatchObject({ value: `{"a":${kept}}` });
  });
});
