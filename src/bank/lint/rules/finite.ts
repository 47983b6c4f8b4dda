import type { AnswerKey } from '../../../answers/answers.ts';
import { type Located, placeIn, startOf } from '../../../language/located.ts';
import type { Template } from '../../template.ts';
import type { Variant } from '../../variant.ts';
import type { Remark, Rule } from '../rule.ts';
import { filledTexts, textsOf } from '../texts.ts';

/** What filling leaves behind where there was no value. */
const DEBRIS = /\bNaN\b|\bInfinity\b|\bundefined\b|\[object \w+\]|\{\{[^{}]*\}\}/g;

const counted = (text: string): number => text.match(DEBRIS)?.length ?? 0;

function texts(variant: Variant): readonly Remark[] {
  const { stem, hint, solution, parts } = variant;
  // Looking for the place takes a while, and nearly always there is nothing to look for.
  const suspect = counted([stem, hint, solution, JSON.stringify(parts)].join('\n'));
  if (suspect === 0) return [];
  return filledTexts(variant).flatMap(({ source, text }) => {
    const found = text.match(DEBRIS)?.find(word => word.startsWith('{{') || !source.text.includes(word));
    if (found === undefined) return [];
    const message = found.startsWith('{{')
      ? `${found} is not filled in: a formula is missing in it`
      : `a value that was filled in is ${found}: "${around(text, found)}"`;
    return [{ ...startOf(source), message }];
  });
}

function around(text: string, found: string): string {
  const at = text.indexOf(found);
  return text
    .slice(Math.max(0, at - 20), at + 25)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function numbers(key: AnswerKey): readonly number[] {
  switch (key.kind) {
    case 'number':
      return [key.value, ...key.accepts];
    case 'tensor':
    case 'table':
      return key.values;
    case 'shape':
      return key.shape.map(({ factor }) => factor);
    default:
      return [];
  }
}

/** `{n}`, `{{n}` and `{n}}` outside of the arguments of LaTeX, where only `{{n}}` has a value. */
function lostBraces(template: Template): readonly Remark[] {
  const names = [...Object.keys(template.vars), ...template.let.map(({ name }) => name), 'steps'].join('|');
  const near = new RegExp(`(?<![\\\\\\w{}^_\\])])\\{{1,2}(${names})\\}{1,2}(?![}_^])`, 'g');
  const inText = (source: Located): Remark[] =>
    [...withoutCode(source.text).matchAll(near)]
      .filter(([written, name]) => written !== `{{${name}}}`)
      .map(({ 0: written, 1: name, index }) => ({
        ...placeIn(source, index).place,
        message: `${written} has no value: write {{${name}}}`,
      }));
  return textsOf(template).flatMap(({ source }) => [...inText(source), ...unended(source)]);
}

/** Outside of formulas, where braces have no other meaning. */
function unended(source: Located): readonly Remark[] {
  const text = withoutCode(source.text).replaceAll(/\$\$[^$]*\$\$|\$[^$]*\$/g, formula => ' '.repeat(formula.length));
  return [...text.matchAll(/\{\{(?![^{}]*\}\}?)/g)].map(({ index }) => ({
    ...placeIn(source, index).place,
    message: 'a value begins here and does not end: write }} behind its formula',
  }));
}

/** In the same places. */
function withoutCode(text: string): string {
  return text.replaceAll(/`[^`\n]+`/g, code => ' '.repeat(code.length));
}

export const finite: Rule = {
  name: 'finite',
  about: 'Every value is finite and every placeholder of every text is filled in.',
  template: lostBraces,
  watch: template => ({
    see: ({ variant }) => [
      ...texts(variant),
      ...variant.parts.flatMap(({ name, key }, i) => {
        const wrong = numbers(key).find(value => !Number.isFinite(value));
        if (wrong === undefined) return [];
        const place = startOf(template.parts[i]?.ask ?? { line: 1 });
        return [{ ...place, message: `part ${name}: the key is ${wrong}: exclude such draws with where:` }];
      }),
    ],
  }),
};
