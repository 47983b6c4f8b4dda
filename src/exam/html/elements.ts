import { escapeHtml } from '../../notation/html/escape.ts';
import { worthText } from '../credits.ts';

/** Small pieces of the page. */

/** A line of plain text. */
export function plainLine(text: string): string {
  return escapeHtml(text.replaceAll(/\s+/g, ' '));
}

/** Room for the credits reached, and how many there are. */
export function creditBox(credits: number): string {
  return `<span class="worth"><b></b>/ ${worthText(credits)}</span>`;
}

/** Elements, each on a line of its own; what is empty is left out. */
export function stacked(...parts: readonly string[]): string {
  return parts.filter(part => part !== '').join('\n');
}
