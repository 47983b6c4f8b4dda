import type { OptionTemplate } from '../answers/author.ts';
import type { Located } from '../language/located.ts';
import { located } from '../language/located.ts';
import type { Body } from './body.ts';

/** The texts of the body with the columns at which their lines stand in the file. */
export function withColumns({ stem, pools, hint, solution }: Body, lines: readonly string[]): Body {
  const placed = (text: Located): Located => toLineEnds(text, lines);
  const option = ({ text, right, why }: OptionTemplate): OptionTemplate => ({
    text: placed(text),
    right: typeof right === 'boolean' ? right : inBox(right, lines),
    why: why && placed(why),
  });
  return {
    stem: placed(stem),
    pools: pools.map(pool => pool.map(option)),
    hint: hint && placed(hint),
    solution: solution && placed(solution),
  };
}

/** What is left of a line's beginning, a bullet or an indent, leaves its end as it is. */
function toLineEnds({ text, line }: Located, lines: readonly string[]): Located {
  const places = text.split('\n').flatMap((content, i) => {
    const column = (lines[line - 1 + i] ?? '').lastIndexOf(content) + 1;
    return Array.from({ length: content.length + 1 }, (_, j) => ({ line: line + i, column: column + j }));
  });
  return text === '' ? { text, line } : located(text, offset => places[offset] ?? null);
}

function inBox({ text, line }: Located, lines: readonly string[]): Located {
  const written = lines[line - 1] ?? '';
  return { text, line, column: written.indexOf(text, written.indexOf('[') + 1) + 1 };
}
