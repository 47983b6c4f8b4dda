import { startOf } from '../../../language/located.ts';
import { readNetwork } from '../../../notation/network/read.ts';
import { fences } from '../fences.ts';
import type { Rule } from '../rule.ts';
import { filledTexts } from '../texts.ts';

export const network: Rule = {
  name: 'network',
  about: 'The layers and arrows of a network can be drawn.',
  // Values seldom change what this is about.
  most: 12,
  watch: () => ({
    see: ({ variant }) =>
      filledTexts(variant).flatMap(({ source, text }) =>
        fences(text).flatMap(({ kind, description, lines, line }) => {
          if (kind !== 'network') return [];
          const read = readNetwork(description, lines.join('\n'));
          if ('network' in read) return [];
          const message = `this network cannot be drawn: ${read.fault.message}`;
          return [{ line: startOf(source).line + line + 1 + read.fault.line, message }];
        }),
      ),
  }),
};
