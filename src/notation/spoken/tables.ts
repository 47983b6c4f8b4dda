import type { Token, Tokens } from 'marked';
import { tokens } from '../markdown/lexer.ts';

/** Tables in Markdown, row by row, each cell after the name of its column: lines of numbers would have to be counted through. */
export function tablesInWords(markdown: string): string {
  if (!markdown.includes('|')) return markdown;
  const blocks = tokens(markdown);
  if (!blocks.some(isTable)) return markdown;
  return blocks.map(block => (isTable(block) ? `${inWords(block)}\n\n` : block.raw)).join('');
}

function isTable(token: Token): token is Tokens.Table {
  return token.type === 'table';
}

/** What stands in a first column without a name is the name of the row. */
function inWords({ header, rows }: Tokens.Table): string {
  const [first, ...others] = header.map(({ text }) => text.trim());
  const isNaming = first === '' && others.some(name => name !== '');
  return rows
    .map((row, i) => {
      const cells = row.map(({ text }, j) => named(header[j]?.text.trim() ?? '', text.trim() || 'empty'));
      const name = isNaming ? row[0]?.text.trim() : '';
      const told = isNaming ? cells.slice(1) : cells;
      return `row ${i + 1}${name ? `, ${name}` : ''}: ${told.join('; ')}`;
    })
    .join('\n\n');
}

const named = (column: string, text: string): string => (column === '' ? text : `${column}: ${text}`);
