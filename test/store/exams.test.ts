import { execFile } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StoreError } from '../../src/store/errors.ts';
import { attemptOf, resultOf } from './exam-support.ts';
import { answer, MIGRATIONS, NOW, open, replay, temporaryFolder } from './support.ts';

const answersTo = (...questions: readonly string[]) =>
  questions.map(question => ({ review: answer(question), template: { title: question } }));

describe('an exam being taken', () => {
  it('is there again with its drafts after reopening, and several can be', () => {
    const folder = temporaryFolder();
    const first = open(folder);
    const one = first.exams.begin(attemptOf());
    const two = first.exams.begin(attemptOf({ form: 'B', clock: 'none', forecast: null }));
    expect(one).toEqual({ ...attemptOf(), id: expect.any(String), elapsedMs: 0, handedInAt: null });
    const reply = { text: 'x = \n "3" \\ $1$ 😀', cells: [[1, Number.NEGATIVE_INFINITY], null] };
    first.exams.save(one.id, 'reply:1.1', 'a');
    first.exams.save(one.id, 'reply:1.1', reply);
    first.exams.save(one.id, 'flags', ['1.1']);
    first.exams.save(two.id, 'at', 3);
    first.exams.beat(one.id, 61_000.5);
    first.close();

    const { exams } = open(folder);
    expect(exams.attempts()).toEqual([two, { ...one, elapsedMs: 61_000.5 }]);
    expect([exams.open(), exams.attempt(one.id)?.elapsedMs, exams.attempt('nobody')]).toEqual([two, 61_000.5, null]);
    expect([...exams.drafts(one.id)]).toEqual([
      ['flags', ['1.1']],
      ['reply:1.1', reply],
    ]);
    exams.drop(two.id);
    expect(exams.attempts().map(({ id }) => id)).toEqual([one.id]);
    expect(exams.drafts(two.id)).toEqual(new Map());
  });

  it('never takes time back, and none any more once it is handed in, which it is once', () => {
    const { exams } = open();
    const { id } = exams.begin(attemptOf());
    const used = () => exams.attempt(id)?.elapsedMs;
    for (const ms of [5000, 3000, 7000, 0]) exams.beat(id, ms);
    expect(used()).toBe(7000);
    exams.save(id, 'reply:1.1', 'kept');
    exams.handIn(id, NOW, 6000);
    expect([used(), exams.attempt(id)?.handedInAt]).toEqual([7000, NOW]);
    exams.beat(id, 9000);
    expect(() => exams.handIn(id, new Date(0), 8000)).toThrow(/handed in before/);
    exams.save(id, 'granted:1.2', [true]);
    expect([used(), exams.attempt(id)?.handedInAt]).toEqual([7000, NOW]);
    expect([...exams.drafts(id).keys()]).toEqual(['granted:1.2', 'reply:1.1']);
  });

  it('is refused where there is none', () => {
    const { exams } = open();
    for (const act of [
      () => exams.save('gone', 'flags', []),
      () => exams.beat('gone', 1),
      () => exams.handIn('gone', NOW, 1),
      () => exams.finish('gone', resultOf(), []),
      () => exams.drop('gone'),
    ]) {
      expect(act).toThrow(StoreError);
      expect(act).toThrow(/No exam gone is being taken .*"tutor exam list"/);
    }
    expect([exams.open(), exams.results()]).toEqual([null, []]);
  });

  it('is seen by another process, and keeps what that one has not forgotten', () => {
    const folder = temporaryFolder();
    const [one, two] = [open(folder), open(folder)];
    const { id } = one.exams.begin(attemptOf());
    two.exams.save(id, 'at', 1);
    expect(one.exams.drafts(id)).toEqual(new Map([['at', 1]]));
    two.record(answer('cnn/one'), {});
    one.exams.save(id, 'at', 2);
    expect(one.card('cnn/one')).toEqual(two.card('cnn/one'));
  });

  it('is none of the business of other machines', () => {
    const store = open();
    const { id } = store.exams.begin(attemptOf());
    store.exams.save(id, 'at', 1);
    expect([...store.rows()]).toEqual([]);
  });
});

describe('finishing', () => {
  it('records answers and result, and ends the attempt', () => {
    const folder = temporaryFolder();
    const store = open(folder);
    const before = store.record(answer('cnn/one', '2026-11-17T12:00:00Z'), {});
    const { id } = store.exams.begin(attemptOf());
    store.exams.save(id, 'reply:1.1', '33');
    store.exams.handIn(id, NOW, 5_400_000);
    const result = store.exams.finish(id, resultOf(), answersTo('cnn/one', 'cnn/two'));
    expect(result).toEqual({ ...resultOf(), id: result.id, device: store.device });
    expect(store.exams.results()).toEqual([result]);
    expect([store.exams.attempts(), store.exams.drafts(id)]).toEqual([[], new Map()]);
    const [two, one] = store.reviews();
    expect([one?.exam, two?.exam, before.exam]).toEqual([result.id, result.id, null]);
    expect(store.recorded(one?.id ?? '')?.exam).toBe(result.id);
    expect(store.version('cnn/two', 'f00d')).toEqual({ title: 'cnn/two' });
    expect(store.card('cnn/one')).toEqual({ question: 'cnn/one', ...replay([before, ...(one ? [one] : [])]) });
    expect(store.card('cnn/two')).toEqual({ question: 'cnn/two', ...replay(two ? [two] : []) });
    const cards = store.cards();
    store.rebuildCards();
    expect(store.cards()).toEqual(cards);
    expect(store.record(answer('after'), {}).id > id).toBe(true);
  });

  it('happens once', () => {
    const store = open();
    const { id } = store.exams.begin(attemptOf());
    store.exams.finish(id, resultOf(), answersTo('cnn/one'));
    const after = [...store.rows()];
    expect(() => store.exams.finish(id, resultOf(), answersTo('cnn/one'))).toThrow(/was finished or dropped/);
    expect([...store.rows()]).toEqual(after);
  });

  it('happens wholly or not at all, and can be tried again', () => {
    const store = open();
    const { id } = store.exams.begin(attemptOf());
    store.exams.save(id, 'at', 1);
    const bad = [...answersTo('cnn/one'), { review: answer('cnn/two', NOW, { credit: 2 }), template: {} }];
    expect(() => store.exams.finish(id, resultOf(), bad)).toThrow(/CHECK/);
    expect(() => store.exams.finish(id, resultOf({ earned: -1 }), answersTo('cnn/one'))).toThrow(/CHECK/);
    expect([[...store.rows()], store.cards().size, store.exams.drafts(id).size]).toEqual([[], 0, 1]);
    store.exams.finish(id, resultOf(), answersTo('cnn/one'));
    expect([store.reviews().length, store.cards().size]).toEqual([1, 1]);
  });

  it('counts a question once a day, whatever is said of it', () => {
    const store = open();
    const first = store.record(answer('cnn/one', '2026-11-20T08:00:00Z', { rating: 'again' }), {});
    const finished = store.exams.finish(store.exams.begin(attemptOf()).id, resultOf(), answersTo('cnn/one'));
    expect(store.card('cnn/one')).toEqual({ question: 'cnn/one', ...replay([first]) });
    const { id: next } = store.exams.begin(attemptOf());
    const repeat = { review: answer('cnn/one', NOW, { mode: 'practice', rating: null }), template: {} };
    const later = store.exams.finish(next, resultOf(), [repeat]);
    expect(store.card('cnn/one')).toEqual({ question: 'cnn/one', ...replay([first]) });
    expect(store.reviews().map(({ exam }) => exam)).toEqual([later.id, finished.id, null]);
  });

  it('lists the newest first, with what nobody said or watched', () => {
    const { exams } = open();
    const days = ['2026-11-20', '2026-11-22', '2026-11-21'];
    for (const day of days) {
      const given = resultOf({ at: new Date(`${day}T12:00:00Z`), forecast: null, ms: null, clock: 'none', self: 0 });
      exams.finish(exams.begin(attemptOf()).id, given, []);
    }
    const results = exams.results();
    expect(results.map(({ at }) => at.toISOString().slice(0, 10))).toEqual(days.toSorted().toReversed());
    expect(results[0]).toMatchObject({ forecast: null, ms: null, clock: 'none', self: 0 });
  });

  it('keeps both where copies of one attempt are finished on two machines', () => {
    const folder = temporaryFolder();
    const first = open(folder);
    const { id } = first.exams.begin(attemptOf());
    const copy = temporaryFolder();
    first.close();
    cpSync(folder, copy, { recursive: true });
    const [here, there] = [open(folder), open(copy)];
    const done = there.exams.finish(id, resultOf({ earned: 1 }), answersTo('cnn/one'));
    const own = here.exams.finish(id, resultOf(), answersTo('cnn/two'));
    here.merge(there.rows());
    expect(
      here.exams
        .results()
        .map(result => result.id)
        .sort(),
    ).toEqual([own.id, done.id].sort());
    expect(here.reviews({ question: 'cnn/two' })[0]?.exam).toBe(own.id);
  });
});

/** What the process said before it was killed. */
function taker(folder: string, end: string): Promise<readonly string[]> {
  const script = join(import.meta.dirname, 'fixtures/taker.ts');
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [script, MIGRATIONS, folder, end], (error, stdout) => {
      if (error?.signal === 'SIGKILL') resolve(stdout.split('\n').filter(Boolean));
      else reject(error ?? new Error('it was not killed'));
    });
  });
}

it('goes on where the program was killed, also in the middle of finishing', async () => {
  const folders = [temporaryFolder(), temporaryFolder()];
  const ways = ['saved', 'finishing'];
  const said = await Promise.all(ways.map((way, i) => taker(folders[i] ?? '', way)));
  for (const [i, [id = '', ...saved]] of said.entries()) {
    const store = open(folders[i]);
    expect(store.exams.open()?.id).toBe(id);
    expect(store.exams.drafts(id)).toEqual(new Map([['reply:1.1', `x = ${saved.at(-1)}`]]));
    expect([[...store.rows()], store.cards().size, store.damage()]).toEqual([[], 0, []]);
    expect(store.exams.open()?.handedInAt).toEqual(ways[i] === 'finishing' ? NOW : null);
    store.exams.finish(id, resultOf(), answersTo('cnn/one', 'cnn/two'));
    expect([store.reviews().length, store.exams.results().length]).toEqual([2, 1]);
  }
}, 30_000);
