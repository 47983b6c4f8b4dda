import type { Making, Stream, ToldMistake } from '../answers/author.ts';
import { authorOf } from '../answers/authors.ts';
import { type Place, startOf } from '../language/located.ts';
import { evaluate } from './formula.ts';
import { misconceptions } from './mistakes.ts';
import type { Bindings } from './names.ts';
import { fill, fillFormula } from './placeholders.ts';
import { QuestionError } from './problem.ts';
import { Rejected } from './rejected.ts';
import type { Mistake, PartTemplate, Template } from './template.ts';

export interface Streams {
  /** null for the given variant. */
  readonly next: Stream | null;
  readonly shuffle: Stream;
  readonly fade: Stream | null;
}

/**
 * What the maker of a part's key may ask of the variant.
 *
 * @param isDrawn the numbers may be exchanged for others
 */
export function makingOf(
  template: Template,
  part: PartTemplate,
  { names, words }: Bindings,
  streams: Streams,
  isDrawn: boolean,
): Making {
  const refuse = (message: string, place: Place): never => {
    throw new QuestionError([{ file: template.file, ...startOf(place), message }]);
  };
  const bearing = template.mistakes.filter(mistake => bearsOn(mistake, part, template));
  return {
    evaluate: formula => evaluate(formula, names),
    fill: text => fill(text, names, words),
    fillFormula: text => fillFormula(text, names),
    ...streams,
    misconceptions: node => misconceptions(bearing, node, names, words),
    told: bearing.flatMap((mistake): ToldMistake[] => {
      const { value, because, tag, ...place } = mistake;
      return value ? [{ ...startOf(place), value, tag: tagOf(mistake), because: fill(because, names, words) }] : [];
    }),
    reject: (message, place) => {
      if (isDrawn) throw new Rejected(`part ${part.name}: ${message}`, place);
      return refuse(`the given variant: part ${part.name}: ${message}`, place);
    },
    object: (message, place) => {
      if (isDrawn) throw new Rejected(message, place);
    },
    refuse,
  };
}

/** What the statistics call a mistake. */
function tagOf({ tag, because }: Mistake): string {
  return tag ?? because.text;
}

/** A value belongs to the part that is named, or to the only one whose mistakes can be recognised; steps to all that rest on them. */
function bearsOn({ part: named, value }: Mistake, { name }: PartTemplate, { parts }: Template): boolean {
  if (named !== null) return named === name;
  if (!value) return true;
  const candidates = parts.filter(({ answer }) => authorOf(answer).recognises);
  return candidates.length === 1 && candidates[0]?.name === name;
}
