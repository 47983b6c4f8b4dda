import { authorOf } from '../answers/authors.ts';
import { LanguageError } from '../language/error.ts';
import { parseAuthor } from '../language/evaluate.ts';
import type { Located, Place } from '../language/located.ts';
import { startOf } from '../language/located.ts';
import { AUTHOR_WORDS } from '../language/operators.ts';
import { FormulaError } from './formula.ts';
import { formulasIn } from './placeholders.ts';
import type { Problem } from './problem.ts';
import type { Mistake, Template } from './template.ts';

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
    for (const { message, ...place } of authorOf(part.answer).problems(part.answer)) report(place, message);
  }
  return [...problems, ...mistakeProblems(template)];
}

/** Mistakes that cannot bear on any part, or on which of them is not said. */
function mistakeProblems({ file, parts, mistakes }: Template): Problem[] {
  const names = parts.filter(({ answer }) => authorOf(answer).recognises).map(part => part.name);
  const computed = new Set(parts.filter(({ answer }) => authorOf(answer).node).map(part => part.name));
  return mistakes.flatMap((mistake): Problem[] => {
    const report = (message: string): Problem[] => [{ file, ...startOf(mistake), message: `mistakes: ${message}` }];
    const { part, value } = mistake;
    if (part !== null && !names.includes(part)) {
      return report(
        `"${part}" is not a part whose mistakes can be recognised; those are ${names.join(', ') || 'none'}`,
      );
    }
    if (value && part === null && names.length !== 1) {
      return report(`say which part the value belongs to with part: (${names.join(', ') || 'no part can have one'})`);
    }
    if (!value && (part === null ? computed.size === 0 : !computed.has(part))) {
      return report('instead: replaces computed steps, and this answer is not computed: give its value:');
    }
    return [];
  });
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
  const computed = new Set(template.parts.filter(({ answer }) => authorOf(answer).node).map(part => part.name));
  const isFormula = ({ part }: Mistake): boolean => (part === null ? computed.size > 0 : computed.has(part));
  const reasons = [...template.let.map(({ why }) => why), ...template.mistakes.map(({ because }) => because)];
  const texts = [template.stem, template.hint, template.solution, ...reasons];
  const asks = template.parts.map(part => part.ask);
  const answers = template.parts.flatMap(({ answer }) => authorOf(answer).texts(answer));
  return [
    ...template.where,
    ...template.let.map(definition => definition.is),
    ...template.parts.flatMap(({ answer }) => authorOf(answer).formulas(answer)),
    ...template.mistakes.flatMap(mistake => [
      ...(mistake.value && isFormula(mistake) ? [mistake.value] : []),
      ...mistake.instead.map(([, formula]) => formula),
    ]),
    ...[...texts, ...asks, ...answers].flatMap(text => (text ? formulasIn(text) : [])),
  ];
}
