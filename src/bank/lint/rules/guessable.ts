import type { ChoiceKey, Option } from '../../../answers/choice/choice.ts';
import { type Place, startOf } from '../../../language/located.ts';
import type { PartTemplate } from '../../template.ts';
import type { Remark, Rule, Sample } from '../rule.ts';
import { visibleLength } from '../visible.ts';

/** Options that give themselves away. */

/** By this much an option is clearly longer than another one. */
const CLEARLY = 1.2;
/** And by so many columns at least. */
const COLUMNS = 4;
/** With fewer seeds chance alone may put the right option first. */
const ENOUGH = 50;

/** Wording that is about the other options. */
const ABOUT_OTHERS =
  /\b(?:all|none|any|both|neither|either|some|each) of (?:the (?:above|others?|options|answers|statements)|these|those|them|above)\b|\b(?:both|neither|either) \(?[a-g]\)? (?:and|or|nor) \(?[a-g]\)?(?![\w$^_])|^(?:all|none)(?: of)?(?: the)? (?:above|correct|right)\.?$/i;

interface Tally {
  seen: number;
  longest: number;
  shortest: number;
  uniform: number;
  /** How many options were shown, summed up. */
  options: number;
  readonly positions: number[];
}

export const guessable: Rule = {
  name: 'guessable',
  about: 'The right option of a choice cannot be told by its length, place or wording.',
  watch: template => {
    const tallies = new Map<string, Tally>();
    return {
      see: sample => {
        template.parts.forEach((part, i) => {
          const key = sample.variant.parts[i]?.key;
          if (key?.kind === 'choice' && sample.kind === 'drawn') count(tallyOf(tallies, part), key);
        });
        return wording(sample);
      },
      end: () =>
        template.parts.flatMap(part => {
          const tally = tallies.get(part.name);
          return tally ? verdicts(part, tally) : [];
        }),
    };
  },
};

function tallyOf(tallies: Map<string, Tally>, { name }: PartTemplate): Tally {
  const tally = tallies.get(name) ?? { seen: 0, longest: 0, shortest: 0, uniform: 0, options: 0, positions: [] };
  tallies.set(name, tally);
  return tally;
}

function count(tally: Tally, { options, many }: ChoiceKey): void {
  tally.seen++;
  tally.options += options.length;
  const rights = lengthsOf(options.filter(({ right }) => right));
  const others = lengthsOf(options.filter(({ right }) => !right));
  if (rights.length === 0 || others.length === 0) {
    if (many) tally.uniform++;
    return;
  }
  if (!many) {
    const position = options.findIndex(({ right }) => right);
    tally.positions[position] = (tally.positions[position] ?? 0) + 1;
  }
  if (areLonger(rights, others)) tally.longest++;
  if (areLonger(others, rights)) tally.shortest++;
}

function lengthsOf(options: readonly Option[]): readonly number[] {
  return options.map(({ text }) => visibleLength(text));
}

/** Whether each of them is clearly longer than each of the others. */
function areLonger(lengths: readonly number[], others: readonly number[]): boolean {
  const least = Math.min(...lengths);
  const most = Math.max(...others);
  return least >= most * CLEARLY && least >= most + COLUMNS;
}

function verdicts({ name, ask, answer }: PartTemplate, tally: Tally): readonly Remark[] {
  const place = placeOf(ask, answer);
  const { seen, longest, shortest, uniform, options, positions } = tally;
  const says = (message: string): Remark => ({ ...place, message: `part ${name}: ${message}` });
  const percent = (part: number): string => `${Math.round((100 * part) / seen)} %`;
  const what = answer.kind === 'choice' && answer.many ? 'the right options are' : 'the right option is';
  const chance = seen / options;
  // Halfway between chance and certainty.
  const suspicious = (part: number): boolean => part / seen > (1 + chance) / 2;
  const most = Math.max(0, ...positions.filter(times => times !== undefined));
  const found: Remark[] = [];
  if (suspicious(longest))
    found.push(
      says(`${what} clearly the longest in ${percent(longest)} of the seeds: write less there, or more in the others`),
    );
  if (suspicious(shortest))
    found.push(
      says(
        `${what} clearly the shortest in ${percent(shortest)} of the seeds: write more there, or less in the others`,
      ),
    );
  if (seen >= ENOUGH && suspicious(most))
    found.push(says(`the right option is option ${positions.indexOf(most) + 1} in ${percent(most)} of the seeds`));
  if (uniform === seen)
    found.push(says('all of the options shown are right, or none, at every seed: add options of the other sort'));
  return found;
}

function placeOf(ask: Place, answer: PartTemplate['answer']): Place {
  return startOf(answer.kind === 'choice' ? (answer.options[0]?.text ?? ask) : ask);
}

function wording({ variant }: Sample): readonly Remark[] {
  return variant.template.parts.flatMap(({ answer, name }, i) => {
    const key = variant.parts[i]?.key;
    if (answer.kind !== 'choice' || key?.kind !== 'choice') return [];
    return answer.options.flatMap(({ text }): Remark[] => {
      const found = ABOUT_OTHERS.exec(text.text.replaceAll('*', ''))?.[0];
      if (found === undefined) return [];
      const message = `part ${name}: "${found}" speaks of the other options, and these are shuffled: say the thing itself`;
      return [{ ...startOf(text), message }];
    });
  });
}
