import type { TableKey } from '../../answers/table/table.ts';
import { gridShape } from '../../answers/tensor/grid-text.ts';
import type { TensorKey } from '../../answers/tensor/tensor.ts';
import { inline, markdown, type StyledLine, styled, widthOf } from '../styled.ts';

/** What stands around the cells of a grid: the brackets of a tensor, the labels of a table. */

/** A line above the cells: what stands above the labels of the rows and above the columns, and between the two. */
interface HeadLine {
  readonly left: StyledLine;
  readonly cells: StyledLine;
  readonly between: ' ' | '─';
}

export interface GridFrame {
  /** Above these columns, of these widths. */
  readonly head: (columns: readonly number[], widths: readonly number[]) => readonly HeadLine[];
  /** Left of each row: its lines, all `leftWidth` wide; the cells stand on the first of them. */
  readonly left: readonly (readonly StyledLine[])[];
  readonly leftWidth: number;
  readonly right: readonly StyledLine[];
  readonly rightWidth: number;
  /** What each column needs for its own label. */
  readonly least: readonly number[];
}

/** @param width of the whole grid, as far as the frame depends on it */
export function gridFrame(key: TensorKey | TableKey, width: number): GridFrame {
  return key.kind === 'table' ? tableFrame(key, width) : tensorFrame(key);
}

/** Exactly `width` columns, where the line has no more of them. */
export function padded(line: StyledLine, width: number): StyledLine {
  const room = width - widthOf(line);
  return room > 0 ? [...line, styled(' '.repeat(room))] : line;
}

/** Labels that are wider go on in a second line. */
const WIDEST_COLUMN_LABEL = 14;
/** Nothing is laid out in fewer columns than that. */
const NARROWEST_LABEL = 10;
const SHARE_OF_ROW_LABELS = 0.3;

function tableFrame({ rows, columns }: TableKey, width: number): GridFrame {
  const most = Math.max(NARROWEST_LABEL, Math.floor(width * SHARE_OF_ROW_LABELS));
  const labelWidth = Math.min(most, Math.max(0, ...rows.map(labelled)));
  const bar = styled(' │', 'muted');
  const left = rows.map(label => labelLines(label, labelWidth).map(line => [...padded(line, labelWidth), bar]));
  const head = (shown: readonly number[], widths: readonly number[]): HeadLine[] => {
    const labels = shown.map(column => labelLines(columns[column] ?? '', widths[column] ?? 0));
    const height = Math.max(...labels.map(lines => lines.length));
    const lines = Array.from({ length: height }, (_, i): HeadLine => {
      const cells = shown.flatMap((column, at) => {
        const own = labels[at] ?? [];
        return [styled(' '), ...padded(own[i - height + own.length] ?? [], (widths[column] ?? 0) + 1)];
      });
      return { left: [...padded([], labelWidth), bar], cells, between: ' ' };
    });
    const across = shown.reduce((sum, column) => sum + (widths[column] ?? 0) + 2, 0);
    const rule = (length: number): StyledLine => [styled('─'.repeat(length), 'muted')];
    const corner = [...rule(labelWidth + 1), styled('┼', 'muted')];
    return [...lines, { left: corner, cells: rule(across), between: '─' }];
  };
  return {
    head,
    left,
    leftWidth: labelWidth + 2,
    right: rows.map(() => []),
    rightWidth: 0,
    least: columns.map(label => Math.min(WIDEST_COLUMN_LABEL, labelled(label))),
  };
}

const labelled = (label: string): number => widthOf(inline(label));

function labelLines(label: string, width: number): readonly StyledLine[] {
  const lines = labelled(label) <= width ? [inline(label)] : markdown(label, width);
  return lines.length > 0 ? lines : [[]];
}

const BRACKETS = { only: ['[', ']'], first: ['⎡', '⎤'], middle: ['⎢', '⎥'], last: ['⎣', '⎦'] } as const;

/** Matrices in brackets, below one another with their indices where there are several; cells with names bear these. */
function tensorFrame(key: TensorKey): GridFrame {
  const { rows, columns } = gridShape(key);
  const isDeep = key.shape.length > 2;
  const height = isDeep ? (key.shape.at(-2) ?? 1) : rows;
  const indices = Array.from({ length: rows / height }, (_, block) => (isDeep ? indexOf(block, key.shape) : ''));
  const labels =
    key.free?.cells.map(({ tex }) => [...inline(`$${tex}$`), styled(' ')]) ??
    indices.map(index => [styled(index, 'muted')]);
  const labelWidth = Math.max(...labels.map(widthOf));
  const edges = Array.from({ length: rows }, (_, row) => {
    const at = row % height;
    const place = height === 1 ? 'only' : at === 0 ? 'first' : at === height - 1 ? 'last' : 'middle';
    const label = key.free ? labels[row] : at === 0 ? labels[Math.floor(row / height)] : undefined;
    return { label: padded(label ?? [], labelWidth), brackets: BRACKETS[place] };
  });
  return {
    head: () => [],
    left: edges.map(({ label, brackets }) => [[...label, styled(brackets[0])]]),
    leftWidth: labelWidth + 1,
    right: edges.map(({ brackets }) => [styled(brackets[1])]),
    rightWidth: 1,
    least: Array.from({ length: columns }, () => 0),
  };
}

/** `[0, 1] `: where a matrix stands within a deeper array. */
function indexOf(block: number, shape: readonly number[]): string {
  const index: number[] = [];
  let rest = block;
  for (const side of shape.slice(0, -2).toReversed()) {
    index.unshift(rest % side);
    rest = Math.floor(rest / side);
  }
  return `[${index.join(', ')}] `;
}
