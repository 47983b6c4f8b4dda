import { parenthesized } from './brackets.ts';
import { subscript, superscript } from './script-letters.ts';
import { roleAt } from './spacing.ts';
import { isSymbol, itemsOf, type Node, type OneLine, type Scripts } from './tree.ts';

/** How a script can be written beside its base: as small characters, as one sign or word, or only in parentheses. */
export interface Script {
  readonly form: 'small' | 'word' | 'group';
  /** The text with its mark: ² or ^new or ^(a+b). */
  readonly text: string;
  /** The text alone, for a row of its own. */
  readonly plain: string;
}

function isWord(node: Node): boolean {
  return isSymbol(node) && [...node.text].length > 1 && /^[\p{L}\p{N}-]+$/u.test(node.text) && /\p{L}/u.test(node.text);
}

/** The best way to write a script beside its base. */
export function script(node: Node, place: 'sub' | 'sup', linear: OneLine): Script {
  const plain = linear(node, true);
  const mark = place === 'sub' ? '_' : '^';
  const small = isWord(node) ? undefined : place === 'sub' ? subscript(plain) : superscript(plain);
  if (small !== undefined) return { form: 'small', text: small, plain };
  const bare = isWord(node) || node.kind === 'fence' || [...plain].length === 1;
  return { form: bare ? 'word' : 'group', text: mark + (bare ? plain : parenthesized(plain)), plain };
}

const COMPOSED = new Set<Node['kind']>(['fraction', 'root', 'brace']);

/** A base of several parts is enclosed, so that the script visibly belongs to all of it. */
function linearBase(base: Node, compact: boolean, linear: OneLine): string {
  const text = linear(base, compact);
  const product = itemsOf(base).length > 1 && roleAt(base, 'right') !== 'word';
  const several = product || COMPOSED.has(base.kind) || (base.kind === 'scripts' && base.sup);
  return several ? parenthesized(text) : text;
}

/** The label of a brace is no power, wherever it stands. */
function labelled({ sub, sup, ...scripts }: Scripts): Scripts {
  return { ...scripts, sub: sub ?? sup, sup: sub && sup };
}

/** A base and its scripts on one line. */
export function linearScripts(scripts: Scripts, compact: boolean, linear: OneLine): string {
  return linearBase(scripts.base, compact, linear) + scriptTexts(scripts, linear);
}

/** The scripts of a base on one line, without it. */
export function scriptTexts(scripts: Scripts, linear: OneLine): string {
  const { sub, sup } = scripts.base.kind === 'brace' ? labelled(scripts) : scripts;
  const below = sub && script(sub, 'sub', linear);
  const above = sup && script(sup, 'sup', linear);
  const texts = [below?.text ?? '', above?.text ?? ''];
  // C²_in and not C_in², where the square would seem to belong to the word
  if (below?.form === 'word' && above?.form === 'small') texts.reverse();
  return texts.join('');
}
