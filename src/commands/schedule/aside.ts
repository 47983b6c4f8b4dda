import { type AsideRow, needOf, reasonFor } from '../../app/aside/advice.ts';
import { lineText } from '../../notation/line.ts';
import { renderMarkdown } from '../../notation/terminal.ts';
import { type Context, questionOf } from '../context.ts';
import { UsageError } from '../errors.ts';
import { printJson, printLines, widthOf } from '../output.ts';
import { asideRows, bringBack, setAside } from './asides.ts';

interface AsideOptions {
  readonly back?: boolean;
  readonly json?: boolean;
}

/** `tutor aside`: lists what the schedule leaves out. `tutor aside ID`: sets a question aside, `--back` brings it back. */
export function aside(context: Context, id: string | undefined, { back = false, json }: AsideOptions): void {
  const { environment } = context;
  if (id === undefined) {
    if (back) throw new UsageError('Which question is to be brought back? "tutor aside" lists those set aside.');
    list(context, json ?? false);
    return;
  }
  const question = questionOf(context, id).id;
  const isAside = asideRows(context).some(row => row.question === question);
  if (back && isAside) bringBack(context, question);
  if (!back && !isAside) setAside(context, question);
  if (json) printJson(environment, { id: question, aside: !back, changed: back === isAside });
  else printLines(environment, [sentence(question, back, isAside)]);
}

function sentence(question: string, back: boolean, isAside: boolean): string {
  if (back) return isAside ? `Brought back: ${question}` : `${question} is not set aside.`;
  if (isAside) return `${question} is set aside already.`;
  return `Set aside: ${question}. "tutor aside ${question} --back" brings it back.`;
}

function list(context: Context, json: boolean): void {
  const { environment } = context;
  const rows = asideRows(context);
  if (json) printJson(environment, { aside: rows.map(data) });
  else if (rows.length === 0) printLines(environment, ['Nothing is set aside.']);
  else
    printLines(
      environment,
      rows.flatMap((row, i) => rowLines(row, i === 0, widthOf(environment))),
    );
}

function rowLines(row: AsideRow, isFirst: boolean, width: number): string[] {
  const text = (words: string): string[] =>
    renderMarkdown(words, { width: width - 2 }).map(line => `  ${lineText(line)}`);
  const head = `${row.question}  ${row.title}`;
  return [...(isFirst ? [] : ['']), head, ...text(reasonFor(row)), ...text(needOf(row))];
}

function data(row: AsideRow): Record<string, unknown> {
  const { question, title, because, lapses, mistake, shaky } = row;
  return { id: question, title, because, lapses, mistake, shaky, needs: needOf(row) };
}
