import type { Line, Span } from '../line.ts';

/** Puts a margin before every line: the first line's own, then the same room (or the same sign) for the rest. */
export function indented(lines: readonly Line[], first: Span, rest: Span): Line[] {
  return lines.map((line, index) => (line.length === 0 && !rest.text.trim() ? line : [index ? rest : first, ...line]));
}
