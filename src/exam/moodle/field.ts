import { cleanText, escapeHtml } from '../../notation/html/escape.ts';
import { figureSvg } from '../../notation/html/figure.ts';
import { type HtmlStyle, inlineMarkdownHtml, markdownHtml } from '../../notation/html/markdown.ts';
import { wordsOf } from '../../notation/markdown/figure.ts';
import { latexMathML } from '../../notation/math/latex.ts';

/** Texts of Moodle XML. */

/** Plain text as the content of an element. */
export function xmlText(text: string): string {
  return `<text>${escapeHtml(text)}</text>`;
}

/** A text with formatting, and the drawings in it: Moodle stores these as files of their own. */
export class Field {
  private readonly drawings: string[] = [];
  private readonly style: HtmlStyle = {
    formula: formulaText,
    figure: figure => {
      this.drawings.push(figureSvg(figure));
      const words = escapeHtml(wordsOf(figure).replaceAll(/\s+/g, ' '));
      return `<p><img src="@@PLUGINFILE@@/${fileName(this.drawings.length)}" alt="${words}"></p>`;
    },
    text: plainHtml,
  };

  /** Markdown as blocks of HTML. */
  blocks(markdown: string): string {
    return markdownHtml(markdown, this.style);
  }

  /** A line of Markdown. */
  line(markdown: string): string {
    return inlineMarkdownHtml(markdown, this.style);
  }

  /** @param html made by this field */
  element(name: string, html: string): string {
    const files = this.drawings.map(
      (svg, i) =>
        `\n<file name="${fileName(i + 1)}" path="/" encoding="base64">${Buffer.from(svg).toString('base64')}</file>`,
    );
    return `<${name} format="html">\n<text>${cdata(html)}</text>${files.join('')}\n</${name}>`;
  }
}

/** An element of one Markdown text. */
export function markdownElement(name: string, markdown: string): string {
  const field = new Field();
  return field.element(name, field.blocks(markdown));
}

function fileName(number: number): string {
  return `plot-${number}.svg`;
}

/** Moodle sets what stands between `\(` and `\)`. LaTeX that cannot be read is shown as it is. */
function formulaText(latex: string, display: boolean): string {
  if (latexMathML(latex, display) === undefined) return `<code>${plainHtml(latex)}</code>`;
  const tex = escapeHtml(latex.replaceAll(/\s+/g, ' '));
  return display ? `\\[${tex}\\]` : `\\(${tex}\\)`;
}

/** An element within what would begin a formula keeps it text; a sign at the end may be followed by anything. */
const BEGINS_FORMULA = /\\(?=[([]|begin|$)|\$(?=\$|$)/g;

function plainHtml(text: string): string {
  return escapeHtml(text).replaceAll(BEGINS_FORMULA, '$&<span></span>');
}

function cdata(text: string): string {
  return `<![CDATA[${cleanText(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
