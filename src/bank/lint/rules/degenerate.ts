import { authorOf } from '../../../answers/authors.ts';
import { startOf } from '../../../language/located.ts';
import { formulasIn } from '../../placeholders.ts';
import type { PartTemplate, Template } from '../../template.ts';
import { MOSTLY, type Remark, type Rule } from '../rule.ts';
import { textsOf } from '../texts.ts';
import { namesOf, withFoundations } from '../used-names.ts';

/** Draws that ask for nothing. */

/** In fewer variants an answer may come again by chance. */
const ENOUGH = 20;

interface Tally {
  seen: number;
  trivial: number;
  given: number;
  readonly values: Map<number, number>;
}

export const degenerate: Rule = {
  name: 'degenerate',
  about: 'The key of a drawn number varies, is seldom 0 or 1, and is no number of the question.',
  watch: template => {
    if (Object.keys(template.vars).length === 0) return {};
    const shown = new Set(
      textsOf(template)
        .filter(text => text.shown)
        .flatMap(({ source }) => formulasIn(source).map(({ text }) => text)),
    );
    const isDrawn = template.parts.map(part => restsOnDraws(part, template));
    const tallies = template.parts.map((): Tally => ({ seen: 0, trivial: 0, given: 0, values: new Map() }));
    return {
      see: ({ variant: { parts, vars }, kind }) => {
        if (kind === 'given') return [];
        const visible = Object.keys(vars).flatMap(name => (shown.has(name) ? [vars[name]] : []));
        parts.forEach(({ key }, i) => {
          const tally = tallies[i];
          if (!tally || key.kind !== 'number' || !isDrawn[i]) return;
          const { value } = key;
          tally.seen++;
          tally.values.set(value, (tally.values.get(value) ?? 0) + 1);
          if (value === 0 || value === 1) tally.trivial++;
          if (visible.includes(value)) tally.given++;
        });
        return [];
      },
      end: () =>
        template.parts.flatMap(({ name, ask }, i): Remark[] => {
          const message = verdict(tallies[i] as Tally);
          return message === null ? [] : [{ ...startOf(ask), message: `part ${name}: ${message}` }];
        }),
    };
  },
};

function verdict({ seen, trivial, given, values }: Tally): string | null {
  if (seen < ENOUGH) return null;
  const [value, count] = [...values].toSorted(([, a], [, b]) => b - a)[0] ?? [0, 0];
  const percent = (part: number): string => `${Math.round((100 * part) / seen)} % of the seeds`;
  if (count > seen * MOSTLY) return `the key is ${value} in ${percent(count)}: draw more widely`;
  if (trivial > seen * MOSTLY) return `the key is 0 or 1 in ${percent(trivial)}: draw otherwise`;
  if (given > seen * MOSTLY) return `the key equals a number of the question in ${percent(given)}: draw otherwise`;
  return null;
}

/** Some parts of a randomized question ask for the same at every seed. */
function restsOnDraws({ answer }: PartTemplate, template: Template): boolean {
  const names = withFoundations(namesOf(authorOf(answer).formulas(answer)), template);
  return Object.keys(template.vars).some(name => names.has(name));
}
