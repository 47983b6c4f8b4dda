import { startOf } from '../../../language/located.ts';
import { drawPlot } from '../../../notation/plot/draw.ts';
import { readPlot } from '../../../notation/plot/read.ts';
import { fences } from '../fences.ts';
import type { Rule } from '../rule.ts';
import { filledTexts } from '../texts.ts';

/** What fits on a narrow terminal beside a margin. */
const NARROW = 74;

export const plot: Rule = {
  name: 'plot',
  about: 'The numbers of a plot can be drawn.',
  // Values seldom change what this is about.
  most: 12,
  watch: () => ({
    see: ({ variant }) =>
      filledTexts(variant).flatMap(({ source, text }) =>
        fences(text).flatMap(({ kind, lines, line }) => {
          if (kind !== 'plot') return [];
          const read = readPlot('', lines.join('\n'));
          if (read && drawPlot(read, NARROW)) return [];
          const message =
            'this plot cannot be drawn: up to 3 lines "name: numbers" of 2 to 60 numbers each, and "x: name, first value, step"';
          return [{ line: startOf(source).line + line, message }];
        }),
      ),
  }),
};
