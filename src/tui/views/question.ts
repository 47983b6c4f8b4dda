import type { Sheet } from '../../app/answering.ts';
import type { Entry } from '../../app/entries/entries.ts';
import type { QuestionScreen } from '../../app/screens.ts';
import type { Answered } from '../../app/state.ts';
import type { VariantPart } from '../../bank/variant.ts';
import { BLANK, hanging, literal, markdown, recoloured, type StyledLine, styled, widthOf } from '../styled.ts';
import type { Range, Room, View } from '../view.ts';
import type { Drawn, WidgetProps } from '../widgets/widget.ts';
import { drawEntry } from '../widgets/widgets.ts';
import { idBeside, leftText } from './left.ts';
import { questionSide } from './question-side.ts';
import { padBelow, padBeside } from './scratch.ts';

export function questionView(screen: QuestionScreen, answered: readonly Answered[], place: string, room: Room): View {
  const { columns: width } = room;
  const { presented, hint, guess, complaint, pad } = screen;
  const { variant, left } = presented;
  const { template } = variant;
  const asked = askedLines(
    { ...screen, title: template.title, credits: template.credits, stem: variant.stem, parts: variant.parts },
    room,
    !pad?.active,
  );
  const body = [...asked.body];
  let { whole } = asked;
  if (hint && variant.hint !== null) {
    body.push(...(asked.spare ? [] : [BLANK]), [styled('Hint', 'heading')], ...markdown(variant.hint, width));
    whole = [whole[0], body.length - 1];
  }
  return {
    place,
    corner: left === null ? idBeside(template.id, place) : leftText(left, place, room),
    body,
    panel: [
      ...(guess ? [[styled('Declared a guess: it will be asked again soon, right or wrong.', 'warning')]] : []),
      ...(complaint === null ? [] : recoloured(literal(complaint, width), 'warning')),
      ...(pad?.active && room.side === 0 ? padBelow(pad, room) : []),
    ],
    focus: [whole, asked.cursor],
    ...(room.side > 0 ? { side: beside(screen, answered, room) } : {}),
  };
}

/** The scratch pad as soon as there is something on it. */
function beside({ presented, pad }: QuestionScreen, answered: readonly Answered[], room: Room): readonly StyledLine[] {
  return pad && (pad.active || pad.lines.length > 0) ? padBeside(pad, room) : questionSide(presented, answered, room);
}

interface Asked extends Sheet {
  readonly title: string;
  readonly credits: number;
  readonly stem: string;
  readonly parts: readonly VariantPart[];
  /** What is said about the part in focus already. */
  readonly complaint?: string | null;
}

/**
 * A question with the replies in the making; the lines of the part in focus, and of the place in it.
 *
 * @param isInUse the keys go to the part in focus
 */
export function askedLines(
  { title, credits, stem, parts, entries, focus, complaint = null }: Asked,
  room: Room,
  isInUse = true,
): Pick<Drawn, 'spare'> & { readonly body: readonly StyledLine[]; readonly whole: Range; readonly cursor: Range } {
  const { columns: width } = room;
  const body: StyledLine[] = [...heading(title, credits, width), BLANK, ...markdown(stem, width)];
  let whole: Range = [0, 0];
  let cursor: Range = [0, 0];
  let spare = false;
  parts.forEach((part, i) => {
    if (!spare) body.push(BLANK);
    const first = body.length;
    const several = parts.length > 1;
    const isToldApart = complaint !== null;
    const drawn = partView(
      { part, entry: entries[i] as Entry, focused: i === focus && isInUse, several, isToldApart },
      room,
    );
    const { lines, at } = drawn;
    body.push(...lines);
    spare = drawn.spare ?? false;
    if (i !== focus) return;
    whole = [first, body.length - 1];
    cursor = [first + at[0], first + at[1]];
  });
  return { body, whole, cursor, spare };
}

/** What the question is worth goes below where the title leaves no room for it. */
function heading(title: string, credits: number, width: number): StyledLine[] {
  const worth = styled(`(${credits} ${credits === 1 ? 'credit' : 'credits'})`, 'muted');
  const lines = recoloured(markdown(title, width), 'title');
  const beside = [...(lines.at(-1) ?? []), styled('  '), worth];
  return widthOf(beside) <= width ? [...lines.slice(0, -1), beside] : [...lines, [worth]];
}

function partView(props: Omit<WidgetProps<Entry>, 'width' | 'spoken'>, { columns: width, spoken }: Room): Drawn {
  const { part, focused, several } = props;
  const marker = styled(focused ? '▸ ' : '  ', 'accent');
  const head = several ? [marker, styled(`${part.name}  `, 'strong')] : [];
  const ask = part.ask === '' ? [] : hanging(head, markdown(part.ask, width - widthOf(head)));
  const drawn = drawEntry({ ...props, width, spoken });
  const [from, to] = drawn.at;
  return { ...drawn, lines: [...ask, ...drawn.lines], at: [ask.length + from, ask.length + to] };
}
