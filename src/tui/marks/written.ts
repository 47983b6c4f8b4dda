import { linesOfPage, PAGE_EDGE, textOfLine } from '../page-text.ts';
import { type StyledLine, styled } from '../styled.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a student wrote over several lines, as it was written. */
export function written(text: string, width: number): StyledLine[] {
  const characters = Array.from(segmenter.segment(text.trimEnd()), part => part.segment);
  const lines = linesOfPage(characters, width - 5);
  return lines.map(line => [styled(`  ${PAGE_EDGE} `, 'muted'), styled(textOfLine(characters, line))]);
}
