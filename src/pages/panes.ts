import type { Line } from '../notation/line.ts';
import { type Page, type Section, sectionLines } from './page.ts';

/** Sections on one page, or on two beside one another. */

export interface Maker {
  readonly make: (page: Page) => Section;
  /** It may stand in the second pane, which does not scroll: so only where all of it fits. */
  readonly beside?: true;
}

/** The second pane. */
export interface Beside {
  /** Columns; 0 where there is none. */
  readonly width: number;
  /** Lines. */
  readonly height: number;
}

export interface Panes {
  readonly main: readonly Line[];
  readonly side: readonly Line[];
}

export function inPanes(makers: readonly Maker[], page: Page, beside: Beside): Panes {
  const main: Line[] = [];
  const side: Line[] = [];
  for (const { make, beside: canStandBeside } of makers) {
    const narrow = { ...page, width: beside.width };
    // The blank line above the first section is not needed beside the page.
    const lines =
      canStandBeside && beside.width > 0 ? sectionLines(make(narrow), narrow).slice(side.length > 0 ? 0 : 1) : [];
    if (lines.length > 0 && side.length + lines.length <= beside.height) side.push(...lines);
    else main.push(...sectionLines(make(page), page));
  }
  return { main, side };
}

export const NOTHING_BESIDE: Beside = { width: 0, height: 0 };
