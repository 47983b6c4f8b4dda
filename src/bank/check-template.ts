import { LanguageError } from '../language/error.ts';
import { parseAuthor } from '../language/evaluate.ts';
import { AUTHOR_WORDS } from '../language/operators.ts';
import { FormulaError } from './formula.ts';
import { startOf } from './located.ts';
import { formulasIn } from './placeholders.ts';
import type { Problem } from './problem.ts';
import type { ChoiceAnswer, Located, Place, Template } from './template.ts';

/** Words of the language, and the placeholder of the worked steps. */
const RESERVED = new Set([...AUTHOR_WORDS, 'steps']);

/** What the schema cannot see: names used twice, mistakes without a part, choices without a right option. */
export function contradictions(template: Template): Problem[] {
  const { file } = template;
  const problems: Problem[] = [];
  const report = (place: Place, message: string): void => {
    problems.push({ file, ...startOf(place), message });
  };
  for (const { name, is } of template.let) {
    if (Object.hasOwn(template.vars, name))
      report(is, `let.${name}: a variable has this name already; each name is assigned once`);
  }
  for (const [name, draw] of Object.entries(template.vars)) {
    if (RESERVED.has(name)) report(draw, `vars.${name}: this word means something else: choose another name`);
  }
  for (const { name, is } of template.let) {
    if (RESERVED.has(name)) report(is, `let.${name}: this word means something else: choose another name`);
  }
  const names = template.parts.map(part => part.name);
  for (const [i, part] of template.parts.entries()) {
    if (names.indexOf(part.name) < i) report(part.ask, `parts: two are called "${part.name}": rename one`);
    if (part.answer.kind === 'choice') problems.push(...choiceProblems(part.answer, template));
  }
  const numbers = template.parts.filter(part => part.answer.kind === 'number').map(part => part.name);
  for (const mistake of template.mistakes) {
    if (mistake.part !== null && !numbers.includes(mistake.part)) {
      report(
        mistake,
        `mistakes: "${mistake.part}" is not a part with a number; those are ${numbers.join(', ') || 'none'}`,
      );
    }
    if (mistake.value && mistake.part === null && numbers.length !== 1) {
      report(
        mistake,
        `mistakes: say which part the value belongs to with part: (${numbers.join(', ') || 'no part has a number'})`,
      );
    }
  }
  return problems;
}

/** Options are answered by their letters; from h on these mean something else to a session. */
const MOST_SHOWN = 7;

function choiceProblems({ many, show, options }: ChoiceAnswer, { file }: Template): Problem[] {
  const place = startOf(options[0]?.text ?? { line: 1 });
  const problems: Problem[] = [];
  if (!many && options.every(option => option.right === false)) {
    problems.push({ file, ...place, message: 'choice: one needs a right option, marked [x]' });
  }
  if ((show ?? options.length) > MOST_SHOWN) {
    const message = `choice: at most ${MOST_SHOWN} options fit on the screen at once: say with show: how many of these ${options.length} are drawn`;
    problems.push({ file, ...place, message });
  }
  return problems;
}

/** Every formula is parsed at once, so that a slip shows when the file is read and not at some seed. */
export function syntaxProblems(template: Template): Problem[] {
  const problems: Problem[] = [];
  for (const formula of everyFormula(template)) {
    try {
      parseAuthor(formula.text);
    } catch (error) {
      if (!(error instanceof LanguageError)) throw error;
      const { place, message } = new FormulaError(formula, error);
      problems.push({ file: template.file, ...place, message });
    }
  }
  return problems;
}

function everyFormula(template: Template): Located[] {
  const options = template.parts.flatMap(({ answer }) => (answer.kind === 'choice' ? answer.options : []));
  const texts = [template.stem, template.hint, template.solution, ...template.mistakes.map(mistake => mistake.because)];
  const asks = template.parts.map(part => part.ask);
  return [
    ...template.where,
    ...template.let.map(definition => definition.is),
    ...template.parts.flatMap(({ answer }) => (answer.kind === 'number' ? [answer.value] : [])),
    ...template.mistakes.flatMap(({ value, instead }) => [
      ...(value ? [value] : []),
      ...instead.map(([, formula]) => formula),
    ]),
    ...options.flatMap(({ right }) => (typeof right === 'boolean' ? [] : [right])),
    ...[...texts, ...asks, ...options.flatMap(({ text, why }) => [text, why])].flatMap(text =>
      text ? formulasIn(text) : [],
    ),
  ];
}
