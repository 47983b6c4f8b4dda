import type { AnswerKey } from '../answers/answers.ts';
import { acceptedInterval, DEFAULT_TOLERANCE, EXACT, parseTolerance } from '../answers/number/tolerance.ts';
import { type Node, numberOf, step } from '../compute/node.ts';
import { ShapeError } from '../compute/tensor.ts';
import { type Step, trace } from '../compute/trace.ts';
import { isCount } from '../compute/whole.ts';
import { type Drawn, drawValues, givenValues } from './draw.ts';
import { evaluate, FormulaError } from './formula.ts';
import { startOf } from './located.ts';
import { idleReplacements, mistakesOf } from './mistakes.ts';
import { type Bindings, bind, stepsOf } from './names.ts';
import { makeChoice } from './options.ts';
import { fill } from './placeholders.ts';
import { QuestionError } from './problem.ts';
import { stepsMarkdown } from './steps-markdown.ts';
import { stream } from './streams.ts';
import type { NumberAnswer, PartTemplate, Place, Template } from './template.ts';

export interface VariantPart {
  readonly name: string;
  /** Markdown; empty for the only part of a question. */
  readonly ask: string;
  readonly credits: number;
  readonly key: AnswerKey;
}

/** A question with its numbers: what a student sees, and what the reply is marked against. */
export interface Variant {
  readonly template: Template;
  /** null: the given variant. */
  readonly seed: number | null;
  readonly vars: Drawn;
  /** Markdown, like hint and solution. */
  readonly stem: string;
  readonly parts: readonly VariantPart[];
  readonly steps: readonly Step[];
  readonly hint: string | null;
  readonly solution: string | null;
}

/** Attempts before a question is declared impossible to draw. A good question needs few. */
export const MOST_ATTEMPTS = 200;

/** These numbers will not do; others may. */
class Rejected extends Error {
  override readonly name = 'Rejected';
  /** What stands in the way. */
  readonly place: Place;

  constructor(message: string, place: Place) {
    super(message);
    this.place = startOf(place);
  }
}

/**
 * The variant of a seed, the same on every machine; null gives the source's own numbers.
 *
 * @throws QuestionError where a formula is wrong, or no draw in 200 meets the constraints
 */
export function makeVariant(template: Template, seed: number | null): Variant {
  if (seed === null) return assembled(template, null, givenValues(template), 0);
  let last = new Rejected('every value is excluded', firstPlace(template));
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const drawn = drawValues(template, seed, attempt);
    if (drawn === null) continue;
    try {
      return assembled(template, seed, drawn, attempt);
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      last = error;
    }
  }
  const message = `no draw in ${MOST_ATTEMPTS} will do at seed ${seed}: widen the draws or relax the constraints; the last failed because ${last.message}`;
  throw new QuestionError([{ file: template.file, ...last.place, message }]);
}

/** Formula errors get their file; those that other numbers can mend reject a drawn variant. */
function assembled(template: Template, seed: number | null, vars: Drawn, attempt: number): Variant {
  try {
    return assemble(template, seed, vars, attempt);
  } catch (error) {
    if (error instanceof ShapeError) {
      throw new QuestionError([{ file: template.file, ...firstPlace(template), message: error.message }]);
    }
    if (!(error instanceof FormulaError)) throw error;
    if (seed !== null && error.mendable) throw new Rejected(error.message, error.place);
    throw new QuestionError([{ file: template.file, ...error.place, message: error.message }]);
  }
}

function firstPlace(template: Template): Place {
  return startOf(Object.values(template.vars)[0] ?? { line: 1 });
}

function assemble(template: Template, seed: number | null, vars: Drawn, attempt: number): Variant {
  const drawn = seed !== null;
  const bindings = bind(template, vars);
  const { names, words } = bindings;
  for (const condition of template.where) {
    if (!evaluate(condition, names).data.includes(0)) continue;
    const message = `"${condition.text}" does not hold`;
    if (drawn) throw new Rejected(message, condition);
    const problem = { file: template.file, ...startOf(condition), message: `the given values: ${message}` };
    throw new QuestionError([problem]);
  }
  const numbers = new Map<string, Node>();
  const parts = template.parts.map((part): VariantPart => {
    const ask = fill(part.ask, names, words);
    const { answer, name, credits } = part;
    if (answer.kind === 'choice') {
      const next = seed === null ? null : stream(seed, template.id, `options ${name}`, attempt);
      const key = makeChoice(answer, names, words, next);
      if (key === null) throw impossibleChoice(template, part, drawn);
      return { name, ask, credits, key };
    }
    const node = answerNode(part, answer, bindings);
    numbers.set(name, node);
    return { name, ask, credits, key: numberKey(template, part, answer, node, bindings, drawn) };
  });
  const idle = idleReplacements(template.mistakes, [...numbers.values()]);
  if (idle.length > 0)
    throw new QuestionError(idle.map(({ place, message }) => ({ file: template.file, ...place, message })));
  const steps = trace([...numbers], stepsOf(template.let.map(({ name }) => names.get(name) as Node)));
  return {
    template,
    seed,
    vars,
    stem: fill(template.stem, names, words),
    parts,
    steps,
    hint: template.hint && fill(template.hint, names, words),
    solution: template.solution && fill(template.solution, names, words, stepsMarkdown(steps)),
  };
}

function answerNode(part: PartTemplate, answer: NumberAnswer, { names }: Bindings): Node {
  const node = evaluate(answer.value, names);
  return answer.tex === null ? node : step({ name: part.name, tex: answer.tex }, node);
}

function numberKey(
  template: Template,
  part: PartTemplate,
  answer: NumberAnswer,
  node: Node,
  { names, words }: Bindings,
  drawn: boolean,
): AnswerKey {
  if (node.shape.length > 0) {
    const message = `part ${part.name}: the answer is a list, and a number is asked for`;
    throw new QuestionError([{ file: template.file, ...startOf(answer.value), message }]);
  }
  if (drawn && node.degenerate)
    throw new Rejected('the answer rests on a tie, or on a gradient at a kink', answer.value);
  const written = answer.tolerance === null ? null : parseTolerance(answer.tolerance);
  const tolerance = written ?? (isCount(node) ? EXACT : DEFAULT_TOLERANCE);
  const only = template.parts.filter(other => other.answer.kind === 'number').length === 1;
  const { found, collision } = mistakesOf(template.mistakes, { name: part.name, node, tolerance, only }, names, words);
  // The source's own numbers are as they are; there the mistake is left out instead.
  if (drawn && collision !== null) throw new Rejected(collision.message, collision.place);
  const value = numberOf(node);
  return { kind: 'number', value, accepts: acceptedInterval(value, tolerance), mistakes: found };
}

function impossibleChoice(template: Template, part: PartTemplate, drawn: boolean): Error {
  const message = `part ${part.name}: two options read alike, or the number of right ones does not fit`;
  const option = part.answer.kind === 'choice' ? part.answer.options[0]?.text : undefined;
  const place = startOf(option ?? part.ask);
  if (drawn) return new Rejected(message, place);
  return new QuestionError([{ file: template.file, ...place, message: `the given variant: ${message}` }]);
}
