import { APART } from './operators.ts';
import type { Node, Role } from './tree.ts';

/** An item of a row with the number of blank columns to its left. */
export interface Placed {
  readonly gap: number;
  readonly node: Node;
}

type Side = 'left' | 'right';

/** The role a node shows to its neighbour on one side. */
export function roleAt(node: Node, side: Side): Role {
  switch (node.kind) {
    case 'symbol':
      return node.role;
    case 'scripts':
    case 'accent':
    case 'brace':
      return roleAt(node.base, side);
    case 'fraction':
      return 'fraction';
    case 'row': {
      const items = node.items.filter(item => item.kind !== 'space');
      const outer = side === 'left' ? items[0] : items.at(-1);
      return outer ? roleAt(outer, side) : 'ordinary';
    }
    case 'fence':
      if (node.body.kind === 'grid') return 'fraction';
      return side === 'left' ? 'open' : 'close';
    default:
      return 'ordinary';
  }
}

// A sign after one of these has nothing to its left to work on.
const NO_OPERAND = new Set<Role>(['binary', 'relation', 'prefix', 'open', 'punctuation', 'large']);
const AIRY = new Set<Role>(['binary', 'relation']);

/** Turns the sign of a number or a term into a prefix: it keeps its place and loses its spaces. */
function resolveSigns(items: readonly Node[]): readonly Node[] {
  let before: Role | undefined;
  return items.map(item => {
    if (item.kind === 'space') return item;
    const unary = roleAt(item, 'left') === 'binary' && (before === undefined || NO_OPERAND.has(before));
    const resolved: Node = unary && item.kind === 'symbol' ? { ...item, role: 'prefix' } : item;
    before = roleAt(resolved, 'right');
    return resolved;
  });
}

function gapBetween(left: Role, right: Role, compact: boolean): number {
  if (compact) return left === 'word' && APART.word.includes(right) ? 1 : 0;
  if (AIRY.has(left) || AIRY.has(right)) return left === 'open' || right === 'close' || right === 'punctuation' ? 0 : 1;
  return APART[left].includes(right) ? 1 : 0;
}

/**
 * Decides the blanks between the items of a row.
 *
 * @param compact as in scripts: only words are kept apart
 */
export function placed(items: readonly Node[], compact: boolean): Placed[] {
  const result: Placed[] = [];
  let asked = 0;
  let before: Role | undefined;
  for (const node of resolveSigns(items)) {
    if (node.kind === 'space') {
      asked += node.columns;
      continue;
    }
    const own = before === undefined ? 0 : gapBetween(before, roleAt(node, 'left'), compact);
    result.push({ gap: compact ? own : Math.max(own, asked), node });
    before = roleAt(node, 'right');
    asked = 0;
  }
  return result;
}

// W_hh h and Wₕₕ h: where a script ends in a word or in several small characters, the next letter would join it.
const OPEN_END = /[_^]\p{L}+$|[²³¹⁰-ₜʰ-ˣᵃ-ᶿⱼ]{2}$/u;
const LETTER = /^[\p{L}\p{N}∂∇√]/u;

/** The blanks between two texts of one line, of which `gap` were decided by their roles. */
export function blanks(left: string, right: string, gap: number): number {
  const wanted = gap === 0 && OPEN_END.test(left) && LETTER.test(right) ? 1 : gap;
  const there = left.endsWith(' ') || right.startsWith(' ') ? 1 : 0;
  return Math.max(0, wanted - there);
}
