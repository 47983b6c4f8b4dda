import { keyMistakes, keyReasons } from '../../answers/answers.ts';
import type { Variant, VariantPart } from '../../bank/variant.ts';

/** What an author has said about wrong answers at one variant; all of it Markdown. */

/** `$\approx 0.19$: the moments start at zero`, in the author's order. */
export function mistakesOf({ key }: VariantPart): readonly string[] {
  // Mistakes that are offered as options are told with the reasons of these.
  if (keyReasons(key).length > 0) return [];
  return keyMistakes(key).map(({ shown, because }) =>
    // What takes lines of its own stands below.
    shown.startsWith('$$') || shown.includes('\n') ? `${because}:\n\n${shown}` : `${shown}: ${because}`,
  );
}

/** Mistakes of the file that no part shows with these numbers: they lead to the key itself, or to no value. */
export function idleMistakes({ template, parts }: Variant): readonly string[] {
  const shown = new Set(parts.flatMap(({ key }) => keyMistakes(key).map(({ tag }) => tag)));
  return template.mistakes
    .filter(({ tag, because }) => !shown.has(tag ?? because.text))
    .map(({ tag, because }) => tag ?? because.text);
}
