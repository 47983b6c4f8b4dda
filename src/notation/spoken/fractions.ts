import { isSymbol, type Node } from '../math/tree.ts';
import { ENCLOSED } from './signs.ts';
import { isPlain, isSimple, saidItems } from './simple.ts';
import type { Say } from './voice.ts';

type Fraction = Node & { kind: 'fraction' };

interface Differential {
  readonly sign: '∂' | 'd';
  /** The 2 of ∂²L, in words; null where there is none. */
  readonly order: string | null;
  readonly of: readonly Node[];
}

function differential(node: Node, say: Say): Differential | null {
  const [first, ...of] = saidItems(node);
  const sign = first?.kind === 'scripts' && !first.sub ? first.base : first;
  if (!isSymbol(sign, '∂') && !isSymbol(sign, 'd')) return null;
  const order = first?.kind === 'scripts' && first.sup ? say(first.sup) : null;
  return { sign: sign.text as '∂' | 'd', order, of };
}

const ORDERS: Readonly<Record<string, string>> = { 2: 'second ', 3: 'third ' };

const WORDLESS: Say = () => '';

function isDerivative(node: Fraction): boolean {
  return derivative(node, WORDLESS) !== null;
}

/** ∂/∂x: what is behind it is what is derived. */
export function isDifferentiation(node: Node): boolean {
  return node.kind === 'fraction' && saidItems(node.top).length === 1 && isDerivative(node);
}

/** ∂L/∂w, d²y/dx², ∂/∂x; null where a fraction is none of these. */
function derivative({ top, bottom }: Fraction, say: Say): string | null {
  const [above, below] = [differential(top, say), differential(bottom, say)];
  if (!above || !below || above.sign !== below.sign || below.of.length === 0) return null;
  const order = above.order === null ? '' : (ORDERS[above.order] ?? `${above.order}th `);
  const name = `the ${order}${above.sign === '∂' ? 'partial ' : ''}derivative`;
  // The 2 of dx² counts how often, and so it has been said.
  const by = below.of.map(item =>
    above.order !== null && item.kind === 'scripts' ? { ...item, sup: undefined } : item,
  );
  const variables = by
    .filter(item => !isSymbol(item, above.sign))
    .map(say)
    .join(' and ');
  const of: Node = { kind: 'row', items: above.of };
  if (above.of.length === 0) return `${name} with respect to ${variables} of`;
  const end = isSimple(of) ? '' : ',';
  return `${name} of ${say(of)}${end} with respect to ${variables}`;
}

/** Whether both parts are said so shortly that no end is told. */
function isShort({ top, bottom }: Fraction): boolean {
  return isSimple(top) && isSimple(bottom);
}

/** Whether a node is said in a way that a factor behind it would seem to belong to its last part. */
export function endsOpen(node: Node): boolean {
  if (node.kind === 'fraction') return node.bar && (isShort(node) || isDerivative(node));
  if (node.kind === 'root') return isPlain(node.body);
  return node.kind === 'fence' && isPlain(node.body) && node.open + node.close in ENCLOSED;
}

/** A fraction, a binomial or a derivative. */
export function spokenFraction(node: Fraction, say: Say): string {
  const { top, bottom, bar } = node;
  const [above, below] = [say(top) || 'blank', say(bottom) || 'blank'];
  if (!bar)
    return isSimple(top) && isSimple(bottom) ? `${above} choose ${below}` : `${above}, choose ${below}, end choose`;
  const asDerivative = derivative(node, say);
  if (asDerivative !== null) return asDerivative;
  if (isShort(node)) return `${above} over ${below}`;
  return `the fraction with numerator ${above} and denominator ${below}, end fraction`;
}
