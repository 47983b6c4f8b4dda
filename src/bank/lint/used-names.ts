import { authorOf } from '../../answers/authors.ts';
import { parseAuthor } from '../../language/evaluate.ts';
import type { Located } from '../../language/located.ts';
import { namesIn } from '../../language/names-in.ts';
import { formulasIn } from '../placeholders.ts';
import type { Mistake, Template } from '../template.ts';

/** Which names the formulas and texts of a question speak of. */

export function namesOf(formulas: readonly Located[]): Set<string> {
  return new Set(formulas.flatMap(({ text }) => [...namesIn(parseAuthor(text))]));
}

export function namesInTexts(texts: readonly Located[]): Set<string> {
  return namesOf(texts.flatMap(formulasIn));
}

/** What the answers are computed from. */
export function namesInAnswers({ parts }: Template): Set<string> {
  return new Set(
    parts.flatMap(({ answer }) => {
      const author = authorOf(answer);
      return [
        ...namesOf(author.formulas(answer)),
        ...(KEYS_IN_TEXT.has(answer.kind) ? namesInTexts(author.texts(answer)) : []),
      ];
    }),
  );
}

/** Kinds whose key is written as text with values in it. */
const KEYS_IN_TEXT = new Set(['expression', 'words']);

/** Of a part that is not computed, a value is text with values in it. */
export function namesInMistakes({ mistakes, parts }: Template): Set<string> {
  const computed = new Set(parts.filter(({ answer }) => authorOf(answer).node).map(({ name }) => name));
  const isFormula = ({ part }: Mistake): boolean => (part === null ? computed.size > 0 : computed.has(part));
  const shapes = new Set(parts.filter(({ answer }) => answer.kind === 'shape').map(({ name }) => name));
  const isShape = ({ part }: Mistake): boolean =>
    part === null ? parts.some(({ answer }) => answer.kind === 'shape') : shapes.has(part);
  return new Set(
    mistakes.flatMap(mistake => {
      const { value, instead, because } = mistake;
      const formulas = [...instead.map(([, formula]) => formula), ...(value && isFormula(mistake) ? [value] : [])];
      // Sides of a shape may be names that stay open, which hides no variable.
      const sides = value && !isFormula(mistake) && isShape(mistake) ? (value.text.match(/[A-Za-z]\w*/g) ?? []) : [];
      return [
        ...namesOf(formulas),
        ...sides,
        ...namesInTexts([because, ...(value && !isFormula(mistake) ? [value] : [])]),
      ];
    }),
  );
}

/** These names and all that they are defined by. */
export function withFoundations(names: Iterable<string>, template: Template): Set<string> {
  const found = new Set<string>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    const definition = template.let.find(step => step.name === name);
    if (definition) open.push(...namesOf([definition.is]));
  }
  return found;
}
