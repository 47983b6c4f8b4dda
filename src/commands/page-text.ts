import { inAscii } from '../notation/charts/ascii.ts';
import { type Line, lineText } from '../notation/line.ts';
import type { Context } from './context.ts';
import { isPlain } from './environment.ts';
import { widthOf } from './output.ts';

/** Pages that screens show as well, as text: as wide as the output, for eyes or ears, in the signs that are wished for. */

interface PageShape {
  readonly width: number;
  readonly isHeard: boolean;
}

export function pageText({ environment, looks }: Context, linesOf: (page: PageShape) => readonly Line[]): string[] {
  const lines = linesOf({ width: widthOf(environment), isHeard: environment.variables.INK_SCREEN_READER === 'true' });
  return (isPlain(environment, looks.current().signs) ? inAscii(lines) : lines).map(lineText);
}
