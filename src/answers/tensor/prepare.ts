import { type Shape, sizeOf } from '../../compute/tensor.ts';
import { withoutLead } from '../../language/evaluate.ts';
import { isVector } from './shapes.ts';

/**
 * What programs print around and within numbers, made readable. Every character keeps its place, so that a reason why a
 * text cannot be read still points at what was typed.
 */

const blank = (text: string): string => ' '.repeat(text.length);

/** `np.array(`, `tensor(`, `torch.FloatTensor(` … */
const CONSTRUCTOR = /^\s*(?:[a-z]\w*\.)*(?:as)?(?:array|matrix|(?:float|double|long|int)?tensor)\s*\(/i;
/** `, dtype=torch.float64, device='cuda:0')` */
const OPTIONS = /^\s*(?:,[^[\]]*)?\)\s*$/;
/** NumPy prints the numbers of a list as `np.float64(0.5)`. */
const SCALAR = /\b(?:np|numpy)\.(?:float|u?int)\d+(?=\()/g;
/** A statement ends in a semicolon, and a row may as well. */
const END_OF_STATEMENT = /[;,]\s*$/;
const END_OF_LAST_ROW = /;(?=\s*\]\s*$)/;
/** Transposed in MATLAB and in NumPy. */
const PRIME = /(?<=[\])]\s*)(?:'|\.T)(?=\s*$)/;

/** @param wanted null where anything may be meant */
export function prepared(text: string, wanted: Shape | null): string {
  const plain = withoutLead(text)
    .replaceAll('\r\n', ' \n')
    .replaceAll('?', '_')
    .replaceAll('{', '[')
    .replaceAll('}', ']')
    .replace(END_OF_STATEMENT, blank);
  const numbers = withoutConstructor(plain)
    .replaceAll(SCALAR, blank)
    .replace(END_OF_LAST_ROW, blank)
    .replace(PRIME, sign => 'ᵀ'.padStart(sign.length));
  const isSingle = wanted !== null && sizeOf(wanted) === 1;
  return unwrapped(isSingle ? numbers : inBrackets(numbers), wanted !== null && isVector(wanted));
}

function withoutConstructor(text: string): string {
  const head = CONSTRUCTOR.exec(text)?.[0];
  if (head === undefined || !text.trimEnd().endsWith(')')) return text;
  const close = text.lastIndexOf(']');
  const comma = text.indexOf(',', head.length);
  const end = close >= 0 ? close + 1 : comma >= 0 ? comma : text.lastIndexOf(')');
  const tail = text.slice(end);
  return OPTIONS.test(tail) ? blank(head) + text.slice(head.length, end) + blank(tail) : text;
}

/** How a transposition ends the text. */
const TRANSPOSITION = /(?:\^\s*)?[ᵀ⊤⊺]\s*$|\^\s*T\s*$/u;

/** Where the transposition at the end begins, or the text ends. */
export function endOfMatrix(text: string): number {
  return TRANSPOSITION.exec(text)?.index ?? text.length;
}

/** `(1, 2, 3)` as `[1, 2, 3]`. */
function inBrackets(text: string): string {
  const body = text.slice(0, endOfMatrix(text)).trimEnd();
  const start = body.search(/\S/);
  if (body.includes('[') || !isInParentheses(body.trimStart())) return text;
  return `${text.slice(0, start)}[${text.slice(start + 1, body.length - 1)}]${text.slice(body.length)}`;
}

/** Whether a cell would fall apart, or into its neighbours, beside other cells. */
export function needsParentheses(cell: string): boolean {
  return /[\s,;]/.test(cell);
}

/** Whether the parenthesis at the start is closed at the end. */
export function isInParentheses(text: string): boolean {
  if (!text.startsWith('(')) return false;
  for (let i = 0, depth = 0; i < text.length; i++) {
    if (text[i] === '(') depth++;
    if (text[i] === ')' && --depth === 0) return i === text.length - 1;
  }
  return false;
}

/** NumPy and PyTorch break rows that are longer than 75 or 80 characters; a row that someone breaks is shorter. */
const LONG_LINE = 50;

/** A line break that only keeps a printed row narrow separates no rows. */
function unwrapped(text: string, isFlat: boolean): string {
  const innermost = isFlat ? 1 : 2;
  let [depth, lineStart] = [0, 0];
  let joined = '';
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === '[') depth++;
    if (character === ']') depth--;
    const isBreak = character === '\n';
    joined += isBreak && depth >= innermost && i - lineStart > LONG_LINE ? ' ' : character;
    if (isBreak) lineStart = i + 1;
  }
  return joined;
}
