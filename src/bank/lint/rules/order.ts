import { startOf } from '../../../language/located.ts';
import type { Rule } from '../rule.ts';

/** A derivation without wrong lines is solved by sorting alone. */
const FEWEST_DECOYS = 2;

export const order: Rule = {
  name: 'order',
  about: `Lines to be ordered come with at least ${FEWEST_DECOYS} decoys.`,
  template: ({ parts }) =>
    parts.flatMap(({ name, ask, answer }) => {
      if (answer.kind !== 'order') return [];
      const decoys = answer.lines.filter(({ decoy }) => decoy);
      if (decoys.length >= FEWEST_DECOYS) return [];
      const message = `part ${name}: ${decoys.length === 0 ? 'no line is a decoy' : 'only one line is a decoy'}: add plausible wrong lines, at least ${FEWEST_DECOYS}, each with decoy: and why it is wrong`;
      return [{ ...startOf(answer.lines[0]?.text ?? ask), message }];
    }),
};
