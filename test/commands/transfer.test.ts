import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Context, openContext } from '../../src/commands/context.ts';
import type { Environment } from '../../src/commands/environment.ts';
import { exportHistory } from '../../src/commands/transfer/export.ts';
import { csvLine } from '../../src/commands/transfer/export-cells.ts';
import { importHistory } from '../../src/commands/transfer/import.ts';
import { sync } from '../../src/commands/transfer/sync.ts';
import type { NewReview } from '../../src/schedule/review.ts';
import { answer, dump, MIGRATIONS, NOON, TEMPLATE, temporaryFolder, textOf } from '../store/transfer/support.ts';

const ROOT = join(import.meta.dirname, '../..');
const CONV = 'cnn/conv-1x1-params';

/** Commands over a data folder of their own, with what they print. */
async function student(typed = '') {
  const data = temporaryFolder();
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const environment = {
    ...{ variables: {}, stdout, stderr, stdin: Readable.from([Buffer.from(typed)]) },
    ...{ now: () => NOON, monotonic: () => 0, zone: 'UTC', randomBytes },
    shipped: {
      bank: join(ROOT, 'dist/bank.json'),
      lintWorker: '',
      printWorker: '',
      printProcess: '',
      questions: join(ROOT, 'questions'),
      migrations: MIGRATIONS,
    },
  } as unknown as Environment;
  const context: Context = await openContext(environment, { data });
  onTestFinished(context.close);
  const read = (stream: PassThrough): string => String(stream.read() ?? '');
  const record = (question: string, at?: string, rest?: Partial<NewReview>) =>
    context.store().record(answer(question, at, rest), TEMPLATE);
  return { data, context, record, out: () => read(stdout), err: () => read(stderr) };
}

/** Two answers, one of them corrected. */
async function studied() {
  const one = await student();
  const { id } = one.record(CONV, '2026-11-20T12:34:56.789Z');
  one.record('own/question', '2026-11-21T12:00:00Z', { rating: 'again', ms: null, recall: 0.87654321 });
  one.context.store().correct(id, { kind: 'rating', rating: 'hard' });
  one.context.store().set('retention', 0.85);
  return one;
}

async function code(command: () => Promise<void>): Promise<unknown> {
  await command();
  const status = process.exitCode;
  process.exitCode = undefined;
  return status;
}

describe('export and import', () => {
  it('move a history to another machine, through a file or a pipe', async () => {
    const from = await studied();
    const file = join(temporaryFolder(), 'log.jsonl');
    await exportHistory(from.context, file, {});
    expect(from.err()).toBe(`Written to ${file}.\n`);
    await exportHistory(from.context, undefined, {});
    expect(from.out()).toBe(textOf(file));
    await exportHistory(from.context, '-', { format: 'jsonl' });
    expect(from.out()).toBe(textOf(file));

    const to = await student(textOf(file));
    await importHistory(to.context, [file], { dryRun: true });
    expect(to.out()).toBe('Would be taken in: 2 answers, 1 correction, 1 setting, 2 question versions.\n');
    expect(to.context.store().reviews()).toEqual([]);
    await importHistory(to.context, [file], {});
    expect(to.out()).toBe('Taken in: 2 answers, 1 correction, 1 setting, 2 question versions.\n');
    expect(dump(to.data)).toEqual(dump(from.data));
    await importHistory(to.context, ['-', file], { json: true });
    expect(JSON.parse(to.out())).toEqual({
      version: 1,
      added: { answers: 0, corrections: 0, settings: 0, questions: 0, exams: 0 },
      known: 12,
      dryRun: false,
    });
    await importHistory(to.context, [file], {});
    expect(to.out()).toBe('Nothing new. 6 rows were known.\n');
  });

  it('move one question', async () => {
    const from = await studied();
    const file = join(temporaryFolder(), 'log.jsonl');
    await exportHistory(from.context, file, { question: CONV });
    const to = await student();
    await importHistory(to.context, [file], {});
    expect(to.out()).toBe('Taken in: 1 answer, 1 correction, 1 question version.\n');
    expect(to.context.store().card(CONV)?.lapses).toBe(0);
    const nothing = exportHistory(from.context, file, { question: 'no/such', force: true });
    await expect(nothing).rejects.toThrow(/no answer to "no\/such"/);
  });

  it('take in all files or none', async () => {
    const from = await studied();
    const folder = temporaryFolder();
    const [good, bad] = [join(folder, 'good.jsonl'), join(folder, 'bad.jsonl')];
    await exportHistory(from.context, good, {});
    writeFileSync(bad, textOf(good).replace('"credit":1,', '"credit":2,'));
    const to = await student();
    const refused = importHistory(to.context, [good, bad], {});
    await expect(refused).rejects.toThrow(
      `${bad}:4: "credit" must be a number from 0 to 1, not 2. Nothing was taken in.`,
    );
    expect(to.context.store().reviews()).toEqual([]);
    await expect(importHistory(to.context, [join(folder, 'none')], {})).rejects.toThrow(/There is no file .*none/);
    await expect(importHistory(to.context, [devNull], {})).rejects.toThrow(
      /is no regular file: pipe .* "tutor import -"/,
    );
    await expect(importHistory(to.context, [folder], {})).rejects.toThrow(/is a folder.*tutor sync/);
  });
});

describe('export never writes over a file', () => {
  it('unless told, and never over what is no file', async () => {
    const { context } = await studied();
    const folder = temporaryFolder();
    const [file, link] = [join(folder, 'log.jsonl'), join(folder, 'link')];
    writeFileSync(file, 'mine');
    symlinkSync(file, link);
    await expect(exportHistory(context, file, {})).rejects.toThrow(/exists\. Name another file, or add --force/);
    await expect(exportHistory(context, link, {})).rejects.toThrow(/exists/);
    await expect(exportHistory(context, folder, { force: true })).rejects.toThrow(/is a folder/);
    await expect(exportHistory(context, '/dev/null', { force: true })).rejects.toThrow(/no regular file/);
    expect(textOf(file)).toBe('mine');
    await exportHistory(context, link, { force: true });
    expect(textOf(file)).toMatch(/^\{"format"/);
    expect(readdirSync(folder)).toEqual(['link', 'log.jsonl']);
  });

  it('and leaves nothing behind where it cannot write', async () => {
    const { context } = await studied();
    const nowhere = join(temporaryFolder(), 'none', 'log.jsonl');
    await expect(exportHistory(context, nowhere, {})).rejects.toThrow(
      /cannot be written: its folder does not exist\. Make it/,
    );
    await expect(exportHistory(context, undefined, { format: 'xml' })).rejects.toThrow(/one of jsonl, csv, fsrs/);
    await expect(exportHistory(context, undefined, { format: 'toString' })).rejects.toThrow(/one of jsonl, csv, fsrs/);
  });
});

it('exports answers for spreadsheets', async () => {
  const { context, record, out } = await studied();
  const parts = [{ name: 'a', credit: 0.5, mistake: 'forgot, the bias', self: true }];
  const rest = {
    reply: ['=HYPERLINK("x")', '2'],
    mark: { parts },
    credit: 0.5,
    ms: 90_000,
    guess: true,
    zone: 'Asia/Tokyo',
  };
  const { id } = record('own/question', '2026-11-22T23:00:00Z', { ...rest, mode: 'practice', rating: null });
  context.store().correct(id, { kind: 'undo' });
  await exportHistory(context, undefined, { format: 'csv' });
  const title = context.bank.get(CONV)?.title;
  const topic = context.bank.get(CONV)?.topics[0];
  expect(out().split('\r\n')).toEqual([
    'date,time,zone,question,title,topic,mode,rating,credit,minutes,hint,guess,self-marked,predicted recall,reply,mistakes,taken back,scratch pad',
    `2026-11-20,13:34:56,Europe/Berlin,${CONV},${title},${topic},study,hard,1,0.14,no,no,no,,33,,no,`,
    '2026-11-21,13:00:00,Europe/Berlin,own/question,,,study,again,1,,no,no,no,0.8765,33,,no,',
    `2026-11-23,08:00:00,Asia/Tokyo,own/question,,,practice,,0.5,1.5,no,yes,yes,,"'=HYPERLINK(""x"") | 2","forgot, the bias",yes,`,
    '',
  ]);
});

it.each([
  ['=1+1', "'=1+1"],
  ['+cmd', "'+cmd"],
  ['-x^2', "'-x^2"],
  ['@SUM(1)', "'@SUM(1)"],
  ['\t=1', '"\'\t=1"'],
  ['\r=1', '"\'\r=1"'],
  ['-12.5', '-12.5'],
  ['+3e-4', '+3e-4'],
  ['-1|cmd', "'-1|cmd"],
  ['a"b', '"a""b"'],
  ['a,b', '"a,b"'],
  ['a\nb', '"a\nb"'],
  ['half \ud800', 'half \ufffd'],
])('writes the cell %j as %j', (given, written) => {
  expect(csvLine([given, null, -3])).toBe(`${written},,-3\r\n`);
});

it('exports reviews for the optimizers of FSRS', async () => {
  const { context, record, out } = await student();
  record('b/two', '2026-11-20T12:00:00Z', { rating: 'easy', ms: null });
  record('a/one', '2026-11-20T12:00:00Z', { rating: 'again', ms: 1234.6 });
  record('a/one', '2026-11-20T13:00:00Z', { rating: 'good' });
  record('a/one', '2026-11-21T12:00:00Z', { rating: null, mode: 'practice' });
  const { id } = record('a/one', '2026-11-22T12:00:00Z');
  record('a/one', '2026-11-23T12:00:00Z', { rating: 'hard' });
  context.store().correct(id, { kind: 'undo' });
  const at = (text: string): number => Date.parse(text);
  await exportHistory(context, undefined, { format: 'fsrs' });
  expect(out().split('\r\n')).toEqual([
    'card_id,review_time,review_rating,review_state,review_duration',
    `a/one,${at('2026-11-20T12:00:00Z')},1,0,1235`,
    `a/one,${at('2026-11-23T12:00:00Z')},2,2,8123`,
    `b/two,${at('2026-11-20T12:00:00Z')},4,0,0`,
    '',
  ]);
  await exportHistory(context, undefined, { format: 'fsrs', question: 'b/two' });
  expect(out().split('\r\n')).toHaveLength(3);
});

describe('sync', () => {
  it('says what came and what went', async () => {
    const shared = temporaryFolder();
    const [one, two] = [await studied(), await student()];
    expect(await code(() => sync(one.context, shared, {}))).toBeUndefined();
    const { device } = one.context.store();
    expect(one.out()).toBe(
      `Nothing new (0 files read).\nWritten: ${device}-2026-11.jsonl, ${device}-questions.jsonl.\n`,
    );
    await sync(two.context, shared, { json: true });
    expect(JSON.parse(two.out())).toEqual({
      version: 1,
      added: { answers: 2, corrections: 1, settings: 1, questions: 2, exams: 0 },
      read: [`${device}-2026-11.jsonl`, `${device}-questions.jsonl`],
      written: [],
      leftOut: [],
    });
    await sync(two.context, shared, {});
    expect(two.out()).toBe('Nothing new (2 files read).\nNothing to write.\n');
    expect(dump(two.data)).toEqual(dump(one.data));
  });

  it('ends with 1 where a file was left out', async () => {
    const shared = temporaryFolder();
    writeFileSync(join(shared, 'torn.jsonl'), '{"format"');
    const { context, out, err } = await studied();
    expect(await code(() => sync(context, shared, {}))).toBe(1);
    expect(err()).toBe(
      `left out: ${join(shared, 'torn.jsonl')}:1: the file ends in the middle of a line; copy it again. It is looked at again next time.\nWhere there is no whole copy, move the file away: each machine writes anew what it has of it at its next sync.\n`,
    );
    expect(out()).toMatch(/Written:/);
  });

  it('refuses a folder that is not there, a file, and the data folder', async () => {
    const { context, data } = await student();
    const folder = temporaryFolder();
    await expect(sync(context, join(folder, 'none'), {})).rejects.toThrow(/There is no folder .*Plug the disk in/);
    writeFileSync(join(folder, 'file'), '');
    await expect(sync(context, join(folder, 'file'), {})).rejects.toThrow(/is no folder/);
    mkdirSync(join(data, 'below'));
    symlinkSync(data, join(folder, 'link'));
    for (const same of [data, join(data, 'below', '..'), join(folder, 'link')]) {
      await expect(sync(context, same, {})).rejects.toThrow(/is the data folder itself/);
    }
  });
});
