import { roleAt } from '../math/spacing.ts';
import { type Align, type Grid, isSymbol, itemsOf, type Node, type Scripts } from '../math/tree.ts';
import { table } from '../table.ts';
import { typstString } from './quote.ts';
import { sign, symbolTypst } from './symbols.ts';

/** Writes the tree of a formula as Typst. Every bracket, comma and semicolon that is not ours is escaped or quoted. */

const EMPTY = '""';

/** Joins pieces of a row. A blank beside quoted text would be printed; between anything else it separates. */
function joined(pieces: readonly string[]): string {
  let text = '';
  for (const piece of pieces) {
    if (piece === '') continue;
    text += text === '' || text.endsWith('"') || piece.startsWith('"') ? piece : ` ${piece}`;
  }
  return text;
}

function isWord(node: Node | undefined, side: 'left' | 'right'): boolean {
  return node !== undefined && roleAt(node, side) === 'word';
}

/** A row of items, or nothing. Typst keeps functions apart from their neighbours: the blank that is there for it goes. */
export function rowTypst(items: readonly Node[]): string {
  const kept = items.filter((item, i) => {
    return (
      item.kind !== 'space' || item.columns !== 1 || !(isWord(items[i - 1], 'right') || isWord(items[i + 1], 'left'))
    );
  });
  return joined(kept.map(typstOf));
}

/** An argument: never empty, so that the number of arguments holds. */
function argument(node: Node | undefined): string {
  return (node && typstOf(node)) || EMPTY;
}

const SPACES = ['', 'med', 'quad'];

function space(columns: number): string {
  return SPACES[columns] ?? `#h(${columns / 2}em)`;
}

const ACCENTS = table<string>({
  ˆ: 'hat',
  '^': 'hat',
  '~': 'tilde',
  '˜': 'tilde',
  '‾': 'macron',
  '¯': 'macron',
  '→': 'arrow',
  '←': 'arrow.l',
  '˙': 'dot',
  '¨': 'dot.double',
  ˇ: 'caron',
  '˘': 'breve',
  '˚': 'circle',
  '´': 'acute',
  '`': 'grave',
  top: 'overline',
  bottom: 'underline',
});

function accent(base: Node, name: string): string {
  const known = ACCENTS[name];
  const isLine = known === 'macron' && !isSymbol(base);
  return known === undefined ? argument(base) : `${isLine ? 'overline' : known}(${argument(base)})`;
}

/** Signs that have their limits below and above of their own accord, in displays only. */
const SUMS = new Set('∑∏∐⋃⋂⨁⨂⨀⋁⋀');
/** Functions of Typst with the same habit. */
const LIMIT_WORDS = new Set(['det', 'gcd', 'inf', 'lim', 'max', 'min', 'sup']);

function hasOwnLimits(base: Node): boolean {
  return isSymbol(base) && (SUMS.has(base.text) || (base.role === 'word' && LIMIT_WORDS.has(base.text)));
}

function baseWithLimits(base: Node): string {
  if (hasOwnLimits(base)) return typstOf(base);
  if (isSymbol(base) && base.role === 'word') return `op(${typstString(base.text)}, limits: #true)`;
  const isLarge = isSymbol(base) && base.role === 'large';
  return `limits(${argument(base)}${isLarge ? ', inline: #false' : ''})`;
}

/** What a script can be put behind without belonging to its last letter only. */
function isOne(base: Node): boolean {
  return base.kind !== 'row' && base.kind !== 'scripts' && base.kind !== 'space';
}

/** Lines below a sum are as small as one is. */
function script(node: Node): string {
  return node.kind === 'grid' && !node.derivation ? `inline(${matrix(node, '#none')})` : argument(node);
}

function scripts({ base, sub, sup, limits }: Scripts): string {
  if (limits && base.kind === 'brace') return brace(base.base, base.over, base.over ? sup : sub, base.over ? sub : sup);
  if (!limits && !isOne(base)) {
    const parts = [sub && `b: ${script(sub)}`, sup && `t: ${script(sup)}`].filter(part => part !== undefined);
    return `attach(${[argument(base), ...parts].join(', ')})`;
  }
  const below = sub ? `_(${script(sub)})` : '';
  const above = sup ? `^(${script(sup)})` : '';
  const plain = hasOwnLimits(base) ? `scripts(${argument(base)})` : argument(base);
  return (limits ? baseWithLimits(base) : plain) + below + above;
}

function brace(base: Node, over: boolean, label: Node | undefined, other: Node | undefined): string {
  const braced = `${over ? 'overbrace' : 'underbrace'}(${argument(base)}${label ? `, ${argument(label)}` : ''})`;
  return other ? `limits(${braced})${over ? '_' : '^'}(${argument(other)})` : braced;
}

/** The pairs that Typst draws around a matrix. */
const PAIRS = new Set(['()', '[]', '{}', '||', '‖‖', '⌊⌋', '⌈⌉', '⟨⟩', '{', '[', '(']);

/** The pairs that grow without being told to; nothing within can close them, since all other brackets are escaped. */
const PLAIN_PAIRS = new Set(['()', '[]', '{}']);

function delimiter(bracket: string): string {
  return bracket === '' ? '#none' : typstString(bracket);
}

function fence(open: string, close: string, body: Node): string {
  if (body.kind === 'fraction' && !body.bar && open === '(' && close === ')') {
    return `binom(${argument(body.top)}, ${argument(body.bottom)})`;
  }
  if (body.kind === 'grid' && !body.derivation && PAIRS.has(open + close)) {
    return inTextSize(matrix(body, close === '' ? `#(${delimiter(open)}, none)` : delimiter(open)));
  }
  const inner = joined([open && signs(open), typstOf(body), close && signs(close)]);
  if (PLAIN_PAIRS.has(open + close)) return `${open}${typstOf(body)}${close}`;
  return open || close ? `lr(${inner})` : inner;
}

function signs(text: string): string {
  return [...text].map(sign).join(' ');
}

/** How a cell is pushed to one side where its neighbours in other columns are not. */
const PUSHED: Readonly<Record<Align, (cell: string) => string>> = {
  left: cell => `& ${cell}`,
  center: cell => cell,
  right: cell => `${cell} &`,
};

function matrix({ rows, align }: Grid, delim: string): string {
  const columns = Math.max(1, ...rows.map(cells => cells.length));
  const [first = 'center'] = align;
  const isEven = align.every(side => side === first);
  const cell = (node: Node | undefined, column: number): string =>
    isEven ? argument(node) : PUSHED[align[column] ?? 'center'](argument(node));
  const lines = rows.map(cells => Array.from({ length: columns }, (_, i) => cell(cells[i], i)).join(', '));
  const options = isEven && first !== 'center' ? `delim: ${delim}, align: #${first}` : `delim: ${delim}`;
  return `mat(${options}, ${lines.join('; ') || EMPTY})`;
}

/** As in LaTeX, a matrix within a line or a fraction has cells of full size. */
function inTextSize(matrix: string): string {
  return `display(${matrix})`;
}

/** Lines of a derivation that stands within a formula: one column, with its places of alignment. */
function lines({ rows }: Grid): string {
  const texts = rows.map(cells => cells.map(cell => `display(${argument(cell)})`).join(' & '));
  return `mat(delim: #none, row-gap: #0.7em, ${texts.join('; ') || EMPTY})`;
}

/** A frame stands as high as a fraction does, for Typst forgets the baseline of what is in it. */
function frame(body: Node): string {
  const box = 'stroke: 0.5pt, inset: 0.3em, baseline: 50% - 0.25em';
  return `#box(${box}, { set par(leading: 0pt); $display(${argument(body)})$ })`;
}

/** A part of a formula. */
export function typstOf(node: Node): string {
  switch (node.kind) {
    case 'symbol':
      return symbolTypst(node.text, node.role);
    case 'space':
      return space(node.columns);
    case 'row':
      return rowTypst(itemsOf(node));
    case 'fraction':
      return node.bar
        ? `frac(${argument(node.top)}, ${argument(node.bottom)})`
        : `mat(delim: #none, ${argument(node.top)}; ${argument(node.bottom)})`;
    case 'root':
      return node.index ? `root(${argument(node.index)}, ${argument(node.body)})` : `sqrt(${argument(node.body)})`;
    case 'scripts':
      return scripts(node);
    case 'accent':
      return accent(node.base, node.accent);
    case 'brace':
      return brace(node.base, node.over, undefined, undefined);
    case 'fence':
      return fence(node.open, node.close, node.body);
    case 'grid':
      return node.derivation ? lines(node) : inTextSize(matrix(node, '#none'));
    case 'frame':
      return frame(node.body);
  }
}
