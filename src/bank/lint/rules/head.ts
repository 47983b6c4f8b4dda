import { startOf } from '../../../language/located.ts';
import type { Template } from '../../template.ts';
import { placeOfKey, type Remark, type Rule } from '../rule.ts';

/** What belongs to every question beside its text. */

/** A rule with one thing to say. */
function rule(name: string, about: string, key: string, objection: (template: Template) => string | null): Rule {
  return {
    name,
    about,
    template: (template): Remark[] => {
      const message = objection(template);
      return message === null ? [] : [{ ...placeOfKey(template, key), message }];
    },
  };
}

/** Sums of thirds are not exact. */
const ROUNDING = 1e-9;

export const HEAD_RULES: readonly Rule[] = [
  rule('source', 'A question says where it comes from.', 'source', ({ source }) =>
    source.length > 0 ? null : 'source: is missing: say which exam, exercise or lecture it comes from',
  ),
  rule('minutes', 'A question says how long it takes.', 'minutes', ({ minutes }) =>
    minutes !== null ? null : 'minutes: is missing: how long does a prepared student take?',
  ),
  {
    name: 'hint-missing',
    about: 'A question has a hint.',
    template: ({ hint, stem }) =>
      hint?.text ? [] : [{ ...startOf(stem), message: 'there is no hint: add a section ## Hint' }],
  },
  {
    name: 'solution',
    about: 'A question has a worked solution.',
    template: ({ solution, stem }) =>
      solution?.text ? [] : [{ ...startOf(stem), message: 'there is no solution: add a section ## Solution' }],
  },
  rule('topics', 'The first topic lies in the folder of the file.', 'topics', ({ topics, id }) => {
    const [folder] = id.split('/');
    const [first = ''] = topics;
    if (!id.includes('/') || first.split('/')[0] === folder) return null;
    return `the first topic is ${first}, and the file lies in ${folder}/: put a topic of ${folder}/ first, or move the file`;
  }),
  rule('credits', 'The credits of the parts sum up to those of the question.', 'credits', ({ credits, parts }) => {
    const sum = parts.reduce((total, part) => total + part.credits, 0);
    if (Math.abs(sum - credits) <= ROUNDING) return null;
    return `credits: says ${credits}, and the parts sum up to ${+sum.toFixed(4)}: change one of the two`;
  }),
];
