import type { MemoryModel, MemoryState } from '../../../src/schedule/fsrs.ts';
import { DEFAULT_WEIGHTS, memoryModel } from '../../../src/schedule/fsrs.ts';
import { quickModel } from '../../../src/schedule/plan/arithmetic.ts';
import { beta, type Chance, chance, normal } from '../../../src/schedule/plan/chance.ts';
import { chooseDay } from '../../../src/schedule/plan/day.ts';
import { EXAM_CREDITS, type PlanInput, type PlanQuestion, type RatedReview } from '../../../src/schedule/plan/types.ts';

/** Students whose memory is known, who study as the plan says. */

export interface Hidden {
  readonly how: string;
  readonly weights: readonly number[];
  readonly firstKnown: number;
  readonly hard: number;
  readonly tempo: number;
}

/** Deviations between people: of the logarithms of the initial stabilities, and of the other weights themselves. */
const OTHERS: readonly (readonly [index: number, deviation: number])[] = [
  [0, 0.8],
  [1, 0.8],
  [2, 0.8],
  [3, 0.8],
  [4, 0.57],
  [5, 0.28],
  [6, 0.6],
  [8, 0.39],
  [9, 0.18],
  [10, 0.33],
  [11, 0.3],
  [12, 0.09],
  [13, 0.16],
  [14, 0.57],
  [15, 0.25],
  [20, 0.15],
];

/** Weights hidden in four ways, none of them the way in which the plan thinks that students differ. */
export function hiddenStudent(seed: number): Hidden {
  const next = chance(seed, 77);
  const between = (low: number, high: number): number => low + (high - low) * next();
  const scale = (low: number, high: number): number => Math.exp(between(Math.log(low), Math.log(high)));
  const w = [...DEFAULT_WEIGHTS];
  const times = (i: number, factor: number): void => {
    w[i] = (w[i] ?? 0) * factor;
  };
  const how = ['initial stabilities', 'growth and lapses', 'all at once', 'other people'][seed % 4] ?? '';
  if (how === 'initial stabilities' || how === 'all at once') {
    const all = scale(0.5, 2);
    for (let i = 0; i < 4; i++) times(i, all);
  }
  if (how === 'growth and lapses' || how === 'all at once') {
    w[8] = (w[8] ?? 0) + between(-0.6, 0.6);
    times(11, scale(0.6, 1.6));
    times(14, scale(0.6, 1.5));
    times(20, scale(0.8, 2.5));
  }
  if (how === 'all at once') {
    for (const i of [4, 5, 6, 9, 10, 12, 13, 15]) times(i, Math.exp(0.25 * normal(next)));
  }
  if (how === 'other people') {
    for (const [i, deviation] of OTHERS) {
      if (i < 4) times(i, Math.exp(deviation * normal(next)));
      else w[i] = (w[i] ?? 0) + deviation * normal(next);
    }
  }
  return {
    how,
    weights: memoryModel(w).weights,
    firstKnown: between(0.1, 0.8),
    hard: beta(next, 1, 6),
    tempo: scale(0.8, 1.25),
  };
}

/** A history as it grows, with what the program thinks of it. */
export class Studying {
  readonly histories = new Map<string, RatedReview[]>();
  readonly hidden: Hidden;
  private readonly bank: readonly PlanQuestion[];
  private readonly truth: MemoryModel;
  private readonly program: MemoryModel = quickModel(DEFAULT_WEIGHTS);
  private readonly memories = new Map<
    string,
    { state: MemoryState; real: MemoryState; lastDay: number; dueDay: number }
  >();
  private readonly next: Chance;

  constructor(bank: readonly PlanQuestion[], hidden: Hidden, seed: number) {
    this.bank = bank;
    this.hidden = hidden;
    this.truth = memoryModel(hidden.weights);
    this.next = chance(seed, 78);
  }

  get questions(): readonly PlanQuestion[] {
    return this.bank.map(question => {
      const memory = this.memories.get(question.id);
      if (!memory) return question;
      const { state, lastDay, dueDay } = memory;
      return { ...question, state, lastDay, dueDay };
    });
  }

  /** One day by the plan's choice. */
  study(day: number, input: PlanInput, fresh: number, room: number): void {
    const budgetMs = (input.minutes * 60_000) / this.hidden.tempo;
    const rules = { today: day, exam: input.exam, budgetMs, fresh, room, early: true, model: this.program };
    for (const id of chooseDay(this.questions, rules)) this.answer(id, day);
  }

  private answer(id: string, day: number): void {
    const before = this.memories.get(id);
    const since = before ? day - before.lastDay : 0;
    const right = this.next() < this.chanceOf(id, day);
    const rating = right ? (this.next() < this.hidden.hard ? 'hard' : 'good') : 'again';
    const state = this.program.next(before?.state ?? null, since, rating);
    const real = this.truth.next(before?.real ?? null, since, rating);
    this.memories.set(id, { state, real, lastDay: day, dueDay: day + this.program.interval(state.stability, 0.9) });
    const history = this.histories.get(id) ?? [];
    history.push({ day, rating, credit: right ? 1 : 0 });
    this.histories.set(id, history);
  }

  /** The true chance that a question is answered right on a day. */
  chanceOf(id: string, day: number): number {
    const memory = this.memories.get(id);
    return memory ? this.truth.recall(memory.real.stability, day - memory.lastDay) : this.hidden.firstKnown;
  }

  /** The share of the syllabus, by credits, that is known. */
  known(day: number): number {
    const all = this.bank.reduce((sum, { credits }) => sum + credits, 0);
    return this.bank.reduce((sum, { id, credits }) => sum + credits * this.chanceOf(id, day), 0) / all;
  }

  /** An exam drawn from the bank, answered by what is known that day. */
  score(day: number, credits: number): number {
    const order = this.bank.map(question => ({ question, key: this.next() })).sort((a, b) => a.key - b.key);
    let [asked, earned] = [0, 0];
    for (const { question } of order) {
      if (asked >= credits) break;
      asked += question.credits;
      if (this.next() < this.chanceOf(question.id, day)) earned += question.credits;
    }
    return earned / asked;
  }
}

/** A bank like the program's own: `count` questions in `topics` topics. */
export function bankOf(count: number, topics: number, seed: number): readonly PlanQuestion[] {
  const next = chance(seed, 79);
  return Array.from({ length: count }, (_, i) => ({
    id: `t${i % topics}/q${i}`,
    topic: `t${i % topics}`,
    credits: 1 + Math.floor(8 * next() ** 2),
    ms: 60_000 * (0.5 + 7.5 * next()),
    requires: i >= topics && next() < 0.3 ? [`t${i % topics}/q${i - topics}`] : [],
    state: null,
    lastDay: null,
    dueDay: null,
    aside: false,
  }));
}

export function planInput(rest: Partial<PlanInput>): PlanInput {
  return {
    questions: [],
    histories: new Map(),
    today: 20_000,
    exam: 20_042,
    minutes: 20,
    newPerDay: null,
    weights: null,
    retention: () => 0.9,
    examCredits: EXAM_CREDITS,
    seed: 1,
    done: { ms: 0, fresh: 0 },
    ...rest,
  };
}
