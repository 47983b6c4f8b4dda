/** Plain text within HTML, SVG or XML, and within quoted attributes of these. */

const NAMED: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

// Control characters and those that XML has no place for, and signs that turn the direction of all that follows.
const UNWANTED = /[[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]--[\n]]/gv;

/** Without characters that no document may hold; a tab becomes four spaces. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\p{Zl}\p{Zp}]/gu, '\n')
    .replaceAll('\t', '    ')
    .replace(UNWANTED, '')
    .toWellFormed();
}

export function escapeHtml(text: string): string {
  return cleanText(text).replaceAll(/[&<>"']/g, sign => NAMED.get(sign) ?? sign);
}
