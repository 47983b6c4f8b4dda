import { isSymbol, type Node } from '../math/tree.ts';
import { spokenFence } from './fences.ts';
import { spokenFraction } from './fractions.ts';
import { spokenGrid } from './grids.ts';
import { spokenRow } from './rows.ts';
import { spokenScripts } from './scripts.ts';
import { MARKS } from './signs.ts';
import { isPlain, onlyItem } from './simple.ts';
import { spokenSymbol } from './symbol.ts';
import type { Say } from './voice.ts';

function root(body: Node, index: Node | undefined, say: Say): string {
  const degree = index ? say(index) : '2';
  const names: Readonly<Record<string, string>> = { 2: 'square root', 3: 'cube root' };
  const name = names[degree] ?? `${degree}th root`;
  return `the ${name} of ${say(body) || 'blank'}${isPlain(body) ? '' : ', end root'}`;
}

function accent(base: Node, mark: string, say: Say): string {
  const name = MARKS[mark] ?? 'accent';
  const words = say(base) || 'blank';
  if (mark === '→' && isSymbol(onlyItem(base))) return `vector ${words}`;
  return onlyItem(base) ? `${words} ${name}` : `the ${name} over ${words}, end ${name}`;
}

function saidBy(both: ReadonlySet<string>): Say {
  const say: Say = node => {
    switch (node.kind) {
      case 'symbol':
        return spokenSymbol(node, both);
      case 'space':
        return '';
      case 'row':
        return spokenRow(node.items, say);
      case 'fraction':
        return spokenFraction(node, say);
      case 'root':
        return root(node.body, node.index, say);
      case 'scripts':
        return spokenScripts(node, say);
      case 'accent':
        return accent(node.base, node.accent, say);
      case 'brace':
        return `braced ${say(node.base)}, end brace`;
      case 'fence':
        return spokenFence(node, say);
      case 'grid':
        return spokenGrid(node, say, false);
      case 'frame':
        return `boxed ${say(node.body)}, end box`;
    }
  };
  return say;
}

/**
 * A formula in English words, as a listener expects them.
 *
 * @param both the Latin letters, in lower case, that the question uses in both cases
 */
export function spoken(node: Node, both: ReadonlySet<string>): string {
  return saidBy(both)(node)
    .replaceAll(/ +(?=[,;])/g, '')
    .replaceAll(/[,;]+(?=[;])|,(?=,)/g, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[,; ]+|[,; ]+$/g, '');
}
