import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Bank } from '../../bank/bank.ts';
import { planForm } from '../draw/plan-form.ts';
import type { Form } from '../form.ts';
import { makeForm } from '../make-form.ts';
import { paperOf } from '../to-paper.ts';
import { collector } from './collect.ts';
import { type FormatName, formatOf, type Printable, type Writer } from './formats.ts';
import type { Job, Sheet } from './jobs.ts';
import { isThere, writeNewFile } from './new-file.ts';
import type { PrintOrder } from './order.ts';
import type { Shared } from './shared.ts';

/** Where many people write the same forms, so many are kept. */
const KEPT_FORMS = 32;

type Writers = ReadonlyMap<FormatName, Writer>;

/** Collecting takes as long as setting a page or two, so it is not done after each paper. */
const COLLECTED_AFTER = 4;

/** Makes one job after another until none is left; other threads may do the same at the same time. */
export async function printJobs(order: PrintOrder, bank: Bank, shared: Shared): Promise<void> {
  const writers = await writersOf(order.formats);
  let papers = 0;
  const collect = order.formats.includes('pdf') ? collector() : () => {};
  const formAt = keeping(KEPT_FORMS, index => makeForm(planForm(order, bank, index), order.blueprint, bank));
  for (let job = next(order, shared); job; job = next(order, shared)) {
    for (const sheet of job) {
      printSheet(order, sheet, formAt, writers);
      shared.add(1);
      // Between two papers signals are heard, and what was set is freed: first its handles, then what they stand for.
      if (++papers % COLLECTED_AFTER === 0) collect();
      await setImmediate();
    }
  }
}

async function writersOf(formats: readonly FormatName[]): Promise<Writers> {
  const loaded = formats.map(async (name): Promise<[FormatName, Writer]> => [name, await formatOf(name).load()]);
  return new Map(await Promise.all(loaded));
}

function next({ jobs }: PrintOrder, shared: Shared): Job | undefined {
  const at = shared.take(jobs.length);
  return at === null ? undefined : jobs[at];
}

function printSheet(
  order: PrintOrder,
  { file, format, solutions, copies }: Sheet,
  formAt: (index: number) => Form,
  writers: Writers,
): void {
  const path = join(order.folder, file);
  if (order.resume && isThere(path)) return;
  const write = writers.get(format);
  if (!write) throw new RangeError(`the format ${format} was not ordered`);
  const papers = copies.map(({ form: index, person }): Printable => {
    const form = formAt(index);
    return { form, paper: paperOf(form, { blueprint: order.blueprint, code: order.code, person, solutions }) };
  });
  writeNewFile(path, write(papers, order.size), order.replace);
}

/** Remembers the latest results of a function. */
function keeping<T>(most: number, make: (index: number) => T): (index: number) => T {
  const kept = new Map<number, T>();
  return index => {
    const found = kept.get(index) ?? make(index);
    kept.delete(index);
    kept.set(index, found);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return found;
  };
}
