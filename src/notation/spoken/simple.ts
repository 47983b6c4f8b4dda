import { isSymbol, itemsOf, type Node } from '../math/tree.ts';

/** What is so short that nobody can mistake where it ends. */

const SIGN = /^[−+±∓-]$/;

/** The items of a node that are said. */
export function saidItems(node: Node): readonly Node[] {
  return itemsOf(node).filter(item => item.kind !== 'space');
}

/** The only item of a node, or `undefined` where it has none or several. */
export function onlyItem(node: Node): Node | undefined {
  const items = saidItems(node);
  return items.length === 1 ? items[0] : undefined;
}

/** A letter, a number, a word; with a sign, an accent or one short script. */
export function isSimple(node: Node): boolean {
  const [first, second, ...more] = saidItems(node);
  if (!first) return true;
  if (second) return more.length === 0 && isSymbol(first) && SIGN.test(first.text) && isUnsigned(second);
  return isUnsigned(first);
}

function isUnsigned(node: Node): boolean {
  switch (node.kind) {
    case 'symbol':
      return !/\s/.test(node.text.trim());
    case 'accent':
      return isSymbol(onlyItem(node.base));
    case 'scripts':
      return isSymbol(onlyItem(node.base)) && [node.sub, node.sup].every(script => !script || isSimple(script));
    case 'row':
      return isSimple(node);
    default:
      return false;
  }
}

/** A number with a sign, as in (−1): after an operator its parentheses need not be said. */
export function isSignedNumber(node: Node): boolean {
  const [first, second, ...more] = saidItems(node);
  return (
    more.length === 0 && isSymbol(first) && SIGN.test(first.text) && isSymbol(second) && /^[\d.]+$/.test(second.text)
  );
}

/** Simple, and without an exponent, which could as well belong to what is around it. */
export function isPlain(node: Node): boolean {
  return isSimple(node) && !saidItems(node).some(item => item.kind === 'scripts' && item.sup !== undefined);
}

/** `sub i`, `sub i plus 1, end sub`: an end is told where there is need of one. */
export function delimited(words: string, node: Node, end: string): string {
  return isSimple(node) ? words : `${words}, end ${end}`;
}
