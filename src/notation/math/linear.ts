import { graphemes } from '../columns.ts';
import { table } from '../table.ts';
import { ACCENTS } from './accents.ts';
import { parenthesized } from './brackets.ts';
import { linearGrid } from './linear-grid.ts';
import { INLINE_LOOKS } from './operators.ts';
import { superscript } from './script-letters.ts';
import { linearScripts } from './scripts.ts';
import { blanks, type Placed, placed, roleAt } from './spacing.ts';
import { isSymbol, itemsOf, type Node, type Role } from './tree.ts';

const ROOTS = table<string>({ '3': '∛', '4': '∜' });

/** Whether a node is one thing to the eye: it can stand under √ or beside / without parentheses. */
function isSingle(node: Node): boolean {
  const items = itemsOf(node).filter(item => item.kind !== 'space');
  const [first, second] = items;
  if (!first) return true;
  if (items.length === 1) {
    if (first.kind === 'symbol') return !first.text.trim().includes(' ');
    return first.kind !== 'fraction' && first.kind !== 'brace';
  }
  if (items.length === 2 && isDifferential(node)) return true;
  // A named function with its argument.
  return items.length === 2 && roleAt(first, 'right') === 'word' && second?.kind === 'fence';
}

/** ∂L, ∂²L, dx: a d in front of a letter. */
function isDifferential(node: Node): boolean {
  const [first, second] = itemsOf(node).filter(item => item.kind !== 'space');
  if (!first || !second) return false;
  const sign = first.kind === 'scripts' ? first.base : first;
  const letter = second.kind === 'scripts' ? second.base : second;
  return (isSymbol(sign, '∂') || isSymbol(sign, 'd')) && (letter.kind === 'symbol' || letter.kind === 'accent');
}

/** In 1/(dx) the d is a number like any other: only below another differential it is none. */
function isQuotient(top: Node, bottom: Node): boolean {
  const [sign] = itemsOf(top).filter(item => item.kind !== 'space');
  const above = sign?.kind === 'scripts' ? sign.base : sign;
  return !isDifferential(bottom) || (above !== undefined && (isSymbol(above, '∂') || isSymbol(above, 'd')));
}

/** tanh, ∇: what works on all of a fraction behind it. */
function isOperator(node: Node): boolean {
  const sign = node.kind === 'scripts' ? node.base : node;
  return roleAt(node, 'right') === 'word' || isSymbol(sign, '∇');
}

const FACTORS = new Set<Role>(['ordinary', 'word', 'large', 'fraction', 'open']);

/** (1/n) Xᵀy: a factor behind a fraction would seem to belong to its denominator, were that not closed or a number. */
function isOpenFraction(node: Node, text: string, next: Placed | undefined): boolean {
  if (node.kind !== 'fraction' || !node.bar || !next || next.gap > 1) return false;
  if (!FACTORS.has(roleAt(next.node, 'left')) || isSymbol(next.node, '⋯') || isSymbol(next.node, '…')) return false;
  if (isDifferential(node.bottom) && isQuotient(node.top, node.bottom)) return false;
  return !/\/[\d.]+$|[)\]‖|⌋⌉]$/.test(text);
}

/** A product of neighbours may stand left of / as it is: n(n − 1)/2. */
function isTight(node: Node): boolean {
  return placed(itemsOf(node), false).every(({ gap, node: item }) => {
    return gap === 0 && item.kind !== 'fraction' && !(isSymbol(item) && item.text.trim().includes(' '));
  });
}

function linearFraction(top: Node, bottom: Node, bar: boolean, compact: boolean): string {
  const [above, below] = [linear(top, compact), linear(bottom, compact)];
  if (!bar) return `${above} choose ${below}`;
  const left = isSingle(top) || isTight(top) ? above : parenthesized(above);
  return `${left}/${isSingle(bottom) && isQuotient(top, bottom) ? below : parenthesized(below)}`;
}

/** The sign of a root with its degree: √, ∛, ⁿ√. */
export function rootSign(index: Node | undefined): string {
  if (!index) return '√';
  const degree = linear(index, true);
  return ROOTS[degree] ?? `${superscript(degree) ?? degree}√`;
}

function linearRoot(body: Node, index: Node | undefined, compact: boolean): string {
  const text = linear(body, compact);
  const bare = isRootless(body) || (body.kind === 'fence' && body.open === '(');
  return rootSign(index) + (bare ? text : parenthesized(text));
}

/** What may stand under a one-line root: a letter or a number, with no exponent that could belong to the root. */
export function isRootless(body: Node): boolean {
  if (body.kind === 'scripts') return !body.sup && isRootless(body.base);
  return body.kind === 'symbol' || (body.kind === 'accent' && body.base.kind === 'symbol');
}

/** An accent over letters on one line. */
function linearAccent(base: Node, accent: string, compact: boolean): string {
  const text = linear(base, compact);
  const look = ACCENTS[accent];
  if (!look) return text;
  const letters = graphemes(text);
  const named = look.repeat ? /[^\p{L}\p{N}\p{M}]/u.test(text) : letters.length > 1;
  if (named && look.name) return `${look.name}(${text})`;
  return letters.map(letter => (letter === ' ' ? letter : letter + look.mark).normalize('NFC')).join('');
}

function linearRow(items: readonly Node[], compact: boolean): string {
  let text = '';
  let previous: Node | undefined;
  const places = placed(items, compact);
  for (const [index, { gap, node }] of places.entries()) {
    const plain = linear(node, compact);
    // log(a/b): a fraction after a function needs parentheses on one line
    const argument = node.kind === 'fraction' && previous && isOperator(previous);
    const next = argument || isOpenFraction(node, plain, places[index + 1]) ? parenthesized(plain) : plain;
    text += ' '.repeat(argument ? 0 : blanks(text, next, gap)) + next;
    previous = node;
  }
  return text;
}

/**
 * A formula on one line.
 *
 * @param compact without the spaces around operators, as in scripts
 */
export function linear(node: Node, compact = false): string {
  switch (node.kind) {
    case 'symbol':
      return INLINE_LOOKS[node.text] ?? node.text;
    case 'space':
      return ' '.repeat(node.columns);
    case 'row':
      return linearRow(node.items, compact);
    case 'fraction':
      return linearFraction(node.top, node.bottom, node.bar, compact);
    case 'root':
      return linearRoot(node.body, node.index, compact);
    case 'scripts':
      return linearScripts(node, compact, linear);
    case 'accent':
      return linearAccent(node.base, node.accent, compact);
    case 'brace':
    case 'frame':
      return linear(node.kind === 'brace' ? node.base : node.body, compact);
    case 'fence':
      return linearFence(node.open, node.close, node.body, compact);
    case 'grid':
      return linearGrid(node, compact, linear);
  }
}

function linearFence(open: string, close: string, body: Node, compact: boolean): string {
  if (body.kind === 'grid' && open === '(') return `[${linear(body, compact)}]`;
  if (body.kind === 'grid' && open === '{') return `{${linear(body, compact)}${close || '}'}`;
  return open + linear(body, compact) + close;
}
