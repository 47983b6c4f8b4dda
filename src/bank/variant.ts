import type { AnswerKey } from '../answers/answers.ts';
import type { Stream } from '../answers/author.ts';
import { authorOf } from '../answers/authors.ts';
import type { Node } from '../compute/node.ts';
import { ShapeError } from '../compute/tensor.ts';
import { type Step, trace } from '../compute/trace.ts';
import { type Place, startOf } from '../language/located.ts';
import { type Drawn, drawValues, givenValues } from './draw.ts';
import { evaluate, FormulaError } from './formula.ts';
import { makingOf, type Streams } from './making.ts';
import { idleReplacements } from './mistakes.ts';
import { bind, stepsOf } from './names.ts';
import { fill } from './placeholders.ts';
import { QuestionError } from './problem.ts';
import { Rejected } from './rejected.ts';
import { stepsMarkdown } from './steps-markdown.ts';
import { stream } from './streams.ts';
import type { Template } from './template.ts';

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
  /** How many draws of the seed were rejected before this one. */
  readonly attempt: number;
  /** Markdown, like hint and solution. */
  readonly stem: string;
  readonly parts: readonly VariantPart[];
  readonly steps: readonly Step[];
  readonly hint: string | null;
  readonly solution: string | null;
}

/** Seeds that people choose show everything; from here on, where sessions draw theirs, pieces may be hidden. */
export const FADING_SEEDS = 2 ** 32;

/** Attempts before a question is declared impossible to draw. A good question needs few. */
export const MOST_ATTEMPTS = 200;

/**
 * The variant of a seed, the same on every machine; null gives the source's own numbers.
 *
 * @param onRejected is told of every draw that will not do
 * @throws QuestionError where a formula is wrong, or no draw in 200 meets the constraints
 */
export function makeVariant(
  template: Template,
  seed: number | null,
  onRejected: (reason: Rejected) => void = () => {},
): Variant {
  if (seed === null) return assembled(template, null, givenValues(template), 0);
  const excluded = new Rejected('every value is excluded', firstPlace(template));
  let last = excluded;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const drawn = drawValues(template, seed, attempt);
    try {
      if (drawn !== null) return assembled(template, seed, drawn, attempt);
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      last = error;
    }
    onRejected(drawn === null ? excluded : last);
  }
  const message = `no draw in ${MOST_ATTEMPTS} will do at seed ${seed}: widen the draws or relax the constraints; the last failed because ${last.message}`;
  throw new QuestionError([{ file: template.file, ...last.place, message }]);
}

/** What the log keeps of a variant. */
export interface Stored extends Pick<Variant, 'seed' | 'vars' | 'attempt'> {}

/**
 * The question at values that were drawn before, whatever it would draw today. What is drawn beside the variables
 * (options, orders) is that of the seed and the attempt.
 *
 * @throws QuestionError where the question cannot be asked with these values
 */
export function makeVariantOf(template: Template, { seed, vars, attempt }: Stored): Variant {
  try {
    // The values are settled, so nothing is rejected for the sake of better ones.
    return assemble(template, seed, vars, attempt, false);
  } catch (error) {
    if (error instanceof ShapeError) throw atFirstPlace(template, error.message);
    if (error instanceof FormulaError) {
      throw new QuestionError([{ file: template.file, ...error.place, message: error.message }]);
    }
    throw error;
  }
}

/** Formula errors get their file; those that other numbers can mend reject a drawn variant. */
function assembled(template: Template, seed: number | null, vars: Drawn, attempt: number): Variant {
  try {
    return assemble(template, seed, vars, attempt, seed !== null);
  } catch (error) {
    if (error instanceof ShapeError) throw atFirstPlace(template, error.message);
    if (!(error instanceof FormulaError)) throw error;
    if (seed !== null && error.mendable) throw new Rejected(error.message, error.place);
    throw new QuestionError([{ file: template.file, ...error.place, message: error.message }]);
  }
}

function atFirstPlace(template: Template, message: string): QuestionError {
  return new QuestionError([{ file: template.file, ...firstPlace(template), message }]);
}

function firstPlace(template: Template): Place {
  return startOf(Object.values(template.vars)[0] ?? { line: 1 });
}

/** @param open the values may be exchanged for others */
function assemble(template: Template, seed: number | null, vars: Drawn, attempt: number, open: boolean): Variant {
  const drawn = seed !== null;
  const bindings = bind(template, vars);
  const { names, words } = bindings;
  for (const condition of template.where) {
    if (!evaluate(condition, names).data.includes(0)) continue;
    const message = `"${condition.text}" does not hold`;
    if (open) throw new Rejected(message, condition);
    const whose = drawn ? 'these values' : 'the given values';
    const problem = { file: template.file, ...startOf(condition), message: `${whose}: ${message}` };
    throw new QuestionError([problem]);
  }
  const computed = new Map<string, Node>();
  const parts = template.parts.map((part): VariantPart => {
    const { answer, name, credits } = part;
    const streamOf = (purpose: string): Stream => stream(seed ?? 0, template.id, `${purpose} ${name}`, attempt);
    const streams: Streams = {
      next: drawn ? streamOf('options') : null,
      shuffle: streamOf('order'),
      fade: drawn && seed >= FADING_SEEDS ? streamOf('fade') : null,
    };
    const making = makingOf(template, part, bindings, streams, open);
    const author = authorOf(answer);
    const node = author.node?.(answer, name, making) ?? null;
    if (node) computed.set(name, node);
    return { name, ask: fill(part.ask, names, words), credits, key: author.key(answer, making, node) };
  });
  const idle = idleReplacements(template.mistakes, [...computed.values()]);
  if (idle.length > 0)
    throw new QuestionError(idle.map(({ place, message }) => ({ file: template.file, ...place, message })));
  const steps = trace([...computed], stepsOf(template.let.map(({ name }) => names.get(name) as Node)));
  return {
    template,
    seed,
    vars,
    attempt,
    stem: fill(template.stem, names, words),
    parts,
    steps,
    hint: template.hint && fill(template.hint, names, words),
    solution: template.solution && fill(template.solution, names, words, stepsMarkdown(steps)),
  };
}
