import { startOf } from '../../../language/located.ts';
import { mayShow } from '../misconceptions.ts';
import type { Rule } from '../rule.ts';

/** Kinds whose answers are worked out. */
const COMPUTED = new Set(['number', 'tensor', 'table', 'shape', 'expression']);
const FEWEST = 2;

export const mistakes: Rule = {
  name: 'mistakes',
  about: `An answer that is computed has at least ${FEWEST} mistakes to recognise.`,
  template: template =>
    template.parts.flatMap(part => {
      if (!COMPUTED.has(part.answer.kind)) return [];
      const count = template.mistakes.filter(mistake => mayShow(mistake, part)).length;
      if (count >= FEWEST) return [];
      const message = `part ${part.name}: ${count === 0 ? 'no mistake is' : 'only one mistake is'} listed; list at least ${FEWEST} ways to get it wrong under mistakes:, so that students are told what they did`;
      return [{ ...startOf(part.ask), message }];
    }),
};
