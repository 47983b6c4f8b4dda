import { shuffled } from '../../answers/shuffle.ts';
import type { Bank } from '../../bank/bank.ts';
import type { TemplateFacts } from '../../bank/facts.ts';
import { stream } from '../../bank/streams.ts';
import { FADING_SEEDS } from '../../bank/variant.ts';
import type { PlannedForm, PlannedQuestion } from '../form.ts';
import { letters } from '../letters.ts';
import type { ExamSpec } from '../spec.ts';
import { minutesApart } from './balance.ts';
import { toHalves } from './candidates.ts';
import { type Drawn, drawQuestions, taskOf } from './draw.ts';
import type { Task } from './search.ts';

/** So many drawings are compared for a form of other questions. */
const DRAWINGS = 24;
/** A question that form A asks, too, weighs as much as so many minutes of difference. */
const SHARED = 1;

/** What all forms of an exam rest on; whatever is random comes from the seed of the exam and the name of what it decides. */
interface Planning extends ExamSpec {
  readonly bank: Bank;
  readonly task: Task;
}

/**
 * Form A, B, C …: which questions it asks, in what order and with what numbers. It depends on these arguments alone, and
 * not on how many forms there are.
 *
 * Forms of other questions are parallel: of so many drawings the one is taken whose problems, and which as a whole, are
 * expected to take about as long as those of form A, with few of its questions. Tried with the blueprints of the
 * bank at 500 seeds and 8 forms each, the whole differs by 0.5 to 2 % on average and by 7 % at worst (13 % of a quiz of
 * half an hour), and a problem by at most 9 minutes.
 *
 * @param index from 0, which is A
 * @throws BlueprintError where the bank cannot meet the blueprint
 */
export function planForm({ blueprint, seed, vary }: ExamSpec, bank: Bank, index: number): PlannedForm {
  const planning = { blueprint, seed, vary, bank, task: taskOf(blueprint, bank) };
  const first = drawn(planning, 0, 0);
  const questions = index === 0 ? first : varied(planning, first, index);
  return {
    name: letters(index).toUpperCase(),
    index,
    problems: questions.map((templates, problem) =>
      templates.map((template, i) => planned(planning, template, index, `${problem + 1}.${i + 1}`)),
    ),
  };
}

function drawn({ blueprint, seed, bank, task }: Planning, index: number, drawing: number): Drawn {
  return drawQuestions(blueprint, bank, task, attempt =>
    stream(seed, 'exam', `form ${index} drawing ${drawing}`, attempt),
  );
}

/** The questions of a form other than the first, in its order. */
function varied(planning: Planning, first: Drawn, index: number): Drawn {
  const { blueprint, seed, vary } = planning;
  if (vary === 'numbers') return first;
  if (vary === 'questions') return parallel(planning, first, index);
  return first.map((templates, problem) =>
    blueprint.problems[problem]?.free
      ? shuffled(templates, stream(seed, 'exam', `form ${index} order of ${problem}`, 0))
      : templates,
  );
}

function parallel(planning: Planning, first: Drawn, index: number): Drawn {
  const drawings = Array.from({ length: DRAWINGS }, (_, drawing) => drawn(planning, index, drawing));
  const known = new Set(first.flat());
  const shared = (drawing: Drawn): number => drawing.flat().filter(template => known.has(template)).length;
  const apart = drawings.map(drawing => minutesApart(drawing, first) + SHARED * shared(drawing));
  return drawings[apart.indexOf(Math.min(...apart))] as Drawn;
}

function planned(
  { seed, vary }: Planning,
  { id, credits }: TemplateFacts,
  index: number,
  number: string,
): PlannedQuestion {
  const isReordered = vary === 'order' && index > 0;
  const numbers = vary === 'order' ? 0 : index;
  return {
    id,
    number,
    credits: toHalves(credits) / 2,
    seed: drawnSeed(seed, id, `seed of form ${numbers}`),
    order: isReordered ? drawnSeed(seed, id, `order of form ${index}`) : null,
  };
}

/** Below the seeds at which pieces may be hidden. */
function drawnSeed(seed: number, id: string, purpose: string): number {
  return stream(seed, id, purpose, 0)(0, FADING_SEEDS - 1);
}
