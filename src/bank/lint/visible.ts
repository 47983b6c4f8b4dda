import { columns } from '../../notation/columns.ts';
import { lineText } from '../../notation/line.ts';
import { renderInline } from '../../notation/terminal.ts';

/** Markdown as it is seen, on one line. Most texts come again at the next seed. */

const known = new Map<string, string>();
const MOST_KEPT = 5000;

export function visibleText(markdown: string): string {
  const seen = known.get(markdown) ?? lineText(renderInline(markdown));
  if (known.size >= MOST_KEPT) known.clear();
  known.set(markdown, seen);
  return seen;
}

/** How long a reader finds it. */
export function visibleLength(markdown: string): number {
  return columns(visibleText(markdown));
}
