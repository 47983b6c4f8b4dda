import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { default_w } from 'ts-fsrs';
import { type Correction, RATINGS, type Review, type Setting } from '../../../src/schedule/review.ts';
import { studyDayNumber } from '../../../src/schedule/study-day.ts';
import type { ExamResult } from '../../../src/store/attempts.ts';
import { connect } from '../../../src/store/connection.ts';
import type { LogRow } from '../../../src/store/merge.ts';
import type { Store } from '../../../src/store/store.ts';
import { logLines } from '../../../src/store/transfer/log-lines.ts';
import { syncFolder } from '../../../src/store/transfer/sync.ts';
import { takeIn } from '../../../src/store/transfer/take-in.ts';
import type { NewCorrection } from '../../../src/store/types.ts';
import { attemptOf, resultOf } from '../exam-support.ts';
import type { Rows } from './reference.ts';
import { answer, MIGRATIONS, openAt, scratchFolder, TEMPLATE } from './support.ts';

/** Machines that study, take back, mark again, change settings and exchange their histories in any order. */

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

const ZONES = [
  ...['Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'Pacific/Apia', 'Pacific/Honolulu'],
  ...['Australia/Lord_Howe', 'America/St_Johns', 'UTC', '+05:45'],
];
const QUESTIONS = ['cnn/a', 'cnn/b', 'rnn/c'];
/** Nights on which clocks are changed lie just ahead. */
const STARTS = ['2026-03-27T22:00:00Z', '2026-10-23T21:00:00Z', '2026-11-20T12:00:00Z', '2027-12-30T02:30:00Z'];

/** The stabilities after a first answer, made longer or shorter. */
const firstScaled = (by: number): number[] => default_w.map((weight, i) => (i < 4 ? weight * by : weight));

const rating = fc.constantFrom(...RATINGS);
const pick = fc.nat(1000);
const setting = fc.oneof(
  fc.record({
    name: fc.constantFrom('retention', 'retention/cnn', 'retention/rnn'),
    value: fc.constantFrom(0.7, 0.8, 0.85, 0.95, 0.97, 2, null),
  }),
  fc.record({
    name: fc.constant('weights'),
    value: fc.oneof(
      fc.constantFrom(0.8, 0.95, 1, 1.05).map(by => ({ algorithm: 'FSRS-6', weights: firstScaled(by) })),
      fc.constantFrom({ algorithm: 'FSRS-7', weights: firstScaled(2) }, firstScaled(2), null),
    ),
  }),
  fc.record({ name: fc.constant('aside/cnn/a'), value: fc.constantFrom({ aside: true }, { back: 3 }, null) }),
);

const actions = {
  study: fc.record({ question: fc.constantFrom(...QUESTIONS), rating }),
  repeat: fc.record({ question: fc.constantFrom(...QUESTIONS), mode: fc.constantFrom('practice', 'drill') }),
  undo: pick,
  restore: pick,
  rate: fc.record({ pick, rating }),
  remark: fc.record({ pick, rating: fc.option(rating), credit: fc.constantFrom(0, 0.5, 1) }),
  exam: fc.record({
    questions: fc.uniqueArray(fc.constantFrom(...QUESTIONS)),
    rating,
    isDropped: fc.boolean(),
  }),
  set: setting,
  wait: fc.oneof(
    fc.integer({ min: 1, max: 90 }).map(minutes => minutes * MINUTE),
    fc.integer({ min: 1, max: 30 }).map(hours => hours * 60 * MINUTE),
    fc.integer({ min: 1, max: 40 }).map(days => days * DAY),
  ),
  setBack: fc.constantFrom(DAY, 60 * MINUTE),
  travel: fc.constantFrom(...ZONES),
  write: fc.constant(null),
  take: pick,
  sync: fc.constant(null),
};
type Actions = { readonly [K in keyof typeof actions]: (typeof actions)[K] extends fc.Arbitrary<infer T> ? T : never };
export type Action = {
  readonly [K in keyof Actions]: { readonly machine: number; readonly do: K; readonly with: Actions[K] };
}[keyof Actions];

const WEIGHTS: Readonly<Record<keyof Actions, number>> = {
  ...{ study: 12, repeat: 2, undo: 2, restore: 1, rate: 2, remark: 3, exam: 1, set: 2, wait: 8, setBack: 1, travel: 2 },
  ...{ write: 1, take: 1, sync: 3 },
};

export const COUNT = 2;

function actionOf(name: keyof Actions): fc.Arbitrary<Action> {
  return fc.record({ machine: fc.nat(COUNT - 1), do: fc.constant(name), with: actions[name] }) as fc.Arbitrary<Action>;
}

export const history = fc.record({
  start: fc.constantFrom(...STARTS),
  actions: fc.array(
    fc.oneof(
      ...(Object.keys(actions) as (keyof Actions)[]).map(name => ({
        arbitrary: actionOf(name),
        weight: WEIGHTS[name],
      })),
    ),
    { minLength: 4, maxLength: 30, size: 'max' },
  ),
});

interface Model extends Rows {
  readonly reviews: Map<string, Review>;
  readonly corrections: Map<string, Correction>;
  readonly settings: Map<string, Setting>;
  readonly exams: Map<string, ExamResult>;
}

const emptyModel = (): Model => ({
  reviews: new Map(),
  corrections: new Map(),
  settings: new Map(),
  exams: new Map(),
});

function unite(into: Model, from: Model): void {
  for (const [id, row] of from.reviews) into.reviews.set(id, row);
  for (const [id, row] of from.corrections) into.corrections.set(id, row);
  for (const [id, row] of from.settings) into.settings.set(id, row);
  for (const [id, row] of from.exams) into.exams.set(id, row);
}

interface Machine {
  readonly folder: string;
  readonly store: Store;
  /** Every row that it must have. */
  readonly model: Model;
  zone: string;
  /** Milliseconds that its clock is behind. */
  behind: number;
}

let empty: Buffer | null = null;

/** The tables without a row, and of no device yet; that they are made from nothing is for other tests. */
function emptyHistory(): Buffer {
  if (empty) return empty;
  const folder = scratchFolder();
  const file = join(folder, 'tutor.db');
  connect(file, { migrations: MIGRATIONS, studyDay: studyDayNumber }).close();
  empty = readFileSync(file);
  rmSync(folder, { recursive: true });
  return empty;
}

export class World {
  private readonly folder = scratchFolder();
  private readonly shared = scratchFolder();
  private readonly inFolder = emptyModel();
  private readonly files: { readonly text: string; readonly model: Model }[] = [];
  readonly machines: readonly Machine[];
  private now: number;

  constructor(start: string) {
    this.now = Date.parse(start);
    this.machines = Array.from({ length: COUNT }, (_, i) => {
      const folder = join(this.folder, String(i));
      const clock = (): Date => new Date(this.now - (this.machines[i]?.behind ?? 0));
      mkdirSync(folder);
      writeFileSync(join(folder, 'tutor.db'), emptyHistory());
      return { folder, store: openAt(folder, clock), model: emptyModel(), zone: ZONES[i] ?? 'UTC', behind: 0 };
    });
  }

  machine(index: number): Machine {
    return this.machines[index] as Machine;
  }

  async perform(action: Action): Promise<void> {
    const machine = this.machine(action.machine);
    const { store, model } = machine;
    const at = new Date(this.now - machine.behind);
    switch (action.do) {
      case 'study':
        this.record(machine, answer(action.with.question, at, { rating: action.with.rating, zone: machine.zone }));
        break;
      case 'repeat': {
        const mode = action.with.mode as 'practice' | 'drill';
        this.record(machine, answer(action.with.question, at, { rating: null, mode, zone: machine.zone }));
        break;
      }
      case 'undo':
        this.correct(machine, action.with, { kind: 'undo' });
        break;
      case 'restore':
        this.correct(machine, action.with, { kind: 'restore' });
        break;
      case 'rate':
        this.correct(machine, action.with.pick, { kind: 'rating', rating: action.with.rating });
        break;
      case 'remark': {
        const { credit, rating } = action.with;
        this.correct(machine, action.with.pick, {
          kind: 'remark',
          remark: { hash: 'beef', credit, mark: null, rating },
        });
        break;
      }
      case 'exam':
        this.sit(machine, at, action.with);
        break;
      case 'set': {
        const row = store.set(action.with.name, action.with.value);
        model.settings.set(row.id, row);
        break;
      }
      case 'wait':
        this.now += action.with;
        break;
      case 'setBack':
        machine.behind += action.with;
        break;
      case 'travel':
        machine.zone = action.with;
        break;
      case 'write': {
        const copy = emptyModel();
        unite(copy, model);
        this.files.push({ text: [...logLines(store.rows())].join(''), model: copy });
        break;
      }
      case 'take':
        this.take(machine, action.with);
        break;
      case 'sync':
        await this.sync(machine);
    }
  }

  async sync(machine: Machine): Promise<void> {
    const { leftOut } = await syncFolder(machine.store, this.shared);
    if (leftOut.length > 0) throw new Error(JSON.stringify(leftOut));
    unite(machine.model, this.inFolder);
    unite(this.inFolder, machine.model);
  }

  close(): void {
    for (const { store } of this.machines) store.close();
    for (const folder of [this.folder, this.shared]) rmSync(folder, { recursive: true, force: true });
  }

  private record({ store, model }: Machine, given: Parameters<Store['record']>[0]): void {
    const row = store.record(given, TEMPLATE);
    model.reviews.set(row.id, row);
  }

  /** An exam whose answers are all rated; the study day that counts them once is the store's. */
  private sit({ store, model, zone }: Machine, at: Date, { questions, rating, isDropped }: Actions['exam']): void {
    const { exams } = store;
    const { id } = exams.begin(attemptOf({ at, zone }));
    exams.save(id, 'at', questions);
    if (isDropped) {
      exams.drop(id);
      return;
    }
    const answers = questions.map(question => ({ review: answer(question, at, { rating, zone }), template: TEMPLATE }));
    const result = exams.finish(id, resultOf({ at, zone }), answers);
    model.exams.set(result.id, result);
    for (const review of store.reviews({ limit: questions.length })) model.reviews.set(review.id, review);
  }

  private correct({ store, model }: Machine, which: number, change: NewCorrection): void {
    const possible = [...model.reviews.values()].filter(({ mode }) => mode === 'study' || change.kind !== 'rating');
    const target = possible[which % Math.max(1, possible.length)];
    const row = target && store.correct(target.id, change);
    if (row) model.corrections.set(row.id, row);
  }

  private take({ store, model }: Machine, which: number): void {
    const file = this.files[which % Math.max(1, this.files.length)];
    if (!file) return;
    takeIn(store, [{ name: 'file', chunks: [Buffer.from(file.text)] }]);
    unite(model, file.model);
  }
}

export function idsOf(rows: Iterable<LogRow>): string[] {
  return [...rows].flatMap(({ type, row }) => (type === 'question' ? [] : [row.id])).sort();
}
