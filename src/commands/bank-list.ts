import { shownKind } from '../answers/authors.ts';
import { isRandomized, type Template } from '../bank/template.ts';
import type { Context } from './context.ts';
import { columns, printJson, printLines } from './output.ts';

/** `tutor bank list` */
export function bankList({ bank, environment }: Context, { json }: { json?: boolean }): void {
  const { templates } = bank;
  if (json) printJson(environment, { questions: templates.map(row) });
  else printLines(environment, columns(templates.map(({ id, title, credits }) => [id, `${credits}`, title])));
}

function row(template: Template): Record<string, unknown> {
  const { id, title, topics, source, credits, parts } = template;
  const kinds = [...new Set(parts.map(({ answer }) => shownKind(answer)))];
  return { id, title, topics, source, credits, kinds, randomized: isRandomized(template) };
}
