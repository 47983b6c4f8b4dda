import { Bank } from '../../bank/bank.ts';
import { withoutAllowed } from '../../bank/lint/allow.ts';
import { type Finding, findingText, inReadingOrder } from '../../bank/lint/finding.ts';
import { lintAmong } from '../../bank/lint/lint-bank.ts';
import { countOf } from '../../bank/lint/lint-question.ts';
import { lintAll } from '../../bank/lint/pool.ts';
import type { Context } from '../context.ts';
import { wholeNumber } from '../environment.ts';
import { UsageError } from '../errors.ts';
import { counted, printJson, printLines } from '../output.ts';
import { interruptible, type Progress, progress } from '../progress.ts';
import { type Selection, selectFiles } from './lint-files.ts';

/** `tutor bank lint [PATH…]`: the author's safety net. */

interface LintOptions {
  readonly bank?: readonly string[];
  readonly seeds?: string;
  readonly json?: boolean;
}

const SEEDS = 1000;
const MOST_SEEDS = 1_000_000;
export async function bankLint(context: Context, paths: readonly string[], options: LintOptions): Promise<void> {
  const { environment } = context;
  const started = environment.monotonic();
  const seeds = wholeNumber(options.seeds ?? String(SEEDS), '--seeds', MOST_SEEDS);
  if (seeds === 0)
    throw new UsageError('--seeds must be at least 1: without a variant most rules have nothing to look at');
  const selection = selectFiles(paths, {
    builtIn: environment.shipped.questions,
    others: options.bank ?? [],
  });
  const total = selection.templates.reduce((sum, template) => sum + countOf(template, seeds), 0);
  const shown = progress(environment, total, 'variants');
  const { findings, variants } = await interruptible(shown, () => lint(context, selection, seeds, shown));
  const { files } = selection;
  if (findings.length > 0) process.exitCode = 1;
  if (options.json) {
    printJson(environment, { files, variants, problems: findings.map(problemData) });
    return;
  }
  const seconds = (environment.monotonic() - started) / 1000;
  const summary = `${counted(files, 'file')}, ${counted(variants, 'variant')}, ${counted(findings.length, 'problem')}, ${seconds.toFixed(1)} s`;
  printLines(environment, [...findings.map(findingText), summary]);
}

async function lint(
  { bank, environment }: Context,
  { templates, problems, around, builtIn }: Selection,
  seeds: number,
  shown: Progress,
): Promise<{ readonly findings: readonly Finding[]; readonly variants: number }> {
  const linted = await lintAll(templates, seeds, environment.shipped.lintWorker, shown.add);
  const neighbours = new Bank(around, builtIn ? [] : [bank]);
  const found = templates.flatMap((template, i) =>
    withoutAllowed(template, [...(linted[i]?.findings ?? []), ...lintAmong(template, neighbours)]),
  );
  const unread = problems.map((problem): Finding => ({ ...problem, rule: 'file', seed: null }));
  return {
    findings: inReadingOrder([...unread, ...found]),
    variants: linted.reduce((sum, { variants }) => sum + variants, 0),
  };
}

function problemData({ file, line, column, rule, message, seed }: Finding): Record<string, unknown> {
  return { file, line, column: column ?? null, rule, message, seed };
}
