import type { ChoiceKey } from '../../answers/choice/choice.ts';
import { ruleWords } from '../../answers/choice/rules.ts';
import type { BoxesEntry } from '../../app/entries/boxes.ts';
import { hanging, markdown, recoloured, type StyledLine, styled } from '../styled.ts';
import type { Drawn, WidgetProps } from './widget.ts';

/** Options with their boxes. */
export function boxesWidget({ entry, part, focused, width }: WidgetProps<BoxesEntry>): Drawn {
  const key = part.key as ChoiceKey;
  const words = ruleWords(key);
  const rule = words === null ? [] : recoloured(markdown(`Marked ${words}.`, width), 'muted');
  const rows = boxRows(key, entry, focused, width);
  const first = rule.length + rows.slice(0, entry.row).flat().length;
  return { lines: [...rule, ...rows.flat()], at: [first, first + (rows[entry.row]?.length ?? 1) - 1] };
}

/** The lines of each row. */
function boxRows(key: ChoiceKey, entry: BoxesEntry, focused: boolean, width: number): StyledLine[][] {
  const rows = key.options.map(({ label, text }, i) => {
    const ticked = entry.ticked.includes(label);
    return boxRow({ many: key.many, label, ticked, at: focused && entry.row === i }, markdown(text, width - 10));
  });
  if (!key.many) return rows;
  const none = { many: true, label: '0', ticked: entry.none, at: focused && entry.row === key.options.length };
  return [...rows, boxRow(none, [[styled('none of these', 'emphasis')]])];
}

interface Box {
  readonly many: boolean;
  readonly label: string;
  readonly ticked: boolean;
  readonly at: boolean;
}

function boxRow({ many, label, ticked, at }: Box, text: readonly StyledLine[]): StyledLine[] {
  const box = many ? (ticked ? '[x]' : '[ ]') : ticked ? '(•)' : '( )';
  return hanging(
    [
      styled(at ? '▸ ' : '  ', 'accent'),
      styled(`${box} `, ticked ? 'accent' : undefined),
      styled(`${label}  `, 'strong'),
    ],
    text,
  );
}
