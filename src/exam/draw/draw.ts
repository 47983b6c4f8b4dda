import type { Stream } from '../../answers/author.ts';
import { shuffled } from '../../answers/shuffle.ts';
import type { Bank } from '../../bank/bank.ts';
import type { TemplateFacts } from '../../bank/facts.ts';
import type { Blueprint } from '../blueprint.ts';
import { type Candidate, toHalves, type Want, wantsOf } from './candidates.ts';
import { explain } from './explain.ts';
import { type Found, search, type Task } from './search.ts';

/** The questions of each problem, in the order printed. */
export type Drawn = readonly (readonly TemplateFacts[])[];

/** A search that goes wrong early is begun anew, which takes less time than to mend it; the last one is long. */
const STEPS: readonly number[] = [20_000, 20_000, 40_000, 80_000, 400_000];

export function taskOf(blueprint: Blueprint, bank: Bank): Task {
  return {
    wants: wantsOf(blueprint, bank),
    totals: blueprint.problems.map(({ credits }) => toHalves(credits)),
    cover: blueprint.cover.length,
  };
}

/**
 * One choice of questions that meets the blueprint.
 *
 * @param streamOf randomness of one attempt
 * @throws BlueprintError that says what cannot be met, and by how much
 */
export function drawQuestions(
  blueprint: Blueprint,
  bank: Bank,
  task: Task,
  streamOf: (attempt: number) => Stream,
): Drawn {
  const { found, next } = attempt(task, streamOf);
  if (found.status !== 'found') throw explain(blueprint, bank, task);
  return blueprint.problems.map(({ free }, problem) => {
    const slots = task.wants.filter(want => want.problem === problem);
    const templates = slots.flatMap(want => {
      const chosen = found.chosen.get(want) as readonly Candidate[];
      return inOrderOf(want, chosen).map(({ template }) => template);
    });
    return free ? shuffled(templates, next) : templates;
  });
}

function attempt(task: Task, streamOf: (attempt: number) => Stream): { readonly found: Found; readonly next: Stream } {
  for (const [i, steps] of STEPS.entries()) {
    const next = streamOf(i);
    const found = search(task, next, steps);
    if (found.status !== 'gave up' || i === STEPS.length - 1) return { found, next };
  }
  throw new Error('a search always ends');
}

/** Questions of one slot stand as the blueprint names them, or as the bank does. */
function inOrderOf({ candidates }: Want, chosen: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter(candidate => chosen.includes(candidate));
}
