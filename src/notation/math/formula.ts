import { safeLine } from '../safe.ts';
import { inAsciiLetters } from './ascii.ts';
import { fitted } from './break.ts';
import { parseLatex } from './latex.ts';
import { linear } from './linear.ts';
import type { Node } from './tree.ts';

/** At the beginning of a formula that is to be written in ASCII letters; no command of LaTeX. */
const IN_ASCII = '\\inasciiletters ';

export function asciiLatex(latex: string): string {
  return IN_ASCII + latex;
}

function treeOf(latex: string): Node | undefined {
  if (!latex.startsWith(IN_ASCII)) return parseLatex(latex);
  const node = parseLatex(latex.slice(IN_ASCII.length));
  return node && inAsciiLetters(node);
}

/** A formula within a line of text; LaTeX that cannot be read stays as it is. */
export function inlineFormula(latex: string): string {
  const node = treeOf(latex);
  const text = node && safeLine(linear(node)).trim();
  return text || safeLine(latex).trim();
}

/**
 * A formula set apart from the text, in two dimensions.
 *
 * @returns `undefined` where it does not fit into `width` columns or cannot be read: show its inline form, wrapped
 */
export function displayFormula(latex: string, width: number): string[] | undefined {
  const node = treeOf(latex);
  const box = node && fitted(node, width);
  const lines = box?.lines.map(line => safeLine(line).trimEnd());
  return lines?.some(line => line !== '') ? lines : undefined;
}
