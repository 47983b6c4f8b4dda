import { CHAIN, TERMS } from './operators.ts';
import { isSymbol, type Node } from './tree.ts';

/** Where a long formula may go on in another line: on the screen and on paper alike. */

export function isChain(node: Node): boolean {
  return isSymbol(node) && node.role === 'relation' && CHAIN.has(node.text);
}

export function isOperator(node: Node, index: number): boolean {
  return index > 0 && isSymbol(node) && node.role === 'binary';
}

export function isTerm(node: Node, index: number): boolean {
  return isOperator(node, index) && isSymbol(node) && TERMS.has(node.text);
}
