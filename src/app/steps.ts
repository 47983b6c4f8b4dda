/** A solution as the steps that lead to it: what is read at once, before one thinks ahead. */

/** A solution that is gone through step by step. */
export interface Steps {
  /** Markdown; joined by blank lines they are the whole solution. */
  readonly texts: readonly string[];
  /** So many of them are shown, one at least; the last of these is being read. */
  readonly shown: number;
  /** The rest is shown, too. */
  readonly all: boolean;
}

/** There are steps to go through, or to leave. */
export function isStepping(steps: Steps | null): boolean {
  return steps !== null && !steps.all;
}

/**
 * What is set apart, such as a formula, a list or a table, belongs to the sentence that introduces it; each further
 * formula of a row is a step of its own.
 *
 * @param solution Markdown
 * @returns Markdown, in order; none where the solution is empty
 */
export function stepsOf(solution: string): readonly string[] {
  const steps: string[][] = [];
  let before: Kind | null = null;
  for (const block of blocksOf(solution)) {
    const kind = kindOf(block);
    const last = steps.at(-1);
    if (last && belongs(kind, before, last.at(-1) ?? '', block)) last.push(block);
    else steps.push([block]);
    before = kind;
  }
  return steps.map(blocks => blocks.join('\n\n'));
}

/** The first step of a solution that has several; null where there is nothing to go through. */
export function firstStep(solution: string | null): Steps | null {
  const texts = solution === null ? [] : stepsOf(solution);
  return texts.length > 1 ? { texts, shown: 1, all: false } : null;
}

/** One more or one less. */
export function stepped(steps: Steps, by: 1 | -1): Steps {
  const { texts, shown } = steps;
  return { ...steps, shown: Math.max(1, Math.min(texts.length, shown + by)) };
}

/** Text, a formula set apart, and what is set apart otherwise: a list, a table, a figure. */
type Kind = 'text' | 'formula' | 'apart';

const ITEM = /^(?:[-*+]|\d+[.)])\s/;

function kindOf(block: string): Kind {
  if (block.startsWith('$$')) return 'formula';
  return /^(?:\||```|~~~| )/.test(block) || ITEM.test(block) ? 'apart' : 'text';
}

function belongs(kind: Kind, before: Kind | null, last: string, block: string): boolean {
  if (kind === 'text') return last.endsWith(':') || (isContinued(block) && !block.endsWith(':'));
  // What is indented goes on with the item above it, and a list of loose items is one list.
  return before === 'text' || block.startsWith(' ') || (ITEM.test(block) && ITEM.test(last));
}

/** The second half of a sentence around a formula. */
function isContinued(block: string): boolean {
  return /^\p{Ll}/u.test(block);
}

const FENCE = /^ {0,3}(```+|~~~+)/;

/** What blank lines part, but for those within a formula or a figure; a formula that begins a line stands by itself. */
function blocksOf(solution: string): readonly string[] {
  const blocks: string[] = [];
  let lines: string[] = [];
  let fence: string | null = null;
  let inFormula = false;
  const end = (): void => {
    if (lines.length > 0) blocks.push(lines.join('\n'));
    lines = [];
  };
  for (const line of solution.replaceAll('\r\n', '\n').split('\n')) {
    const isPlain = fence === null && !inFormula;
    if (isPlain && line.trim() === '') {
      end();
      continue;
    }
    if (isPlain && line.startsWith('$$')) end();
    lines.push(line.trimEnd());
    const mark = inFormula ? undefined : FENCE.exec(line)?.[1];
    if (fence !== null) fence = mark?.startsWith(fence) ? null : fence;
    else if (mark !== undefined) fence = mark;
    else if ((line.split('$$').length - 1) % 2 === 1) inFormula = !inFormula;
    if (fence === null && !inFormula && line.trimEnd().endsWith('$$') && (lines[0] ?? '').startsWith('$$')) end();
  }
  end();
  return blocks;
}
