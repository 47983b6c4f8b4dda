import type { Found, FoundQuestion, FoundTopic } from '../../app/picker/state.ts';
import { standingText } from '../../app/standing.ts';
import { signOf } from '../marks/marked.ts';
import { inline, type StyledLine, type StyledSpan, styled } from '../styled.ts';
import type { Token } from '../theme.ts';
import type { Room } from '../view.ts';
import { type Cell, cursorMark, row } from './columns.ts';

/** What a search has found, a line each. */

/** In fewer columns only what matters most is told. */
const WIDE = 60;

/** Above the rows of a kind. */
export function headOf(kind: Found['kind'], { columns }: Room): StyledLine {
  const cell = (text: string, width: number): Cell => ({ text, width, token: 'muted' });
  const [name, cells] =
    kind === 'topic'
      ? ['  Topic', [cell('questions', 11), cell('known', 8), cell('due', 7)]]
      : ['  Question', [cell('credits', 9), cell('last', 7), cell('due', 10)]];
  return row([styled(name, 'muted')], columns < WIDE ? cells.slice(-1) : cells, columns);
}

export function foundRow(found: Found, isSelected: boolean, room: Room): StyledLine {
  const mark = cursorMark(isSelected);
  if (room.spoken) return [mark, styled(found.kind === 'topic' ? spokenTopic(found) : spokenQuestion(found))];
  return found.kind === 'topic' ? topicRow(found, mark, room) : questionRow(found, mark, room);
}

function topicRow(
  { place, marks, questions, known, due }: FoundTopic,
  mark: StyledSpan,
  { columns }: Room,
): StyledLine {
  const last: Cell = { text: due > 0 ? `${due}` : '·', width: 7, token: due > 0 ? 'accent' : 'muted' };
  const cells: readonly Cell[] = [{ text: `${questions}`, width: 11 }, { text: `${known}`, width: 8 }, last];
  return row([mark, ...marked(place, marks)], columns < WIDE ? [last] : cells, columns);
}

function questionRow(question: FoundQuestion, mark: StyledSpan, { columns }: Room): StyledLine {
  const { title, titleMarks, place, marks, credits, last, standing } = question;
  const names = [...titleOf(title, titleMarks), styled('  '), ...marked(place, marks, 'muted')];
  const due: Cell = {
    text: standingText(standing),
    width: columns < WIDE ? 8 : 10,
    token: standing.due ? 'accent' : 'muted',
  };
  if (columns < WIDE) return row([mark, ...names], [due], columns);
  const sign = last === null ? styled('· ', 'muted') : signOf({ credit: last });
  const cells: readonly Cell[] = [
    { text: `${credits}`, width: 9 },
    { text: sign.text.trim(), width: 7, ...(sign.token ? { token: sign.token } : {}) },
    due,
  ];
  return row([mark, ...names], cells, columns);
}

/** Formulas of a title are drawn, so its letters are no longer where they were searched for. */
function titleOf(title: string, marks: readonly number[]): StyledLine {
  return /[$*`_\\]/.test(title) ? inline(title) : marked(title, marks);
}

/** The letters that were searched for stand out. */
function marked(text: string, marks: readonly number[], token?: Token): StyledSpan[] {
  const spans: StyledSpan[] = [];
  const wanted = new Set(marks);
  let from = 0;
  for (let i = 1; i <= text.length; i++) {
    if (i < text.length && wanted.has(i) === wanted.has(from)) continue;
    spans.push(styled(text.slice(from, i), wanted.has(from) ? 'heading' : token));
    from = i;
  }
  return spans;
}

function spokenTopic({ place, questions, known, due }: FoundTopic): string {
  return `topic ${place}: ${questions} ${questions === 1 ? 'question' : 'questions'}, ${known} known, ${due} due`;
}

function spokenQuestion({ title, place, credits, last, standing }: FoundQuestion): string {
  const outcome = last === null ? [] : [`last ${last === 1 ? 'right' : last === 0 ? 'wrong' : 'partly right'}`];
  const name = inline(title).map(({ text }) => text);
  const worth = `${credits} ${credits === 1 ? 'credit' : 'credits'}`;
  return [`question ${name.join('')}`, place, worth, ...outcome, standingText(standing)].join(', ');
}
