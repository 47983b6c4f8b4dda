import type { Sheet } from '../../app/answering.ts';
import type { Entry } from '../../app/entries/entries.ts';
import type { QuestionScreen } from '../../app/screens.ts';
import type { VariantPart } from '../../bank/variant.ts';
import { BLANK, hanging, literal, markdown, recoloured, type StyledLine, styled, widthOf } from '../styled.ts';
import type { Range, Room, View } from '../view.ts';
import type { Drawn } from '../widgets/widget.ts';
import { drawEntry } from '../widgets/widgets.ts';
import { leftText } from './left.ts';

export function questionView(screen: QuestionScreen, place: string, room: Room): View {
  const { columns: width } = room;
  const { presented, hint, guess, complaint } = screen;
  const { variant, left } = presented;
  const { template } = variant;
  const asked = askedLines(
    { ...screen, title: template.title, credits: template.credits, stem: variant.stem, parts: variant.parts },
    room,
  );
  const body = [...asked.body];
  let { whole } = asked;
  if (hint && variant.hint !== null) {
    body.push(BLANK, [styled('Hint', 'heading')], ...markdown(variant.hint, width));
    whole = [whole[0], body.length - 1];
  }
  return {
    place,
    corner: left === null ? template.id : leftText(left),
    body,
    panel: [
      ...(guess ? [[styled('Declared a guess: it will be asked again soon, right or wrong.', 'warning')]] : []),
      ...(complaint === null ? [] : recoloured(literal(complaint, width), 'warning')),
    ],
    focus: [whole, asked.cursor],
  };
}

interface Asked extends Sheet {
  readonly title: string;
  readonly credits: number;
  readonly stem: string;
  readonly parts: readonly VariantPart[];
}

/** A question with the replies in the making; the lines of the part in focus, and of the place in it. */
export function askedLines(
  { title, credits, stem, parts, entries, focus }: Asked,
  room: Room,
): { readonly body: readonly StyledLine[]; readonly whole: Range; readonly cursor: Range } {
  const { columns: width } = room;
  const body: StyledLine[] = [...heading(title, credits, width), BLANK, ...markdown(stem, width)];
  let whole: Range = [0, 0];
  let cursor: Range = [0, 0];
  parts.forEach((part, i) => {
    body.push(BLANK);
    const first = body.length;
    const { lines, at } = partView(part, entries[i] as Entry, i === focus, parts.length > 1, room);
    body.push(...lines);
    if (i !== focus) return;
    whole = [first, body.length - 1];
    cursor = [first + at[0], first + at[1]];
  });
  return { body, whole, cursor };
}

/** What the question is worth goes below where the title leaves no room for it. */
function heading(title: string, credits: number, width: number): StyledLine[] {
  const worth = styled(`(${credits} ${credits === 1 ? 'credit' : 'credits'})`, 'muted');
  const lines = recoloured(markdown(title, width), 'title');
  const beside = [...(lines.at(-1) ?? []), styled('  '), worth];
  return widthOf(beside) <= width ? [...lines.slice(0, -1), beside] : [...lines, [worth]];
}

function partView(
  part: VariantPart,
  entry: Entry,
  focused: boolean,
  several: boolean,
  { columns: width, spoken }: Room,
): Drawn {
  const marker = styled(focused ? '▸ ' : '  ', 'accent');
  const head = several ? [marker, styled(`${part.name}  `, 'strong')] : [];
  const ask = part.ask === '' ? [] : hanging(head, markdown(part.ask, width - widthOf(head)));
  const { lines, at } = drawEntry({ entry, part, focused, several, width, spoken });
  return { lines: [...ask, ...lines], at: [ask.length + at[0], ask.length + at[1]] };
}
