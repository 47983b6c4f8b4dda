import type { AnswerSpace } from '../../answers/space.ts';
import { array, blocks, inline, row } from './text.ts';

/** The place for an answer as a call of a Typst function; with the solutions it is filled. */

type Space<Kind> = Extract<AnswerSpace, { readonly kind: Kind }>;

interface Filling {
  readonly solutions: boolean;
  /** Markdown: what is written on a line. */
  readonly answer: string;
  /** Blank room above the place, in millimetres; with the solutions there is none. */
  readonly room: number;
}

type Writers = { readonly [Kind in AnswerSpace['kind']]: (space: Space<Kind>, filling: Filling) => string };

const WRITERS: Writers = {
  line: ({ note }, { solutions, answer, room }) => {
    const filled = solutions ? `, filled: ${blocks(answer)}` : working(room);
    return `#line-space(note: ${note === null ? 'none' : inline(note)}${filled})`;
  },
  // The model answer has a frame of its own, which needs no lines.
  page: ({ lines }, { solutions }) => (solutions ? '' : `#page-space(${lines})`),
  boxes: ({ many, options, note }, { solutions }) => {
    const caption = many ? '[Tick every box that applies.]' : '[Tick one box.]';
    const columns = columnsFor(options.map(({ text }) => text));
    const rows = options.map(({ label, text, right }) =>
      row([String(solutions && right), inline(label), blocks(text)]),
    );
    return `#boxes(${caption}, note: ${note === null ? 'none' : inline(note)}, columns: ${columns}, ..${array(rows)})`;
  },
  grid: (space, { solutions, room }) => {
    const headed = space.rows.some(({ heading }) => heading !== null);
    const count = Math.max(space.columns.length, ...space.rows.map(({ cells }) => cells.length));
    const rows = space.rows.map(({ heading, cells }) => {
      const filled = cells.map(cell => (solutions ? inline(cell) : 'none'));
      return row(headed ? [inline(heading ?? ''), ...filled] : filled);
    });
    const size = count <= FEW_CELLS ? '10pt' : count <= MANY_CELLS ? '9pt' : '7pt';
    const columns = row(space.columns.map(inline));
    return `#cells(columns: ${columns}, widths: ${widths(space, count, headed)}, headed: ${headed}, size: ${size}${solutions ? '' : working(room)}, ..${array(rows)})`;
  },
  order: ({ lines }, { solutions }) => {
    const rows = lines.map(({ label, text, filled, place }) =>
      row([solutions ? `[${place ?? '–'}]` : 'none', inline(label), blocks(solutions ? filled : text)]),
    );
    return `#order-space(..${array(rows)})`;
  },
  pairs: ({ blanks, options }, { solutions }) => {
    const left = blanks.map(({ label, text, answer }) =>
      row([solutions ? inline(answer) : 'none', inline(label), blocks(text)]),
    );
    const right = options.map(({ label, text }) => row([inline(label), blocks(text)]));
    return `#pairs(${array(left)}, ${array(right)})`;
  },
};

export function spaceTypst(space: AnswerSpace, filling: Filling): string {
  return (WRITERS[space.kind] as (space: AnswerSpace, filling: Filling) => string)(space, filling);
}

function working(room: number): string {
  return room === 0 ? '' : `, room: ${room}mm`;
}

/** More cells than so many beside each other are set in small type. */
const MANY_CELLS = 8;
/** Up to so many have the width of a number each; more share the line. */
const FEW_CELLS = 5;
/** Characters of a heading that is not wrapped. */
const SHORT_HEADING = 24;

/** Options stand side by side where all of them are short. */
function columnsFor(texts: readonly string[]): number {
  const longest = Math.max(0, ...texts.map(text => text.length));
  if (longest > 30 || texts.some(text => /[\n|]|\$\$|\\\\/.test(text))) return 1;
  if (longest > 10 || texts.length < 4) return 2;
  return texts.length === 6 ? 3 : Math.min(texts.length, 5);
}

/** Widths of the columns of a table. */
function widths({ columns, rows }: Space<'grid'>, count: number, headed: boolean): string {
  const short = (texts: readonly string[]): boolean => texts.every(text => text.length <= SHORT_HEADING);
  const heading = short(rows.map(row => row.heading ?? '')) ? 'auto' : '2fr';
  const cell = count <= FEW_CELLS && heading === 'auto' && short(columns) ? '24mm' : '1fr';
  return row([...(headed ? [heading] : []), ...Array.from({ length: count }, () => cell)]);
}
