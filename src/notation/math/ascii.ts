import { ACCENTS } from './accents.ts';
import { parenthesized } from './brackets.ts';
import { linear } from './linear.ts';
import { itemsOf, type Node, row } from './tree.ts';

/**
 * Formulas for terminals that have no signs but ASCII: raised and lowered letters as ^2 and _t, Greek letters by their names,
 * accents as hat(y). What is as wide in ASCII, such as a bracket in pieces, is for the screen's last table to replace.
 */

const GREEK =
  'αalpha βbeta γgamma δdelta εepsilon ϵepsilon ζzeta ηeta θtheta ϑtheta ιiota κkappa λlambda μmu νnu ξxi πpi ρrho σsigma ςsigma τtau υupsilon φphi ϕphi χchi ψpsi ωomega ΓGamma ΔDelta ΘTheta ΛLambda ΞXi ΠPi ΣSigma ΦPhi ΨPsi ΩOmega';
const SIGNS = '∑sum ∏prod ∫int ≤<= ≥>= ≠!= ≈~= ≪<< ≫>> →-> ⇒=> ∈in ∝~ ±+- ·* ⋅* ⊙(*) ∘o …... ⋯... ‖|| ⊤T ∂d';

const named = (list: string): (readonly [string, string])[] =>
  list.split(' ').map(entry => [entry.slice(0, 1), entry.slice(1)]);

/** Letters whose names are words: they keep apart from what stands beside them. */
const WORDS: ReadonlyMap<string, string> = new Map([...named(GREEK), ['∇', 'grad'], ['∞', 'inf']]);
const TEXTS: ReadonlyMap<string, string> = new Map(named(SIGNS));

const FENCES: Readonly<Record<string, string>> = { '⌊': 'floor', '⌈': 'ceil' };

export function inAsciiLetters(node: Node): Node {
  switch (node.kind) {
    case 'symbol': {
      const word = WORDS.get(node.text);
      return word === undefined
        ? { ...node, text: TEXTS.get(node.text) ?? node.text }
        : { ...node, text: word, role: 'word' };
    }
    case 'space':
      return node;
    case 'row':
      return row(node.items.map(inAsciiLetters));
    case 'fraction':
      return { ...node, top: inAsciiLetters(node.top), bottom: inAsciiLetters(node.bottom) };
    case 'root':
      return called(node.index ? `root[${oneLine(node.index)}]` : 'sqrt', node.body);
    case 'scripts':
      return scripts(node);
    case 'accent':
      return accent(node.accent, node.base);
    case 'brace':
      return { ...node, base: inAsciiLetters(node.base) };
    case 'frame':
      return { ...node, body: inAsciiLetters(node.body) };
    case 'fence': {
      const name = FENCES[node.open];
      if (name !== undefined) return called(name, node.body);
      const [open, close] = [TEXTS.get(node.open) ?? node.open, TEXTS.get(node.close) ?? node.close];
      return { ...node, open, close, body: inAsciiLetters(node.body) };
    }
    case 'grid':
      return { ...node, rows: node.rows.map(cells => cells.map(inAsciiLetters)) };
  }
}

function oneLine(node: Node): string {
  return linear(inAsciiLetters(node), true);
}

/** sqrt(x) */
function called(name: string, body: Node): Node {
  const inner = inAsciiLetters(body);
  const argument: Node =
    inner.kind === 'fence' && inner.open === '(' ? inner : { kind: 'fence', open: '(', close: ')', body: inner };
  return row([{ kind: 'symbol', text: name, role: 'word' }, argument]);
}

function accent(sign: string, base: Node): Node {
  const text = oneLine(base);
  return { kind: 'symbol', text: `${ACCENTS[sign]?.name ?? 'bar'}${parenthesized(text)}`, role: 'ordinary' };
}

function scripts(node: Extract<Node, { kind: 'scripts' }>): Node {
  const { base, sub, sup, limits } = node;
  const plain = inAsciiLetters(base);
  if (limits) return { ...node, base: plain, sub: sub && limit(sub), sup: sup && limit(sup) };
  const text = (sub ? mark('_', oneLine(sub)) : '') + (sup ? mark('^', oneLine(sup)) : '');
  const [only] = itemsOf(plain);
  if (only?.kind === 'symbol' && itemsOf(plain).length === 1) {
    // As words they keep apart from the letters beside them: w_1 w_2.
    return { ...only, text: only.text + text, role: only.role === 'ordinary' ? 'word' : only.role };
  }
  const isClosed = plain.kind === 'fence' || plain.kind === 'grid';
  const closed: Node = isClosed ? plain : { kind: 'fence', open: '(', close: ')', body: plain };
  return row([closed, { kind: 'symbol', text, role: 'close' }]);
}

/** A limit is set small on a line where all its letters can be; none can behind this, which takes no room. */
const JOINER = '\u2060';

function limit(node: Node): Node {
  if (node.kind === 'grid') return inAsciiLetters(node);
  return { kind: 'symbol', text: oneLine(node) + JOINER, role: 'ordinary' };
}

/** _t, ^2, ^(n-1); a prime is raised as it is. */
function mark(sign: '_' | '^', text: string): string {
  if (/^[′″‴']+$/.test(text)) return text;
  return /^(?:[\p{L}\p{N}]+|.|\(.*\))$/u.test(text) ? sign + text : `${sign}${parenthesized(text)}`;
}
