import { safeLine } from '../safe.ts';
import { fitted } from './break.ts';
import { parseLatex } from './latex.ts';
import { linear } from './linear.ts';

/** A formula within a line of text; LaTeX that cannot be read stays as it is. */
export function inlineFormula(latex: string): string {
  const node = parseLatex(latex);
  const text = node && safeLine(linear(node)).trim();
  return text || safeLine(latex).trim();
}

/**
 * A formula set apart from the text, in two dimensions.
 *
 * @returns `undefined` where it does not fit into `width` columns or cannot be read: show its inline form, wrapped
 */
export function displayFormula(latex: string, width: number): string[] | undefined {
  const node = parseLatex(latex);
  const box = node && fitted(node, width);
  const lines = box?.lines.map(line => safeLine(line).trimEnd());
  return lines?.some(line => line !== '') ? lines : undefined;
}
