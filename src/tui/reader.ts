import { rowsOf } from '../app/entries/boxes.ts';
import type { Entry } from '../app/entries/entries.ts';
import { cellOf, type GridEntry, type GridKey } from '../app/entries/grid-cells.ts';
import { lineAt, PAGE_WIDTH, pageLines } from '../app/entries/page-lines.ts';
import { textOf as typedText } from '../app/entries/text.ts';
import type { State } from '../app/state.ts';
import { judgedPoints } from '../app/update-judge.ts';
import type { VariantPart } from '../bank/variant.ts';
import { viewOf } from './frame.ts';
import { activeBindings } from './keymap.ts';
import { linearIn } from './reader-linear.ts';
import { type SpokenLine, spokenKey, spokenLine } from './reader-words.ts';
import { inline, literal, type StyledLine, styled, textOf } from './styled.ts';
import type { Room, View } from './view.ts';
import { readingInWords } from './widgets/grid.ts';

/** A screen for listening: the same views without a window, so that each paragraph is one line. */

export interface HeardLine extends SpokenLine {
  /** In the field, or in what is under the cursor. */
  readonly inFocus: boolean;
  /** Left to be said as what is current: a field by itself. */
  readonly isField: boolean;
}

export interface Heard {
  /** What the screen is about; what belongs to another is heard from the beginning. */
  readonly scene: readonly unknown[];
  readonly place: string;
  readonly body: readonly HeardLine[];
  /** Messages and what is known about the answer. */
  readonly panel: readonly HeardLine[];
  /** What was objected to, if anything: the same words can be said of another attempt. */
  readonly objection: unknown;
  /** What is under the cursor, and which of how many it is; empty where there is no cursor. */
  readonly current: string;
  readonly keys: readonly string[];
}

/** No line is broken: terminals and readers do that themselves. */
const UNLIMITED: Room = { columns: 10_000, rows: 10_000, spoken: true };

export function heard(state: State, zone: string): Heard {
  const view = viewOf(linearIn(state), UNLIMITED, zone);
  const isField = state.screen?.name === 'question' && state.screen.entries[state.screen.focus]?.kind === 'text';
  const [first, last] = view.focus.at(-1) ?? [0, -1];
  const line = (styledLine: StyledLine, inFocus = false): HeardLine => ({
    ...spokenLine(styledLine),
    inFocus,
    isField: inFocus && isField,
  });
  const body = bodyOf(state, view).map((styledLine, i) => line(styledLine, i >= first && i <= last));
  const messages = state.notice === null || state.help ? [] : literal(state.notice, UNLIMITED.columns);
  const said = ({ text, inFocus }: HeardLine): boolean => text !== '' || inFocus;
  return {
    scene: sceneOf(state),
    place: ['dl-tutor', ...view.place.split(' · '), view.corner].filter(Boolean).join(', '),
    body: body.filter(said),
    panel: [...panelOf(view), ...messages].map(styledLine => line(styledLine)).filter(said),
    objection: state.screen?.name === 'question' && state.screen.complaint !== null ? state.screen : null,
    current: current(
      state,
      body.filter(({ inFocus }) => inFocus),
    ),
    keys: activeBindings(state).flatMap(({ keys: [key = ''], footer }) =>
      footer === undefined ? [] : [`${spokenKey(key)} ${footer}`],
    ),
  };
}

function sceneOf({ help, why, screen }: State): readonly unknown[] {
  if (why) return [help, why];
  switch (screen?.name) {
    case 'question':
      return [help, screen.name, screen.presented.variant];
    case 'judge':
      return [help, screen.name, screen.question.presented.variant];
    case 'mark':
      return [help, screen.name, screen.review];
    case 'history':
      return [help, screen.name, screen.query];
    case 'past':
      return [help, screen.name, screen.past.written.id];
    default:
      return [help, screen?.name];
  }
}

/** At home, a table of numbers becomes a sentence a row. */
function bodyOf(state: State, { body, focus }: View): readonly StyledLine[] {
  const { screen, help } = state;
  if (help || screen?.name !== 'home' || !focus[0]) return body;
  const first = focus[0][0] - screen.row;
  const rows = screen.home.topics.map(({ topic, due, fresh, met, total }, i): StyledLine => {
    const mark = i === screen.row ? '▸ ' : '  ';
    return [styled(`${mark}${topic}: ${due} due, ${fresh} new, ${met} of ${total} met`)];
  });
  return body.toSpliced(first, rows.length, ...rows).with(first - 1, [styled('Topics:', 'muted')]);
}

/** Where the panel is a table, what stands below one another belongs together. */
function panelOf({ panel }: View): readonly StyledLine[] {
  const [head] = panel;
  if (!head || head.length < 2 || panel.some(line => line.length !== head.length)) return panel;
  return head.map((_, i) => [styled(panel.map(line => (line[i] ? textOf([line[i]]).trim() : '')).join('  '))]);
}

function current(state: State, lines: readonly HeardLine[]): string {
  const { text, on } = cellInUse(state) ?? {
    text: lines
      .map(line => line.text)
      .filter(Boolean)
      .join('; '),
    on: lines.find(({ cursor }) => cursor)?.cursor ?? null,
  };
  const cursor = on ? `, cursor on ${on.trim() === '' ? 'a space' : on}` : '';
  const place = placeOf(state);
  return text === '' && place === null
    ? ''
    : `current: ${place === null ? '' : `${place}: `}${text || 'empty'}${cursor}`;
}

/** What stands in the cell in use, and what is understood of it: a whole row would have to be counted through. */
function cellInUse({ screen, help, why }: State): { readonly text: string; readonly on: string | null } | null {
  const entry = screen?.name === 'question' && !help && !why ? screen.entries[screen.focus] : undefined;
  if (entry?.kind !== 'grid') return null;
  const cell = cellOf(entry);
  const typed = styled(typedText(cell)).text.trim();
  const text = [typed || 'empty', readingInWords(entry)].filter(Boolean).join(', ');
  return { text, on: cell.characters[cell.cursor] ?? null };
}

/** `row 1 of 3, forget gate, column 2 of 7, t = 2` */
function placeInGrid({ row, column, cells }: GridEntry, key: GridKey): string {
  const label = (text: string | undefined): string[] => (text ? [spokenLine(inline(text)).text] : []);
  const { rows = [], columns = [] } =
    key.kind === 'table' ? key : { rows: key.free?.cells.map(({ tex }) => `$${tex}$`) };
  return [
    ...[counted('row', row, cells.length), ...label(rows[row])],
    ...[counted('column', column, cells[0]?.length ?? 0), ...label(columns[column])],
  ].join(', ');
}

/** Which of how many is under the cursor. */
function placeOf({ screen, help, why }: State): string | null {
  if (help || why) return null;
  switch (screen?.name) {
    case 'home':
      return counted('topic', screen.row, screen.home.topics.length);
    case 'aside':
      return counted('question', screen.row, screen.rows.length);
    case 'history':
      return screen.search ? null : counted('answer', screen.row, screen.rows.length);
    case 'judge':
      return counted('point', screen.row, judgedPoints(screen.question).length);
    case 'question': {
      const part = screen.presented.variant.parts[screen.focus] as VariantPart;
      const within = placeInEntry(screen.entries[screen.focus] as Entry, part);
      const name = screen.entries.length > 1 ? `part ${part.name}` : null;
      return [name, within].filter(words => words !== null).join(', ') || null;
    }
    default:
      return null;
  }
}

const counted = (what: string, row: number, count: number): string | null =>
  count === 0 ? null : `${what} ${row + 1} of ${count}`;

function placeInEntry(entry: Entry, { key }: VariantPart): string | null {
  switch (entry.kind) {
    case 'text':
      return null;
    case 'boxes':
      return key.kind === 'choice' ? counted('option', entry.row, rowsOf(key)) : null;
    case 'lines':
      return key.kind === 'order' ? counted('line', entry.row, key.lines.length) : null;
    case 'pairs':
      return counted('blank', entry.row, entry.given.length);
    case 'grid':
      return placeInGrid(entry, key as GridKey);
    case 'page': {
      const lines = pageLines(entry.characters, PAGE_WIDTH);
      return counted('line', lineAt(lines, entry.cursor), lines.length);
    }
  }
}
