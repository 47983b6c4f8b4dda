import temml from 'temml';
import { parseMathML } from './mathml.ts';
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

/** Reads LaTeX into the tree of a formula; `undefined` where it is invalid, refused or beyond the bounds. */
export function parseLatex(latex: string): Node | undefined {
  if (latex.length > MAX_LENGTH || REFUSED.test(latex) || nestsTooDeeply(latex)) return undefined;
  try {
    const xml = temml.renderToString(prepared(latex), { displayMode: true, throwOnError: true, maxExpand: 500 });
    return read(parseMathML(xml, MAX_DEPTH));
  } catch {
    return undefined;
  }
}
