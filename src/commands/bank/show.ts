import { keyData, keyMistakes } from '../../answers/answers.ts';
import type { Variant, VariantPart } from '../../bank/variant.ts';
import { type Context, questionOf } from '../context.ts';
import { printJson, printLines, stepData, widthOf } from '../output.ts';
import { variantLines } from '../variant-lines.ts';
import { chosenVariant, type VariantOptions } from '../variant-options.ts';

/** `tutor bank show ID` */
export function bankShow(context: Context, id: string, options: VariantOptions & { json?: boolean }): void {
  const { environment } = context;
  const variant = chosenVariant(questionOf(context, id), options);
  if (options.json) printJson(environment, document(variant));
  else printLines(environment, variantLines(variant, variant.template.id, widthOf(environment)));
}

function document({ template, seed, vars, stem, parts, steps, hint, solution }: Variant): Record<string, unknown> {
  const { id, hash, title } = template;
  return {
    id,
    hash,
    seed,
    title,
    stem,
    vars,
    parts: parts.map(partData),
    steps: steps.map(stepData),
    mistakes: parts.flatMap(({ name, key }) =>
      keyMistakes(key).map(({ value, because }) => ({ part: name, value, because })),
    ),
    hint,
    solution,
  };
}

function partData({ name, ask, credits, key }: VariantPart): Record<string, unknown> {
  return { name, kind: key.kind, ask, credits, ...keyData(key) };
}
