import { startOf } from '../../../language/located.ts';
import { columns } from '../../../notation/columns.ts';
import { fences } from '../fences.ts';
import type { Rule } from '../rule.ts';
import { filledTexts } from '../texts.ts';

/** What fits on a narrow terminal beside a margin, and on paper. */
const WIDEST = 74;

export const width: Rule = {
  name: 'width',
  about: `No line of a figure or of code is wider than ${WIDEST} columns.`,
  // Values seldom change what this is about.
  most: 12,
  watch: () => {
    return {
      see: ({ variant }) => {
        return filledTexts(variant).flatMap(({ source, text }) =>
          fences(text).flatMap(({ kind, lines, line }) => {
            // What a plot is made of is not what is shown.
            if (kind === 'plot') return [];
            const wide = lines.findIndex(content => columns(content) > WIDEST);
            if (wide < 0) return [];
            const message = `this line is ${columns(lines[wide] as string)} columns wide: at most ${WIDEST} fit`;
            return [{ line: startOf(source).line + line + 1 + wide, message }];
          }),
        );
      },
    };
  },
};
