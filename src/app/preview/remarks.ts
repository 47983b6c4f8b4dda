import { type AnswerKey, type KindName, showKey } from '../../answers/answers.ts';
import type { Variant, VariantPart } from '../../bank/variant.ts';

/** What an author has said about wrong answers, and about right ones, at one variant; all of it Markdown. */

type KeyOf<Kind extends KindName> = Extract<AnswerKey, { kind: Kind }>;

/** A key with a mistake's value in the place of its own, for each mistake that it knows. */
interface Wrong {
  readonly key: AnswerKey;
  readonly tag: string;
  readonly because: string;
}

const NO_MARGIN = { absolute: 0, relative: 0 };

function wrongKeys(key: AnswerKey): readonly Wrong[] {
  switch (key.kind) {
    case 'number':
      return key.mistakes.map(({ value, tag, because }) => {
        return { key: { ...key, value, accepts: [value, value] }, tag, because };
      });
    case 'tensor':
    case 'table':
      return key.mistakes.map(({ values, tag, because }) => {
        return { key: { ...key, values, accepts: NO_MARGIN }, tag, because };
      });
    case 'shape':
      return key.mistakes.map(({ shape, tag, because }) => ({ key: { ...key, shape }, tag, because }));
    case 'expression':
      return key.mistakes.map(({ text, tag, because }) => ({ key: { ...key, text }, tag, because }));
    case 'words':
      return key.mistakes.map(({ text, tag, because }) => ({ key: { ...key, accepted: [text] }, tag, because }));
    default:
      return [];
  }
}

/** `$\approx 0.19$: the moments start at zero`, in the author's order. */
export function mistakesOf({ key }: VariantPart): readonly string[] {
  return wrongKeys(key).map(({ key: wrong, because }) => {
    const value = showKey(wrong);
    // What takes lines of its own stands below.
    return value.startsWith('$$') || value.includes('\n') ? `${because}:\n\n${value}` : `${value}: ${because}`;
  });
}

/** Mistakes of the file that no part shows with these numbers: they lead to the key itself, or to no value. */
export function idleMistakes({ template, parts }: Variant): readonly string[] {
  const shown = new Set(parts.flatMap(({ key }) => tagsOf(key)));
  return template.mistakes
    .filter(({ tag, because }) => !shown.has(tag ?? because.text))
    .map(({ tag, because }) => tag ?? because.text);
}

function tagsOf(key: AnswerKey): readonly string[] {
  if (key.kind === 'choice') return key.options.flatMap(({ tag }) => tag ?? []);
  return wrongKeys(key).map(({ tag }) => tag);
}

/** Why options, lines and pairs are right or wrong, and what a line rests on. */
export function reasonsOf({ key }: VariantPart): readonly string[] {
  switch (key.kind) {
    case 'choice':
      return key.options.map(({ label, right, why }) => `**${label}** is ${right ? 'right' : 'wrong'}${reason(why)}`);
    case 'order':
      return lineReasons(key);
    case 'match':
      return key.blanks.flatMap(({ label, why }) => (why === null ? [] : [`**${label}**${reason(why)}`]));
    default:
      return [];
  }
}

/** The graph of a derivation, line by line, so that it can be walked by hand. */
function lineReasons({ lines }: KeyOf<'order'>): readonly string[] {
  return lines.map(({ label, after, why, decoy }) => {
    if (decoy) return `**${label}** does not belong${reason(why)}`;
    const above = after.length === 0 ? 'may stand first' : `rests on ${after.map(one => `**${one}**`).join(', ')}`;
    return `**${label}** ${above}${reason(why)}`;
  });
}

function reason(why: string | null): string {
  return why === null ? '' : `: ${why}`;
}
