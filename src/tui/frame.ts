import type { Action, State } from '../app/state.ts';
import { keyName } from './key-name.ts';
import { activeBindings } from './keymap.ts';
import type { Binding } from './keys/binding.ts';
import { BLANK, clipped, literal, recoloured, type StyledLine, spread, styled } from './styled.ts';
import type { Range, Room, Size, View } from './view.ts';
import { helpView } from './views/help.ts';
import { homeView } from './views/home.ts';
import { judgeView } from './views/judge.ts';
import { markView } from './views/mark.ts';
import { questionView } from './views/question.ts';
import { summaryView } from './views/summary.ts';

/** The whole screen as lines: exactly as many as the window has rows, none wider than it. */
export interface Frame {
  readonly lines: readonly StyledLine[];
  /** First visible line of the body. */
  readonly scroll: number;
  /** Largest useful scroll. */
  readonly furthest: number;
  /** Visible lines of the body. */
  readonly page: number;
}

export const SMALLEST: Size = { columns: 40, rows: 12 };
const WIDEST = 100;
/** Lines of the body that no message may take. */
const LEAST_BODY = 3;

export function frame(state: State, size: Size, zone: string): Frame {
  if (size.columns < SMALLEST.columns || size.rows < SMALLEST.rows) return tooSmall(size);
  // Long lines are hard to read, so a wide window gets margins.
  const width = Math.min(size.columns, WIDEST) - 2;
  const view = viewOf(state, { columns: width, rows: size.rows, spoken: false }, zone);
  const top = [
    spread([styled(' dl-tutor', 'accent'), styled(`  ${view.place}`)], [styled(`${view.corner} `, 'muted')], width + 2),
    rule(width + 2),
  ];
  const room = size.rows - top.length - LEAST_BODY - 1;
  const below = [...view.panel.map(indent), ...notice(state, width)].slice(0, room);
  const bottom = [...below, footer(state, size.columns)];
  const page = size.rows - top.length - bottom.length;
  const furthest = Math.max(0, view.body.length - page);
  const scroll = Math.min(furthest, state.scroll ?? keepInSight(view, page));
  const body = view.body.slice(scroll, scroll + page).map(indent);
  const hidden = view.body.length - scroll - page;
  if (hidden > 0) body[page - 1] = [styled(` ↓ ${hidden + 1} more lines (PgDn)`, 'muted')];
  while (body.length < page) body.push(BLANK);
  const lines = [...top, ...body, ...bottom].map(line => clipped(line, size.columns));
  return { lines, scroll, furthest, page };
}

export function viewOf(state: State, size: Room, zone: string): View {
  const { screen, lane } = state;
  const place = lane.kind === 'study' ? 'Study' : `Drill ${lane.topic}`;
  if (state.help) return helpView(state, size.columns);
  switch (screen?.name) {
    case 'home':
      return homeView(screen, size.columns);
    case 'question':
      return questionView(screen, place, size);
    case 'judge':
      return judgeView(screen, place, size.columns);
    case 'mark':
      return markView(screen, place, zone, size);
    case 'summary':
      return summaryView(screen, state, size.columns);
    case undefined:
      return { place: '', corner: '', body: [], panel: [], focus: [] };
  }
}

/** Scrolled just far enough that what is in focus can be seen. */
function keepInSight({ focus, body }: View, page: number): number {
  if (body.length <= page) return 0;
  return focus.reduce((scroll, range) => scrolledTo(range, scroll, body.length, page), 0);
}

/** Of what is taller than a page the beginning is shown. The last line of a page may be taken by "more". */
function scrolledTo([first, last]: Range, scroll: number, length: number, page: number): number {
  const lowest = last - page + (last >= length - 1 ? 1 : 2);
  return Math.max(0, Math.min(first, Math.max(scroll, lowest)));
}

/** What just happened, in as many lines as it takes; one stays free for it, so that the body does not jump. */
function notice({ notice: text, help }: State, width: number): readonly StyledLine[] {
  if (text === null || help) return [BLANK];
  return recoloured(literal(text, width), 'warning').map(indent);
}

/** What to do, how to leave and where the other keys are told come first where there is no room for all. */
const FIRST: readonly Action[] = ['submit', 'back', 'help'];

function rankOf({ does }: Binding): number {
  const rank = 'action' in does ? FIRST.indexOf(does.action) : -1;
  return rank < 0 ? FIRST.length : rank;
}

/** The keys that work now, as many as fit, in the order of the table. */
function footer(state: State, width: number): StyledLine {
  const all = activeBindings(state).filter(binding => binding.footer !== undefined);
  // The last of them needs no gap behind it.
  let room = width + GAP;
  const fitting = new Set(
    all
      .toSorted((a, b) => rankOf(a) - rankOf(b))
      .filter(binding => {
        const fits = roomFor(binding) <= room;
        if (fits) room -= roomFor(binding);
        return fits;
      }),
  );
  return all
    .filter(binding => fitting.has(binding))
    .flatMap(({ keys, footer: label }, i) => [
      styled(`${' '.repeat(i === 0 ? 1 : 1 + GAP)}${keyName(keys[0] as string)}`, 'key'),
      styled(` ${label}`, 'muted'),
    ]);
}

/** Columns between two keys of the footer, beside the one before each. */
const GAP = 2;

function roomFor({ keys, footer: label = '' }: Binding): number {
  return keyName(keys[0] as string).length + label.length + 2 + GAP;
}

function rule(width: number): StyledLine {
  return [styled('─'.repeat(width), 'muted')];
}

function indent(line: StyledLine): StyledLine {
  return line.length === 0 ? line : [styled(' '), ...line];
}

function tooSmall({ columns, rows }: Size): Frame {
  const text = [
    `This window has ${columns} × ${rows} cells.`,
    `The tutor needs ${SMALLEST.columns} × ${SMALLEST.rows}: make it larger.`,
    'Ctrl-C leaves; everything answered is saved.',
  ];
  const lines = text.flatMap(line => literal(line, columns)).slice(0, rows);
  while (lines.length < rows) lines.push(BLANK);
  return { lines: lines.map(line => clipped(line, columns)), scroll: 0, furthest: 0, page: 1 };
}
