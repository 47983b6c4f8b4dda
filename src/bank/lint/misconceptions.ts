import { authorOf } from '../../answers/authors.ts';
import type { KnownMistake } from '../../answers/kind.ts';
import { literalPieces } from '../placeholders.ts';
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
  const pieces = new Map(mistakes.map(mistake => [mistake, literalPieces(mistake.because.text)]));
  const candidates = ({ tag, because }: Known, part: string): readonly Mistake[] =>
    mistakes.filter(
      mistake =>
        (mistake.part ?? part) === part &&
        (mistake.tag ?? tag) === tag &&
        isFilledFrom(pieces.get(mistake) ?? [], because),
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

/** Any value may stand where a placeholder does. No pattern: many placeholders and long values would take one for ever. */
function isFilledFrom([first = '', ...others]: readonly string[], text: string): boolean {
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of others) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
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
