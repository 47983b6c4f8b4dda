import { correctionTexts } from '../../app/history/corrections.ts';
import { pastFacts, percent } from '../../app/history/facts.ts';
import { type Past, solutionOf } from '../../app/history/past.ts';
import type { PastScreen } from '../../app/history/state.ts';
import { signOf } from '../marks/marked.ts';
import { BLANK, hanging, literal, markdown, recoloured, type StyledLine, styled } from '../styled.ts';
import type { Room, View } from '../view.ts';
import { givenLines } from './past-given.ts';
import { solutionLines } from './solution.ts';

/** Columns for the names of facts. */
const NAMES = 11;

/** An old answer as it was: question, reply and mark of then, what the log knows of it, and what became of it. */
export function pastView({ past, steps }: PastScreen, zone: string, room: Room): View {
  const { columns: width, side } = room;
  const { variant, agrees, caveat, now, title } = past;
  const notes = [...(now.undone ? ['Taken back: it does not count.'] : []), ...(caveat === null ? [] : [caveat])];
  const above = [
    ...recoloured(markdown(title, width), 'title'),
    verdict(past),
    ...notes.flatMap(note => recoloured(literal(note, width), 'warning')),
    BLANK,
    ...(variant ? [...markdown(variant.stem, width), BLANK] : []),
    ...givenLines(past, room),
    ...(agrees && past.written.hint ? section('Hint', variant?.hint ?? null, width) : []),
  ];
  const solution = solutionLines(solutionOf(past), steps, room);
  const log = (columns: number): StyledLine[] => [...storedFacts(past, columns), ...later(past, zone, columns)];
  return {
    place: 'An old answer',
    corner: past.written.question,
    body: [...above, ...solution.lines, ...(side > 0 ? [] : [BLANK, ...log(width)])],
    panel: [],
    focus: solution.focus.map(([first, last]) => [above.length + first, above.length + last]),
    ...(side > 0 ? { side: log(side) } : {}),
  };
}

function storedFacts(past: Past, width: number): StyledLine[] {
  return [
    heading('What was stored'),
    ...pastFacts(past).flatMap(([name, value]) =>
      hanging([styled(name.padEnd(NAMES), 'muted')], literal(value, width - NAMES)),
    ),
  ];
}

const heading = (text: string): StyledLine => [styled(text, 'heading')];

function section(title: string, text: string | null, width: number): StyledLine[] {
  return text === null ? [] : [BLANK, heading(title), ...markdown(text, width)];
}

/** The mark as it was given then; a later one stands among the corrections. */
function verdict({ mark, variant }: Past): StyledLine {
  const { credit } = mark;
  const credits = variant?.template.credits;
  const earned = credits === undefined ? percent(credit) : `${Math.round(credit * credits * 100) / 100} of ${credits}`;
  const words = credit === 1 ? 'Right' : credit === 0 ? 'Wrong' : 'Partly right';
  return [
    signOf({ credit }),
    styled(words, credit === 1 ? 'good' : credit === 0 ? 'bad' : 'warning'),
    styled(credits === undefined ? `  ${earned}` : `  ${earned} ${credits === 1 ? 'credit' : 'credits'}`, 'muted'),
  ];
}

function later(past: Past, zone: string, width: number): StyledLine[] {
  const texts = correctionTexts(past, zone);
  if (texts.length === 0) return [];
  return [BLANK, heading('What became of it'), ...texts.flatMap(text => literal(text, width))];
}
