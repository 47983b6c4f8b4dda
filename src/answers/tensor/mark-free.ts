import type { Judgement } from '../kind.ts';
import { listed } from '../wording.ts';
import { type CellsReply, isNear } from './cells.ts';
import { type FreeCells, namedCells, unmet } from './free.ts';
import type { GridKey } from './mark.ts';

/** All or nothing: cells that only together meet the conditions are not right one by one. */
export function markFree(
  reply: CellsReply,
  { values, mistakes }: GridKey,
  free: FreeCells,
): Judgement & { readonly cells: readonly boolean[] } {
  const judged = (right: boolean, mistake: string | null, comment: string | null) => ({
    credit: right ? 1 : 0,
    mistake,
    comment,
    cells: values.map(() => right),
  });
  const blank = free.cells.filter((_, i) => reply[i] === null).map(({ tex }) => `$${tex}$`);
  if (blank.length > 0) return judged(false, null, `Left blank: ${listed(blank)}.`);
  const cells = reply as readonly number[];
  const failed = unmet(free, cells);
  if (failed === null) return judged(true, null, null);
  const shown = mistakes.find(mistake =>
    cells.every((cell, i) => isNear(cell, mistake.values[i] as number, mistake.accepts)),
  );
  if (shown) return judged(false, shown.tag, shown.because);
  const { tex, otherwise } = failed;
  return judged(false, null, otherwise ?? `With ${namedCells(free, cells)} this does not hold: $${tex}$.`);
}
