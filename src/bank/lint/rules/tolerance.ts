import { startOf } from '../../../language/located.ts';
import { MOSTLY, type Remark, type Rule } from '../rule.ts';

/** A cell of the grid may be off by this share of itself, and no more. */
const MOST_FORGIVEN = 0.1;

/** How much of itself the most forgiven cell that is not 0 may be off. */
function mostForgiven(
  values: readonly number[],
  { absolute, relative }: { absolute: number; relative: number },
): number {
  const sizes = values.map(Math.abs).filter(size => size > 0);
  return Math.max(0, ...sizes.map(size => absolute / size + relative));
}

export const tolerance: Rule = {
  name: 'tolerance',
  about: `No cell of a tensor or table forgives more than ${100 * MOST_FORGIVEN} % of itself beside larger ones, unless told to.`,
  watch: template => {
    const untold = template.parts.map(
      ({ answer }) => (answer.kind === 'tensor' || answer.kind === 'table') && answer.tolerance === null,
    );
    const times = template.parts.map(() => 0);
    let seen = 0;
    return {
      see: ({ variant }) => {
        seen++;
        variant.parts.forEach(({ key }, i) => {
          if (!untold[i] || (key.kind !== 'tensor' && key.kind !== 'table')) return;
          if (mostForgiven(key.values, key.accepts) > MOST_FORGIVEN) times[i] = (times[i] ?? 0) + 1;
        });
        return [];
      },
      end: () =>
        template.parts.flatMap(({ name, ask }, i): Remark[] => {
          const often = (times[i] ?? 0) / seen;
          if (often <= MOSTLY) return [];
          const message = `part ${name}: beside its large cells a small one forgives more than ${100 * MOST_FORGIVEN} % of itself in ${Math.round(100 * often)} % of the seeds: say how near is near enough with tolerance:`;
          return [{ ...startOf(ask), message }];
        }),
    };
  },
};
