import { figureInWords } from '../notation/markdown/figure.ts';
import { plotTitle, readPlot } from '../notation/plot/read.ts';
import { plotInWords } from '../notation/plot/words.ts';

/** Drawings and plots in Markdown, in words: what is drawn in characters cannot be listened to. */

const FENCED = /^```([^\n]*)\n([\s\S]*?)^```[^\S\n]*$/gm;

export function figuresInWords(markdown: string): string {
  return markdown.replaceAll(FENCED, (block, info: string, text: string) => inWords(info, text) ?? block);
}

/** null where a block is code, or says nothing of what it shows. */
function inWords(info: string, text: string): string | null {
  const title = plotTitle(info);
  const plot = title === null ? null : readPlot(title, text);
  return plot ? plotInWords(plot) : figureInWords(info);
}
