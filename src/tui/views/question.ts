import type { ChoiceKey } from '../../answers/choice/choice.ts';
import { type BoxesEntry, type Entry, readEntry, type TextEntry } from '../../app/entry.ts';
import type { QuestionScreen } from '../../app/state.ts';
import type { VariantPart } from '../../bank/variant.ts';
import { BLANK, hanging, inline, markdown, type StyledLine, styled } from '../styled.ts';
import type { View } from '../view.ts';
import { shortReading } from './readings.ts';

export function questionView(screen: QuestionScreen, place: string, width: number): View {
  const { presented, entries, focus, hint, complaint } = screen;
  const { variant, left } = presented;
  const { template, parts } = variant;
  const body: StyledLine[] = [heading(template.title, template.credits), BLANK, ...markdown(variant.stem, width)];
  let inFocus: readonly [number, number] = [0, 0];
  parts.forEach((part, i) => {
    body.push(BLANK);
    const first = body.length;
    body.push(...partLines(part, entries[i] as Entry, i === focus, parts.length > 1, width));
    if (i === focus) inFocus = [first, body.length - 1];
  });
  if (hint && variant.hint !== null) {
    body.push(BLANK, [styled('Hint', 'heading')], ...markdown(variant.hint, width));
    inFocus = [inFocus[0], body.length - 1];
  }
  return {
    place,
    corner: left === null ? template.id : `${left} left`,
    body,
    panel:
      complaint === null ? [] : markdown(complaint, width).map(line => line.map(span => styled(span.text, 'warning'))),
    focus: inFocus,
  };
}

function heading(title: string, credits: number): StyledLine {
  const worth = `${credits} ${credits === 1 ? 'credit' : 'credits'}`;
  return [...inline(title).map(span => styled(span.text, 'title')), styled(`  (${worth})`, 'muted')];
}

function partLines(part: VariantPart, entry: Entry, focused: boolean, several: boolean, width: number): StyledLine[] {
  const marker = styled(focused ? '▸ ' : '  ', 'accent');
  const ask =
    part.ask === ''
      ? []
      : hanging(several ? [marker, styled(`${part.name}  `, 'strong')] : [], markdown(part.ask, width - 5));
  if (part.key.kind === 'choice' && entry.kind === 'boxes') {
    return [...ask, ...boxLines(part.key, entry, focused, width)];
  }
  const field = [...fieldLine(entry as TextEntry, focused, width - 14), ...reading(part, entry)];
  const label = several ? styled('     ') : marker;
  return [...ask, [label, styled(several ? '= ' : 'Answer: ', focused ? 'accent' : 'muted'), ...field]];
}

/** The text with its cursor; of a long one the end around the cursor. */
function fieldLine({ characters, cursor }: TextEntry, focused: boolean, width: number): StyledLine {
  const room = Math.max(8, Math.floor(width * 0.6));
  const from = Math.max(0, Math.min(cursor - room + 1, characters.length - room + 1));
  const shown = characters.slice(from, from + room);
  if (!focused)
    return [styled(characters.length === 0 ? '…' : shown.join(''), characters.length === 0 ? 'muted' : undefined)];
  const at = cursor - from;
  return [
    styled(`${from > 0 ? '…' : ''}${shown.slice(0, at).join('')}`),
    styled(shown[at] ?? ' ', 'cursor'),
    styled(shown.slice(at + 1).join('')),
  ];
}

/** What the program understands, while it is typed. */
function reading(part: VariantPart, entry: Entry): StyledLine {
  const read = readEntry(entry, part);
  if (read.status === 'empty') return [];
  if (read.status === 'unreadable') return [styled('   not a number yet', 'muted')];
  return [styled(`   read as ${shortReading(read.readAs)}`, 'muted')];
}

function boxLines(key: ChoiceKey, entry: BoxesEntry, focused: boolean, width: number): StyledLine[] {
  const lines = key.options.flatMap(({ label, text }, i) => {
    const ticked = entry.ticked.includes(label);
    return boxLine({ key, label, ticked, at: focused && entry.row === i }, markdown(text, width - 10));
  });
  if (!key.many) return lines;
  const none = { key, label: '0', ticked: entry.none, at: focused && entry.row === key.options.length };
  return [...lines, ...boxLine(none, [[styled('none of these', 'emphasis')]])];
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
