import type { Trouble } from '../../app/preview/state.ts';
import type { Problem } from '../../bank/problem.ts';
import { hanging, literal, recoloured, type StyledLine, styled } from '../styled.ts';

/** What is wrong with a question file, with the lines of it. */

/** The line of a text that a position lies in, and a caret below it. */
export type Excerpt = (text: string, position: number, width: number) => readonly string[];

interface Space {
  readonly width: number;
  /** Lines that it may take. */
  readonly room: number;
  readonly excerpt: Excerpt;
}

const MISSING = 'The file is not there. It is shown as soon as it is saved.';

export function troubleLines(trouble: Trouble, text: string, space: Space): readonly StyledLine[] {
  switch (trouble.kind) {
    case 'missing':
      return sentence(MISSING, space.width);
    case 'unreadable':
      return sentence(`The file cannot be read: ${trouble.message}`, space.width);
    case 'problems':
      return problemLines(trouble.problems, text, space);
  }
}

function sentence(text: string, width: number): readonly StyledLine[] {
  return hanging([styled('✗ ', 'bad')], recoloured(literal(text, width - 2), 'bad'));
}

/** As many problems as there is room for, the first in any case. */
function problemLines(problems: readonly Problem[], text: string, space: Space): readonly StyledLine[] {
  const lines: StyledLine[] = [];
  for (const [i, problem] of problems.entries()) {
    const next = problemLine(problem, text, space);
    const more = i < problems.length - 1 ? 1 : 0;
    if (i > 0 && lines.length + next.length + more > space.room) {
      const left = problems.length - i;
      return [...lines, [styled(`  and ${left} more ${left === 1 ? 'problem' : 'problems'}`, 'bad')]];
    }
    lines.push(...next);
  }
  return lines;
}

function problemLine({ line, column, message }: Problem, text: string, space: Space): readonly StyledLine[] {
  const { width, excerpt } = space;
  const place = column === undefined ? `${line}` : `${line}:${column}`;
  const shown = excerpt(text, offsetOf(text, line, column ?? 1), width - 2).map(one => [styled(`  ${one}`, 'code')]);
  return [...sentence(`${place}: ${message}`, width), ...(column === undefined ? shown.slice(0, 1) : shown)];
}

/** Of a place in a text; lines that it does not have are its end. */
function offsetOf(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return Math.min(text.length, before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1);
}
