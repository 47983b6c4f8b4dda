import { latexMathML } from '../math/latex.ts';
import type { Element } from '../math/mathml.ts';
import { escapeHtml } from './escape.ts';

/**
 * Formulas as MathML. What the converter wrote is read and written anew from lists of what is harmless, so that nothing
 * links, loads or runs, whatever a formula says.
 */

const ELEMENTS = new Set(
  `math maction menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt
  mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none`.split(/\s+/),
);
const ATTRIBUTES = new Set(
  `accent accentunder class columnalign columnlines columnspacing columnspan depth display displaystyle fence form height
  largeop linethickness lspace mathbackground mathcolor mathsize mathvariant maxsize minsize movablelimits notation rowlines
  rowspacing rowspan rspace scriptlevel separator stretchy style symmetric voffset width`.split(/\s+/),
);
/** Lengths, colours and names; no brackets, so that no style names a place. */
const HARMLESS = /^[\w\s.,:;#%+-]*$/;

/** LaTeX that cannot be read stands as it is. */
export function formulaHtml(latex: string, display: boolean): string {
  const [math] = latexMathML(latex, display)?.children ?? [];
  return math ? written(math) : `<code class="tex" dir="ltr">${escapeHtml(latex)}</code>`;
}

function written({ tag, attributes, text, children }: Element): string {
  const inner = `${escapeHtml(text)}${children.map(written).join('')}`;
  return ELEMENTS.has(tag) ? `<${tag}${kept(attributes)}>${inner}</${tag}>` : inner;
}

function kept(attributes: string): string {
  const found = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)];
  return found
    .filter(([, name = '', value = '']) => ATTRIBUTES.has(name) && HARMLESS.test(value))
    .map(([, name, value]) => ` ${name}="${value}"`)
    .join('');
}
