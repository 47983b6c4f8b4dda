import { type AnswerKey, readReply, showKey } from '../../answers/answers.ts';
import { escaped } from '../../notation/terminal.ts';
import { hanging, indented, markdown, type StyledLine, styled, widthOf } from '../styled.ts';
import { shortReading } from '../widgets/readings.ts';
import { before, commentLines } from './head.ts';
import { type MarkProps, signOf } from './marked.ts';

/** A reply of one line beside what is right, and what the tutor makes of it. */
export function lineMark({ part, mark, reply, several, width }: MarkProps): StyledLine[] {
  const head = [signOf(mark), ...(several ? [styled(`${part.name}  `, 'strong')] : [])];
  const read = mark.readAs === null ? 'no answer' : understood(reply, mark.readAs, part.key);
  const isAsKeyed = mark.credit === 1 && !mark.carried;
  const right = isAsKeyed ? nearby(part.key) : ` — right is ${rightAnswer(part.key)}`;
  const answer = several ? before(part.ask, `${read}${right}`) : `${read}${right}`;
  const lines = hanging(head, markdown(answer, width - widthOf(head)));
  if (mark.comment === null || mark.readAs === null) return lines;
  return [...lines, ...indented(commentLines(mark.comment, mark.mistake, width - 6), 4)];
}

/** A question accepts more terms for one thing than anybody wants to read. */
const TERMS_SHOWN = 3;

function rightAnswer(key: AnswerKey): string {
  return showKey(key.kind === 'words' ? { ...key, accepted: key.accepted.slice(0, TERMS_SHOWN) } : key);
}

/** Of a right reply that need not be exact: what is, and how far one may be from it. */
function nearby(key: AnswerKey): string {
  const isExact = key.kind !== 'number' || key.accepts[0] === key.accepts[1];
  return isExact ? '' : ` — the key is ${showKey(key)}`;
}

/** Markdown of the reply: formulas laid out, and a number beside what was typed. */
function understood(reply: string, readAs: string, key: AnswerKey): string {
  const reading = readReply(reply, key);
  if (reading.status === 'read' && reading.tex !== undefined) return `$${reading.tex}$`;
  return escaped(yours(reply.trim(), readAs));
}

/** `16*7*7 = 784`; what reads as it stands is not said twice. */
function yours(reply: string, readAs: string): string {
  if (reply === readAs) return readAs;
  const short = shortReading(readAs);
  return short.startsWith('≈') ? `${reply} ${short}` : `${reply} = ${short}`;
}
