import { createHash } from 'node:crypto';
import { answerSheet, printKey } from '../../../answers/answers.ts';
import { isRandomized, type Template } from '../../template.ts';
import type { Variant } from '../../variant.ts';
import { grouped } from '../collect.ts';
import { placeOfKey, type Remark, type Rule } from '../rule.ts';
import { shownText } from '../texts.ts';

/** So many different variants are as good as any number. */
const ENOUGH = 500;

export const distinct: Rule = {
  name: 'distinct',
  about: `A thousand seeds give at least ${ENOUGH} different variants, or \`fewer:\` says why not.`,
  watch: template => {
    const seen = new Set<string>();
    let drawn = 0;
    return {
      see: ({ variant, kind }) => {
        if (kind !== 'drawn') return [];
        drawn++;
        if (seen.size < ENOUGH) seen.add(fingerprint(variant));
        return [];
      },
      end: () => (drawn === 0 ? [] : verdict(template, seen.size, drawn)),
    };
  },
};

/** All that a student sees, and the key. */
function fingerprint(variant: Variant): string {
  const parts = variant.parts.map(({ key }) => [answerSheet(key), printKey(key)]);
  return createHash('md5')
    .update(JSON.stringify([shownText(variant), parts]))
    .digest('base64');
}

function verdict(template: Template, different: number, drawn: number): readonly Remark[] {
  const wanted = Math.min(ENOUGH, drawn / 2);
  const says = (message: string, key = 'title'): Remark[] => [{ ...placeOfKey(template, key), message }];
  if (template.fewer !== null) {
    const isNeedless = isRandomized(template) && drawn >= ENOUGH && different >= ENOUGH;
    return isNeedless ? says(`fewer: is not needed: there are at least ${ENOUGH} different variants`, 'fewer') : [];
  }
  if (!isRandomized(template))
    return says('nothing is drawn: draw something, or say with fewer: why there is only one variant');
  if (different >= wanted) return [];
  return says(
    `only ${grouped(different)} different variants at ${grouped(drawn)} seeds: draw more, or say with fewer: why there are not ${ENOUGH}`,
  );
}
