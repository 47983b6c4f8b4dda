import type { PartMark } from '../answers/kind.ts';
import { markVariant } from '../bank/marking.ts';
import { lineText } from '../notation/line.ts';
import { renderMarkdown } from '../notation/terminal.ts';
import { type Context, questionOf } from './context.ts';
import { printJson, printLines, widthOf } from './output.ts';
import { chosenVariant, repliesFor, type VariantOptions } from './variant-options.ts';

export type MarkOptions = VariantOptions & { readonly reply?: readonly string[]; readonly json?: boolean };

/** `tutor mark ID`: marks and records nothing. */
export function mark(context: Context, id: string, options: MarkOptions): void {
  const variant = chosenVariant(questionOf(context, id), options);
  const { credit, parts } = markVariant(variant, repliesFor(variant, options.reply));
  const { environment } = context;
  if (options.json) printJson(environment, { credit, parts: parts.map(partData) });
  else printLines(environment, [...partLines(parts, widthOf(environment)), `credit: ${percent(credit)}`]);
}

/** A part's mark with its keys in the documented order. */
export function partData({ name, credit, readAs, error, mistake, carried, self, comment, cells }: PartMark): PartMark {
  return { name, credit, readAs, error, mistake, carried, self, comment, ...(cells ? { cells } : {}) };
}

/** Each part with its mark, and the comment set below it. */
export function partLines(parts: readonly PartMark[], width: number): string[] {
  return parts.flatMap(({ name, credit, readAs, error, comment }) => {
    const verdict = credit === 1 ? 'right' : credit === 0 ? 'wrong' : `partly right (${percent(credit)})`;
    const reading = error === null ? `read as ${readAs ?? 'nothing'}: ${verdict}` : `not read: ${error}`;
    return [`${name}: ${reading}`, ...(comment === null ? [] : renderMarkdown(comment, { width }).map(lineText))];
  });
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
