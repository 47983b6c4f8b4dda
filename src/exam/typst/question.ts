import { printableLine } from '../../notation/typst/printable.ts';
import { creditsNumber, worthText } from '../credits.ts';
import type { PaperPart, PaperProblem, PaperQuestion } from '../paper.ts';
import { heightOf, heightOfSpace, sum } from './height.ts';
import { partSolution, workedSolution } from './solution.ts';
import { spaceTypst } from './space.ts';
import { blocks, inline, string } from './text.ts';

/** Problems and their questions as calls of Typst functions. */

/** Questions up to this high, in millimetres, are not split between pages; higher ones break between their parts. */
const SHORT = 85;
/** Nor are parts up to this high, the first of them with all that stands before it. */
const WHOLE = 130;
/** What is up to this high can be moved to the next page, together with what follows. */
const LOW = 60;
/** Of the heading of a question. */
const HEAD = 12;

/** Begins a question in the source; errors are traced by it. */
export const QUESTION_MARK = '// Question ';

export function problemTypst({ number, title, credits, story, questions }: PaperProblem, solutions: boolean): string {
  const told = story === null || story.trim() === '' ? '' : `, story: ${blocks(story)}`;
  const head = `\n#problem("${number}", ${inline(title)}, "${worthText(credits)}"${told})\n`;
  return head + questions.map(question => questionTypst(question, solutions)).join('');
}

function questionTypst(question: PaperQuestion, solutions: boolean): string {
  const { number, stem, parts } = question;
  const heights = parts.map(part => heightOfPart(part, solutions));
  const opening = HEAD + heightOf(stem) + (heights[0] ?? 0);
  const [first, ...others] = parts.map((part, i) => ({
    exam: partTypst(part, solutions, heights[i] ?? 0),
    solution: solutions ? partSolution(part) : '',
  }));
  const begun = headTypst(question) + (stem.trim() === '' ? '' : `#stem${blocks(stem)}\n`) + (first?.exam ?? '');
  // Frames of solutions stand between the parts and may break.
  const body =
    !solutions && opening + sum(heights.slice(1)) <= SHORT
      ? kept(begun + others.map(({ exam }) => exam).join(''))
      : [
          opening <= WHOLE ? kept(begun, sticky(solutions, opening)) : begun,
          first?.solution ?? '',
          ...others.map(({ exam, solution }) => exam + solution),
        ].join('');
  return `\n${QUESTION_MARK}${printableLine(number)}\n${body}${solutions ? workedSolution(question.solution) : ''}`;
}

function headTypst({ number, title, credits, parts }: PaperQuestion): string {
  const single = parts.length === 1 && parts[0]?.label === null;
  const credited = single ? `maximum: "${creditsNumber(credits)}"` : `worth: "${worthText(credits)}"`;
  return `#question(${string(number)}, ${inline(title)}, ${credited})\n`;
}

function partTypst(part: PaperPart, solutions: boolean, height: number): string {
  const { label, ask, credits, space, room, answer } = part;
  const place = spaceTypst(space, { solutions, answer, room });
  if (label === null) return `${ask.trim() === '' ? '' : `#ask${blocks(ask)}\n`}${place}\n`;
  const given = [
    string(label),
    string(creditsNumber(credits)),
    ...(height <= WHOLE ? [] : ['kept: false']),
    ...sticky(solutions, height),
  ];
  return `#part(${given.join(', ')})${blocks(ask)}[\n${place}\n]\n`;
}

function heightOfPart({ ask, space, room }: PaperPart, solutions: boolean): number {
  return heightOf(ask) + heightOfSpace(space) + 6 + (solutions ? 0 : room);
}

function kept(content: string, options: readonly string[] = []): string {
  return `#keep${options.length === 0 ? '' : `(${options.join(', ')})`}[\n${content}]\n`;
}

/** A frame of the solutions begins on the page of what it is about, unless that would leave much of a page empty. */
function sticky(solutions: boolean, height: number): readonly string[] {
  return solutions && height <= LOW ? ['sticky: true'] : [];
}
