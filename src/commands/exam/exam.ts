import { planForm } from '../../exam/draw/plan-form.ts';
import { type ExamFacts, examFacts } from '../../exam/facts.ts';
import { formTable } from '../../exam/facts-table.ts';
import { plainText } from '../../exam/markdown/inline.ts';
import { type FormatName, formatOf } from '../../exam/print/formats.ts';
import { jobsFor, type Shard } from '../../exam/print/jobs.ts';
import type { PrintOrder } from '../../exam/print/order.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import { printJson, printLines, printMessage } from '../output.ts';
import { examData } from './data.ts';
import { examLines } from './lines.ts';
import { type ExamOptions, formatsOf, formsOf, shardOf, sizeOf } from './options.ts';
import { prepareFolder, printPapers } from './print.ts';
import { peopleIn } from './roster.ts';
import { examMeant, type Meant } from './spec.ts';

/** `tutor exam [BLUEPRINT]`: an exam on paper, in as many forms as are wanted, with its solutions. */

export async function exam(context: Context, name: string | undefined, options: ExamOptions): Promise<void> {
  const { environment, bank } = context;
  checkFolder(options);
  const meant = examMeant(context, name, options);
  const forms = formsOf(options.forms);
  const order = orderOf(meant, forms, options);
  for (const sentence of meant.news) printMessage(environment, sentence);
  // Drawn before anything is written: what cannot be met is told at once.
  const planned = Array.from({ length: forms }, (_, index) => planForm(meant.spec, bank, index));
  const facts = examFacts(planned, bank.templates);
  if (options.json) printJson(environment, examData(meant, planned, bank));
  else printLines(environment, examLines(meant, facts));
  if (options.json && options.out === undefined) return;
  const tables = tablesFor(meant, facts, shardOf(options.shard));
  prepareFolder(order, tables);
  await printPapers(context, order, tables, planned);
}

function checkFolder({ out, force, resume, code, seed }: ExamOptions): void {
  if (out?.trim() === '') throw new UsageError('--out must name a folder.');
  if (force && resume) throw new UsageError('--force replaces files and --resume keeps them: give one of the two.');
  // Another seed would be drawn, and papers of two exams would lie in one folder.
  if (resume && code === undefined && seed === undefined) {
    throw new UsageError('--resume goes on with an exam: say which with --code, or with its --seed.');
  }
}

function orderOf({ spec, code }: Meant, forms: number, options: ExamOptions): PrintOrder {
  const formats = formatsOf(options.format);
  const shard = shardOf(options.shard);
  const people = options.roster === undefined ? null : peopleIn(options.roster, forms);
  if (options.combined) checkCombined(formats, shard, people?.length ?? forms);
  const jobs = jobsFor({
    forms,
    people,
    solutions: options.solutions,
    formats,
    combined: options.combined ?? false,
    shard,
  });
  return {
    ...spec,
    code,
    formats,
    size: sizeOf(options.paper),
    jobs,
    folder: options.out ?? `exam-${spec.blueprint.name.replaceAll('/', '-')}-${spec.seed}`,
    replace: options.force ?? false,
    resume: options.resume ?? false,
  };
}

/** Beside several forms: what differs between them. Of a large run that is spread, the first part brings it. */
function tablesFor({ spec, code }: Meant, facts: ExamFacts, shard: Shard | null): ReadonlyMap<string, string> {
  if (facts.forms.length === 1 || (shard !== null && shard.part > 1)) return new Map();
  const head = `# ${plainText(spec.blueprint.title)}\n\nCode: \`${code}\``;
  return new Map([['forms.md', `${head}\n\n${formTable(facts)}\n`]]);
}

/** All papers of one file are set at once, and each takes up to a hundred megabytes meanwhile. */
const MOST_COMBINED = 30;

function checkCombined(formats: readonly FormatName[], shard: Shard | null, papers: number): void {
  const alone = formats.find(format => !formatOf(format).combines);
  if (alone !== undefined)
    throw new UsageError(`--combined makes one file of many, which ${alone} cannot be: use pdf or typ.`);
  if (shard !== null)
    throw new UsageError('--combined and --shard do not go together: a part of a run is no whole file.');
  if (papers > MOST_COMBINED)
    throw new UsageError(
      `--combined takes ${MOST_COMBINED} papers at most, not ${papers}: print single files, and join them with a program for PDFs.`,
    );
}
