import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Context, openContext } from '../../src/commands/context.ts';
import type { Environment } from '../../src/commands/environment.ts';
import { UsageError } from '../../src/commands/errors.ts';
import { stats } from '../../src/commands/schedule/stats.ts';
import { columns } from '../../src/notation/columns.ts';
import type { Rating } from '../../src/schedule/review.ts';
import { type Document, json, temporaryFolder, tutor } from './tutor.ts';

const ROOT = join(import.meta.dirname, '../..');
const CONV = 'cnn/conv-1x1-params';
const FLAT = 'cnn/flatten-size';
const LSTM = 'lstm/first-time-step';
const NOW = '2026-11-20T18:00:00Z';

interface Told {
  readonly context: Context;
  readonly told: () => string;
}

/** A context whose output is kept, in this process. */
async function opened(variables: Readonly<Record<string, string>> = {}, width?: number): Promise<Told> {
  let text = '';
  const stdout = { columns: width, write: (more: string) => (text += more) };
  const environment = {
    variables,
    stdout,
    now: () => new Date(NOW),
    zone: 'UTC',
    randomBytes: (count: number) => new Uint8Array(count).fill(7),
    shipped: { bank: join(ROOT, 'dist/bank.json'), migrations: join(ROOT, 'migrations') },
  } as unknown as Environment;
  return { context: await openContext(environment, { data: temporaryFolder() }), told: () => text };
}

interface Given {
  readonly question?: string;
  readonly at: string;
  readonly rating?: Rating | null;
  readonly credit?: number;
  readonly recall?: number | null;
  readonly ms?: number | null;
  readonly mistake?: string | null;
  readonly self?: boolean;
}

function record({ context }: Told, answers: readonly Given[]): void {
  for (const { question = CONV, at, credit = 1, rating = 'good', recall = null, ms = null, ...part } of answers) {
    const { mistake = null, self = false } = part;
    context.store().record(
      {
        question,
        hash: 'h',
        seed: 1,
        vars: {},
        key: { a: 1 },
        reply: ['1'],
        credit,
        mark: { credit, parts: [{ name: 'a', credit, mistake, self }] },
        rating,
        ms,
        mode: rating === null ? 'drill' : 'study',
        hint: false,
        guess: false,
        at: new Date(at),
        zone: 'UTC',
        recall,
        exam: null,
      },
      {},
    );
  }
}

function page(told: Told, topic?: string): string {
  stats(told.context, topic, {});
  told.context.close();
  return told.told();
}

function data(told: Told, topic?: string): Document {
  stats(told.context, topic, { json: true });
  told.context.close();
  return JSON.parse(told.told()) as Document;
}

/** Sixteen days of one question a day: 112 answers. */
const LONG: readonly Given[] = Array.from({ length: 112 }, (_, i) => {
  const [day, question] = [Math.floor(i / 7), [CONV, FLAT, LSTM][i % 3] as string];
  const at = `2026-11-${String(5 + day).padStart(2, '0')}T${String(10 + (i % 7)).padStart(2, '0')}:00:00Z`;
  const isRecalled = i % 5 !== 0;
  return { question, at, rating: isRecalled ? 'good' : 'again', credit: Number(isRecalled), recall: 0.85, ms: 60_000 };
});

const FEW: readonly Given[] = [
  { at: '2026-11-18T10:00:00Z', ms: 60_000 },
  { at: '2026-11-19T10:00:00Z', rating: 'again', credit: 0, recall: 0.9, ms: 120_000, mistake: 'bias forgotten' },
  { at: '2026-11-20T10:00:00Z', recall: 0.8, ms: 30_000, mistake: 'bias forgotten' },
  { question: LSTM, at: '2026-11-20T10:05:00Z', rating: 'hard', credit: 0.5, self: true },
  { question: FLAT, at: '2026-11-20T10:06:00Z', rating: null, ms: 90_000 },
];

describe('an empty history', () => {
  it('is told in one friendly sentence', async () => {
    expect(page(await opened())).toBe('No answers yet, so there is nothing to count. "tutor study" begins.\n');
    expect(page(await opened(), 'cnn')).toBe(
      'No answers of cnn yet, so there is nothing to count. "tutor study" begins.\n',
    );
  });

  it('is zeros and nulls to programs', async () => {
    const document = data(await opened());
    const nothing = { count: 0, of: 0, share: null, low: null, high: null };
    expect(document).toMatchObject({
      version: 1,
      topic: null,
      day: '2026-11-20',
      answers: 0,
      self: 0,
      streak: { current: 0, longest: 0, days: 0 },
      retention: { all: { recalled: nothing, predicted: null }, topics: [], kinds: [] },
      calibration: { recalled: nothing, predicted: null, difference: { mean: null, low: null, high: null }, bins: [] },
      comparison: { answers: 0, fsrs: { logLoss: null }, overallAverage: { logLoss: null, fsrs: 'early' } },
      time: { ms: 0, timed: 0, median: null, kinds: [] },
      mistakes: [],
      questions: [],
    });
    expect(document.periods.map(({ days, answers, right }: Document) => [days, answers, right])).toEqual(
      [1, 7, 30].map(days => [days, 0, nothing]),
    );
    expect(document.syllabus.all.unseen.questions).toBeGreaterThan(100);
  });
});

it('has every number of a small history in its document', async () => {
  const told = await opened();
  record(told, FEW);
  const document = data(told);
  expect(Object.keys(document)).toEqual([
    'version',
    'topic',
    'day',
    'answers',
    'self',
    'periods',
    'streak',
    'calendar',
    'due',
    'retention',
    'calibration',
    'comparison',
    'time',
    'mistakes',
    'questions',
    'syllabus',
    'outlook',
  ]);
  expect(document).toMatchObject({ answers: 5, self: 1, streak: { current: 3, longest: 3, days: 3 } });
  expect(document.periods[0]).toMatchObject({ days: 1, answers: 3, self: 1, rated: 2, new: 1, ms: 120_000 });
  expect(document.periods[0].right).toMatchObject({ count: 2, of: 2, share: 1 });
  expect(document.periods[1]).toMatchObject({ answers: 5, rated: 4, new: 2, right: { count: 3, of: 4 } });
  expect(document.calendar).toHaveLength(7 * 25 + 5);
  expect(document.calendar.at(-1)).toEqual({ day: '2026-11-20', answers: 3 });
  expect(document.due.days).toHaveLength(30);
  expect(document.due.days[0]).toEqual({ day: '2026-11-20', due: 0, ms: 0 });
  expect(document.due.days.reduce((sum: number, { due }: Document) => sum + due, document.due.later)).toBe(2);
  expect(document.retention.topics).toEqual([
    {
      topic: 'cnn',
      recalled: { count: 1, of: 2, share: 0.5, low: expect.any(Number), high: expect.any(Number) },
      predicted: expect.closeTo(0.85, 12),
    },
  ]);
  expect(document.calibration.bins.map(({ from, to }: Document) => [from, to])).toEqual([
    [0.8, 0.85],
    [0.9, 0.95],
  ]);
  expect(document.comparison).toMatchObject({ answers: 2, prior: { answers: 10, recall: 0.9 } });
  expect(document.comparison.fsrs.logLoss).toBeCloseTo((-Math.log(0.1) - Math.log(0.8)) / 2, 12);
  expect(document.comparison.overallAverage.logLoss).toBeCloseTo((-Math.log(0.1) - Math.log(9 / 11)) / 2, 12);
  expect(document.time).toMatchObject({ ms: 300_000, timed: 4, median: 75_000 });
  expect(document.time.hours[10]).toBe(5);
  expect(document.mistakes).toEqual([{ tag: 'bias forgotten', times: 2, questions: [CONV], lastDay: '2026-11-20' }]);
  expect(document.questions).toEqual([
    { id: CONV, lapses: 1, answers: 3, credit: expect.closeTo(2 / 3, 12) },
    { id: LSTM, lapses: 0, answers: 1, credit: 0.5 },
  ]);
  expect(document.syllabus.all).toMatchObject({ known: { questions: 0, credits: 0 }, learning: { questions: 2 } });
  expect(document.outlook.days.map(({ day }: Document) => day)).toEqual([
    '2026-11-20',
    '2026-11-27',
    '2026-12-04',
    '2026-12-18',
  ]);
  expect(document.outlook.topics.map(({ topic, questions }: Document) => [topic, questions])).toEqual([
    ['cnn', 1],
    ['lstm', 1],
  ]);
  const { recall } = document.outlook.all;
  expect(recall).toEqual(recall.toSorted((a: number, b: number) => b - a));
  expect(recall).toHaveLength(4);
});

it('has the day of the exam among those to come, where a plan is in force', async () => {
  const told = await opened();
  record(told, FEW);
  const share = { mean: 0.5, low: 0.4, high: 0.6 };
  const goal = { exam: '2026-12-01', made: '2026-11-20', lastNewDay: null, minutes: 20, credits: 90, newPerDay: 3 };
  told.context.store().set('plan', { ...goal, toMeet: 0, remembered: share, score: share });
  expect(data(told).outlook.days.slice(1, 3)).toEqual([
    { day: '2026-11-27', exam: false },
    { day: '2026-12-01', exam: true },
  ]);
});

it('leaves out what was taken back', async () => {
  const told = await opened();
  record(told, FEW);
  const store = told.context.store();
  const last = store.lastUndoable();
  expect(last?.question).toBe(FLAT);
  store.correct(last?.id ?? '', { kind: 'undo' });
  expect(data(told)).toMatchObject({ answers: 4, time: { timed: 3 } });
});

describe('a topic', () => {
  it('limits every statistic', async () => {
    const told = await opened();
    record(told, FEW);
    const document = data(told, 'lstm');
    expect(document).toMatchObject({
      topic: 'lstm',
      answers: 1,
      self: 1,
      mistakes: [],
      streak: { current: 1, days: 1 },
    });
    expect(document.questions.map(({ id }: Document) => id)).toEqual([LSTM]);
    const { known, learning, unseen } = document.syllabus.all;
    expect(known.questions + learning.questions + unseen.questions).toBe(told.context.bank.below('lstm').length);
  });

  it('that nothing is about is refused, with the nearest one', async () => {
    const { context } = await opened();
    expect(() => stats(context, 'lsmt', {})).toThrow(UsageError);
    expect(() => stats(context, 'lsmt', {})).toThrow(/No question is about "lsmt"\. Did you mean lstm/);
  });
});

describe('the page', () => {
  it.each([40, 60, 80, 100])('fits a terminal of %d columns', async width => {
    const told = await opened({}, width);
    record(told, LONG);
    for (const line of page(told).split('\n')) expect(columns(line)).toBeLessThanOrEqual(width);
  });

  it('has a heading for everything that it tells', async () => {
    const told = await opened();
    record(told, LONG);
    const text = page(told);
    expect(text.match(/^\S.*$/gm)).toEqual([
      'Statistics on 2026-11-20',
      'What you did',
      'Answers a day',
      'Questions due on each of the next 30 days',
      'Memory in the weeks to come',
      'Retention',
      'Predicted and recalled',
      'FSRS against plain averages',
      'Time',
      'Mistakes that come back',
      'Hardest questions',
      'The bank by topic: questions known / learning / unseen',
    ]);
    expect(text).toMatch(/^ {2}Last 7 days +49 +39 of 49, 80 % +0 +21 +0 +49 min$/m);
    expect(text).toMatch(/Streak: 16 days, the longest 16 days; 112 answers on 16 days in all\./);
    expect(text).toMatch(/Over 45 answers, predicted 85 %, recalled/);
    expect(text).toMatch(/Too early to tell who predicts better: 45 of 100/);
    // Of numbers in a column the last digits stand below one another, and so do the words between them.
    const credits = text.split('\n').filter(line => line.endsWith(' credits known'));
    expect(credits.length).toBeGreaterThan(1);
    expect(new Set(credits.map(line => line.lastIndexOf(' of '))).size).toBe(1);
  });

  it('breaks nothing with one answer', async () => {
    const told = await opened();
    record(told, FEW.slice(0, 1));
    const text = page(told);
    expect(text).not.toMatch(/NaN|Infinity|undefined|null/);
    expect(text).toMatch(/Nothing was asked on a second day yet/);
  });

  it('says how many answers the student marked', async () => {
    const told = await opened();
    record(told, FEW);
    expect(page(told).replaceAll(/\s+/g, ' ')).toMatch(
      /You marked 1 answer yourself \(20 % of all\); what you mark counts neither as right nor as wrong here\./,
    );
  });

  it('is drawn in ASCII where the terminal has no other signs', async () => {
    const [plain, other] = [await opened({ LANG: 'C' }), await opened({ LANG: 'C.UTF-8' })];
    for (const told of [plain, other]) record(told, LONG);
    // Titles of questions keep their own signs.
    expect(page(plain)).not.toMatch(/[–−·…\u2500-\u259f]/);
    expect(page(other)).toMatch(/█/);
  });

  it('tells charts in words to listeners', async () => {
    const told = await opened({ INK_SCREEN_READER: 'true' });
    record(told, LONG);
    const text = page(told);
    expect(text).not.toMatch(/[█▒├┤·]/);
    expect(text.replaceAll(/\s+/g, ' ')).toMatch(
      /Calendar of 26 weeks up to 2026-11-20: 16 days with answers, at most 7 on/,
    );
  });
});

it('is a command', async () => {
  const folder = temporaryFolder();
  expect((await tutor(['stats'], folder)).stdout).toMatch(/^No answers yet/);
  await json(['review', CONV, '--given', '--reply', '-12345'], folder);
  expect(await json(['stats'], folder)).toMatchObject({
    answers: 1,
    periods: [{ answers: 1, rated: 1, new: 1 }, {}, {}],
  });
  expect(await json(['stats', 'lstm'], folder)).toMatchObject({ topic: 'lstm', answers: 0 });
  expect((await tutor(['stats', 'nowhere'], folder)).status).toBe(2);
});
