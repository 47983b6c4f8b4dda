import { toleranceInWords } from '../../answers/tensor/cells.ts';
import { gridShape, pastedCells } from '../../answers/tensor/grid-text.ts';
import { matrixTex } from '../../answers/tensor/write.ts';
import { type GridKey, isReadable } from '../../app/entries/grid-cells.ts';
import { clip } from '../../notation/columns.ts';
import { heardMarkedGrid } from '../reader/grid.ts';
import { BLANK, indented, inline, markdown, recoloured, type StyledLine, styled, textOf, widthOf } from '../styled.ts';
import { gridFrame, padded } from '../widgets/grid-frame.ts';
import { columnGroups, gridLines, roomForCell, type Shown } from '../widgets/grid-lines.ts';
import { commentLines, partHead } from './head.ts';
import { type MarkProps, signOf } from './marked.ts';

/** The student's cells with what is right and what is not, the right values beside them, and the comment. */
export function gridMark(props: MarkProps): StyledLine[] {
  const { part, mark, reply, several, width, spoken } = props;
  const key = part.key as GridKey;
  const margin = several ? 5 : 2;
  const room = width - margin;
  const right = {
    title: key.kind === 'tensor' && key.free ? 'for example' : isExact(key) ? 'right' : 'right (rounded)',
    cells: rightCells(key),
  };
  const comment = mark.comment === null || mark.readAs === null ? [] : commentLines(mark.comment, mark.mistake, room);
  if (spoken) {
    const yours = mark.readAs === null ? null : yourTexts(reply, mark.readAs, key);
    const heard = heardMarkedGrid({ key, yours, right: mark.cells ?? [], carried: mark.carried });
    const lines = heard.map((text): StyledLine => [styled(text)]);
    const around = isAsKeyed(mark) ? [] : [...rounded(key), ...tolerance(key, room)];
    return [...partHead(props), ...lines, ...around, ...(isListing(mark, key) ? [] : comment)];
  }
  const yours = (readAs: string): Titled => ({
    title: 'yours',
    cells: yourCells(reply, readAs, mark.cells ?? [], key),
  });
  const grids = mark.readAs === null ? [right] : isAsKeyed(mark) ? [yours(mark.readAs)] : [yours(mark.readAs), right];
  const lines = drawn(key, grids, room);
  if (isAsKeyed(mark)) return [...partHead(props), ...indented(lines, margin)];
  return [...partHead(props), ...indented([...lines, ...tolerance(key, room), ...comment], margin)];
}

/** Names of cells, which a listener has heard with what stands in them. */
function isListing({ mistake, carried }: MarkProps['mark'], key: GridKey): boolean {
  return mistake === null && !carried && !(key.kind === 'tensor' && key.free);
}

function rounded(key: GridKey): StyledLine[] {
  return isExact(key) ? [] : [[styled('What is right is rounded.', 'muted')]];
}

const isExact = ({ values }: GridKey): boolean => matrixTex(values, [values.length]).exact;

/** Nothing else is right then. */
const isAsKeyed = ({ credit, carried }: MarkProps['mark']): boolean => credit === 1 && !carried;

interface Titled {
  readonly title: string;
  readonly cells: readonly (readonly StyledLine[])[];
}

/** The most that is shown of a cell that was typed as a long formula. */
const WIDEST_CELL = 16;

/** As they were typed; where that cannot be told, as they were read. */
function yourTexts(reply: string, readAs: string, key: GridKey): string[][] {
  const { rows, columns, shape } = gridShape(key);
  const typed = pastedCells(reply, shape);
  const isTold = typed?.length === rows && typed.every(row => row.length === columns && row.every(isReadable));
  return (isTold ? typed : pastedCells(readAs, shape)) ?? [[reply.trim()]];
}

function yourCells(reply: string, readAs: string, right: readonly boolean[], key: GridKey): StyledLine[][] {
  const { columns } = gridShape(key);
  return yourTexts(reply, readAs, key).map((row, i) =>
    row.map((text, j) => {
      const isRight = right[i * columns + j];
      // The mark of another program may not tell.
      const sign = isRight === undefined ? [] : [signOf({ credit: isRight ? 1 : 0 })];
      return [...sign, text === '' ? styled('·', 'muted') : styled(clip(text, WIDEST_CELL))];
    }),
  );
}

/** Each column is aligned at the decimal point. */
function rightCells(key: GridKey): StyledLine[][] {
  const { rows, columns } = gridShape(key);
  const cells = key.values.map(value => inline(`$${matrixTex([value], [1]).tex}$`));
  const wholes = cells.map(cell => textOf(cell).split('.', 1)[0]?.length ?? 0);
  const widest = Array.from({ length: columns }, (_, j) =>
    Math.max(...wholes.filter((_whole, at) => at % columns === j)),
  );
  const aligned = cells.map((cell, at) => {
    const before = (widest[at % columns] ?? 0) - (wholes[at] ?? 0);
    return before > 0 ? [styled(' '.repeat(before)), ...cell] : cell;
  });
  return Array.from({ length: rows }, (_, i) => aligned.slice(i * columns, (i + 1) * columns));
}

const BETWEEN = 4;

/** The grids beside one another; where there is no room for that, below one another, some columns at a time. */
function drawn(key: GridKey, grids: readonly Titled[], width: number): StyledLine[] {
  const frame = gridFrame(key, width);
  const room = width - frame.leftWidth - frame.rightWidth;
  const framed = ({ title, cells }: Titled, widths: readonly number[], shown: Shown): StyledLine[] => {
    const spaced = cells.map(row => row.map(cell => [styled(' '), ...cell]));
    const { lines } = gridLines(frame, spaced, widths, shown, false);
    return grids.length > 1 ? [[styled(title, 'muted')], ...lines] : [...lines];
  };
  const widths = grids.map(({ cells }) =>
    frame.least.map((label, j) =>
      Math.min(roomForCell(room), Math.max(label, ...cells.map(row => widthOf(row[j] ?? [])))),
    ),
  );
  const whole = grids.map((grid, i) => framed(grid, widths[i] ?? [], { from: 0, to: frame.least.length }));
  const across = beside(whole);
  if (across.every(line => widthOf(line) <= width)) return across;
  const common = frame.least.map((_, j) => Math.max(...widths.map(own => own[j] ?? 0)));
  const groups = columnGroups(common, room).flatMap(shown => grids.map(grid => framed(grid, common, shown)));
  return groups.flatMap((lines, i) => (i === 0 ? lines : [BLANK, ...lines]));
}

/** Their last lines beside one another: labels above the columns may need more lines in one of them. */
function beside(grids: readonly (readonly StyledLine[])[]): StyledLine[] {
  const [first = [], ...more] = grids;
  return more.reduce<StyledLine[]>(
    (left, right) => {
      const height = Math.max(left.length, right.length);
      const own = Math.max(0, ...left.map(widthOf));
      return Array.from({ length: height }, (_, i) => [
        ...padded(left[i - height + left.length] ?? [], own + BETWEEN),
        ...(right[i - height + right.length] ?? []),
      ]);
    },
    [...first],
  );
}

/** How near is near enough; nothing where every cell is exact. */
function tolerance({ accepts }: GridKey, width: number): StyledLine[] {
  const words = toleranceInWords(accepts);
  return words === '' ? [] : recoloured(markdown(`accepted: ${words}`, width), 'muted');
}
