import { expect, test } from 'vitest';
import { keyMistakes, keyReasons, showKey } from '../../../src/answers/answers.ts';
import { makeVariant, type Variant } from '../../../src/bank/variant.ts';
import { isMath, tokens } from '../../../src/notation/markdown/lexer.ts';
import { mathTypst } from '../../../src/notation/typst/formula.ts';
import { inlineTypst, markdownTypst } from '../../../src/notation/typst/markdown.ts';
import { shipped } from '../../bank/shipped.ts';
import { problemsOf, valuesOf } from './compiler.ts';

/** Everything that the bank can print, at one seed. */

const { templates } = shipped();
const variants = templates.map(template => makeVariant(template, 7));

function textsOf({ template, stem, hint, solution, parts }: Variant): string[] {
  const keys = parts.flatMap(({ ask, key }) => [
    ask,
    showKey(key),
    ...keyReasons(key),
    ...keyMistakes(key).flatMap(mistake => Object.values(mistake).filter(value => typeof value === 'string')),
    ...('options' in key ? key.options.map(option => (typeof option === 'string' ? option : option.text)) : []),
  ]);
  return [template.title, stem, hint ?? '', solution ?? '', ...keys];
}

const texts = [...new Set(variants.flatMap(textsOf))];

test('every text compiles without a warning', { timeout: 30_000 }, () => {
  expect(texts.length).toBeGreaterThan(1000);
  const titles = templates.map(({ title }) => inlineTypst(title));
  expect(problemsOf([...titles, ...texts.map(text => markdownTypst(text))].join('\n\n'))).toEqual([]);
});

test('every display fits into the width, and every formula can be set', { timeout: 30_000 }, () => {
  const formulas = texts.flatMap(text =>
    tokens(text)
      .filter(isMath)
      .map(({ latex }) => latex),
  );
  expect(formulas.length).toBeGreaterThan(150);
  const room = 34;
  const typst = formulas.map(latex => mathTypst(latex, true, room));
  expect(typst.filter(formula => !formula.startsWith('#math.equation(block: true, '))).toEqual([]);
  const measured = typst.map(formula => `#metadata(measure([${formula}]).width.pt())<it>`);
  const widths = valuesOf(`#set text(size: 10pt)\n#context [${measured.join('\n')}]`) as number[];
  expect(formulas.filter((_, i) => !((widths[i] ?? Number.NaN) <= room * 10))).toEqual([]);
});
