import { table } from '../table.ts';
import { attribute, type Element } from './mathml.ts';
import { type Node, row } from './tree.ts';

/** `\big(` … `\Bigg|`: brackets whose size an author chose are pairs all the same, as tall as what they enclose. */

const PARTNERS = table<string>({
  '(': ')',
  '[': ']',
  '{': '}',
  '⟨': '⟩',
  '⌊': '⌋',
  '⌈': '⌉',
  '|': '|',
  '∣': '|',
  '‖': '‖',
  '∥': '‖',
});

/** Closing brackets as they are written → as the table above names them. */
const CLOSES = table<string>({ '∣': '|', '∥': '‖' });

interface Big {
  readonly text: string;
  readonly size: string;
}

function isEmpty(element: Element | undefined): boolean {
  return element?.children.length === 0 && element.text === '';
}

/** The bracket of a chosen size that an element is, or that its scripts stand at. */
function bigOf(element: Element | undefined): Big | null {
  const base = element?.tag.startsWith('msu') ? element.children[0] : element;
  const [first, ...rest] = base?.tag === 'mrow' ? base.children : [base];
  const mark = rest.every(isEmpty) ? first : undefined;
  if (mark?.tag !== 'mo') return null;
  const size = attribute(mark, 'minsize');
  return size === '' ? null : { text: mark.text, size };
}

function closes(opening: Big, other: Big | null): boolean {
  return other?.size === opening.size && (CLOSES[other.text] ?? other.text) === PARTNERS[opening.text];
}

/** The place of the partner of the bracket at `from`; -1 where it has none. */
function partnerOf(opening: Big, elements: readonly Element[], from: number): number {
  for (let at = from + 1, depth = 0; at < elements.length; at++) {
    const other = bigOf(elements[at]);
    if (closes(opening, other)) {
      if (depth === 0) return at;
      depth--;
    } else if (other?.text === opening.text && other.size === opening.size) {
      depth++;
    }
  }
  return -1;
}

/** Makes fences of the big brackets in a row, of which `nodes[i]` was read from `elements[i]`. */
export function pairBig(elements: readonly Element[], nodes: readonly Node[]): readonly Node[] {
  for (const [from, element] of elements.entries()) {
    const opening = element.tag === 'mo' ? bigOf(element) : null;
    const close = opening && PARTNERS[opening.text];
    if (!opening || !close) continue;
    const to = partnerOf(opening, elements, from);
    const closing = nodes[to];
    if (!closing) continue;
    const open = opening.text === '∣' ? '|' : opening.text === '∥' ? '‖' : opening.text;
    const body = row(pairBig(elements.slice(from + 1, to), nodes.slice(from + 1, to)));
    const fence: Node = { kind: 'fence', open, close, body };
    const closed = closing.kind === 'scripts' ? { ...closing, base: fence } : fence;
    return [...nodes.slice(0, from), closed, ...pairBig(elements.slice(to + 1), nodes.slice(to + 1))];
  }
  return nodes;
}
