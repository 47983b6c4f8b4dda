/** What a formula is called matters no more than the dollars around it: `f(x) = `, `\hat{y} = `, `dL/dw = `. */

const COMMANDS = 'hat|bar|tilde|vec|mathbf|mathcal|mathrm|boldsymbol|nabla|Delta';
const WORD = `(?:\\\\(?:${COMMANDS})\\s*\\{?\\s*\\\\?\\p{L}+\\s*\\}?|[∇∂Δ]?\\\\?\\p{L}[\\p{L}\\p{N}]*)`;
const MARK = "(?:_(?:\\{[^{}]*\\}|[\\p{L}\\p{N}]+)|\\^\\{?\\([^()]*\\)\\}?|['’′]|\\p{M}|[₀-₉])";
const NAME = `${WORD}${MARK}*(?:\\s*\\([^()=]*\\))?`;
const D = '(?:d|∂|\\\\partial\\s*)\\s*';
const QUOTIENT = `${D}${NAME}\\s*/\\s*${D}${NAME}|\\\\d?frac\\s*\\{[^{}=]*\\}\\s*\\{[^{}=]*\\}`;
const LEAD = new RegExp(`^\\s*(?:${QUOTIENT}|${NAME})?\\s*(?::=|[=≈]|~(?=\\s*\\d))\\s*`, 'u');
const OPENING = /^\s*(?:\$\$?|\\\(|\\\[)/;
const CLOSING = /(?:\$\$?|\\\)|\\\])\s*$/;

/** Blanks in its place, so that offsets stay. */
export function withoutLead(text: string): string {
  const bare = blanked(blanked(text, OPENING), CLOSING);
  return blanked(bare, LEAD);
}

const blanked = (text: string, pattern: RegExp): string => text.replace(pattern, found => ' '.repeat(found.length));
