import { startOf } from '../../../language/located.ts';
import { columns } from '../../../notation/columns.ts';
import { safeText } from '../../../notation/safe.ts';
import { fences, isData } from '../fences.ts';
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
            if (isData(kind)) return [];
            const widths = lines.map(content => columns(safeText(content)));
            const wide = widths.findIndex(size => size > WIDEST);
            if (wide < 0) return [];
            const message = `this line is ${widths[wide]} columns wide: at most ${WIDEST} fit`;
            return [{ line: startOf(source).line + line + 1 + wide, message }];
          }),
        );
      },
    };
  },
};
