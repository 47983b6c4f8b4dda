import { isSymbol, type Node, type Scripts } from '../math/tree.ts';
import { isEvaluation, spokenEvaluation } from './fences.ts';
import { endsOpen } from './fractions.ts';
import { ENCLOSED, RANGING } from './signs.ts';
import { delimited, isSimple, onlyItem, saidItems } from './simple.ts';
import { isWord } from './symbol.ts';
import type { Say } from './voice.ts';

/** What a mark at the upper right means; the base decides where a mark has two meanings. */
const MARKS: Readonly<Record<string, string>> = {
  '⊤': 'transpose',
  '⊺': 'transpose',
  '*': 'star',
  '⋆': 'star',
  '†': 'dagger',
  '⟂': 'perp',
  '⊥': 'perp',
  '+': 'super plus',
  '−': 'super minus',
  '∘': 'degrees',
  '°': 'degrees',
};

const POWERS: Readonly<Record<string, string>> = { 2: 'squared', 3: 'cubed' };

/** A matrix, as far as can be told: a capital letter, or brackets with one in them. */
function isMatrix(node: Node): boolean {
  switch (node.kind) {
    case 'symbol':
      return /^\p{Lu}$/u.test(node.text.normalize('NFKC')) || node.role === 'word';
    case 'scripts':
    case 'accent':
      return isMatrix(node.base);
    case 'fence':
      return isMatrix(node.body);
    case 'row':
      return node.items.some(isMatrix);
    default:
      return node.kind === 'grid';
  }
}

function exponent(base: Node, sup: Node, say: Say): string {
  const items = saidItems(sup);
  const [first, second] = items;
  if (!first) return '';
  const only = items.length === 1 ? first : undefined;
  if (isSymbol(only) && MARKS[only.text]) return MARKS[only.text] ?? '';
  if (isSymbol(only) && POWERS[only.text]) return POWERS[only.text] ?? '';
  if (isSymbol(only, 'T') && isMatrix(base)) return 'transpose';
  if (isSymbol(only) && (only.role === 'text' || (only.role === 'word' && only.text.length > 1))) {
    return delimited(`super ${say(only)}`, only, 'super');
  }
  if (only?.kind === 'fence' && only.open === '(') return delimited(`super ${say(only.body)}`, only.body, 'super');
  if (items.length === 2 && isSymbol(first, '⊙') && second) return `to the Hadamard power of ${say(second)}`;
  const words = say(sup);
  if (words === 'minus 1' && isMatrix(base)) return 'inverse';
  return delimited(`to the power of ${words}`, sup, 'power');
}

/** Everything at the upper right: primes, an exponent, and marks behind it, as in W⁽ᶠ⁾ᵀ. */
function superscript(base: Node, sup: Node, say: Say): string {
  const items = saidItems(sup);
  const firstOther = items.findIndex(item => !isPrime(item));
  const primes = firstOther < 0 ? items : items.slice(0, firstOther);
  const rest = items.slice(primes.length);
  const last = rest.at(-1);
  const mark = rest.length > 1 && (isSymbol(last, '⊤') || isSymbol(last, '⊺')) ? 'transpose' : '';
  const middle: Node = { kind: 'row', items: mark ? rest.slice(0, -1) : rest };
  const count = primes.reduce((sum, item) => sum + (isSymbol(item) ? item.text.length : 0), 0);
  const said = count > 0 ? [say({ kind: 'symbol', text: '′'.repeat(count), role: 'ordinary' })] : [];
  return [...said, exponent(base, middle, say), mark].filter(Boolean).join(' ');
}

function isPrime(node: Node): boolean {
  return isSymbol(node) && /^′+$/.test(node.text);
}

function subscript(sub: Node, say: Say): string {
  return delimited(`sub ${condition(sub, say)}`, sub, 'sub');
}

/** `from i equals 1 to n`, `over j`. */
function range(sub: Node | undefined, sup: Node | undefined, say: Say): string {
  if (sub && sup) return `from ${lines(sub, say)} to ${say(sup)}`;
  if (sub) return `over ${lines(sub, say)}`;
  return sup ? `up to ${say(sup)}` : '';
}

/** `a greater than 0`, where no sentence is made. */
function condition(node: Node, say: Say): string {
  return say(node).replaceAll(/\bis (?=greater|less|at |not|much)/g, '');
}

/** Conditions one below the other. */
function lines(node: Node, say: Say): string {
  if (node.kind !== 'grid') return condition(node, say);
  return node.rows.map(cells => cells.map(cell => condition(cell, say)).join(' ')).join(' and ');
}

/** Sums, limits, maxima: `the sum from i equals 1 to n`; null for scripts of another kind. */
function ranging({ base, sub, sup }: Scripts, say: Say): string | null {
  if (isSymbol(base) && base.role === 'large') return [say(base), range(sub, sup, say)].filter(Boolean).join(' ');
  if (!isWord(base) || !sub) return null;
  if (base.text === 'log' || base.text === 'lg') {
    return [`log base ${say(sub)}`, sup && superscript(base, sup, say)].filter(Boolean).join(' ');
  }
  if (!RANGING.has(base.text)) return null;
  const over = base.text.startsWith('lim')
    ? `as ${lines(sub, say).replace('goes to', 'approaches')}`
    : range(sub, undefined, say);
  return [say(base), over, sup && superscript(base, sup, say)].filter(Boolean).join(' ');
}

/** What stands above or below a relation or a brace. */
function labelled({ base, sub, sup }: Scripts, say: Say): string {
  const labels = [sup && `with ${say(sup)} above`, sub && `with ${say(sub)} below`].filter(Boolean).join(' and ');
  return `${say(base)}, ${labels},`;
}

function baseWords(base: Node, say: Say): string {
  const words = say(base);
  if (words === '') return 'blank';
  const isOne = onlyItem(base) !== undefined && base.kind !== 'fraction' && base.kind !== 'scripts';
  if (!isOne) return `open paren ${words} close paren`;
  if (!endsOpen(base)) return words;
  return `${words}, end ${base.kind === 'fence' ? (ENCLOSED[base.open + base.close] ?? '') : 'root'}`;
}

/** A base with its scripts. */
export function spokenScripts(node: Scripts, say: Say): string {
  const { base, sub, sup, limits } = node;
  const over = ranging(node, say);
  if (over !== null) return over;
  if (limits && (base.kind === 'brace' || !isWord(base))) return labelled(node, say);
  if (isSymbol(base, '∇')) {
    const name = sup ? `nabla ${superscript(base, sup, say)}` : 'the gradient';
    return sub ? `${name} with respect to ${say(sub)}${isSimple(sub) ? '' : ','}` : name;
  }
  if (isEvaluation(base) && sub) return spokenEvaluation(base, sub, say);
  const parts = [baseWords(base, say), sub && subscript(sub, say), sup && superscript(base, sup, say)];
  return parts.filter(Boolean).join(' ');
}
