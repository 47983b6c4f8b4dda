import { type Located, type Place, placeIn, startOf } from '../../../language/located.ts';
import { formulaProblems } from '../formulas.ts';
import { placeOfKey, type Remark, type Rule } from '../rule.ts';
import { filledTexts } from '../texts.ts';

export const latex: Rule = {
  name: 'latex',
  about: 'Every formula can be set on the screen and on paper.',
  // Values seldom change what this is about.
  most: 12,
  watch: template => {
    return {
      see: ({ variant }) => {
        const steps = variant.steps.flatMap(({ name, tex }): Remark[] => {
          const definition = template.let.find(one => one.name === name);
          return formulaProblems(`$$${tex}$$`).map(({ message }) => ({
            ...startOf(definition?.is ?? template.stem),
            message,
          }));
        });
        const texts = filledTexts(variant).flatMap(({ source, text }) =>
          formulaProblems(text).map(({ raw, message }) => ({ ...placeOf(source, raw), message })),
        );
        const title = formulaProblems(template.title).map(({ message }) => ({
          ...placeOfKey(template, 'title'),
          message: `title: ${message}`,
        }));
        return [...title, ...texts, ...steps];
      },
    };
  },
};

/** Where a piece of the text stands; its beginning where a value was put into the piece. */
function placeOf(source: Located, raw: string): Place {
  const start = raw.trim().split('{{')[0] ?? '';
  const at = source.text.indexOf(raw) >= 0 ? source.text.indexOf(raw) : source.text.indexOf(start.slice(0, SAME));
  return at < 0 ? startOf(source) : placeIn(source, at).place;
}

/** Values are put in behind the beginning of a formula, mostly. */
const SAME = 8;
