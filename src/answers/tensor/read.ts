import { type Shape, sizeOf } from '../../compute/tensor.ts';
import { LanguageError, ValueError } from '../../language/error.ts';
import { readCells } from '../../language/evaluate.ts';
import type { Reading } from '../kind.ts';
import { type Arrangement, arrangements } from './arrangements.ts';
import type { CellsReply } from './cells.ts';
import { prepared } from './prepare.ts';
import { fits, misfit } from './shapes.ts';
import { cellsText, matrixTex } from './write.ts';

/** Reading a grid of numbers whose shape is known. */

/** Room for the largest grid in full precision, and for formulas in its cells. */
export const LONGEST = 2500;

/** What was read has another shape. */
class Misfit extends LanguageError {}

/** Read as it was meant, but without a value, or of another shape: no other reading makes it better. */
const isSettled = (problem: LanguageError): boolean => problem instanceof Misfit || problem instanceof ValueError;

export function readGrid(text: string, wanted: Shape): Reading<CellsReply> {
  if (text.trim() === '') return { status: 'empty' };
  if (text.length > LONGEST) {
    const reason = `${text.length} characters are too long: at most ${LONGEST}`;
    return { status: 'unreadable', reason, position: LONGEST };
  }
  const plain = prepared(text, wanted);
  if (isBlank(plain)) return { status: 'empty' };
  const [likeliest, ...others] = arrangements(plain, wanted);
  let problem = attempt(likeliest, wanted);
  if (!(problem instanceof LanguageError)) return read(problem, wanted);
  if (isSettled(problem)) return unreadable(problem, wanted);
  for (const arranged of others) {
    const found = attempt(arranged, wanted);
    if (!(found instanceof LanguageError)) return read(found, wanted);
    if (found instanceof Misfit && !arranged.isGuess && !(problem instanceof Misfit)) problem = found;
  }
  return unreadable(problem, wanted);
}

/** Nothing but cells left blank. */
function isBlank(text: string): boolean {
  return text.includes('_') && /^[\s,;_[\]()]*$/.test(text);
}

/** The cells of a text that is arranged like that; or why it has none, with the place in the source. */
function attempt({ text, origin }: Arrangement, wanted: Shape): CellsReply | LanguageError {
  try {
    const { shape, values } = readCells(text);
    return fits(shape, wanted) ? values : new Misfit(misfit(shape, wanted), 0);
  } catch (error) {
    if (!(error instanceof LanguageError)) throw error;
    const at = origin[error.position] ?? 0;
    return error instanceof ValueError ? new ValueError(error.message, at) : new LanguageError(error.message, at);
  }
}

function read(reply: CellsReply, wanted: Shape): Reading<CellsReply> {
  return { status: 'read', reply, readAs: cellsText(reply, wanted), tex: matrixTex(reply, wanted).tex };
}

function unreadable({ message, position }: LanguageError, wanted: Shape): Reading<never> {
  return { status: 'unreadable', reason: inWords(message, wanted), position };
}

/** What to type instead, where the reason alone does not say it. */
function inWords(message: string, wanted: Shape): string {
  if (/^unknown name "_+"/.test(message)) return 'a blank _ stands alone in its cell: it is no part of a formula';
  if (!message.startsWith('unknown name')) return message;
  const example = sizeOf(wanted) === 1 ? '0.5' : wanted.length === 1 ? '[1 0.5 -2]' : '[1 2; 3 4]';
  return `${message}; give numbers, as in ${example}`;
}
