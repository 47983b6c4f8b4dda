import { type Evaluation, EvaluationError, evaluateText, type Let, refusal } from '../bank/evaluation.ts';
import { stepsMarkdown } from '../bank/steps-markdown.ts';
import { fieldsOf } from '../compute/fields.ts';
import type { Node } from '../compute/node.ts';
import { nested } from '../compute/tensor.ts';
import { lineText } from '../notation/line.ts';
import { renderMarkdown } from '../notation/terminal.ts';
import { caret } from './caret.ts';
import type { Context } from './context.ts';
import { Failure, UsageError } from './errors.ts';
import { printJson, printLines, stepData, widthOf } from './output.ts';
import { valueLines } from './value-lines.ts';

interface EvalOptions {
  readonly let?: readonly string[];
  readonly json?: boolean;
}

const KINK =
  'Note: this rests on a kink or a tie, such as the slope of ReLU at 0 or the largest of equal numbers. Its value there is a matter of convention.';

/** `tutor eval FORMULA`: the author's language, for trying things out. */
export function evaluate(context: Context, words: readonly string[], options: EvalOptions): void {
  const { environment } = context;
  const text = formulaIn(words);
  const lets = readLets(options.let ?? []);
  try {
    const evaluation = evaluateText(text, lets);
    if (options.json) printJson(environment, document(evaluation));
    else printLines(environment, readable(evaluation, widthOf(environment)));
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    const { message, position } = error;
    if (!options.json) {
      throw new Failure([message, ...caret(error.text, position, widthOf(environment))].join('\n'));
    }
    printJson(environment, { error: { message, position } });
    process.exitCode = 1;
  }
}

/** A formula may begin with a minus sign, so what looks like a flag is only one where it cannot be a formula. */
function formulaIn(words: readonly string[]): string {
  const flag = words.find(word => /^--[a-z]/.test(word));
  if (flag !== undefined) throw new UsageError(`unknown option '${flag.slice(0, 40)}'`);
  const [text = ''] = words;
  if (words.length > 1) throw new UsageError("Give one formula, in quotes: tutor eval 'x = 3; x^2'");
  return text;
}

const LET = /^\s*([A-Za-z][A-Za-z0-9_]*)\s*=(?!=)/;

/** @throws UsageError */
function readLets(texts: readonly string[]): Let[] {
  const names = new Set<string>();
  return texts.map((text): Let => {
    const found = LET.exec(text);
    const [head = '', name = ''] = found ?? [];
    if (!found) throw new UsageError(`--let takes NAME=FORMULA, such as --let 'x=[1, 2]', not "${text.slice(0, 60)}"`);
    const refused = refusal(name, names);
    if (refused !== null) throw new UsageError(`--let ${name}: ${refused}: choose another name`);
    names.add(name);
    return { name, text, start: head.length };
  });
}

function document({ value, steps, degenerate }: Evaluation): Record<string, unknown> {
  const of = (read: (node: Node) => unknown): unknown => {
    const fields = fieldsOf(value);
    return fields ? Object.fromEntries([...fields].map(([name, node]) => [name, read(node)])) : read(value);
  };
  return {
    value: of(nested),
    shape: of(({ shape }) => shape),
    steps: steps.map(stepData),
    ...(degenerate ? { degenerate } : {}),
  };
}

function readable({ value, steps, degenerate }: Evaluation, width: number): string[] {
  const markdown = (text: string): string[] => renderMarkdown(text, { width }).map(lineText);
  return [
    ...(steps.length > 0 ? [...markdown(stepsMarkdown(steps)), ''] : []),
    ...valueLines(value, width),
    ...(degenerate ? ['', ...markdown(KINK)] : []),
  ];
}
