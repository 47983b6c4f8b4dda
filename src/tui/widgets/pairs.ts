import type { MatchBlank, MatchKey } from '../../answers/match/key.ts';
import type { PairsEntry } from '../../app/entries/pairs.ts';
import { BLANK, hanging, markdown, type StyledLine, styled, widthOf } from '../styled.ts';
import type { Drawn, WidgetProps } from './widget.ts';

/** The blanks with what was given to them, and below them what there is to choose from. */
export function pairsWidget({ entry, part, focused, width }: WidgetProps<PairsEntry>): Drawn {
  const { blanks, options } = part.key as MatchKey;
  const size = Math.max(...blanks.map(({ label }) => label.length));
  const rows = blanks.map((blank, i) => {
    const option = options.find(({ label }) => label === entry.given[i]);
    return blankRow({ blank, option, at: focused && i === entry.row, size }, width);
  });
  const choices = options.flatMap(({ label, text }) =>
    hanging(
      [styled(entry.given.includes(label) ? '  ✓ ' : '    ', 'accent'), styled(`${label}  `, 'strong')],
      markdown(text, width - 7),
    ),
  );
  const first = rows.slice(0, entry.row).flat().length;
  return {
    lines: [
      ...rows.flat(),
      BLANK,
      [styled('Choose by letter', 'heading'), styled(' (✓ is in use)', 'muted')],
      ...choices,
    ],
    at: [first, first + (rows[entry.row]?.length ?? 1) - 1],
  };
}

interface Row {
  readonly blank: MatchBlank;
  readonly option: MatchKey['options'][number] | undefined;
  readonly at: boolean;
  /** Characters of the longest number of a blank. */
  readonly size: number;
}

/** What an option says stands beside its blank where the line has room for it, and under the cursor always. */
function blankRow({ blank, option, at, size }: Row, width: number): StyledLine[] {
  const head = [
    styled(at ? '▸ ' : '  ', 'accent'),
    styled(`[${option?.label ?? '·'}] `, option ? 'accent' : undefined),
    styled(`${blank.label.padStart(size)}  `, 'strong'),
  ];
  const room = width - widthOf(head);
  const term = markdown(blank.text, room);
  if (!option) return hanging(head, term);
  const both = markdown(blank.text === '' ? option.text : `${blank.text} → ${option.text}`, room);
  return hanging(head, at || both.length <= Math.max(1, term.length) ? both : term);
}
