import { authorOf } from '../../answers/authors.ts';
import type { KnownMistake } from '../../answers/kind.ts';
import type { Mistake, PartTemplate, Template } from '../template.ts';

/** Which of an author's mistakes a drawn key knows. */

type Known = Pick<KnownMistake, 'tag' | 'because'>;

/** Finds the author's mistakes behind those of a key by part, tag and words. */
export interface MistakeFinder {
  /** One for each of a key's, which keep their order; null where none can be told. */
  readonly behind: (known: readonly Known[], part: string) => readonly (Mistake | null)[];
  /** All that one of a key's may be: two mistakes may have the same words. */
  readonly candidates: (known: Known, part: string) => readonly Mistake[];
}

export function mistakeFinder({ mistakes }: Template): MistakeFinder {
  const patterns = new Map(mistakes.map(mistake => [mistake, patternOf(mistake.because.text)]));
  const candidates = ({ tag, because }: Known, part: string): readonly Mistake[] =>
    mistakes.filter(
      mistake =>
        (mistake.part ?? part) === part &&
        (mistake.tag ?? tag) === tag &&
        patterns.get(mistake)?.test(because) === true,
    );
  const behind = (known: readonly Known[], part: string): readonly (Mistake | null)[] => {
    let last = -1;
    return known.map(one => {
      const fitting = candidates(one, part);
      // Options are shuffled, and there the first one serves.
      const next = fitting.find(mistake => mistakes.indexOf(mistake) > last) ?? fitting[0] ?? null;
      last = next ? mistakes.indexOf(next) : last;
      return next;
    });
  };
  return { behind, candidates };
}

/** Any value may stand where a placeholder does. */
function patternOf(text: string): RegExp {
  const pieces = text.split(/\{\{[^{}]+\}\}/).map(piece => piece.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pieces.join('[\\s\\S]*')}$`);
}

/** Whether a mistake may show in a part. */
export function mayShow(mistake: Mistake, part: PartTemplate): boolean {
  const { recognises, node } = authorOf(part.answer);
  return (
    (mistake.part === null || mistake.part === part.name) &&
    recognises &&
    (mistake.value !== null || node !== undefined)
  );
}
