import { lineText } from '../notation/line.ts';
import { figuresInWords } from '../notation/spoken/figures.ts';
import { renderMarkdown } from '../notation/terminal.ts';
import { isEndless } from './output.ts';

/** Markdown as lines of text; in lines without an end, which are listened to, nothing is drawn. */
export function textLines(markdown: string, width: number): string[] {
  const linesOf = (text: string): string[] => renderMarkdown(text, { width }).map(lineText);
  return isEndless(width) ? linesOf(figuresInWords(markdown)).flatMap(heard) : linesOf(markdown);
}

const FRAME = /^\s*[\u2500-\u257f][\s\u2500-\u257f]*$/u;
const BAR = '│';

/** A frame says nothing, a row is its cells, and a line to write on is named. */
function heard(line: string): string[] {
  if (FRAME.test(line)) return [];
  if (!line.includes(BAR)) return [line.replaceAll(/…{5,}/gu, 'a line to write on')];
  const cells = line.split(BAR).map(cell => cell.trim());
  return [cells.filter(Boolean).join(', ')];
}
