/** Fenced blocks of Markdown: code, figures, plots, networks and heat maps. */

export interface Fence {
  /** The first word behind the backticks; empty for plain code. */
  readonly kind: string;
  readonly description: string;
  readonly lines: readonly string[];
  /** Of the opening backticks in the text, from 0. */
  readonly line: number;
  /** Where its end is forgotten, it holds all the rest of the text. */
  readonly isClosed: boolean;
}

/** What it is made of is not what is shown: it is drawn from its text. */
export function isData(kind: string): boolean {
  return DATA.has(kind);
}

const DATA: ReadonlySet<string> = new Set(['plot', 'network', 'heatmap']);

const OPENING = /^(\s*)(`{3,}|~{3,})\s*(\S*)\s*(.*?)\s*$/;

export function fences(text: string): readonly Fence[] {
  const lines = text.split('\n');
  const found: Fence[] = [];
  for (let i = 0; i < lines.length; i++) {
    const [, indent = '', marks, kind = '', description = ''] = OPENING.exec(lines[i] as string) ?? [];
    if (marks === undefined) continue;
    const start = i;
    const isEnd = (line: string): boolean =>
      line.trim().startsWith(marks) && line.trim().replaceAll(marks.charAt(0), '') === '';
    i++;
    while (i < lines.length && !isEnd(lines[i] as string)) i++;
    const content = lines.slice(start + 1, i).map(line => (line.startsWith(indent) ? line.slice(indent.length) : line));
    found.push({ kind, description, lines: content, line: start, isClosed: i < lines.length });
  }
  return found;
}
