import type { PartMark } from '../answers/kind.ts';
import { markVariant } from '../bank/marking.ts';
import { type Context, questionOf } from './context.ts';
import { printJson, printLines } from './output.ts';
import { chosenVariant, repliesFor, type VariantOptions } from './variant-options.ts';

export type MarkOptions = VariantOptions & { readonly reply?: readonly string[]; readonly json?: boolean };

/** `tutor mark ID`: marks and records nothing. */
export function mark(context: Context, id: string, options: MarkOptions): void {
  const variant = chosenVariant(questionOf(context, id), options);
  const { credit, parts } = markVariant(variant, repliesFor(variant, options.reply));
  if (options.json) printJson(context.environment, { credit, parts: parts.map(partData) });
  else printLines(context.environment, [...parts.map(partLine), `credit: ${percent(credit)}`]);
}

/** A part's mark with its keys in the documented order. */
export function partData({ name, credit, readAs, error, mistake, carried, self, comment, cells }: PartMark): PartMark {
  return { name, credit, readAs, error, mistake, carried, self, comment, ...(cells ? { cells } : {}) };
}

export function partLine({ name, credit, readAs, error, comment }: PartMark): string {
  const verdict = credit === 1 ? 'right' : credit === 0 ? 'wrong' : `partly right (${percent(credit)})`;
  const reading = error === null ? `read as ${readAs ?? 'nothing'}: ${verdict}` : `not read: ${error}`;
  return `${name}: ${reading}${comment === null ? '' : `\n${comment}`}`;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
