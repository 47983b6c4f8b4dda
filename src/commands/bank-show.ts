import { answerSheet, keyData, keyMistakes, showKey } from '../answers/answers.ts';
import type { Variant, VariantPart } from '../bank/variant.ts';
import { lineText } from '../notation/line.ts';
import { renderMarkdown } from '../notation/terminal.ts';
import { type Context, questionOf } from './context.ts';
import { printJson, printLines, stepData, widthOf } from './output.ts';
import { chosenVariant, type VariantOptions } from './variant-options.ts';

/** `tutor bank show ID` */
export function bankShow(context: Context, id: string, options: VariantOptions & { json?: boolean }): void {
  const { environment } = context;
  const variant = chosenVariant(questionOf(context, id), options);
  if (options.json) printJson(environment, document(variant));
  else printLines(environment, renderMarkdown(markdown(variant), { width: widthOf(environment) }).map(lineText));
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

/** The question, its key and its solution, to be read. */
function markdown({ template, stem, parts, solution }: Variant): string {
  const asks = parts.map(({ name, ask, key }) =>
    [parts.length > 1 ? `**${name}** ${ask}` : ask, answerSheet(key)].filter(Boolean).join('\n\n'),
  );
  const keys = parts.map(
    ({ name, key }) =>
      `${parts.length > 1 ? `**${name}**:${isBlock(showKey(key)) ? '\n\n' : ' '}` : ''}${showKey(key)}`,
  );
  const worked = solution === null ? [] : ['## Solution', solution];
  return [`# ${template.title}`, stem, ...asks, '## Answer', keys.join('\n\n'), ...worked].join('\n\n');
}

/** Markdown that begins lines of its own. */
function isBlock(text: string): boolean {
  return text.includes('\n') || text.startsWith('$$');
}
