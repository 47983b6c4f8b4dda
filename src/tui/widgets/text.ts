import type { KindName } from '../../answers/answers.ts';
import type { Reading } from '../../answers/kind.ts';
import { readEntry } from '../../app/entries/entries.ts';
import type { TextEntry } from '../../app/entries/text.ts';
import { BLANK, hanging, indented, inline, markdown, type StyledLine, styled, widthOf } from '../styled.ts';
import { fieldLine, objectionLine } from './field.ts';
import { shortReading } from './readings.ts';
import type { Drawn, WidgetProps } from './widget.ts';

/** What a text is not, as long as it cannot be read. */
const NOT_YET: Partial<Readonly<Record<KindName, string>>> = { number: 'not a number yet' };

/** What is read as mathematics is laid out below the field: hardly any of it is higher than a fraction. */
const LINES_OF_FORMULAS = 3;

/**
 * A line of text, and what the program understands of it while it is typed: what will be marked, or why nothing would be.
 * The lines that this takes are kept free from the beginning, so that nothing moves.
 */
export function textWidget(props: WidgetProps<TextEntry>): Drawn {
  const { entry, part, focused, several, width, spoken } = props;
  const reading = readEntry(entry, part);
  const { kind } = part.key;
  const isFormula = reading.status === 'read' && reading.tex !== undefined;
  // What is laid out as mathematics stands below, and leaves the line to the field.
  const room = Math.max(8, Math.floor((width - 14) * (isFormula ? 1 : 0.6)));
  const label = several
    ? [styled('     '), styled('= ', focused ? 'accent' : 'muted')]
    : [styled(focused ? '▸ ' : '  ', 'accent'), styled('Answer: ', focused ? 'accent' : 'muted')];
  const margin = widthOf(label);
  const field = [...label, ...fieldLine(entry, focused, room)];
  if (spoken) {
    const said = isFormula ? inOneLine(reading.tex as string) : understood(reading, kind);
    return { lines: [[...field, ...said]], at: [0, 0] };
  }
  if (isFormula) return drawn(field, laidOut(reading.tex as string, width, margin), kind, focused);
  const beside = [...field, ...understood(reading, kind)];
  const fits = widthOf(beside) <= width;
  const line = fits ? beside : field;
  if (reading.status === 'unreadable') {
    const objection = props.isToldApart ? { ...reading, reason: '' } : reading;
    return drawn(line, [objectionLine(entry, objection, { margin, room, width })], kind, focused);
  }
  const apart = [styled(' '.repeat(margin - GAP.length)), ...understood(reading, kind)];
  return drawn(line, fits ? [] : [apart], kind, focused);
}

/** In focus with as many lines below the field as it may need, and a blank one behind a formula. */
function drawn(field: StyledLine, below: readonly StyledLine[], kind: KindName, focused: boolean): Drawn {
  const remarks = below.filter(({ length }) => length > 0);
  const isFormula = kind === 'expression';
  const least = focused ? (isFormula ? LINES_OF_FORMULAS + 1 : 1) : 0;
  const lines = [field, ...remarks];
  while (lines.length <= least) lines.push(BLANK);
  const isSpare = isFormula ? lines.at(-1)?.length === 0 : lines.length > 1;
  return { lines, at: [0, Math.max(Math.min(1, least), remarks.length)], spare: isSpare };
}

const GAP = '   ';

function understood(reading: Reading<unknown>, kind: KindName): StyledLine {
  if (reading.status === 'empty') return [];
  if (reading.status === 'unreadable') return [styled(`${GAP}${NOT_YET[kind] ?? 'cannot be read yet'}`, 'muted')];
  return [styled(`${GAP}read as ${shortReading(reading.readAs)}`, 'muted')];
}

function inOneLine(tex: string): StyledLine {
  return [styled(`${GAP}read as `, 'muted'), ...inline(`$${tex}$`)];
}

/** A formula in two dimensions, so that a slip in its structure is seen. */
function laidOut(tex: string, width: number, indent: number): readonly StyledLine[] {
  const label = [styled('read as ', 'muted')];
  return indented(hanging(label, markdown(`$$${tex}$$`, width - indent - 8)), indent);
}
