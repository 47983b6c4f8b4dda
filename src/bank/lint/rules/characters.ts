import { authorOf } from '../../../answers/authors.ts';
import { type Located, placeIn } from '../../../language/located.ts';
import type { Template } from '../../template.ts';
import { placeOfKey, type Remark, type Rule } from '../rule.ts';
import { textsOf } from '../texts.ts';

/** Control characters, what cannot be seen, and the sign that stands where bytes were no UTF-8. */
const STRANGE = /[[\p{Cc}\p{Cf}\ufffd]--[\n\t]]/v;

export const characters: Rule = {
  name: 'characters',
  about: 'Every character can be seen, and the file is saved as UTF-8.',
  template: template => {
    const inTitle = objectionTo(template.title);
    const title = inTitle === null ? [] : [{ ...placeOfKey(template, 'title'), message: `title: ${inTitle}` }];
    return [...title, ...everyText(template).flatMap(inText)];
  },
};

/** What students type is text as well. */
function everyText(template: Template): readonly Located[] {
  const typed = template.parts.flatMap(({ answer }) => authorOf(answer).texts(answer));
  return [...new Set([...textsOf(template).map(({ source }) => source), ...typed])];
}

function inText(source: Located): Remark[] {
  const message = objectionTo(source.text);
  return message === null ? [] : [{ ...placeIn(source, source.text.search(STRANGE)).place, message }];
}

function objectionTo(text: string): string | null {
  const found = STRANGE.exec(text)?.[0];
  if (found === undefined) return null;
  if (found === '\ufffd') return 'a character cannot be read: save the file as UTF-8, and write it again';
  const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `an invisible character (U+${code}) stands here, which nobody would see: delete it`;
}
