import { needOf, reasonFor } from '../../app/aside/advice.ts';
import type { AsideScreen } from '../../app/screens.ts';
import { BLANK, hanging, literal, recoloured, type StyledLine, styled } from '../styled.ts';
import type { Range, Room, View } from '../view.ts';
import { askedLines } from './browser-look.ts';

/** What is set aside: each with its reason, and what it needs. */
export function asideView({ rows, row, look }: AsideScreen, { columns: width, side }: Room): View {
  const body: StyledLine[] = [];
  const places: Range[] = [];
  for (const [i, aside] of rows.entries()) {
    const marker = styled(i === row ? '▸ ' : '  ', 'accent');
    const lines = [
      ...hanging([marker], literal(aside.title, width - 2)).map((line, n) =>
        n === 0 && i === row ? recoloured([line], 'title').flat() : line,
      ),
      ...hanging([styled('    ')], literal(reasonFor(aside), width - 4)),
      ...hanging([styled('    ')], recoloured(literal(needOf(aside), width - 4), 'muted')),
    ];
    places.push([body.length, body.length + lines.length - 1]);
    body.push(...lines, BLANK);
  }
  return {
    place: 'Set aside',
    corner: `${rows.length} in all`,
    body: rows.length > 0 ? body : [[styled('Nothing is set aside.', 'strong')]],
    panel: [],
    focus: places.slice(row, row + 1),
    side: side > 0 && look ? askedLines(look, side) : [],
  };
}
