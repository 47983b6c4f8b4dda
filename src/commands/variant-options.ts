import { LARGEST_SEED } from '../bank/streams.ts';
import type { Template } from '../bank/template.ts';
import { makeVariant, type Variant } from '../bank/variant.ts';
import { wholeNumber } from './environment.ts';
import { UsageError } from './errors.ts';

export interface VariantOptions {
  readonly seed?: string;
  readonly given?: boolean;
}

/** The variant that --seed or --given names. @throws UsageError */
export function chosenVariant(template: Template, { seed, given }: VariantOptions): Variant {
  if ((seed === undefined) === !given) {
    throw new UsageError("Say which variant: --seed N for a random one, or --given for the source's own numbers.");
  }
  return makeVariant(template, seed === undefined ? null : wholeNumber(seed, '--seed', LARGEST_SEED));
}

/** @throws UsageError unless there is one reply a part */
export function repliesFor({ parts, template }: Variant, replies: readonly string[] | undefined): readonly string[] {
  const count = replies?.length ?? 0;
  if (replies && count === parts.length) return replies;
  const names = parts.length === 1 ? '' : `, in the order ${parts.map(part => part.name).join(', ')}`;
  throw new UsageError(
    `${template.id} takes ${parts.length === 1 ? 'one --reply' : `${parts.length} replies, one --reply each${names}`}; given: ${count}.`,
  );
}
