import { join } from 'node:path';
import { test } from 'vitest';
import { loadFolder } from '../../src/bank/load.ts';
import { examPlan, expectedScore } from '../../src/schedule/plan/plan.ts';
import { posterior } from '../../src/schedule/plan/posterior.ts';
import type { PlanQuestion } from '../../src/schedule/plan/types.ts';
import { type Followed, follow, isWithin } from '../schedule/plan/coverage.ts';
import { hiddenStudent, planInput, Studying } from '../schedule/plan/student.ts';

/** How often the exam plan is right, and how long it takes. */

const STUDENTS = 200;
const MOST_MILLISECONDS = 1_800_000;
const MINUTES_WHEN_UNKNOWN = 4;
const MINUTE = 60_000;

const bank = loadFolder(join(import.meta.dirname, '../../questions')).templates.map(
  ({ id, topics, credits, minutes, requires }): PlanQuestion => ({
    id,
    topic: (topics[0] ?? id).split('/')[0] ?? '',
    credits,
    ms: (minutes ?? MINUTES_WHEN_UNKNOWN) * MINUTE,
    requires,
    state: null,
    lastDay: null,
    dueDay: null,
    aside: false,
  }),
);

interface Line {
  readonly score: number;
  readonly known: number;
  readonly stated: Followed['stated'][number];
}

test(
  `${STUDENTS} students of known memory follow the plan for ${bank.length} questions`,
  () => {
    const byWay = new Map<string, Line[]>();
    const lines: Line[] = [];
    for (let seed = 1; seed <= STUDENTS; seed++) {
      const hidden = hiddenStudent(seed);
      // 2 … 8 weeks and 10 … 40 minutes, each with each as often.
      const days = 14 + ((seed * 11) % 43);
      const minutes = 10 + ((seed * 7) % 31);
      const { stated, score, known } = follow({ bank, hidden, days, minutes, seed, particles: 100 });
      const own = stated.map((one): Line => ({ score, known, stated: one }));
      lines.push(...own);
      byWay.set(hidden.how, [...(byWay.get(hidden.how) ?? []), ...own]);
    }
    print(
      'when the interval is stated',
      Map.groupBy(lines, ({ stated }) => stated.when),
    );
    print('what is hidden, all moments', byWay);
  },
  MOST_MILLISECONDS,
);

function print(title: string, groups: ReadonlyMap<string, readonly Line[]>): void {
  console.log(`${title.padEnd(28)}   n  inside   width   error     off  known inside  width`);
  for (const [name, lines] of groups) {
    const mean = (of: (line: Line) => number): string =>
      `${((100 * lines.reduce((sum, line) => sum + of(line), 0)) / lines.length).toFixed(1)} %`.padStart(8);
    const columns = [
      mean(({ score, stated }) => (isWithin(score, stated.score) ? 1 : 0)),
      mean(({ stated }) => stated.score.high - stated.score.low),
      mean(({ score, stated }) => Math.abs(score - stated.score.mean)),
      mean(({ score, stated }) => stated.score.mean - score),
      mean(({ known, stated }) => (isWithin(known, stated.remembered) ? 1 : 0)).padStart(14),
      mean(({ stated }) => stated.remembered.high - stated.remembered.low).padStart(7),
    ];
    console.log(`${name.padEnd(28)} ${String(lines.length).padStart(3)}${columns.join('')}`);
  }
}

test('how long a posterior and a forecast take', () => {
  const student = new Studying(bank, hiddenStudent(1), 1);
  const [start, days] = [20_000, 42];
  const time = (what: string, work: () => void): void => {
    const before = performance.now();
    work();
    console.log(`${what}: ${(performance.now() - before).toFixed(0)} ms`);
  };
  let day = start;
  for (const today of [start, start + 14, start + 60, start + 200]) {
    for (; day < today; day++) {
      // An exam that keeps its distance, so that there is always something to ask.
      student.study(day, planInput({ exam: day + days, minutes: 60 }), 4, 1000);
    }
    const { questions, histories } = student;
    const reviews = [...histories.values()].reduce((sum, { length }) => sum + length, 0);
    const input = planInput({ questions, histories, today, exam: today + days });
    let found = posterior(histories, null, 1);
    time(`posterior of ${reviews} reviews`, () => {
      found = posterior(histories, null, 1);
    });
    for (const minutes of [10, 20, 21, 40, 600]) {
      time(`  plan of ${days} days, ${minutes} minutes a day`, () => void examPlan({ ...input, minutes }, found));
    }
    time('  score of today', () => void expectedScore(input, found));
  }
});
