import { pairBig } from './big.ts';
import type { Element } from './mathml.ts';
import { roleOf } from './operators.ts';
import { isSymbol, itemsOf, type Node, row } from './tree.ts';

/** The invisible sign between a function and its argument. */
export const APPLY = '\u2061';

/** `\log`, also with scripts, followed by "function application" is a word and not a product of letters. */
function asWord(node: Node): Node {
  if (isSymbol(node)) return { ...node, role: 'word' };
  if (node.kind === 'scripts' || node.kind === 'accent') return { ...node, base: asWord(node.base) };
  return node;
}

function isBar(node: Node | undefined): node is Node & { kind: 'symbol' } {
  return isSymbol(node) && node.role === 'ordinary' && (node.text === '|' || node.text === '‖');
}

/** The bar of an item: itself, or the base of its scripts as in ‖x‖₂. */
function barOf(item: Node): string | undefined {
  const base = item.kind === 'scripts' ? item.base : item;
  return isBar(base) ? base.text : undefined;
}

/** Makes |x| a fence: LaTeX does not say which bar opens, so they pair up in order. */
function pairBars(items: readonly Node[]): readonly Node[] {
  for (const bar of ['|', '‖']) {
    const places = items.flatMap((item, index) => (barOf(item) === bar ? [index] : []));
    const [from, to] = places;
    if (from === undefined || to === undefined || places.length % 2 || !isBar(items[from])) continue;
    const closing = items[to];
    const body = row(pairBars(items.slice(from + 1, to)));
    const fence: Node = { kind: 'fence', open: bar, close: bar, body };
    const closed = closing?.kind === 'scripts' ? { ...closing, base: fence } : fence;
    return [...pairBars(items.slice(0, from)), closed, ...pairBars(items.slice(to + 1))];
  }
  // A lone double bar separates, as in KL(p ‖ q).
  return items.map(item => (isBar(item) && item.text === '‖' ? { ...item, role: 'relation' } : item));
}

/** `:` and `=` are one sign when they stand together. */
function joinDefinitions(items: readonly Node[]): readonly Node[] {
  if (!items.some(item => isSymbol(item, ':'))) return items;
  return items.flatMap((item, index): Node[] => {
    if (isSymbol(item, '=') && isSymbol(items[index - 1], ':')) return [];
    const defines = isSymbol(item, ':') && isSymbol(items[index + 1], '=');
    return [defines ? { kind: 'symbol', text: ':=', role: 'relation' } : item];
  });
}

/** A row that starts and ends with a bracket is what they enclose. */
function asFence(elements: readonly Element[], items: readonly Node[]): readonly Node[] | undefined {
  const opens = elements[0];
  const closes = elements.at(-1);
  if (elements.length < 2 || opens?.tag !== 'mo' || closes?.tag !== 'mo') return undefined;
  const isOpening = opens.attributes.includes('form="prefix"') || roleOf(opens.text) === 'open';
  const isClosing = closes.attributes.includes('form="postfix"') || roleOf(closes.text) === 'close';
  const fences = opens.attributes.includes('fence="true"') && closes.attributes.includes('fence="true"');
  if (!isOpening && !fences) return undefined;
  if (!isClosing || !fences) return undefined;
  const body = row(joinDefinitions(pairBars(pairBig(elements.slice(1, -1), items.slice(1, -1)).flatMap(itemsOf))));
  return [{ kind: 'fence', open: opens.text, close: closes.text, body }];
}

/** Reads the children of a row. */
export function readItems(elements: readonly Element[], read: (element: Element) => Node): readonly Node[] {
  const kept: Element[] = [];
  const nodes: Node[] = [];
  for (const element of elements) {
    const last = nodes.at(-1);
    if (element.tag === 'mo' && element.text === APPLY) {
      if (last) nodes[nodes.length - 1] = asWord(last);
    } else {
      const node = read(element);
      if (node.kind === 'space' && node.columns === 0) continue;
      kept.push(element);
      nodes.push(node);
    }
  }
  return asFence(kept, nodes) ?? joinDefinitions(pairBars(pairBig(kept, nodes).flatMap(itemsOf)));
}
