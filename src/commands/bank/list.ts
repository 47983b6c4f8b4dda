import { shownKind } from '../../answers/authors.ts';
import type { TemplateFacts } from '../../bank/facts.ts';
import { isRandomized } from '../../bank/template.ts';
import { clip } from '../../notation/columns.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import { adviceOn } from '../meant.ts';
import { columns, counted, printJson, printLines, widthOf } from '../output.ts';

/** `tutor bank list [TOPIC]` @throws UsageError where no question is about the topic */
export function bankList(
  { bank, environment }: Context,
  topic: string | undefined,
  { json }: { json?: boolean },
): void {
  const templates = topic === undefined ? bank.templates : bank.below(topic);
  if (topic !== undefined && templates.length === 0) {
    throw new UsageError(`No question is about "${topic.slice(0, 100)}". ${adviceOn(topic, bank.places)}`);
  }
  if (json) printJson(environment, { questions: templates.map(row) });
  else printLines(environment, table(templates, widthOf(environment)));
}

function row(template: TemplateFacts): Record<string, unknown> {
  const { id, title, topics, source, credits } = template;
  return { id, title, topics, source, credits, kinds: kindsOf(template), randomized: isRandomized(template) };
}

function kindsOf({ parts }: TemplateFacts): readonly string[] {
  return [...new Set(parts.map(({ answer }) => shownKind(answer)))];
}

/** A block for each folder of the bank, and the sum of all. */
function table(templates: readonly TemplateFacts[], width: number): string[] {
  const folders = Map.groupBy(templates, ({ id }) => id.slice(0, Math.max(0, id.indexOf('/'))));
  const blocks = [...folders].flatMap(([folder, questions]) => [
    `${folder === '' ? '(no folder)' : folder}: ${sum(questions)}`,
    ...block(questions, width),
    '',
  ]);
  return [...blocks, `${templates.length === 0 ? 'The bank is empty' : `In all ${sum(templates)}`}.`];
}

/** Kinds are told where there is room for all of them. */
function block(questions: readonly TemplateFacts[], width: number): string[] {
  const cells = questions.map(template => [
    `  ${template.id.slice(template.id.indexOf('/') + 1)}`,
    `${template.credits}`.padStart(3),
    template.title,
    kindsOf(template).join(', '),
  ]);
  const whole = columns(cells);
  const fits = whole.every(line => line.length <= width);
  return (fits ? whole : columns(cells.map(row => row.slice(0, -1)))).map(line => clip(line, width));
}

/** `12 questions, 34 credits` */
function sum(templates: readonly TemplateFacts[]): string {
  const credits = Math.round(100 * templates.reduce((total, template) => total + template.credits, 0)) / 100;
  return `${counted(templates.length, 'question')}, ${counted(credits, 'credit')}`;
}
