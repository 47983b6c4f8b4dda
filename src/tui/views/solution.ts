import type { Steps } from '../../app/steps.ts';
import { lettersOf } from '../../notation/spoken/markdown.ts';
import { heardMarkdown } from '../reader/markdown.ts';
import { BLANK, markdown, type StyledLine, styled, textOf } from '../styled.ts';
import type { Range, Room } from '../view.ts';

/** The solution below a mark: all of it, or as far as one has gone through it. */

interface SolutionLines {
  readonly lines: readonly StyledLine[];
  /** The step that is being read; none where nobody goes step by step. */
  readonly focus: readonly Range[];
}

export function solutionLines(solution: string | null, steps: Steps | null, room: Room): SolutionLines {
  if (solution === null) return { lines: [], focus: [] };
  if (steps === null || (steps.all && room.spoken)) {
    return { lines: [BLANK, heading(), ...markdown(solution, room.columns)], focus: [] };
  }
  return room.spoken ? { lines: [BLANK, spokenStep(steps)], focus: [] } : drawn(steps, room.columns);
}

function drawn({ texts, shown, all }: Steps, width: number): SolutionLines {
  const count = all ? [] : [styled(`  step ${shown} of ${texts.length}`, 'muted')];
  const lines: StyledLine[] = [BLANK, [...heading(), ...count]];
  let focus: Range = [0, 0];
  texts.slice(0, all ? texts.length : shown).forEach((text, i) => {
    // The heading stays in sight with the first step.
    const first = i === 0 ? 1 : lines.length + 1;
    if (i > 0) lines.push(BLANK);
    lines.push(...markdown(text, width));
    if (i === shown - 1) focus = [first, lines.length - 1];
  });
  return { lines, focus: [focus] };
}

const heading = (): StyledLine => [styled('Solution', 'heading')];

/** Only what is heard now, in one breath. */
function spokenStep({ texts, shown }: Steps): StyledLine {
  const text = heardMarkdown(texts[shown - 1] ?? '', lettersOf(texts));
  // Rows of a table and formulas end without a stop, which would run them together.
  const lines = markdown(text, ENDLESS).map(textOf).filter(Boolean);
  const words = lines.map((line, i) => (i < lines.length - 1 && !/[\p{P}]$/u.test(line) ? `${line};` : line)).join(' ');
  return [styled(`Solution, step ${shown} of ${texts.length}: ${words}`)];
}

const ENDLESS = 10_000;
