import type { BrowserRow, BrowserScreen } from '../../app/browser/state.ts';
import { standingText } from '../../app/standing.ts';
import { clip, columns } from '../../notation/columns.ts';
import { inline, recoloured, type StyledLine, styled, widthOf } from '../styled.ts';
import { type Cell, cursorMark, row, windowOf } from './columns.ts';

/** The questions of the bank, under the topics that they belong to. */

type Entry = { readonly group: string; readonly count: number } | { readonly at: number };

/** Of a long list only what there is room for is drawn. */
export function browserList({ rows, row: at }: BrowserScreen, width: number, height: number): StyledLine[] {
  const { entries, places } = entriesOf(rows);
  return windowOf(entries, places[at] ?? 0, height).map(entry =>
    'at' in entry ? questionLine(rows[entry.at] as BrowserRow, entry.at === at, width) : groupLine(entry),
  );
}

interface Entries {
  readonly entries: readonly Entry[];
  /** Where each question is among them. */
  readonly places: readonly number[];
}

/** They change with the filter alone, and are looked at with every key. */
const known = new WeakMap<readonly BrowserRow[], Entries>();

function entriesOf(rows: readonly BrowserRow[]): Entries {
  const made = known.get(rows) ?? grouped(rows);
  known.set(rows, made);
  return made;
}

function grouped(rows: readonly BrowserRow[]): Entries {
  const counts = new Map<string, number>();
  for (const { group } of rows) counts.set(group, (counts.get(group) ?? 0) + 1);
  const entries: Entry[] = [];
  const places: number[] = [];
  for (const [at, { group }] of rows.entries()) {
    if (group !== rows[at - 1]?.group) entries.push({ group, count: counts.get(group) ?? 0 });
    places.push(entries.length);
    entries.push({ at });
  }
  return { entries, places };
}

function groupLine({ group, count }: Extract<Entry, { group: string }>): StyledLine {
  return [styled(group, 'heading'), styled(`  ${count}`, 'muted')];
}

/** In fewer columns the kinds of answers are left out. */
const WIDE = 60;
/** Columns of the kinds where the title takes what there is; and between the two. */
const KINDS = 14;
const GAP = 2;

function questionLine({ template, kinds, standing }: BrowserRow, isSelected: boolean, width: number): StyledLine {
  const title = inline(template.title);
  const text = [cursorMark(isSelected), ...(isSelected ? recoloured([title], 'strong').flat() : title)];
  const numbers: readonly Cell[] = [
    { text: `${template.credits}`, width: 5 },
    { text: standingText(standing), width: 10, token: standing.due ? 'accent' : 'muted' },
  ];
  const free = width - numbers.reduce((sum, { width: taken }) => sum + taken, GAP) - widthOf(text);
  const asked = clip(kinds.join(', '), Math.max(KINDS, free));
  const cell: Cell = { text: asked, width: columns(asked) + GAP, token: 'muted' };
  const line = row(text, width < WIDE ? numbers : [cell, ...numbers], width);
  return standing.aside && !isSelected ? recoloured([line], 'muted').flat() : line;
}

/** `Adam: What bias correction is for, number, 2 credits, due` */
export function spokenQuestion({ template, group, kinds, standing }: BrowserRow): StyledLine {
  const title = inline(template.title)
    .map(({ text }) => text)
    .join('');
  const worth = `${template.credits} ${template.credits === 1 ? 'credit' : 'credits'}`;
  const facts = [`${group}: ${title}`, kinds.join(' and '), worth, standingText(standing)];
  return [cursorMark(true), styled(facts.join(', '))];
}
