import { type Fence, fences, isData } from '../fences.ts';
import type { Rule } from '../rule.ts';
import { textsOf } from '../texts.ts';

const DRAWN = /[\u2500-\u257f\u2190-\u2199\u25b2-\u25c4\u25b6\u25c0]/;
const DESCRIBED: Readonly<Record<string, string>> = { figure: 'a description', plot: 'a title', heatmap: 'a title' };

export const figure: Rule = {
  name: 'figure',
  about: 'A drawing says in words what it shows, and every fenced block ends.',
  template: template =>
    textsOf(template).flatMap(({ source }) =>
      fences(source.text).flatMap(fence =>
        objections(fence).map(message => ({ line: source.line + fence.line, message })),
      ),
    ),
};

function objections({ kind, description, lines, isClosed }: Fence): string[] {
  const what = DESCRIBED[kind];
  const found = isClosed ? [] : ['this block takes in all that follows: end it with a line of ```'];
  if (what !== undefined && description === '')
    found.push(`this ${kind} has no words for those who cannot see it: write ${what} behind \`\`\`${kind}`);
  if (what === undefined && !isData(kind) && lines.some(content => DRAWN.test(content)))
    found.push('this is a drawing: begin it with ```figure and a description in words');
  return found;
}
