import { type Line, span } from '../line.ts';
import { asciiOf } from '../stand-ins.ts';

/** Drawings for terminals that have no other signs than ASCII. */
export function inAscii(lines: readonly Line[]): Line[] {
  return lines.map(line => line.map(({ text, tone }) => span(asciiOf(text), tone)));
}
