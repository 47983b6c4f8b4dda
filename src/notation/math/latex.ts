import temml from 'temml';
import { type Element, parseMathML } from './mathml.ts';
import { read } from './read.ts';
import type { Node } from './tree.ts';

const MAX_LENGTH = 5000;
const MAX_BRACES = 60;
const MAX_DEPTH = 150;

// A question is data: it defines no commands, and it neither links nor loads.
const REFUSED =
  /\\(?:[egx]?def|let|futurelet|global|long|(?:re)?newcommand|(?:re)?newenvironment|providecommand|href|url|includegraphics|html\w*|class|cssId|style|data|require)(?![a-zA-Z])/;

function nestsTooDeeply(latex: string): boolean {
  let depth = 0;
  for (const character of latex) {
    if (character === '{') depth++;
    else if (character === '}') depth--;
    if (depth > MAX_BRACES) return true;
  }
  return false;
}

/** Small repairs before the conversion: Temml reads `0,1` as one number and drops `\\` outside an environment. */
function prepared(latex: string): string {
  const listed = latex.replace(/(?<=\d),(?=\d)/g, ',{}');
  return /\\\\/.test(listed) && !listed.includes('\\begin') ? `\\begin{aligned}${listed}\\end{aligned}` : listed;
}

/** The MathML of LaTeX; `undefined` where it is invalid, refused or beyond the bounds. */
export function latexMathML(latex: string, displayMode = true): Element | undefined {
  if (latex.length > MAX_LENGTH || REFUSED.test(latex) || nestsTooDeeply(latex)) return undefined;
  try {
    const xml = temml.renderToString(prepared(latex), { displayMode, throwOnError: true, maxExpand: 500 });
    return parseMathML(xml, MAX_DEPTH);
  } catch {
    return undefined;
  }
}

/** Reads LaTeX into the tree of a formula; `undefined` where it cannot be read. */
export function parseLatex(latex: string): Node | undefined {
  const element = latexMathML(latex);
  try {
    return element && read(element);
  } catch {
    return undefined;
  }
}
