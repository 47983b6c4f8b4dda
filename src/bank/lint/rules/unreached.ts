import { startOf } from '../../../language/located.ts';
import type { Rule } from '../rule.ts';

/** A value that so few seeds miss may have been missed by chance. */
const SEEDS_A_VALUE = 15;

export const unreached: Rule = {
  name: 'unreached',
  about: 'Every value that can be picked is drawn at some seed.',
  watch: template => {
    const picked = Object.entries(template.vars).filter(([, { pick, shape }]) => pick && shape.length === 0);
    const missing = new Map(picked.map(([name, { pick }]) => [name, new Set((pick ?? []).map(textOf))]));
    let seen = 0;
    return {
      see: ({ variant: { vars }, kind }) => {
        if (kind === 'given') return [];
        seen++;
        for (const [name, left] of missing) left.delete(textOf(vars[name]));
        return [];
      },
      end: () =>
        picked.flatMap(([name, draw]) => {
          const left = [...(missing.get(name) ?? [])];
          if (left.length === 0 || seen < SEEDS_A_VALUE * (draw.pick ?? []).length) return [];
          const message = `${name} is never ${left.join(', ')}: a condition, or a mistake that cannot be told from the key there, is in the way; leave it out, or make room for it`;
          return [{ ...startOf(draw), message }];
        }),
    };
  },
};

const textOf = (value: unknown): string => JSON.stringify(value);
