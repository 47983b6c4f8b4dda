import { join } from 'node:path';
import { decodeCsv } from '../../exam/csv.ts';
import { planForm } from '../../exam/draw/plan-form.ts';
import type { Form } from '../../exam/form.ts';
import { makeForm } from '../../exam/make-form.ts';
import { type MarkedClass, markClass } from '../../exam/marking/mark-class.ts';
import { labelsOf } from '../../exam/marking/mark-paper.ts';
import { byLabel, headingOf, readReplies } from '../../exam/marking/replies.ts';
import { FileExists, isThere, writeNewFile } from '../../exam/print/new-file.ts';
import { formIndex } from '../../exam/roster.ts';
import { makeFolder, OPEN } from '../../store/files.ts';
import type { Context } from '../context.ts';
import { Failure, UsageError } from '../errors.ts';
import { bytesOf, isFileTrouble, troubleText } from '../file-trouble.ts';
import { printJson, printLines, printMessage } from '../output.ts';
import { pageText } from '../page-text.ts';
import { csvLine } from '../transfer/export-cells.ts';
import { classData } from './mark-data.ts';
import { itemLines, resultLines } from './mark-files.ts';
import { classLines } from './mark-page.ts';
import { formsOf } from './options.ts';
import { examMeant, type Meant } from './spec.ts';

/**
 * `tutor exam mark CODE`: answers on paper. With --replies those of a class are marked, and it is told how the questions
 * did; else one's own are typed in.
 */

export interface ExamMarkOptions {
  readonly replies?: string;
  /** Prints an empty table to be filled in. */
  readonly template?: boolean;
  /** How many forms the table is to serve. */
  readonly forms?: string;
  /** The one form that it is to serve, or that is typed in, by its letter. */
  readonly form?: string;
  readonly out?: string;
  /** Replaces files. */
  readonly force?: boolean;
  /** Marks although questions have changed since the exam was printed. */
  readonly changed?: boolean;
  readonly json?: boolean;
  readonly bank?: readonly string[];
}

/** @throws UsageError, Failure, or an ExamError of the code, the blueprint or the table */
export async function examMark(context: Context, code: string, options: ExamMarkOptions): Promise<void> {
  const { template, replies, bank } = options;
  checkOptions(options);
  const meant = examMeant(context, undefined, { code, ...(bank ? { bank } : {}) });
  const check = (): void => checkNews(context, meant, options);
  if (!template && replies === undefined) {
    const { typeIn } = await import('./mark-typed.ts');
    return typeIn(context, meant, code, singleForm(options), check);
  }
  check();
  const formOf = (index: number): Form =>
    makeForm(planForm(meant.spec, context.bank, index), meant.spec.blueprint, context.bank);
  if (replies === undefined) context.environment.stdout.write(csvLine(headings(options, formOf)));
  else markTable(context, meant, replies, options, formOf);
}

function checkOptions({ template, replies, forms, form, out, json }: ExamMarkOptions): void {
  if (template && replies !== undefined) {
    throw new UsageError('--template prints an empty table, --replies reads a filled one: give one of them.');
  }
  if (forms !== undefined && form !== undefined) throw new UsageError('Give --forms or --form, not both.');
  if (forms !== undefined && !template) throw new UsageError('--forms goes with --template.');
  if (form !== undefined && replies !== undefined) {
    throw new UsageError('--form does not go with --replies: the table says who had which form.');
  }
  if (replies === undefined && (out !== undefined || json)) {
    throw new UsageError(`${out === undefined ? '--json' : '--out'} goes with --replies.`);
  }
}

/** Wrong keys are worse than none. */
function checkNews({ environment }: Context, { news }: Meant, { changed }: ExamMarkOptions): void {
  if (news.length === 0) return;
  if (!changed) {
    throw new Failure(
      `${news.join(' ')} Keys could be wrong, so nothing is marked. Mark with the program and the bank that printed the exam, or with --changed if its own questions are still the same.`,
    );
  }
  for (const sentence of news) printMessage(environment, sentence);
}

const SERVED = '4';

function headings(options: ExamMarkOptions, formOf: (index: number) => Form): string[] {
  const single = singleForm(options);
  const indexes = single === null ? [...Array(formsOf(options.forms ?? SERVED)).keys()] : [single];
  const labels = new Set(indexes.flatMap(index => labelsOf(formOf(index))));
  return ['name', 'id', 'form', ...[...labels].sort(byLabel).map(headingOf)];
}

/** null where none is named. */
function singleForm({ form }: ExamMarkOptions): number | null {
  const index = form === undefined ? null : formIndex(form);
  if (form !== undefined && index === null) {
    throw new UsageError(`--form must be a letter such as B, not "${form.slice(0, 40)}"`);
  }
  return index;
}

function markTable(
  context: Context,
  meant: Meant,
  file: string,
  options: ExamMarkOptions,
  formOf: (index: number) => Form,
): void {
  const { environment } = context;
  const table = readReplies(decodeCsv(bytesOf(file), file), file);
  const marked = markClass(table, formOf, meant.spec.blueprint.pass, file);
  if (table.ignored.length > 0) {
    printMessage(environment, `Columns that were not read: ${table.ignored.join(', ').slice(0, 200)}`);
  }
  if (marked.commas.length > 0) printMessage(environment, commasRead(marked.commas));
  const said = options.out === undefined ? [] : [write(options.out, marked, options.force ?? false)];
  if (options.json) printJson(environment, classData(meant, marked));
  else {
    printLines(
      environment,
      pageText(context, page => classLines(meant, marked, page)),
    );
  }
  for (const message of said) printMessage(environment, message);
}

/** Numbers that could be thousands in another table. */
function commasRead(commas: readonly string[]): string {
  const count = commas.length === 1 ? '1 number' : `${commas.length} numbers`;
  return `Read with a decimal comma, as this table writes its numbers: ${count} such as ${commas[0]}`;
}

/** Without it some spreadsheets take UTF-8 for another encoding. */
const UTF8 = '\uFEFF';

/** @returns what was written */
function write(folder: string, marked: MarkedClass, replace: boolean): string {
  const files: readonly (readonly [name: string, lines: Iterable<string>])[] = [
    ['results.csv', resultLines(marked)],
    ['items.csv', itemLines(marked)],
  ];
  const there = files.map(([name]) => join(folder, name)).find(isThere);
  if (there !== undefined && !replace) throw inTheWay(there);
  try {
    makeFolder(folder, OPEN);
    for (const [name, lines] of files) {
      writeNewFile(join(folder, name), `${UTF8}${[...lines].join('')}`, replace);
    }
  } catch (error) {
    if (error instanceof FileExists) throw inTheWay(error.message.replace(/ exists$/, ''));
    if (!isFileTrouble(error)) throw error;
    throw new Failure(troubleText(error.path ?? folder, 'written', error), { cause: error });
  }
  return `Written to ${files.map(([name]) => join(folder, name)).join(' and ')}.`;
}

function inTheWay(file: string): Failure {
  return new Failure(`${file} exists. Name another folder with --out, or replace it with --force.`);
}
