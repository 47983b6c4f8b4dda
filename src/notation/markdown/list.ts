import type { Token, Tokens } from 'marked';
import { columns, pad } from '../columns.ts';
import { type Line, span } from '../line.ts';
import { indented } from './margin.ts';

const MIN_WIDTH = 6;

/** The text of a task, which marked leaves behind a checkbox token of its own. */
function withoutCheckbox(tokens: readonly Token[]): Token[] {
  return tokens.filter(token => token.type !== 'checkbox');
}

function markers(list: Tokens.List): string[] {
  const start = Number(list.start) || (list.start === 0 ? 0 : 1);
  const plain = list.items.map((item, index) => {
    if (item.task) return item.checked ? '[x]' : '[ ]';
    return list.ordered ? `${start + index}.` : '•';
  });
  const width = Math.max(0, ...plain.map(columns));
  return plain.map(marker => `${pad(marker, width, list.ordered ? 'right' : 'left')} `);
}

/** Renders what stands in an item. */
type RenderBlocks = (tokens: readonly Token[], width: number, tight: boolean) => Line[];

/** Renders a list; its text hangs to the right of the bullets, numbers or boxes. */
export function renderList(list: Tokens.List, width: number, renderBlocks: RenderBlocks): Line[] {
  const signs = markers(list);
  return list.items.flatMap((item, index) => {
    const sign = signs[index] ?? '';
    const margin = width - sign.length < MIN_WIDTH ? '' : ' '.repeat(sign.length);
    const content = renderBlocks(withoutCheckbox(item.tokens), width - margin.length, !list.loose);
    const lines: Line[] = content.length > 0 ? content : [[]];
    const marked = margin ? hanging(lines, sign, margin) : [[span(sign.trimEnd())], ...lines];
    return list.loose && index > 0 ? [[], ...marked] : marked;
  });
}

function hanging(lines: readonly Line[], sign: string, margin: string): Line[] {
  const [first = [], ...rest] = lines;
  return [[span(first.length ? sign : sign.trimEnd()), ...first], ...indented(rest, span(margin), span(margin))];
}
