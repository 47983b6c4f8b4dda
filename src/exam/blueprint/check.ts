import type { BlueprintFile, ProblemFile, SlotFile } from './schema.ts';

/** What a blueprint says in one place and denies in another. */

interface Contradiction {
  /** Of keys, to where it stands. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export function contradictions(data: BlueprintFile): readonly Contradiction[] {
  const { credits, pass, problems } = data;
  const sum = problems.reduce((all, problem) => all + problem.credits, 0);
  const whole: Contradiction[] = [];
  if (credits !== undefined && credits !== sum) {
    whole.push({ path: ['credits'], message: `credits: the problems make ${sum} credits, not ${credits}` });
  }
  if (typeof pass === 'number' && pass > sum) {
    whole.push({ path: ['pass'], message: `pass: must be at most ${sum}, the credits of all problems` });
  }
  if (typeof pass === 'string' && Number.parseFloat(pass) > 100) {
    whole.push({ path: ['pass'], message: 'pass: must be at most 100 %' });
  }
  return [...whole, ...problems.flatMap(inProblem), ...twiceNamed(problems)];
}

function inProblem(problem: ProblemFile, i: number): readonly Contradiction[] {
  const inSlots = problem.questions.flatMap((slot, j) => {
    const path = ['problems', i, 'questions', j];
    return inSlot(slot).map(message => ({ path, message: `problem ${i + 1}, questions ${j + 1}: ${message}` }));
  });
  const known = problem.questions.map(creditsOf);
  const sum = known.reduce<number>((all, credits) => all + (credits ?? 0), 0);
  const isOpen = known.includes(null);
  const isOff = isOpen ? sum >= problem.credits : sum !== problem.credits;
  if (inSlots.length > 0 || !isOff) return inSlots;
  const made = isOpen
    ? `some of its questions make ${sum} credits, which leaves nothing of ${problem.credits} for the others`
    : `its questions make ${sum} credits, not ${problem.credits}`;
  return [{ path: ['problems', i, 'credits'], message: `problem ${i + 1}: ${made}` }];
}

function inSlot(slot: SlotFile): readonly string[] {
  if (typeof slot === 'string') return [];
  const { any: ids, topics, kinds, rule, each, count, worth } = slot;
  const found: string[] = [];
  const conditions = Object.entries({ topics, kinds, rule, each }).flatMap(([key, value]) =>
    value === undefined ? [] : [key],
  );
  if (ids !== undefined && conditions.length > 0) {
    found.push(`${conditions.join(', ')}: does not go with any, which names the questions themselves`);
  }
  if (count !== undefined && worth !== undefined) {
    found.push('needs count (how many questions) or worth (how many credits they make up), not both');
  }
  if (ids === undefined && count === undefined && worth === undefined) {
    found.push('needs count (how many questions) or worth (how many credits they make up)');
  }
  if (ids !== undefined && count !== undefined && count > new Set(ids).size) {
    found.push(`count: ${count} questions of ${new Set(ids).size} cannot be drawn`);
  }
  if (each !== undefined && worth !== undefined && !Number.isInteger(worth / each)) {
    found.push(`worth: questions of ${each} credits never make ${worth}`);
  }
  if (kinds !== undefined && rule !== undefined && !kinds.includes('choice')) {
    found.push('rule: only a choice has one, and choice is not among the kinds');
  }
  return found;
}

/** null where they depend on what is drawn. */
function creditsOf(slot: SlotFile): number | null {
  if (typeof slot === 'string') return null;
  const { each, count, worth } = slot;
  if (worth !== undefined) return worth;
  return each !== undefined && count !== undefined ? each * count : null;
}

/** A question that stands alone in two places could only be in one of them. */
function twiceNamed(problems: readonly ProblemFile[]): readonly Contradiction[] {
  const seen = new Set<string>();
  return problems.flatMap(({ questions }, i) =>
    questions.flatMap((slot, j): Contradiction[] => {
      if (typeof slot !== 'string') return [];
      const path = ['problems', i, 'questions', j];
      const isTwice = seen.has(slot);
      seen.add(slot);
      return isTwice ? [{ path, message: `problem ${i + 1}: ${slot} stands in the exam already` }] : [];
    }),
  );
}
