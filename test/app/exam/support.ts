import { printKey } from '../../../src/answers/answers.ts';
import type { ExamClock } from '../../../src/app/exam/clock.ts';
import { resumeExam, startExam } from '../../../src/app/exam/start.ts';
import type { ExamAction, ExamEffect, ExamEvent, ExamFacts, ExamState, Outcome } from '../../../src/app/exam/state.ts';
import { updateExam } from '../../../src/app/exam/update.ts';
import { bringToLife, type Living } from '../../../src/app/machine.ts';
import { Bank } from '../../../src/bank/bank.ts';
import type { Blueprint } from '../../../src/exam/blueprint.ts';
import type { Form, PlannedForm } from '../../../src/exam/form.ts';
import { makeForm } from '../../../src/exam/make-form.ts';
import { StoreError } from '../../../src/store/errors.ts';
import { DISK_FAILURE, fixtures, kindFixtures, ZONE } from '../support.ts';

/** An exam with every kind of answer, on a disk of paper. */

const PROBLEMS = [
  { title: 'Multiple choice', story: null, ids: ['optimization/any-right', 'optimization/one-right'] },
  {
    title: 'A net that counts',
    story: 'A net looks at pictures of **digits**, and adds them up.',
    ids: ['cnn/filter-weights', 'losses/two-steps', 'match/gates'],
  },
  { title: 'Shapes', story: null, ids: ['shape/flatten', 'order/average', 'tensor/outer', 'table/sequence'] },
  {
    title: 'In words',
    story: null,
    ids: ['words/overfitting', 'rubric/vanishing', 'rubric/mixed', 'expression/deviation'],
  },
] as const;

const bank = new Bank([...fixtures(), ...kindFixtures()]);
const creditsOf = (id: string): number => bank.get(id)?.credits ?? 0;

/** @param ids questions of a single problem, in place of all; @param order as paper has it */
export function formOf(ids?: readonly string[], order: number | null = null): Form {
  const problems = ids ? [{ title: 'Some', story: null, ids }] : PROBLEMS;
  const planned: PlannedForm = {
    name: 'A',
    index: 0,
    problems: problems.map((problem, p) =>
      problem.ids.map((id, i) => ({ id, number: `${p + 1}.${i + 1}`, credits: creditsOf(id), seed: 5 + i, order })),
    ),
  };
  const blueprint = {
    problems: problems.map(({ title, story, ids: own }) => ({
      title,
      story,
      credits: own.reduce((sum, id) => sum + creditsOf(id), 0),
    })),
  } as unknown as Blueprint;
  return makeForm(planned, blueprint, bank);
}

function factsOf({ name, problems }: Form): ExamFacts {
  const credits = problems.reduce((sum, problem) => sum + problem.credits, 0);
  const forecast = { mean: 0.5, low: 0.4, high: 0.7 };
  return {
    code: 'test.1.b.1-aaaaa-bbb',
    form: name,
    title: 'Endterm',
    minutes: 90,
    credits,
    pass: credits / 2,
    forecast,
    problems,
  };
}

/** What survives. */
interface Disk {
  clock: ExamClock;
  startedAt: Date | null;
  elapsedMs: number;
  handedInAt: Date | null;
  drafts: Map<string, unknown>;
  outcome: Outcome | null;
  finished: number;
}

export interface Sitting {
  readonly exam: Living<ExamState, ExamEvent>;
  readonly disk: Disk;
  readonly clock: { at: Date; monotonic: number };
  readonly state: () => ExamState;
  readonly act: (...actions: readonly ExamAction[]) => void;
  readonly type: (text: string) => void;
  readonly paste: (text: string) => void;
  /** So many seconds go by, each with its tick. */
  readonly run: (seconds: number) => void;
  /** Time that passes while the program is closed, or the computer asleep. */
  readonly sleep: (ms: number) => void;
  /** The program is killed, and started anew. */
  readonly again: () => Sitting;
  /** Effects that fail as if the disk was full. */
  readonly failing: Set<ExamEffect['type']>;
  /** Answers the question on the screen rightly, part by part, and stays there. */
  readonly answer: () => void;
}

interface SittingOptions {
  readonly form?: Form;
  readonly clock?: ExamClock;
  readonly minutes?: number;
}

export function sitting({ form = formOf(), clock: policy = 'runs', minutes = 90 }: SittingOptions = {}): Sitting {
  const facts = { ...factsOf(form), minutes };
  const disk: Disk = {
    clock: policy,
    startedAt: null,
    elapsedMs: 0,
    handedInAt: null,
    drafts: new Map(),
    outcome: null,
    finished: 0,
  };
  return seated(facts, disk, { at: new Date('2026-11-20T18:00:00Z'), monotonic: 1000 });
}

function seated(facts: ExamFacts, disk: Disk, clock: { at: Date; monotonic: number }): Sitting {
  const failing = new Set<ExamEffect['type']>();
  const moment = (): { at: Date; zone: string; monotonic: number } => ({ ...clock, zone: ZONE });
  const run = (effect: ExamEffect): readonly ExamEvent[] => {
    if (failing.has(effect.type)) throw new StoreError(DISK_FAILURE);
    switch (effect.type) {
      case 'begin':
        Object.assign(disk, { startedAt: clock.at, clock: effect.clock });
        return [];
      case 'save':
        if (disk.startedAt === null) throw new Error('nothing can be saved before it begins');
        disk.drafts.set(effect.slot, JSON.parse(JSON.stringify(effect.value)));
        return [];
      case 'beat':
        if (disk.startedAt === null) throw new Error('no time goes by before it begins');
        disk.elapsedMs = effect.elapsedMs;
        return [];
      case 'hand-in':
        Object.assign(disk, { handedInAt: effect.at, elapsedMs: effect.elapsedMs });
        return [];
      case 'finish':
        disk.outcome = effect.outcome;
        disk.finished += 1;
        return [{ type: 'finished' }];
      case 'edit-page':
        return [{ type: 'page-edited', part: effect.part, text: `${effect.text} … and more.\n` }];
    }
  };
  const { startedAt } = disk;
  const start = startedAt === null ? startExam(facts, disk.clock) : resumeExam(facts, { ...disk, startedAt }, moment());
  const exam = bringToLife(start, updateExam, {
    run,
    moment,
    explain: error => (error instanceof StoreError ? error.message : null),
  });
  const pass = (ms: number): void => {
    clock.at = new Date(clock.at.getTime() + ms);
    clock.monotonic += ms;
  };
  const act = (...actions: readonly ExamAction[]): void => {
    for (const action of actions) exam.dispatch({ type: 'action', action });
  };
  const type = (text: string): void => exam.dispatch({ type: 'text', text });
  const paste = (text: string): void => exam.dispatch({ type: 'text', text, pasted: true });
  return {
    exam,
    disk,
    clock,
    state: exam.state,
    act,
    type,
    paste,
    run: seconds => {
      for (let i = 0; i < seconds; i++) {
        pass(1000);
        exam.dispatch({ type: 'tick' });
      }
    },
    sleep: ms => {
      clock.at = new Date(clock.at.getTime() + ms);
    },
    again: () => {
      const anew = { at: clock.at, monotonic: 77 };
      return seated(facts, disk, anew);
    },
    failing,
    answer: () => {
      const { at, questions } = exam.state();
      for (const { key } of questions[at]?.question.parts ?? []) {
        const right = printKey(key);
        if (key.kind === 'rubric') paste('Some words.');
        else if (key.kind === 'choice' && right === 'none') act('none');
        else paste(right);
        if (exam.state().at === at) act('next-part');
      }
    },
  };
}
