import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogRow } from '../../../src/store/merge.ts';
import { HEADER, lineOf } from '../../../src/store/transfer/format.ts';
import { logLines } from '../../../src/store/transfer/log-lines.ts';
import { rehearse, takeIn } from '../../../src/store/transfer/take-in.ts';
import type { Merged } from '../../../src/store/types.ts';
import { answer, dump, NOON, open, TEMPLATE, temporaryFolder } from './support.ts';

const ID = '019aa1a4-c400-7fff-bfff-fcffffffffff';
const OTHER = '019aa1a4-c400-7fff-bfff-fcfffffffff0';
const AT = '2026-11-20T12:00:00.000Z';

const REVIEW = {
  ...{
    type: 'review',
    id: ID,
    question: 'cnn/a',
    hash: 'f00d',
    seed: 7,
    vars: { C: 32 },
    key: { a: 33 },
    reply: ['33'],
  },
  ...{ credit: 1, mark: null, rating: 'good', ms: null, mode: 'study', hint: false, guess: false, at: AT },
  ...{ zone: 'Europe/Berlin', device: 'there', recall: null },
};
const CORRECTION = {
  ...{ type: 'correction', id: ID, review: OTHER, kind: 'undo', rating: null, hash: null, credit: null, mark: null },
  ...{ at: AT, device: 'there' },
};
const SETTING = { type: 'setting', id: ID, name: 'retention', value: 0.9, at: AT, device: 'there' };
const EXAM = {
  ...{ type: 'exam', id: ID, code: 'endterm.7.b.1-k3f9q-8d2', form: 'A', title: 'Mock', minutes: 90, credits: 90 },
  ...{ pass: 45, clock: 'runs', forecast_mean: 0.5, forecast_low: 0.4, forecast_high: 0.6, earned: 47.5, self: 12 },
  ...{ questions: 30, answered: 28, ms: null, at: AT, zone: 'UTC', device: 'there' },
};
const QUESTION = { type: 'question', question: 'cnn/a', hash: 'f00d', template: {} };
const GOOD = { ...REVIEW, id: OTHER };

function text(...lines: readonly (object | string)[]): string {
  return [HEADER, ...lines].map(line => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
}

function take(file: string | Uint8Array, folder = temporaryFolder()): Merged {
  return takeIn(open(folder), [{ name: 'log.jsonl', chunks: [Buffer.from(file)] }]);
}

/** What is said of a file, which must leave the history as it was. */
function refusal(file: string | Uint8Array): string {
  const folder = temporaryFolder();
  const store = open(folder);
  store.record(answer('cnn/own'), TEMPLATE);
  const before = dump(folder);
  const source = () => [{ name: 'log.jsonl', chunks: [Buffer.from(file)] }];
  let said = '';
  for (const way of [takeIn, rehearse]) {
    try {
      way(store, source());
    } catch (error) {
      said = error instanceof Error ? error.message : '';
    }
    expect(dump(folder)).toEqual(before);
  }
  return said;
}

it('takes in each kind of row', () => {
  const rows = [QUESTION, GOOD, { ...CORRECTION, review: OTHER }, { ...SETTING, id: ID.replace('c400', 'c401') }, EXAM];
  expect(take(text(...rows)).added).toEqual({ question: 1, review: 1, correction: 1, setting: 1, exam: 1 });
});

const { credit: _, ...WITHOUT_CREDIT } = REVIEW;
const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
const line = (object: object, field: string, json: string): string =>
  JSON.stringify({ ...object, [field]: '@' }).replace('"@"', json);

describe('a bad line is named with what is wrong, and nothing is taken in:', () => {
  it.each<[string, object | string, RegExp]>([
    ['no JSON', '{"type":"review"', /this is no JSON/],
    ['a list', '[1, 2]', /must be a JSON object/],
    ['a number', '7', /must be a JSON object/],
    ['no type', { id: ID }, /"type" must be one of question, review, correction, setting, exam, not missing/],
    ['an unknown type', { ...REVIEW, type: 'card' }, /"type" must be .* not "card"/],
    ['a type that objects have anyway', { ...REVIEW, type: 'constructor' }, /"type" must be/],
    ['a missing field', WITHOUT_CREDIT, /the field "credit" is missing from a review/],
    ['a field too many', { ...REVIEW, colour: 'red' }, /a review has no field "colour"/],
    ['an id that is no UUID', { ...REVIEW, id: 'x' }, /"id" must be a UUID of version 7/],
    [
      'an id of version 4',
      { ...REVIEW, id: '6f1e0f6e-7f0a-4a53-9a67-9e3b1a3c1f11' },
      /"id" must be a UUID of version 7/,
    ],
    ['an id in capitals', { ...REVIEW, id: ID.toUpperCase() }, /small letters/],
    ['an id of the year 10889', { ...REVIEW, id: `ffffffff-ffff-7${ID.slice(15)}` }, /before the year 3000/],
    ['an empty question', { ...REVIEW, question: '' }, /"question" must be a text of 1 to 1000 characters/],
    ['an endless question', { ...REVIEW, question: 'x'.repeat(1001) }, /"question" .* not "xxx/],
    ['a question that steers the terminal', { ...REVIEW, question: 'a\u001b[2J' }, /none of them a control character/],
    ['half a character', line(REVIEW, 'question', '"\\ud800"'), /"question" must be/],
    ['a hash that is a number', { ...REVIEW, hash: 7 }, /"hash" must be .* not 7/],
    ['half a seed', { ...REVIEW, seed: 0.5 }, /"seed" must be a whole number, 0 or more, or null, not 0.5/],
    ['a seed below zero', { ...REVIEW, seed: -1 }, /"seed" must be/],
    ['a seed that is not exact', { ...REVIEW, seed: 2 ** 60 }, /"seed" must be/],
    ['vars as a list', { ...REVIEW, vars: [] }, /"vars" must be an object/],
    ['a key of null', { ...REVIEW, key: null }, /"key" must be an object/],
    ['a reply of one text', { ...REVIEW, reply: '33' }, /"reply" must be a list of texts/],
    ['a reply of numbers', { ...REVIEW, reply: [33] }, /"reply" must be a list of texts/],
    ['credit beyond one', { ...REVIEW, credit: 1.5 }, /"credit" must be a number from 0 to 1, not 1.5/],
    ['credit as a text', { ...REVIEW, credit: '1' }, /"credit" must be a number from 0 to 1, not "1"/],
    ['a mark too deep to be shown', line(REVIEW, 'mark', deep(100_000)), /nested at most 500 deep, not what is given/],
    ['a mark beyond all depths', line(REVIEW, 'mark', deep(501)), /"mark" must be plain data, nested at most 500 deep/],
    [
      'a rating that is none',
      { ...REVIEW, rating: 'superb' },
      /"rating" must be one of again, hard, good, easy, or null/,
    ],
    ['endless time', line(REVIEW, 'ms', '1e999'), /"ms" must be a number of milliseconds/],
    ['time below zero', { ...REVIEW, ms: -1 }, /"ms" must be/],
    ['an unknown mode', { ...REVIEW, mode: 'exam' }, /"mode" must be one of study, drill, practice, not "exam"/],
    ['a rated drill', { ...REVIEW, mode: 'drill' }, /"rating" must be null where "mode" is not "study"/],
    ['a hint of 1', { ...REVIEW, hint: 1 }, /"hint" must be true or false, not 1/],
    ['a guess of null', { ...REVIEW, guess: null }, /"guess" must be true or false, not null/],
    ['a day that is none', { ...REVIEW, at: '2026-02-30T12:00:00.000Z' }, /"at" must be a time in UTC/],
    ['a time without milliseconds', { ...REVIEW, at: '2026-11-20T12:00:00Z' }, /with milliseconds/],
    ['a time with another offset', { ...REVIEW, at: '2026-11-20T12:00:00.000+01:00' }, /"at" must be a time in UTC/],
    ['a time as a number', { ...REVIEW, at: 1_795_176_000_000 }, /"at" must be a time in UTC/],
    ['the year 12026', { ...REVIEW, at: '+012026-11-20T12:00:00.000Z' }, /from 1000 to 2999/],
    ['an unknown zone', { ...REVIEW, zone: 'Mars/Olympus' }, /"zone" must be a time zone that this system knows.*Node/],
    [
      'a review of an exam that is none',
      { ...REVIEW, exam: 'endterm' },
      /"exam" must be a UUID of version 7.*, or null/,
    ],
    [
      'an exam with half a forecast',
      { ...EXAM, forecast_low: null },
      /"forecast_high" must all be given, or all be null/,
    ],
    ['an exam that is worth nothing', { ...EXAM, credits: 0 }, /"credits" must be above 0/],
    ['an exam with a debt', { ...EXAM, earned: -1 }, /"earned" must be a number, 0 or more, not -1/],
    ['an exam without a result', { type: 'exam', id: ID }, /the field "code" is missing from an exam/],
    ['an empty device', { ...REVIEW, device: '' }, /"device" must be/],
    ['recall below zero', { ...REVIEW, recall: -0.1 }, /"recall" must be a number from 0 to 1, or null/],
    ['a correction of no review', { ...CORRECTION, review: 'x' }, /"review" must be a UUID/],
    ['a correction of an unknown kind', { ...CORRECTION, kind: 'redo' }, /"kind" must be one of undo, restore/],
    ['an undo with a rating', { ...CORRECTION, rating: 'good' }, /null where "kind" is "undo" or "restore"/],
    ['a rating without one', { ...CORRECTION, kind: 'rating' }, /"rating" is missing from a correction of it/],
    ['a remark without credit', { ...CORRECTION, kind: 'remark', hash: 'beef' }, /"hash" and "credit" must be given/],
    ['an undo with a mark', { ...CORRECTION, mark: {} }, /must be null where "kind" is not "remark"/],
    ['a setting without a name', { ...SETTING, name: '' }, /"name" must be/],
    ['a question without itself', { type: 'question', question: 'q', hash: 'h' }, /"template" is missing/],
  ])('%s', (_, bad, says) => {
    const said = refusal(text(GOOD, bad, QUESTION));
    expect(said).toMatch(/^log\.jsonl:3: /);
    expect(said).toMatch(says);
    expect(said).toMatch(/\. Nothing was taken in\.$/);
    expect(said.length).toBeLessThan(400);
  });
});

describe('a file is refused', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['empty', '', /log\.jsonl is empty/],
    ['nothing but empty lines', '\n\r\n', /log\.jsonl is empty/],
    ['without a header', `${JSON.stringify(GOOD)}\n`, /log\.jsonl:1: this is no history of the tutor/],
    ['a diary', 'Dear diary,\n', /log\.jsonl:1: this is no history/],
    ['of another format', '{"format":"anki","version":1}\n', /this is no history/],
    ['of a newer version', '{"format":"dl-tutor-log","version":4}\n', /newer version.*Update the tutor/],
    ['of no version', '{"format":"dl-tutor-log"}\n', /"version" must be a whole number from 1 to 3, not missing/],
    ['cut off in a row', text(GOOD, REVIEW).slice(0, -20), /log\.jsonl:3: the file ends in the middle of a line; copy/],
    ['cut off in the header', '{"format":"dl-tut', /log\.jsonl:1: the file ends in the middle/],
    ['in UTF-16', Buffer.from(`\uFEFF${text(GOOD)}`, 'utf16le'), /log\.jsonl:1: this is no text in UTF-8/],
    ['half in Latin-1', Buffer.concat([Buffer.from(text(GOOD)), Buffer.from([0xe9, 10])]), /jsonl:3: this is no text/],
    ['of one endless line', Buffer.alloc(17 * 2 ** 20, 'x'), /jsonl:1: this line is too long/],
  ])('%s', (_, file, says) => {
    expect(refusal(file)).toMatch(says);
  });

  it('where a row is another one than the one that is known', () => {
    const said = refusal(text(GOOD, { ...GOOD, credit: 0 }));
    expect(said).toMatch(/^log\.jsonl:3: Two different rows .* "credit" differs.*nothing was taken in/);
  });
});

describe('a file is taken in', () => {
  const all = text(GOOD, SETTING);
  it.each([
    ['with a byte order mark', `\uFEFF${all}`],
    ['with the line ends of Windows', all.replaceAll('\n', '\r\n')],
    ['with empty lines at its end', `${all}\n\n\r\n`],
    ['without a line break at its end', all.trimEnd()],
    ['put behind another one', all + all],
    ['with a header that says more', all.replace('"version":2', '"version":2,"from":"home"')],
    [
      'with the marks of a git merge in it',
      all.replace('{"type":"setting"', '<<<<<<< HEAD\n=======\n{"type":"setting"').concat('>>>>>>> theirs\n'),
    ],
  ])('%s', (_, file) => {
    expect(take(file).added).toEqual({ question: 0, review: 1, correction: 0, setting: 1, exam: 0 });
  });

  it('however its bytes are cut into pieces', () => {
    const bytes = Buffer.from(`\uFEFF${text({ ...GOOD, reply: ['π ≈ 3', 'ä'] }, SETTING)}`);
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length), { maxLength: 6 }), cuts => {
        const ends = [...cuts.toSorted((a, b) => a - b), bytes.length];
        const chunks = ends.map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end));
        const store = open();
        expect(takeIn(store, [{ name: 'pieces', chunks }]).added).toMatchObject({ review: 1, setting: 1 });
        expect(store.reviews()[0]?.reply).toEqual(['π ≈ 3', 'ä']);
      }),
      { numRuns: 30 },
    );
  });

  it('and a second time changes nothing', () => {
    const from = open();
    from.record(answer('cnn/a'), TEMPLATE);
    from.set('plan', { exam: '2027-02-01' });
    const file = Buffer.from([...logLines(from.rows())].join(''));
    const folder = temporaryFolder();
    const to = open(folder);
    const once = () => takeIn(to, [{ name: 'file', chunks: [file] }]);
    expect(rehearse(to, [{ name: 'file', chunks: [file, file] }])).toEqual({
      added: { question: 1, review: 1, correction: 0, setting: 1, exam: 0 },
      known: 3,
    });
    expect(once()).toEqual({ added: { question: 1, review: 1, correction: 0, setting: 1, exam: 0 }, known: 0 });
    const after = dump(folder);
    expect(once()).toEqual({ added: { question: 0, review: 0, correction: 0, setting: 0, exam: 0 }, known: 3 });
    expect(dump(folder)).toEqual(after);
    expect([...to.rows()]).toEqual([...from.rows()]);
    expect(to.cards()).toEqual(from.cards());
  });
});

it('writes ids after those that came in, also where the other clock is ahead', () => {
  const ahead = open(temporaryFolder(), () => new Date('2027-05-01T00:00:00Z'));
  const { id } = ahead.record(answer('cnn/a'), TEMPLATE);
  const here = open(temporaryFolder(), () => NOON);
  here.merge([...ahead.rows()].map((row): LogRow => row));
  expect(here.record(answer('cnn/a', '2026-11-22T12:00:00Z'), TEMPLATE).id > id).toBe(true);
  expect([...here.rows()].map(lineOf)).toHaveLength(3);
});
