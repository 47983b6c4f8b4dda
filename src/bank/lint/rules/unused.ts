import { authorOf } from '../../../answers/authors.ts';
import { startOf } from '../../../language/located.ts';
import { isRandomized, type Template } from '../../template.ts';
import type { Remark, Rule } from '../rule.ts';
import { textsOf } from '../texts.ts';
import { namesInAnswers, namesInMistakes, namesInTexts, namesOf, withFoundations } from '../used-names.ts';

export const unused: Rule = {
  name: 'unused',
  about: 'Every variable and step is used, and students see every variable that the key rests on.',
  template: template => [...idle(template), ...hidden(template)],
};

function idle(template: Template): readonly Remark[] {
  const texts = namesInTexts([
    ...textsOf(template).map(({ source }) => source),
    ...template.parts.flatMap(({ answer }) => authorOf(answer).texts(answer)),
  ]);
  const answers = namesInAnswers(template);
  const replaced = template.mistakes.flatMap(({ instead }) => instead.map(([name]) => name));
  const used = new Set([
    ...texts,
    ...answers,
    ...replaced,
    ...namesInMistakes(template),
    ...namesOf([...template.where, ...template.let.map(({ is }) => is)]),
  ]);
  const says = (name: string): string => `${name} is used nowhere: use it or leave it out`;
  return [
    ...Object.entries(template.vars)
      .filter(([name]) => !used.has(name))
      .map(([name, draw]) => ({ ...startOf(draw), message: `vars.${says(name)}` })),
    ...template.let
      .filter(({ name }) => !used.has(name))
      .map(({ name, is }) => ({ ...startOf(is), message: `let.${says(name)}` })),
  ];
}

/** A value that students need and cannot see, neither itself nor anything computed from it. */
function hidden(template: Template): readonly Remark[] {
  if (!isRandomized(template)) return [];
  const shown = textsOf(template)
    .filter(text => text.shown)
    .map(({ source }) => source);
  const seen = withFoundations(namesInTexts(shown), template);
  const needed = withFoundations(namesInAnswers(template), template);
  return Object.entries(template.vars)
    .filter(([name]) => needed.has(name) && !seen.has(name))
    .map(([name, draw]) => ({
      ...startOf(draw),
      message: `vars.${name}: the key rests on it and the question does not show it: write {{${name}}} where students need it`,
    }));
}
