import { expect, test } from 'vitest';
import { loadFit } from '../../src/schedule/optimize/binding.ts';
import { score } from '../../src/schedule/optimize/evaluate.ts';
import { type Measured, optimize } from '../../src/schedule/optimize/optimize.ts';
import { predictions } from '../../src/schedule/optimize/predictions.ts';
import { AVERAGE, ERRATIC, STUDENTS, type Student, simulate } from '../schedule/optimize/student.ts';

/**
 * Weights fitted to simulated students, and judged: by the answers held out, as the program does it, and by 40,000 other
 * answers of the same student, which tell whether the judgement was right.
 */

const REPEATS: readonly (readonly [answers: number, students: number])[] = [
  [2000, 20],
  [6000, 10],
  [20_000, 5],
];
const MOST_MILLISECONDS = 600_000;

/** Of a hundred fits that are put in force, so many may turn out worse than what they replace. */
const WRONG = 0.05;

interface Fitted extends Measured {
  /** How much better than the defaults they predict answers that nobody has seen. */
  readonly truth: number;
  readonly milliseconds: number;
}

const fitTo = await loadFit();

async function fits(student: Student, answers: number, count: number): Promise<Fitted[]> {
  const others = simulate(student, 40_000, 999);
  const usual = score(predictions(others, null)).logLoss;
  const all: Fitted[] = [];
  for (let seed = 1; seed <= count; seed++) {
    const histories = simulate(student, answers, seed);
    const start = performance.now();
    const outcome = await optimize(histories, null, fitTo, () => {});
    const milliseconds = performance.now() - start;
    if (outcome.kind !== 'measured') continue;
    all.push({ ...outcome, milliseconds, truth: usual - score(predictions(others, outcome.weights)).logLoss });
  }
  return all;
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

test(
  'fitted weights of simulated students',
  async () => {
    const table: Record<string, string | number>[] = [];
    const installed: Fitted[] = [];
    for (const student of [...STUDENTS, AVERAGE, ERRATIC]) {
      for (const [answers, count] of REPEATS) {
        const all = await fits(student, answers, count);
        const better = all.filter(({ verdict }) => verdict === 'better');
        installed.push(...better);
        table.push({
          student: student.name,
          answers,
          'held out': Math.round(mean(all.map(({ heldOut }) => heldOut))),
          defaults: mean(all.map(({ before }) => before.logLoss)).toFixed(4),
          fitted: mean(all.map(({ after }) => after.logLoss)).toFixed(4),
          'true gain': mean(all.map(({ truth }) => truth)).toFixed(4),
          'in force': `${better.length} of ${all.length}`,
          'of these worse': better.filter(({ truth }) => truth < 0).length,
          ms: Math.round(mean(all.map(({ milliseconds }) => milliseconds))),
        });
        if (answers === 20_000) {
          if (student === AVERAGE) expect(better).toEqual([]);
          else expect(mean(all.map(({ gain }) => gain))).toBeGreaterThan(0);
          for (const { truth } of better) expect(truth).toBeGreaterThan(0);
        }
      }
    }
    console.table(table);
    const worse = installed.filter(({ truth }) => truth < 0).length;
    console.log(`${installed.length} fits put in force, ${worse} of them worse than the defaults`);
    expect(worse / installed.length).toBeLessThan(WRONG);
  },
  MOST_MILLISECONDS,
);
