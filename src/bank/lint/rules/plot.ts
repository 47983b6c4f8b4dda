import { startOf } from '../../../language/located.ts';
import { drawFigure, figureIn } from '../../../notation/markdown/figure.ts';
import { fences } from '../fences.ts';
import type { Rule } from '../rule.ts';
import { filledTexts } from '../texts.ts';

/** What fits on a narrow terminal beside a margin. */
const NARROW = 74;

/** What the lines of a block have to be. */
const WANTED: Readonly<Record<string, string>> = {
  plot: 'this plot cannot be drawn: up to 3 lines "name: numbers" of 2 to 60 numbers each, and "x: name, first value, step"',
  heatmap:
    'this heat map cannot be drawn: a line "columns: name, name", then up to 12 lines "name: number, number" with a number from 0 on for each column',
};

export const plot: Rule = {
  name: 'plot',
  about: 'The numbers of a plot or a heat map can be drawn.',
  // Values seldom change what this is about.
  most: 12,
  watch: () => ({
    see: ({ variant }) =>
      filledTexts(variant).flatMap(({ source, text }) =>
        fences(text).flatMap(({ kind, lines, line }) => {
          const message = WANTED[kind];
          if (message === undefined) return [];
          const figure = figureIn(kind, lines.join('\n'));
          if (figure && drawFigure(figure, NARROW)) return [];
          return [{ line: startOf(source).line + line, message }];
        }),
      ),
  }),
};
