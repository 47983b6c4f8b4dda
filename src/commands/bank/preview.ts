import { createPreview } from '../../app/preview/machine.ts';
import type { PreviewState, Trouble } from '../../app/preview/state.ts';
import { FIRST_SEED, startPreview, troublesOf } from '../../app/preview/update.ts';
import { type Problem, problemText } from '../../bank/problem.ts';
import { LARGEST_SEED } from '../../bank/streams.ts';
import { caret } from '../caret.ts';
import type { CommonOptions, Context } from '../context.ts';
import { type Environment, isInteractive, wholeNumber } from '../environment.ts';
import { UsageError } from '../errors.ts';
import { printLines, printMessage, widthOf } from '../output.ts';
import { questionFile } from '../question-file.ts';
import { variantLines } from '../variant-lines.ts';
import type { VariantOptions } from '../variant-options.ts';
import { readFound, watchFile } from './preview-watch.ts';

const FAILURE = 1;
const INTERRUPTED = 130;

/** `tutor bank preview FILE`: the question as it is written; without a terminal once, as text. */
export async function bankPreview(
  context: Context,
  name: string,
  options: CommonOptions & VariantOptions,
): Promise<void> {
  const { environment } = context;
  const seed = firstSeed(options);
  const { path, id } = questionFile(name, options.bank ?? [], context);
  const start = startPreview({ id, file: path, seed, found: readFound(path) });
  if (!isInteractive(environment)) return printOnce(start, environment);
  const preview = createPreview(start);
  const unwatch = watchFile(path, found => preview.dispatch({ type: 'found', found }));
  const { checkWhenRead, linter } = await import('./preview-check.ts');
  const uncheck = checkWhenRead(preview, linter(path, options.bank ?? [], context));
  try {
    const { showPreview } = await import('../../tui/preview/show.tsx');
    await showPreview({ preview, excerpt: caret }, { ...environment, looks: context.looks });
  } finally {
    unwatch();
    uncheck();
  }
  if (preview.state().over === 'interrupted') process.exitCode = INTERRUPTED;
}

function firstSeed({ seed, given }: VariantOptions): number | null {
  if (seed !== undefined && given)
    throw new UsageError('Say which variant to begin with: --seed N or --given, not both.');
  if (given) return null;
  return seed === undefined ? FIRST_SEED : wholeNumber(seed, '--seed', LARGEST_SEED);
}

function printOnce(state: PreviewState, environment: Environment): void {
  const troubles = troublesOf(state);
  for (const trouble of troubles) {
    for (const line of troubleText(trouble, state, widthOf({ ...environment, stdout: environment.stderr })))
      printMessage(environment, line);
  }
  if (troubles.length > 0) process.exitCode = FAILURE;
  else if (state.variant) printLines(environment, variantLines(state.variant, state.file, widthOf(environment)));
}

function troubleText(trouble: Trouble, { file, text }: PreviewState, width: number): string[] {
  switch (trouble.kind) {
    case 'missing':
      return [`${file}: the file is not there any more`];
    case 'unreadable':
      return [`${file}: the file cannot be read: ${trouble.message}`];
    case 'problems':
      return trouble.problems.flatMap(problem => [problemText(problem), ...excerpt(problem, text, width)]);
  }
}

function excerpt({ line, column }: Problem, text: string, width: number): string[] {
  if (column === undefined) return [];
  const before = text.split('\n').slice(0, line - 1);
  return caret(text, before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1, width);
}
