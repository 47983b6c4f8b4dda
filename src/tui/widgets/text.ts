import type { KindName } from '../../answers/answers.ts';
import type { Reading } from '../../answers/kind.ts';
import { readEntry } from '../../app/entries/entries.ts';
import type { TextEntry } from '../../app/entries/text.ts';
import { hanging, indented, inline, markdown, type StyledLine, styled } from '../styled.ts';
import { shortReading } from '../views/readings.ts';
import { fieldLine } from './field.ts';
import type { Drawn, WidgetProps } from './widget.ts';

/** What a text is not, as long as it cannot be read. */
const NOT_YET: Partial<Readonly<Record<KindName, string>>> = { number: 'not a number yet' };

/** A line of text, and what the program understands of it while it is typed. */
export function textWidget({ entry, part, focused, several, width, spoken }: WidgetProps<TextEntry>): Drawn {
  const reading = readEntry(entry, part);
  const preview = reading.status === 'read' && reading.tex !== undefined;
  // What is laid out as mathematics stands below, and leaves the line to the field.
  const room = Math.max(8, Math.floor((width - 14) * (preview ? 1 : 0.6)));
  const label = several
    ? [styled('     '), styled('= ', focused ? 'accent' : 'muted')]
    : [styled(focused ? '▸ ' : '  ', 'accent'), styled('Answer: ', focused ? 'accent' : 'muted')];
  const line = [...label, ...fieldLine(entry, focused, room), ...(preview ? [] : beside(reading, part.key.kind))];
  if (preview && spoken) return { lines: [[...line, ...inOneLine(reading.tex as string)]], at: [0, 0] };
  const below = preview ? laidOut(reading.tex as string, width, several ? 7 : 10) : [];
  return { lines: [line, ...below], at: [0, below.length] };
}

function beside(reading: Reading<unknown>, kind: KindName): StyledLine {
  if (reading.status === 'empty') return [];
  if (reading.status === 'unreadable') return [styled(`   ${NOT_YET[kind] ?? 'cannot be read yet'}`, 'muted')];
  return [styled(`   read as ${shortReading(reading.readAs)}`, 'muted')];
}

function inOneLine(tex: string): StyledLine {
  return [styled('   read as ', 'muted'), ...inline(`$${tex}$`)];
}

/** A formula in two dimensions, so that a slip in its structure is seen. */
function laidOut(tex: string, width: number, indent: number): readonly StyledLine[] {
  const label = [styled('read as ', 'muted')];
  return indented(hanging(label, markdown(`$$${tex}$$`, width - indent - 8)), indent);
}
