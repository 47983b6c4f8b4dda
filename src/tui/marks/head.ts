import { escaped } from '../../notation/terminal.ts';
import { hanging, indented, markdown, type StyledLine, styled, widthOf } from '../styled.ts';
import { type MarkProps, signOf } from './marked.ts';

/** Above a mark of several lines: the part that it is of, where there are others, and that it was not answered. */
export function partHead({ part, mark, several, width }: MarkProps): StyledLine[] {
  const answer = mark.readAs === null ? 'no answer' : '';
  if (!several) return answer === '' ? [] : [[signOf(mark), styled(answer)]];
  const head = [signOf(mark), styled(`${part.name}  `, 'strong')];
  return hanging(head, markdown(before(part.ask, answer), width - widthOf(head)));
}

/** The question of a part before what was answered; a mark at its end stands for the colon. */
export function before(ask: string, answer: string): string {
  if (ask === '' || answer === '') return ask || answer;
  return /[.:?!]$/.test(ask.trimEnd()) ? `${ask.trimEnd()} ${answer}` : `${ask}: ${answer}`;
}

/**
 * What the tutor makes of the answer, below it: what authors write of a mistake is no whole sentence yet.
 *
 * @param mistake the name of the misconception that the answer shows; null where none was recognised
 */
export function commentLines(comment: string, mistake: string | null, width: number): StyledLine[] {
  const text = `${capitalised(comment)}${/[\p{L}\p{N})$*]$/u.test(comment) ? '.' : ''}`;
  return hanging([styled('→ ', 'warning')], markdown(`${named(mistake, comment)}${text}`, width - 2));
}

/** What the comment itself begins with is not said twice. */
function named(mistake: string | null, comment: string): string {
  if (mistake === null || comment.toLowerCase().startsWith(mistake.toLowerCase())) return '';
  return `**${escaped(capitalised(mistake))}.** `;
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** The head, and below it what `draw` makes in the width that is left. */
export function belowHead(props: MarkProps, draw: (width: number) => readonly StyledLine[]): StyledLine[] {
  const margin = props.several ? 2 : 0;
  return [...partHead(props), ...indented(draw(props.width - margin), margin)];
}
