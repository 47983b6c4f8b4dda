import { roleAt } from '../math/spacing.ts';
import { isSymbol, type Node, type Role } from '../math/tree.ts';
import { endsOpen, isDifferentiation } from './fractions.ts';
import { isSignedNumber, isSimple, onlyItem, saidItems } from './simple.ts';
import type { Say } from './voice.ts';

/** What stands side by side, with the words that the eye does without: of, times, given. */

const FUNCTIONS = /^[fgFσφϕψ]$/u;
const GREEK = /^[\p{Script=Greek}]$/u;
const LETTER = /^\p{L}$/u;
const EXPECTING = /^[EP𝔼ℙ]$/u;

const OPERAND = new Set<Role>(['ordinary', 'word', 'large', 'fraction', 'open', 'prefix', 'text']);

/** The letter or name that scripts and accents belong to. */
function core(node: Node): Node {
  return node.kind === 'scripts' || node.kind === 'accent' ? core(node.base) : node;
}

function hasPrime(node: Node): boolean {
  return node.kind === 'scripts' && node.sup !== undefined && saidItems(node.sup).every(item => isSymbol(item, '′'));
}

function has(body: Node, test: (node: Node) => boolean): boolean {
  return saidItems(body).some(test);
}

const isComma = (node: Node): boolean => isSymbol(node) && node.role === 'punctuation';
const isGiven = (node: Node): boolean => isSymbol(node) && node.role === 'relation';
const isSumSign = (node: Node): boolean => isSymbol(node) && node.role === 'binary';

/** Whether a letter before brackets is a function of what they hold, and no factor. */
function isApplied(node: Node, fence: Node): boolean {
  if (fence.kind !== 'fence') return false;
  const { open, body } = fence;
  const name = core(node);
  if (!isSymbol(name) || !LETTER.test(name.text) || (open !== '(' && open !== '[')) return false;
  if (node.kind === 'scripts' && node.sup && !hasPrime(node)) return false;
  if (open === '[') return EXPECTING.test(name.text);
  if (FUNCTIONS.test(name.text)) return true;
  if (has(body, isComma) || has(body, isGiven)) return true;
  if (has(body, isSumSign)) return false;
  return isSimple(body) || (GREEK.test(name.text) && node.kind === 'scripts');
}

/** Whether what follows is what a name, a sum or a gradient works on. */
function takes(node: Node, next: Node | undefined): boolean {
  if (!next || !OPERAND.has(roleAt(next, 'left'))) return false;
  const name = core(node);
  if (!isSymbol(name) || name.text === 'arg') return false;
  return name.role === 'word' || name.role === 'large' || name.text === '∇';
}

/** Signs that mean something else where they stand. */
function contextual(node: Node, items: readonly Node[], at: number, enclosed: boolean): string | null {
  if (!isSymbol(node)) return null;
  if (node.text === '|' && node.role === 'relation') return enclosed ? 'given' : 'such that';
  if (node.text === '∼' && at === 0) return 'about';
  if (node.text === '×') return isDimension(items, at) ? 'by' : 'times';
  return null;
}

/** n × d is a shape, unless it stands in a sum or an equation or before a power of ten. */
function isDimension(items: readonly Node[], at: number): boolean {
  const next = items[at + 1];
  if (next?.kind === 'scripts' && isSymbol(next.base, '10')) return false;
  return !items.some(item => isSymbol(item) && /^[=≈+−·]$/.test(item.text));
}

/** Brackets around a number with a sign, behind an operator: 2 · (−1). Two signs in a row would be one sign too many. */
function bareNumber(node: Node, before: Node | undefined): Node | null {
  if (node.kind !== 'fence' || node.open !== '(' || node.close !== ')' || !isSignedNumber(node.body)) return null;
  if (!isSymbol(before) || /^[−+±∓]$/.test(before.text)) return null;
  return before.role === 'binary' || before.role === 'relation' ? node.body : null;
}

/** What an applied letter or name is applied to; brackets around one short thing need not be said. */
function argument(node: Node, say: Say): string {
  if (node.kind !== 'fence' || (node.open !== '(' && node.open !== '[')) return say(node);
  return isBareArgument(node) ? say(node.body) : inBrackets(node, say);
}

function isBareArgument(node: Node): boolean {
  return node.kind === 'fence' && isSimple(node.body) && onlyItem(node.body) !== undefined;
}

function inBrackets(fence: Node & { kind: 'fence' }, say: Say): string {
  if (fence.body.kind === 'grid') return say(fence);
  const name = fence.open === '[' ? 'bracket' : 'paren';
  return `open ${name} ${spokenRow(saidItems(fence.body), say, true)} close ${name}`;
}

const FACTORS = new Set<Role>(['ordinary', 'word', 'large', 'fraction', 'open', 'prefix']);

/** Whether something stands there that is multiplied by what is before it. */
function isFactor(node: Node | undefined): boolean {
  return node !== undefined && FACTORS.has(roleAt(node, 'left')) && !isSymbol(node, '…') && !isSymbol(node, '⋯');
}

function isOperand(node: Node): boolean {
  return ['ordinary', 'fraction', 'close'].includes(roleAt(node, 'right')) && !isSymbol(core(node), '∂');
}

function isMatrix(node: Node): boolean {
  const base = core(node);
  return base.kind === 'fence' && base.body.kind === 'grid';
}

/** The word for a product of neighbours, where the ear would not hear where one of them ends. */
function product(node: Node, next: Node, isApplication: boolean): string {
  if (!isFactor(next) || isDifferentiation(node) || !(isApplication || isOperand(node))) return '';
  if (isApplication || endsOpen(node)) return ', times';
  const isBulky = [node, next].some(item => item.kind === 'fraction' || isMatrix(item));
  return isBulky ? 'times' : '';
}

/** ∂L/∂w with a stroke for a bar. */
function asDerivatives(items: readonly Node[]): readonly Node[] {
  const at = items.findIndex(
    (item, i) => isSymbol(item, '/') && [items[i - 2], items[i + 1]].every(sign => isSymbol(sign, '∂')),
  );
  const [top, bottom] = [items[at - 1], items[at + 2]];
  if (at < 2 || !top || !bottom) return items;
  const sign: Node = { kind: 'symbol', text: '∂', role: 'ordinary' };
  const fraction: Node = {
    kind: 'fraction',
    top: { kind: 'row', items: [sign, top] },
    bottom: { kind: 'row', items: [sign, bottom] },
    bar: true,
  };
  return [...items.slice(0, at - 2), fraction, ...asDerivatives(items.slice(at + 3))];
}

/** @param enclosed whether it is what a function or a probability is of */
export function spokenRow(row: readonly Node[], say: Say, enclosed = false): string {
  const items = asDerivatives(row.filter(item => item.kind !== 'space' || item.columns >= 2));
  const words: string[] = [];
  for (const [i, node] of items.entries()) {
    const [before, next] = [items[i - 1], items[i + 1]];
    if (node.kind === 'space') {
      if (words.length > 0 && next) words.push(';');
      continue;
    }
    const isArgument = before !== undefined && (isApplied(before, node) || takes(before, node));
    words.push(
      isArgument
        ? argument(node, say)
        : (contextual(node, items, i, enclosed) ?? say(bareNumber(node, before) ?? node)),
    );
    if (!next) continue;
    if (isApplied(node, next) || takes(node, next)) words.push('of');
    else words.push(product(node, next, isArgument && isBareArgument(node)));
  }
  return words.filter(Boolean).join(' ');
}
