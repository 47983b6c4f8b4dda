import { HIDDEN, type OrderKey, type OrderLine } from '../../answers/order/key.ts';
import { fillOf, type LinesEntry, linesShown } from '../../app/entries/lines.ts';
import { textOf } from '../../app/entries/text.ts';
import { hanging, markdown, type StyledLine, styled, widthOf } from '../styled.ts';
import { fieldLine } from './field.ts';
import type { Drawn, WidgetProps } from './widget.ts';

/** The lines in the order so far, and below them the others. */
export function linesWidget({ entry, part, focused, width }: WidgetProps<LinesEntry>): Drawn {
  const key = part.key as OrderKey;
  const rows = linesShown(entry, key).map((line, i) => {
    const at = focused && i === entry.row;
    return lineRow({ line, entry, key, at, place: i < entry.chosen.length ? i + 1 : null }, width);
  });
  const placed = rows.slice(0, entry.chosen.length);
  const others = rows.slice(entry.chosen.length);
  const above = [
    [styled('Your order', 'heading')],
    ...(placed.length > 0 ? placed.flat() : [[styled('    no line yet', 'muted')]]),
    ...(others.length > 0 ? [[styled('Still to place', 'heading'), styled(' (some may not belong)', 'muted')]] : []),
  ];
  const lines = [...above, ...others.flat()];
  const current = rows[entry.row] as StyledLine[];
  const first = lines.indexOf(current[0] as StyledLine);
  const last = first + current.length - 1;
  // Of a line that is being filled in, the field must be seen.
  return { lines, at: entry.filling ? [last, last] : [first, last] };
}

interface Row {
  readonly line: OrderLine;
  readonly entry: LinesEntry;
  readonly key: OrderKey;
  readonly at: boolean;
  /** 1, 2, 3 … in the student's order. */
  readonly place: number | null;
}

function lineRow({ line, entry, key, at, place }: Row, width: number): StyledLine[] {
  const filling = at && entry.filling;
  const head = [
    styled(place === null ? '    ' : `${place}. `.padStart(4), 'muted'),
    styled(at && !filling ? '▸ ' : '  ', 'accent'),
    styled(`(${line.label}) `.padEnd(key.lines.length < 10 ? 4 : 5), 'strong'),
  ];
  const room = width - widthOf(head);
  const lines = hanging(head, markdown(line.text, room));
  if (!line.blank) return lines;
  const fill = fillOf(entry, line.label, key);
  const isEmpty = textOf(fill).trim() === '';
  const sign = styled(`${HIDDEN} = `, isEmpty && !filling ? 'muted' : 'strong');
  const margin = ' '.repeat(widthOf(head) - 2);
  return [
    ...lines,
    [styled(margin), styled(filling ? '▸ ' : '  ', 'accent'), sign, ...fieldLine(fill, filling, room - 5)],
  ];
}
