import { isSymbol, type Node } from '../math/tree.ts';
import { spokenLetter } from './letters.ts';
import { BRACKETS, NAMES, SIGNS } from './signs.ts';

/** One symbol in words. */

const WORDS = /^[\p{L}\p{N}][\p{L}\p{N} .,'-]*$/u;
const PAUSES = /^[,;]$/;
const SCIENTIFIC = /^([\d.]+)[eE]([+−-]?)(\d+)$/;

function number(text: string): string {
  const [, factor, sign, power] = SCIENTIFIC.exec(text) ?? [];
  if (factor === undefined || power === undefined) return text;
  return `${factor} times 10 to the power of ${sign && sign !== '+' ? 'minus ' : ''}${Number(power)}`;
}

/** Text within a formula: its words as they are, its signs by name. */
function text(written: string, both: ReadonlySet<string>): string {
  const said = Array.from(written.normalize('NFC'), character =>
    /[\p{L}\p{N}\s.,;:'-]/u.test(character) ? character : ` ${sign(character, both)} `,
  ).join('');
  return said.replaceAll(/\s+/g, ' ').trim();
}

function sign(character: string, both: ReadonlySet<string>): string {
  const known = SIGNS[character] ?? BRACKETS[character];
  if (known !== undefined) return known;
  if (/\p{L}|\p{N}/u.test(character)) return spokenLetter(character, both);
  return /[\p{M}\p{C}\p{Z}]/u.test(character) ? '' : 'sign';
}

/** A letter, a number, a name, a sign or a text. */
export function spokenSymbol({ text: written, role }: Node & { kind: 'symbol' }, both: ReadonlySet<string>): string {
  const trimmed = written.trim();
  if (PAUSES.test(trimmed)) return trimmed;
  if (trimmed === ':') return 'colon';
  if (role === 'text') return text(written, both);
  if (role === 'word') return NAMES[trimmed] ?? text(written, both);
  if (/^′+$/.test(trimmed)) return ['', 'prime', 'double prime', 'triple prime'][trimmed.length] ?? 'primes';
  if (/^[\d.]/.test(trimmed)) return number(trimmed);
  if (Array.from(trimmed).length > 1 && !SIGNS[trimmed]) return WORDS.test(trimmed) ? trimmed : text(trimmed, both);
  return sign(trimmed, both);
}

/** Whether a node is a name such as tanh: of a function, whose argument follows. */
export function isWord(node: Node | undefined, text?: string): node is Node & { kind: 'symbol' } {
  return isSymbol(node, text) && node.role === 'word';
}
