import { startOf } from '../../../language/located.ts';
import type { Draw, Template } from '../../template.ts';
import type { Remark, Rule } from '../rule.ts';

/** A value that so few seeds miss may have been missed by chance. */
const SEEDS_A_VALUE = 15;

/** What has been drawn of one variable. */
interface Drawn {
  readonly name: string;
  readonly draw: Draw;
  readonly values: Set<string>;
}

export const unreached: Rule = {
  name: 'unreached',
  about: 'Every variable varies, and every value that can be picked is drawn at some seed.',
  watch: template => {
    const drawn = variablesOf(template);
    let seen = 0;
    return {
      see: ({ variant: { vars }, kind }) => {
        if (kind === 'given') return [];
        seen++;
        for (const { name, draw, values } of drawn) if (isOpen(draw, values)) values.add(textOf(vars[name]));
        return [];
      },
      end: () =>
        drawn.flatMap(one => {
          const message = objectionTo(one, seen);
          return message === null ? [] : [{ ...startOf(one.draw), message } satisfies Remark];
        }),
    };
  },
};

function variablesOf({ vars }: Template): readonly Drawn[] {
  return Object.entries(vars).map(([name, draw]) => ({ name, draw, values: new Set<string>() }));
}

/** Whether further values would say more. */
function isOpen({ pick }: Draw, { size }: ReadonlySet<string>): boolean {
  return size < Math.max(2, pick?.length ?? 0);
}

function objectionTo({ name, draw: { pick, shape }, values }: Drawn, seen: number): string | null {
  const [first] = values;
  const isConstant = pick?.length === 1;
  if (values.size === 1 && !isConstant && seen >= SEEDS_A_VALUE)
    return `${name} is ${first} at every seed: draw it more widely, or write the number where it is used`;
  if (!pick || shape.length > 0 || seen < SEEDS_A_VALUE * pick.length) return null;
  const left = pick.map(textOf).filter(value => !values.has(value));
  if (left.length === 0) return null;
  return `${name} is never ${left.join(', ')}: a condition, or a mistake that cannot be told from the key there, is in the way; leave it out, or make room for it`;
}

const textOf = (value: unknown): string => JSON.stringify(value);
