import type { OptionTemplate } from '../answers/author.ts';
import type { Located } from '../language/located.ts';
import { type Problem, QuestionError } from './problem.ts';

/** The Markdown below the front matter, taken apart. */
export interface Body {
  readonly stem: Located;
  /** The task lists of the stem in order: the options of each choice part. */
  readonly pools: readonly (readonly OptionTemplate[])[];
  readonly hint: Located | null;
  readonly solution: Located | null;
}

const SECTION = /^##\s+(.*?)\s*$/;
/** The box may hold a formula, with indices in brackets of their own. */
const OPTION = /^[-*]\s+\[((?:[^[\]]|\[[^[\]]*\])*)\]\s+(.*)$/;
const SECTIONS = ['Hint', 'Solution'];

/**
 * @param firstLine line in the file of the first line of `markdown`
 * @throws QuestionError at a section with another name, or one that stands twice
 */
export function readBody(markdown: string, firstLine: number, file: string): Body {
  const problems: Problem[] = [];
  const sections = new Map<string, string[]>([['', []]]);
  const starts = new Map<string, number>([['', firstLine]]);
  let current = '';
  markdown.split('\n').forEach((text, i) => {
    const heading = SECTION.exec(text)?.[1];
    if (heading === undefined) {
      sections.get(current)?.push(text);
      return;
    }
    const line = firstLine + i;
    if (!SECTIONS.includes(heading)) {
      problems.push({ file, line, message: `"## ${heading}" is no section of a question: use ## Hint or ## Solution` });
    } else if (sections.has(heading)) {
      problems.push({ file, line, message: `"## ${heading}" stands here a second time: join the two` });
    }
    current = heading;
    sections.set(heading, []);
    starts.set(heading, line + 1);
  });
  if (problems.length > 0) throw new QuestionError(problems);
  const section = (name: string): Located | null => {
    const lines = sections.get(name);
    return lines ? trimmed(lines, starts.get(name) as number) : null;
  };
  const { rest, pools } = takeOptions(sections.get('') as string[], firstLine);
  return { stem: trimmed(rest, firstLine), pools, hint: section('Hint'), solution: section('Solution') };
}

function trimmed(lines: readonly string[], line: number): Located {
  const leading = lines.findIndex(text => text.trim() !== '');
  return { text: lines.join('\n').trim(), line: line + Math.max(0, leading) };
}

/** Cuts the task lists out. Blank lines keep the places of what was cut, so that line numbers stay right. */
function takeOptions(lines: readonly string[], firstLine: number): { rest: string[]; pools: OptionTemplate[][] } {
  const rest: string[] = [];
  const pools: OptionTemplate[][] = [];
  let inList = false;
  lines.forEach((text, i) => {
    const option = OPTION.exec(text);
    if (option) {
      if (!inList) pools.push([]);
      pools.at(-1)?.push(readOption(option[1] as string, option[2] as string, firstLine + i));
    } else if (inList && /^\s+\S/.test(text)) {
      addReason(pools.at(-1) as OptionTemplate[], { text: text.trim(), line: firstLine + i });
    }
    inList = option !== null || (inList && (text.trim() === '' || /^\s+\S/.test(text)));
    rest.push(inList ? '' : text);
  });
  return { rest, pools };
}

/** `[x]` is right, `[ ]` is wrong, `[K == 2]` is right where that holds. */
function readOption(box: string, text: string, line: number): OptionTemplate {
  const mark = box.trim();
  const right = mark === '' ? false : mark.toLowerCase() === 'x' ? true : { text: mark, line };
  return { text: { text: text.trim(), line }, right, why: null };
}

function addReason(pool: OptionTemplate[], reason: Located): void {
  const last = pool.pop() as OptionTemplate;
  const { why } = last;
  // As many line breaks as in the file, so that every placeholder knows its line.
  const gap = why && '\n'.repeat(reason.line - why.line - why.text.split('\n').length + 1);
  pool.push({ ...last, why: why ? { ...why, text: `${why.text}${gap}${reason.text}` } : reason });
}
