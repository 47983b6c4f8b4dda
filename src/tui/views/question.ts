import type { ChoiceKey } from '../../answers/choice/choice.ts';
import { type BoxesEntry, type Entry, readEntry, type TextEntry } from '../../app/entry.ts';
import type { QuestionScreen } from '../../app/state.ts';
import type { VariantPart } from '../../bank/variant.ts';
import { clip, columns } from '../../notation/columns.ts';
import { BLANK, hanging, inline, literal, markdown, recoloured, type StyledLine, styled } from '../styled.ts';
import type { Range, View } from '../view.ts';
import { shortReading } from './readings.ts';

export function questionView(screen: QuestionScreen, place: string, width: number): View {
  const { presented, entries, focus, hint, complaint } = screen;
  const { variant, left } = presented;
  const { template, parts } = variant;
  const body: StyledLine[] = [heading(template.title, template.credits), BLANK, ...markdown(variant.stem, width)];
  let whole: Range = [0, 0];
  let cursor: Range = [0, 0];
  parts.forEach((part, i) => {
    body.push(BLANK);
    const first = body.length;
    const { lines, at } = partView(part, entries[i] as Entry, i === focus, parts.length > 1, width);
    body.push(...lines);
    if (i !== focus) return;
    whole = [first, body.length - 1];
    cursor = [first + at[0], first + at[1]];
  });
  if (hint && variant.hint !== null) {
    body.push(BLANK, [styled('Hint', 'heading')], ...markdown(variant.hint, width));
    whole = [whole[0], body.length - 1];
  }
  return {
    place,
    corner: left === null ? template.id : `${left} left`,
    body,
    panel: complaint === null ? [] : recoloured(literal(complaint, width), 'warning'),
    focus: [whole, cursor],
  };
}

function heading(title: string, credits: number): StyledLine {
  const worth = `${credits} ${credits === 1 ? 'credit' : 'credits'}`;
  return [...inline(title).map(span => styled(span.text, 'title')), styled(`  (${worth})`, 'muted')];
}

interface PartView {
  readonly lines: readonly StyledLine[];
  /** Those of the field, or of the option under the cursor. */
  readonly at: Range;
}

function partView(part: VariantPart, entry: Entry, focused: boolean, several: boolean, width: number): PartView {
  const marker = styled(focused ? '▸ ' : '  ', 'accent');
  const ask =
    part.ask === ''
      ? []
      : hanging(several ? [marker, styled(`${part.name}  `, 'strong')] : [], markdown(part.ask, width - 5));
  if (part.key.kind === 'choice' && entry.kind === 'boxes') {
    const boxes = boxLines(part.key, entry, focused, width);
    const first = ask.length + boxes.slice(0, entry.row).flat().length;
    return { lines: [...ask, ...boxes.flat()], at: [first, first + (boxes[entry.row]?.length ?? 1) - 1] };
  }
  const field = [...fieldLine(entry as TextEntry, focused, width - 14), ...reading(part, entry)];
  const label = several ? styled('     ') : marker;
  const line = [label, styled(several ? '= ' : 'Answer: ', focused ? 'accent' : 'muted'), ...field];
  return { lines: [...ask, line], at: [ask.length, ask.length] };
}

/** The text with its cursor; of a long one as much as there is room for, up to the cursor. */
function fieldLine({ characters, cursor }: TextEntry, focused: boolean, width: number): StyledLine {
  const room = Math.max(8, Math.floor(width * 0.6));
  const from = windowStart(characters, cursor, room);
  const shown = clip(characters.slice(from).join(''), room);
  if (!focused) return [characters.length === 0 ? styled('…', 'muted') : styled(shown)];
  const before = characters.slice(from, cursor).join('');
  const under = characters[cursor] ?? ' ';
  return [
    styled(`${from > 0 ? '…' : ''}${before}`),
    styled(under, 'cursor'),
    styled(shown.slice(before.length + under.length)),
  ];
}

/** The first character from which all up to the one under the cursor fit. */
function windowStart(characters: readonly string[], cursor: number, room: number): number {
  let used = columns(characters[cursor] ?? ' ');
  let from = cursor;
  while (from > 0) {
    used += columns(characters[from - 1] as string);
    if (used > room) break;
    from--;
  }
  return from;
}

/** What the program understands, while it is typed. */
function reading(part: VariantPart, entry: Entry): StyledLine {
  const read = readEntry(entry, part);
  if (read.status === 'empty') return [];
  if (read.status === 'unreadable') return [styled('   not a number yet', 'muted')];
  return [styled(`   read as ${shortReading(read.readAs)}`, 'muted')];
}

/** The lines of each row. */
function boxLines(key: ChoiceKey, entry: BoxesEntry, focused: boolean, width: number): StyledLine[][] {
  const rows = key.options.map(({ label, text }, i) => {
    const ticked = entry.ticked.includes(label);
    return boxLine({ key, label, ticked, at: focused && entry.row === i }, markdown(text, width - 10));
  });
  if (!key.many) return rows;
  const none = { key, label: '0', ticked: entry.none, at: focused && entry.row === key.options.length };
  return [...rows, boxLine(none, [[styled('none of these', 'emphasis')]])];
}

interface Box {
  readonly key: ChoiceKey;
  readonly label: string;
  readonly ticked: boolean;
  readonly at: boolean;
}

function boxLine({ key, label, ticked, at }: Box, text: readonly StyledLine[]): StyledLine[] {
  const box = key.many ? (ticked ? '[x]' : '[ ]') : ticked ? '(•)' : '( )';
  return hanging(
    [
      styled(at ? '▸ ' : '  ', 'accent'),
      styled(`${box} `, ticked ? 'accent' : undefined),
      styled(`${label}  `, 'strong'),
    ],
    text,
  );
}
