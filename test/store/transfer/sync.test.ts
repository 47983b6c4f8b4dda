import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { RATINGS } from '../../../src/schedule/review.ts';
import type { Store } from '../../../src/store/store.ts';
import { HEADER } from '../../../src/store/transfer/format.ts';
import { bytesIn } from '../../../src/store/transfer/gather.ts';
import { syncFolder } from '../../../src/store/transfer/sync.ts';
import { attemptOf, resultOf } from '../exam-support.ts';
import { answer, dump, NOON, open, openAt, TEMPLATE, temporaryFolder, textOf } from './support.ts';

const DAY = 86_400_000;

/** An open store with the folder it is in, and a clock to turn. */
function machine(folder = temporaryFolder()) {
  const clock = { now: NOON.getTime() };
  const store = open(folder, () => new Date(clock.now));
  const study = (question: string, days = 0) => {
    clock.now = NOON.getTime() + days * DAY;
    return store.record(answer(question, new Date(clock.now), { hash: `hash of ${question}` }), TEMPLATE);
  };
  return { folder, store, study };
}

const reviews = (store: Store): string[] => store.reviews().map(({ id }) => id);

describe('two machines', () => {
  it('come to the same history, and each writes only files of its own', async () => {
    const shared = temporaryFolder();
    const [a, b] = [machine(), machine()];
    a.study('cnn/a');
    a.study('cnn/a', 20);
    b.study('rnn/b');
    b.store.set('retention', 0.8);
    const first = await syncFolder(a.store, shared);
    expect(first).toMatchObject({ added: { review: 0 }, read: [], leftOut: [] });
    expect(first.written).toEqual(['2026-11', '2026-12', 'questions'].map(part => `${a.store.device}-${part}.jsonl`));
    const second = await syncFolder(b.store, shared);
    expect(second.added).toEqual({ question: 1, review: 2, correction: 0, setting: 0, exam: 0 });
    expect(second.written.every(file => file.startsWith(b.store.device))).toBe(true);
    const third = await syncFolder(a.store, shared);
    expect(third).toMatchObject({ added: { question: 1, review: 1, setting: 1 }, written: [] });
    expect(dump(a.folder)).toEqual(dump(b.folder));
    expect((await syncFolder(b.store, shared)).written).toEqual([]);
    // No row lies there twice.
    const lines = readdirSync(shared).flatMap(file => textOf(shared, file).trimEnd().split('\n').slice(1));
    expect(lines).toHaveLength(new Set(lines).size);
    expect(lines).toHaveLength([...a.store.rows()].length);
  });

  it('tell each other the exams that were finished, and not those being taken', async () => {
    const shared = temporaryFolder();
    const [a, b] = [machine(), machine()];
    const [done, lasting] = [a.store.exams.begin(attemptOf()), a.store.exams.begin(attemptOf())];
    a.store.exams.save(lasting.id, 'at', 1);
    const result = a.store.exams.finish(done.id, resultOf(), [{ review: answer('cnn/a'), template: TEMPLATE }]);
    const other = b.store.exams.begin(attemptOf({ form: 'B' }));
    b.store.exams.finish(other.id, resultOf({ form: 'B', forecast: null, at: NOON }), []);
    for (const { store } of [a, b, a]) await syncFolder(store, shared);
    expect(b.store.exams.results()).toEqual([result, expect.objectContaining({ form: 'B', device: b.store.device })]);
    expect(b.store.reviews()[0]?.exam).toBe(result.id);
    expect(b.store.exams.attempts()).toEqual([]);
    expect(dump(a.folder)).toEqual(dump(b.folder));
    expect((await syncFolder(b.store, shared)).written).toEqual([]);
    expect(a.store.exams.drafts(lasting.id).size).toBe(1);
  });

  it('only ever add to the end of their files', async () => {
    const shared = temporaryFolder();
    const a = machine();
    a.study('cnn/a');
    await syncFolder(a.store, shared);
    const file = `${a.store.device}-2026-11.jsonl`;
    const before = textOf(shared, file);
    const { id } = a.study('cnn/a', 3);
    a.store.correct(id, { kind: 'undo' });
    a.study('cnn/a', 4);
    await syncFolder(a.store, shared);
    const after = textOf(shared, file);
    expect(after.startsWith(before)).toBe(true);
    expect(after.split('\n')).toHaveLength(before.split('\n').length + 3);
  });

  it('keep every row where one database is a copy of the other', async () => {
    const shared = temporaryFolder();
    const original = temporaryFolder();
    const before = openAt(original);
    before.record(answer('cnn/a'), TEMPLATE);
    before.close();
    const twin = temporaryFolder();
    cpSync(original, twin, { recursive: true });
    const [a, b] = [machine(original), machine(twin)];
    expect(a.store.device).toBe(b.store.device);
    for (let day = 1; day < 4; day++) {
      a.study('cnn/a', day);
      b.study('rnn/b', day);
      await syncFolder(a.store, shared);
      await syncFolder(b.store, shared);
    }
    await syncFolder(a.store, shared);
    expect(reviews(a.store)).toHaveLength(7);
    expect(dump(a.folder)).toEqual(dump(b.folder));
    const fresh = machine();
    await syncFolder(fresh.store, shared);
    expect(dump(fresh.folder)).toEqual(dump(a.folder));
  });

  it('with one device mend what git could not merge', async () => {
    const original = temporaryFolder();
    openAt(original).close();
    const twin = temporaryFolder();
    cpSync(original, twin, { recursive: true });
    const [a, b] = [machine(original), machine(twin)];
    const [here, there] = [temporaryFolder(), temporaryFolder()];
    const own = a.study('cnn/a');
    const other = b.study('cnn/a', 1);
    await syncFolder(a.store, here);
    await syncFolder(b.store, there);
    const file = `${a.store.device}-2026-11.jsonl`;
    const [ours, theirs] = [here, there].map(folder => textOf(folder, file).split('\n')[1]);
    writeFileSync(join(here, file), `${HEADER}\n<<<<<<< HEAD\n${ours}\n=======\n${theirs}\n>>>>>>> main\n`);
    const { added, written } = await syncFolder(a.store, here);
    expect([added.review, written]).toEqual([1, [file]]);
    expect(reviews(a.store)).toEqual([other.id, own.id]);
    expect(textOf(here, file)).toBe(`${HEADER}\n${ours}\n${theirs}\n`);
  });
});

it('brings three machines together in any order', async () => {
  const step = fc.oneof(
    fc.record({ machine: fc.nat(2), question: fc.constantFrom('cnn/a', 'rnn/b'), rating: fc.constantFrom(...RATINGS) }),
    fc.record({ machine: fc.nat(2), undo: fc.nat(20) }),
    fc.record({ machine: fc.nat(2), retention: fc.constantFrom(0.8, 0.9, null) }),
    fc.record({ machine: fc.nat(2) }),
  );
  const order = fc.shuffledSubarray([0, 1, 2], { minLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), order, async (steps, last) => {
      const shared = temporaryFolder();
      const machines = [0, 1, 2].map(() => machine());
      for (const [i, todo] of steps.entries()) {
        const { store } = machines[todo.machine] as ReturnType<typeof machine>;
        const known = store.reviews();
        if ('question' in todo) {
          store.record(answer(todo.question, new Date(NOON.getTime() + i * DAY), { rating: todo.rating }), TEMPLATE);
        } else if ('undo' in todo) {
          const target = known[todo.undo % Math.max(1, known.length)];
          if (target) store.correct(target.id, { kind: 'undo' });
        } else if ('retention' in todo) store.set('retention', todo.retention);
        else await syncFolder(store, shared);
      }
      const count = new Set(machines.flatMap(({ store }) => reviews(store))).size;
      for (const i of [...last, ...last]) await syncFolder(machines[i]?.store as Store, shared);
      const [one, two, three] = machines.map(({ folder }) => dump(folder));
      expect(one?.review).toHaveLength(count);
      expect(two).toEqual(one);
      expect(three).toEqual(one);
      for (const { store } of machines) expect((await syncFolder(store, shared)).written).toEqual([]);
    }),
    { numRuns: 60 },
  );
}, 60_000);

describe('the folder may', () => {
  it('hold copies that a cloud service made of conflicts', async () => {
    const shared = temporaryFolder();
    const [a, b] = [machine(), machine()];
    const first = a.study('cnn/a');
    await syncFolder(a.store, shared);
    const file = `${a.store.device}-2026-11.jsonl`;
    renameSync(join(shared, file), join(shared, `${a.store.device}-2026-11 (conflicted copy).jsonl`));
    const second = a.study('cnn/a', 3);
    await syncFolder(a.store, shared);
    await syncFolder(b.store, shared);
    expect(reviews(b.store)).toEqual([second.id, first.id]);
    expect(textOf(shared, file)).toContain(first.id);
  });

  it('give a restored backup back what it had lost', async () => {
    const shared = temporaryFolder();
    const folder = temporaryFolder();
    const before = openAt(folder);
    before.record(answer('cnn/a'), TEMPLATE);
    before.close();
    const backup = temporaryFolder();
    cpSync(folder, backup, { recursive: true });
    const now = machine(folder);
    now.study('cnn/a', 2);
    now.store.set('retention', 0.85);
    await syncFolder(now.store, shared);
    const restored = machine(backup);
    expect((await syncFolder(restored.store, shared)).added).toMatchObject({ review: 1, setting: 1 });
    expect(dump(backup)).toEqual(dump(folder));
  });

  it('lose files: they are written again, also for a machine that is gone', async () => {
    const shared = temporaryFolder();
    const [a, b, c] = [machine(), machine(), machine()];
    a.study('cnn/a');
    b.study('rnn/b');
    for (const { store } of [a, b, a]) await syncFolder(store, shared);
    for (const file of readdirSync(shared)) rmSync(join(shared, file));
    await syncFolder(a.store, shared);
    await syncFolder(c.store, shared);
    expect(dump(c.folder)).toEqual(dump(a.folder));
    expect(c.store.reviews().map(({ device }) => device)).toContain(b.store.device);
  });

  it('not hear of rows that came by import: the machine that has them passes them on', async () => {
    const shared = temporaryFolder();
    const [a, b, gone] = [machine(), machine(), machine()];
    const { id } = gone.study('rnn/b');
    a.store.merge(gone.store.rows());
    await syncFolder(a.store, shared);
    await syncFolder(b.store, shared);
    expect(reviews(b.store)).toEqual([id]);
    expect(b.store.version('rnn/b', 'hash of rnn/b')).toEqual(TEMPLATE);
    // What was given once is not taken away again, or two machines could rely on each other for it.
    await syncFolder(gone.store, shared);
    a.study('cnn/a', 1);
    const { written } = await syncFolder(a.store, shared);
    expect(written).toContain(`${a.store.device}-2026-11.jsonl`);
    expect(textOf(shared, `${a.store.device}-2026-11.jsonl`)).toContain(id);
  });

  it('hold a marked copy of an own file, which is read and left as it is', async () => {
    const shared = temporaryFolder();
    const [a, b] = [machine(), machine()];
    const { id } = b.study('rnn/b');
    await syncFolder(b.store, shared);
    const copy = join(shared, `${a.store.device}-old-2026-11.jsonl`);
    renameSync(join(shared, `${b.store.device}-2026-11.jsonl`), copy);
    appendFileSync(copy, '<<<<<<< HEAD\n=======\n>>>>>>> main\n');
    const before = textOf(copy);
    await syncFolder(a.store, shared);
    expect(reviews(a.store)).toEqual([id]);
    expect(textOf(copy)).toBe(before);
  });
});

describe('what cannot be read is named and left out:', () => {
  /** A folder that b has written to, and a machine that comes to it. */
  async function visited() {
    const shared = temporaryFolder();
    const [a, b] = [machine(), machine()];
    a.study('cnn/a');
    b.study('rnn/b');
    b.study('rnn/b', 20);
    await syncFolder(b.store, shared);
    return { shared, a, b, file: `${b.store.device}-2026-11.jsonl` };
  }

  it('a file of which a half has come, until the other half comes', async () => {
    const { shared, a, b, file } = await visited();
    const whole = textOf(shared, file);
    writeFileSync(join(shared, file), whole.slice(0, -30));
    const first = await syncFolder(a.store, shared);
    expect(first.leftOut).toEqual([
      { file, why: `${join(shared, file)}:2: the file ends in the middle of a line; copy it again` },
    ]);
    expect(first.added).toMatchObject({ review: 1 });
    expect(first.written.every(name => name.startsWith(a.store.device))).toBe(true);
    writeFileSync(join(shared, file), whole);
    expect(await syncFolder(a.store, shared)).toMatchObject({ added: { review: 1 }, leftOut: [] });
    await syncFolder(b.store, shared);
    expect(dump(a.folder)).toEqual(dump(b.folder));
  });

  it('a file of its own, which is not written over then', async () => {
    const { shared, b } = await visited();
    const file = `${b.store.device}-2026-12.jsonl`;
    appendFileSync(join(shared, file), '{"type":"rev');
    const damaged = textOf(shared, file);
    b.study('rnn/b', 21);
    const { leftOut, written } = await syncFolder(b.store, shared);
    expect(leftOut.map(({ file: name }) => name)).toEqual([file]);
    expect(written).toEqual([]);
    expect(textOf(shared, file)).toBe(damaged);
    rmSync(join(shared, file));
    expect(await syncFolder(b.store, shared)).toMatchObject({ leftOut: [], written: [file] });
  });

  it('a row that was changed by hand', async () => {
    const { shared, a, file } = await visited();
    await syncFolder(a.store, shared);
    writeFileSync(join(shared, file), textOf(shared, file).replace('"credit":1,', '"credit":0,'));
    const { leftOut, written } = await syncFolder(a.store, shared);
    expect(leftOut).toEqual([{ file, why: expect.stringMatching(/Two different rows .*"credit" differs/) }]);
    // The rows of the other machine are there, only not readable.
    expect(written).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('what is no file, and links that go round in circles', async () => {
    const { shared, a } = await visited();
    symlinkSync('/dev/null', join(shared, 'device.jsonl'));
    symlinkSync('round.jsonl', join(shared, 'round.jsonl'));
    expect(bytesIn(shared)).toBeGreaterThan(0);
    const { leftOut, added } = await syncFolder(a.store, shared);
    expect(leftOut).toEqual([
      { file: 'device.jsonl', why: `${join(shared, 'device.jsonl')} is no regular file` },
      { file: 'round.jsonl', why: expect.stringContaining('ELOOP') },
    ]);
    expect(added.review).toBe(2);
  });

  it('files of other programs, empty ones and broken links; hidden ones and folders are passed over', async () => {
    const { shared, a } = await visited();
    writeFileSync(join(shared, 'anki.jsonl'), '{"deck":1}\n');
    writeFileSync(join(shared, 'empty.jsonl'), '');
    writeFileSync(join(shared, '._mac.jsonl'), 'x');
    writeFileSync(join(shared, 'notes.txt'), 'x');
    mkdirSync(join(shared, 'folder.jsonl'));
    symlinkSync(join(shared, 'nowhere'), join(shared, 'link.jsonl'));
    const { leftOut, added } = await syncFolder(a.store, shared);
    expect(leftOut.map(({ file }) => file)).toEqual(['anki.jsonl', 'empty.jsonl', 'link.jsonl']);
    expect(added.review).toBe(2);
  });
});

it('takes in what it can where nothing can be written, and says so', async () => {
  const shared = temporaryFolder();
  const [a, b] = [machine(), machine()];
  a.study('cnn/a');
  await syncFolder(a.store, shared);
  b.study('rnn/b');
  // Where a folder stands, no file can be put, not even by root.
  const inTheWay = join(shared, `${b.store.device}-2026-11.jsonl`);
  mkdirSync(inTheWay);
  onTestFinished(() => rmSync(inTheWay, { recursive: true, force: true }));
  await expect(syncFolder(b.store, shared)).rejects.toThrow(/cannot be written.*was taken in.*sync again/);
  expect(reviews(b.store)).toHaveLength(2);
  expect(readdirSync(shared).filter(file => file.endsWith('.tmp'))).toEqual([]);
});
