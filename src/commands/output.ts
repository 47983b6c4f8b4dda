import type { Step } from '../compute/trace.ts';
import { columns as textWidth } from '../notation/columns.ts';
import { safeText } from '../notation/safe.ts';
import type { Environment } from './environment.ts';

/** One JSON document on stdout and nothing else. */
export function printJson({ stdout }: Environment, document: Readonly<Record<string, unknown>>): void {
  stdout.write(`${JSON.stringify({ version: 1, ...document }, null, 2)}\n`);
}

/** Lines for a reader. Titles and ids may come from anyone's files, so nothing in them may steer the terminal. */
export function printLines({ stdout }: Environment, lines: readonly string[]): void {
  stdout.write(lines.map(line => `${safeText(line)}\n`).join(''));
}

/** A message beside the output. */
export function printMessage({ stderr }: Pick<Environment, 'stderr'>, text: string): void {
  stderr.write(`${safeText(text)}\n`);
}

/** Lines without an end, in which formulas are words: a screen reader breaks them itself. */
const ENDLESS = 10_000;

/** How wide text for a reader is set; longer lines are hard to read, but not to listen to. */
export function widthOf({ stdout, variables }: Pick<Environment, 'stdout' | 'variables'>): number {
  return variables.INK_SCREEN_READER === 'true' ? ENDLESS : Math.min(stdout.columns ?? 80, 100);
}

/** Whether lines of this width are listened to. */
export const isEndless = (width: number): boolean => width === ENDLESS;

/** A heading with a line below it, which only guides the eye. */
export function underlined(heading: string, rule: string, width: number): string[] {
  return isEndless(width) ? [heading] : [heading, rule.repeat(textWidth(heading))];
}

/** A worked step with its keys in the documented order. */
export function stepData({ name, symbol, formula, substituted, element, value }: Step): Record<string, unknown> {
  // Where a tensor is too large to be shown, one element of it is substituted.
  return { name, symbol, formula, substituted, ...(element ? { element } : {}), value };
}

/** `1 file`, `1,200 files` */
export function counted(count: number, what: string): string {
  return `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`;
}

/** Columns wide enough for their longest cell, the last one unpadded. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  // A long history has more rows than a call can have arguments.
  const widths = (rows[0] ?? []).map((_, i) => rows.reduce((most, row) => Math.max(most, (row[i] ?? '').length), 0));
  return rows.map(row =>
    row.map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] as number))).join('  '),
  );
}
