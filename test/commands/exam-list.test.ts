import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type AnswerKey, keyData, printKey } from '../../src/answers/answers.ts';
import { markVariant } from '../../src/bank/marking.ts';
import type { Template } from '../../src/bank/template.ts';
import { makeVariant, type Variant } from '../../src/bank/variant.ts';
import { type Context, openContext } from '../../src/commands/context.ts';
import type { Environment } from '../../src/commands/environment.ts';
import { forecastOf } from '../../src/commands/exam/forecast.ts';
import { examList } from '../../src/commands/exam/list.ts';
import { examShow } from '../../src/commands/exam/show.ts';
import { examMeant } from '../../src/commands/exam/spec.ts';
import { printPast } from '../../src/commands/history/history.ts';
import { planForm } from '../../src/exam/draw/plan-form.ts';
import type { PlannedQuestion } from '../../src/exam/form.ts';
import type { NewReview } from '../../src/schedule/review.ts';
import { attemptOf, resultOf } from '../store/exam-support.ts';
import { answer } from '../store/support.ts';
import { type Document, temporaryFolder } from './tutor.ts';

const ROOT = join(import.meta.dirname, '../..');
const [CONV, FLAT] = ['cnn/conv-1x1-params', 'cnn/flatten-size'];

interface Opened {
  readonly context: Context;
  /** What was written since the last call. */
  readonly told: () => string;
}

/** A context whose output is kept, in this process. */
async function opened(columns?: number): Promise<Opened> {
  let text = '';
  const environment = {
    variables: {},
    stdout: { columns, write: (more: string) => (text += more) },
    now: () => new Date('2026-11-20T18:00:00Z'),
    zone: 'UTC',
    randomBytes: (count: number) => new Uint8Array(count).fill(7),
    shipped: {
      bank: join(ROOT, 'dist/bank.json'),
      migrations: join(ROOT, 'migrations'),
      questions: join(ROOT, 'questions'),
    },
  } as unknown as Environment;
  const context = await openContext(environment, { data: temporaryFolder() });
  onTestFinished(context.close);
  const told = (): string => {
    const said = text;
    text = '';
    return said;
  };
  return { context, told };
}

function dataOf({ context, told }: Opened): Document {
  examList(context, { json: true });
  return JSON.parse(told()) as Document;
}

it('says so where there is none', async () => {
  const empty = await opened();
  examList(empty.context, {});
  expect(empty.told()).toBe('No exam was finished yet. "tutor exam take" begins one.\n');
  expect(dataOf(empty)).toEqual({ version: 1, exams: [], record: null, unfinished: [] });
});

it('lists exams with their forecasts, the record of these, and what goes on', async () => {
  const one = await opened();
  const { context, told } = one;
  const { exams, device } = context.store();
  const done = (day: string, rest: Parameters<typeof resultOf>[0]): string => {
    const at = new Date(`2026-11-${day}T23:30:00Z`);
    return exams.finish(exams.begin(attemptOf()).id, resultOf({ title: 'Mock', at, zone: 'UTC', ...rest }), []).id;
  };
  const first = done('10', { earned: 45, zone: 'Asia/Tokyo' });
  done('12', { earned: 9, form: 'B' });
  done('14', { earned: 44.999_999_999_999_9, forecast: null, ms: null, title: '\u001b[31m"red"' });
  const { id } = exams.begin(attemptOf({ title: 'Next', at: new Date('2026-11-20T17:00:00Z') }));
  exams.beat(id, 723_000);
  const typed = exams.begin(attemptOf({ form: 'C', clock: 'none', at: new Date('2026-11-20T17:30:00Z') }));
  exams.handIn(typed.id, new Date('2026-11-20T17:40:00Z'), 0);

  examList(context, {});
  const [headings, ...lines] = told()
    .trimEnd()
    .split('\n')
    .map(line => line.replaceAll(/ {2,}/g, ' | '));
  expect(headings).toMatch(/^id \| date \| form \| credits \| share \| .*forecast \| .*code \| title$/);
  expect(lines).toEqual([
    expect.stringMatching(
      /^[0-9a-f]{8} \| 2026-11-14 \| A \| 45 of 90 \| 50 % \| passed \| none \| endterm\.\S+ \| \P{Cc}*"red"$/u,
    ),
    expect.stringContaining(
      ' | 2026-11-12 | B | 9 of 90 | 10 % | not passed | 50 % (40 % to 63 %) | outside | endterm.7',
    ),
    `${first.slice(-8)} | 2026-11-11 | A | 45 of 90 | 50 % | passed | 50 % (40 % to 63 %) | inside | endterm.7.b.1-k3f9q-8d2 | Mock`,
    '"tutor exam show" and an id tell all of an exam.',
    '',
    'Forecasts: 1 of 2 results inside the interval, which should hold 9 in 10.',
    'On average the results were 20.0 % of the credits below the forecast, and 20.0 % of the credits away from it.',
    '',
    expect.stringMatching(
      /^Not finished: Mock .*form C .*handed in and not marked yet\. Go on with "tutor exam mark endterm\.\S+ --form C"\.$/,
    ),
    'Not finished: Next, form A (endterm.7.b.1-k3f9q-8d2), begun 2026-11-20 18:00, 30:00 left. Go on with "tutor exam take".',
  ]);

  const { exams: listed, record, unfinished } = dataOf(one);
  expect(listed.map((exam: Document) => [exam.earned, exam.passed, exam.inside])).toEqual([
    [44.999_999_999_999_9, true, null],
    [9, false, false],
    [45, true, true],
  ]);
  expect(listed[2]).toEqual({
    ...{ exam: first, ...resultOf({ title: 'Mock', earned: 45, zone: 'Asia/Tokyo' }), device },
    ...{ at: '2026-11-10T23:30:00.000Z', passed: true, inside: true },
  });
  expect(record).toEqual({ exams: 2, inside: 1, bias: -0.2, error: 0.2 });
  expect(unfinished.map((attempt: Document) => [attempt.attempt, attempt.elapsedMs, attempt.handedInAt])).toEqual([
    [typed.id, 0, '2026-11-20T17:40:00.000Z'],
    [id, 723_000, null],
  ]);
  expect(unfinished[0]).not.toHaveProperty('data');
});

it('takes some lines for each where a row would be wider than the window', async () => {
  const { context, told } = await opened(80);
  const { exams } = context.store();
  const { id } = exams.finish(exams.begin(attemptOf()).id, resultOf({ title: 'Mock', zone: 'UTC' }), []);
  examList(context, {});
  expect(told().split('\n').slice(0, 6)).toEqual([
    `${id.slice(-8)}  2026-11-20  form A  endterm.7.b.1-k3f9q-8d2`,
    '          Mock',
    '          47.5 of 90 credits, 53 %: passed',
    '          forecast 50 % (40 % to 63 %): inside',
    '',
    '"tutor exam show" and an id tell all of an exam.',
  ]);
});

it('is told of an answer in the history that it was given in one', async () => {
  const { context, told } = await opened();
  const { exams, reviews } = context.store();
  const template = context.bank.get(CONV);
  exams.finish(exams.begin(attemptOf()).id, resultOf(), [{ review: answer(CONV), template }]);
  context.store().record(answer(FLAT), context.bank.get(FLAT));
  const [without, within] = reviews().map(({ id }) => {
    printPast(context, id, false);
    return told();
  });
  expect(within).toMatch(/^exam +in a mock exam$/m);
  expect(without).not.toMatch(/^exam /m);
});

it('is forecast from what is remembered today', async () => {
  const { context } = await opened();
  const asked = [CONV, FLAT].map(id => ({ id, credits: 2 }));
  const before = forecastOf(context, asked);
  expect(before.mean).toBeGreaterThan(before.low);
  for (const day of ['16', '17', '19']) {
    context.store().record(answer(CONV, `2026-11-${day}T12:00:00Z`), {});
    context.store().record(answer(FLAT, `2026-11-${day}T12:00:00Z`), {});
  }
  const after = forecastOf(context, asked);
  expect(after.mean).toBeGreaterThan(before.mean + 0.2);
  expect(forecastOf(context, asked)).toEqual(after);
});

describe('a finished exam, once more', () => {
  const META: Pick<NewReview, 'rating' | 'ms' | 'mode' | 'hint' | 'guess' | 'recall'> = {
    ...{ rating: null, ms: 60_000, hint: false, guess: false, recall: null },
    mode: 'practice',
  };

  it('is told with its problems, topics and every answer, also those that were not given', async () => {
    const { context, told } = await opened();
    expect(() => examShow(context, undefined, {})).toThrow(/No exam was finished yet/);
    const { spec, code } = examMeant(context, 'quiz', { seed: '7' });
    const [one, two] = planForm(spec, context.bank, 0).problems.flat() as [PlannedQuestion, PlannedQuestion];
    const given = [
      { ...one, reply: [printKey(variantOf(context, one).parts[0]?.key as AnswerKey)] },
      { ...two, reply: ['?'] },
    ].map(({ id, seed, reply }): { review: NewReview; template: Template } => {
      const { template, vars, parts } = variantOf(context, { id, seed });
      const mark = markVariant(makeVariant(template, seed), reply);
      const key = Object.fromEntries(parts.map(part => [part.name, keyData(part.key).key]));
      const review = { ...{ question: id, hash: template.hash, seed, vars, key, reply }, credit: mark.credit, mark };
      return {
        review: { ...review, ...META, at: new Date('2026-11-20T17:00:00Z'), zone: 'UTC', exam: null },
        template,
      };
    });
    const { exams } = context.store();
    const result = resultOf({ code, earned: 2, self: 0, credits: 20, pass: 10, questions: 9, answered: 2, ms: 60_000 });
    const { id } = exams.finish(exams.begin(attemptOf({ code })).id, result, given);

    examShow(context, id.slice(-8), {});
    const page = told();
    expect(page).toMatch(/\n {2}2 of 20 credits, 10 %\.\n {2}Not passed: the line is at 10 credits\.\n/);
    expect(page).toMatch(/\n {2}1 {2}Tick what is true +█+·+ +2 \/ 8\n/);
    expect(page).toMatch(
      /\n {2}1\.1 {2}\S.*: right, 2 of 2 credits\n {5}\S+\n {5}[0-9a-f-]{36}\n {2}1\.2 .*: wrong, 0 of/,
    );
    expect(page).toMatch(/\n {2}1\.3 {2}.*: not answered, 0 of\s+2 credits\n/);
    examShow(context, undefined, { json: true });
    const data = JSON.parse(told()) as Document;
    expect(data).toMatchObject({
      exam: id,
      earned: 2,
      passed: false,
      answers: [{ earned: 2, number: '1.1' }, {}, {}, {}, {}, {}, {}, {}, {}],
    });
    expect(() => examShow(context, 'abcd', {})).toThrow(/no finished exam/);

    // Of an exam that comes out otherwise today, what was answered is told.
    exams.finish(exams.begin(attemptOf()).id, { ...result, code: 'gone.7.b.1-k3f9q-8d2' }, given);
    examShow(context, 'last', {});
    const bare = told();
    expect(bare).not.toContain('By problem');
    expect(bare).toMatch(
      /leads to other questions[\s\S]*: right, 2 of 2 credits\n {5}\S+\n {5}[0-9a-f-]{36}\n {2}\S.*: wrong/,
    );
  });
});

function variantOf({ bank }: Context, { id, seed }: Pick<PlannedQuestion, 'id' | 'seed'>): Variant {
  return makeVariant(bank.get(id) as Template, seed);
}
