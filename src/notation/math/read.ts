import { table } from '../table.ts';
import { ACCENTS } from './accents.ts';
import { plainLetters } from './letters.ts';
import { attribute, type Element } from './mathml.ts';
import { LOOKS, roleOf } from './operators.ts';
import { readGrid } from './read-grid.ts';
import { APPLY, readItems } from './read-row.ts';
import { isSymbol, itemsOf, type Node, type Role, row } from './tree.ts';

const BRACKET = /^[()[\]{}⌊⌋⌈⌉⟨⟩]$/;
const BRACES = table<boolean>({ '⏞': true, '⏟': false });
const EMPTY: Node = { kind: 'row', items: [] };

function symbol(text: string, role: Role): Node {
  return { kind: 'symbol', text, role };
}

function child(element: Element, index: number): Node {
  const found = element.children[index];
  return found ? read(found) : EMPTY;
}

function readOperator(element: Element): Node {
  const raw = plainLetters(element.text.trim());
  const text = LOOKS[raw] ?? raw;
  const form = attribute(element, 'form');
  if (!text) return EMPTY;
  if (BRACKET.test(text) && form) return symbol(text, form === 'prefix' ? 'open' : 'close');
  // A bar with room on both sides is `\mid`, one that grows with its surroundings `\middle|`.
  if (text === '|' && (form === 'infix' || attribute(element, 'lspace').startsWith('0.2'))) {
    return symbol(text, 'relation');
  }
  const role = roleOf(text);
  return symbol(text, form === 'prefix' && role === 'binary' ? 'prefix' : role);
}

function readSpace(element: Element): Node {
  const em = Number.parseFloat(attribute(element, 'width')) || 0;
  return { kind: 'space', columns: em <= 0 ? 0 : Math.min(8, Math.max(1, Math.round(em * 2))) };
}

function readName(element: Element): Node {
  const text = plainLetters(element.text.trim());
  return symbol(text, /^\p{L}.*[\p{L}\p{N}]$/u.test(text) ? 'word' : 'ordinary');
}

/** Puts an accent on a letter; where the letter has scripts, on the letter below them. */
function accented(base: Node, accent: string): Node {
  if (base.kind === 'scripts' && isSymbol(base.base)) return { ...base, base: accented(base.base, accent) };
  return { kind: 'accent', base, accent };
}

function isBlank(node: Node | undefined): boolean {
  return node === undefined || itemsOf(node).every(item => item.kind === 'space');
}

/** What `\operatorname` brings along for what follows it, and would be taken for a script. */
function withoutApplication(element: Element): Element {
  const at = element.children.findIndex(part => part.tag === 'mo' && part.text === APPLY);
  if (at < 0) return element;
  const space = element.children[at + 1]?.tag === 'mspace' ? 1 : 0;
  return { ...element, children: element.children.toSpliced(at, 1 + space) };
}

function readScripts(written: Element): Node {
  const element = withoutApplication(written);
  const limits = element.tag.startsWith('munder') || element.tag === 'mover';
  const base = child(element, 0);
  const hasSub = element.tag.includes('sub') || element.tag.includes('under');
  const sub = hasSub ? child(element, 1) : undefined;
  const sup = element.tag.endsWith('sub') || element.tag === 'munder' ? undefined : child(element, hasSub ? 2 : 1);
  if (limits && isSymbol(sup ?? sub)) {
    const text = element.children.at(-1)?.text ?? '';
    const over = BRACES[text];
    if (over !== undefined) return { kind: 'brace', base, over };
    if (sup && text in ACCENTS) return accented(base, text);
  }
  const scripts = { sub: isBlank(sub) ? undefined : sub, sup: isBlank(sup) ? undefined : sup };
  return scripts.sub || scripts.sup ? { kind: 'scripts', base, ...scripts, limits } : base;
}

function readEnclosed(element: Element): Node {
  const notation = attribute(element, 'notation');
  const body = row(readItems(element.children, read));
  if (notation === 'box') return { kind: 'frame', body };
  return notation in ACCENTS ? accented(body, notation) : body;
}

function readRow(element: Element): Node {
  const body = row(readItems(element.children, read));
  return attribute(element, 'style').includes('border:') ? { kind: 'frame', body } : body;
}

const READERS = table<(element: Element) => Node>({
  mi: readName,
  mn: element => symbol(plainLetters(element.text), 'ordinary'),
  mo: readOperator,
  mtext: element => symbol(plainLetters(element.text), 'text'),
  mspace: readSpace,
  mphantom: () => EMPTY,
  mfrac: element => ({
    kind: 'fraction',
    top: child(element, 0),
    bottom: child(element, 1),
    bar: attribute(element, 'linethickness') !== '0px',
  }),
  msqrt: element => ({ kind: 'root', body: row(readItems(element.children, read)) }),
  mroot: element => ({ kind: 'root', body: child(element, 0), index: child(element, 1) }),
  msub: readScripts,
  msup: readScripts,
  msubsup: readScripts,
  munder: readScripts,
  mover: readScripts,
  munderover: readScripts,
  menclose: readEnclosed,
  mtable: element => readGrid(element, read),
});

/** Reads MathML into the tree of a formula; an element it does not know is the row of its children. */
export function read(element: Element): Node {
  return (READERS[element.tag] ?? readRow)(element);
}
