import { overviewRows, type Standing, standings } from '../../app/exam/standing.ts';
import type { ExamState, Posed } from '../../app/exam/state.ts';
import { creditsNumber } from '../../app/exam/worth.ts';
import { BLANK, clipped, inline, literal, type StyledLine, styled } from '../styled.ts';
import type { Range, Room, View } from '../view.ts';
import { questionList } from './beside.ts';
import { placeOf, timer } from './places.ts';
import { warning } from './question.ts';
import { standingSpan } from './standings.ts';

/** All questions by problem, with how far they have come. */

export function overviewView(state: ExamState, row: number, open: boolean, room: Room): View {
  const { columns: width } = room;
  const rows = overviewRows(state, open);
  const found = standings(state);
  const body: StyledLine[] = [];
  const places: Range[] = [];
  let problem: Posed['problem'] | null = null;
  for (const i of rows) {
    const posed = state.questions[i] as Posed;
    if (posed.problem !== problem) {
      if (problem) body.push(BLANK);
      problem = posed.problem;
      body.push(clipped([styled(`${problem.number}  `, 'heading'), styled(problem.title, 'heading')], width));
    }
    places.push([body.length, body.length]);
    body.push(clipped(rowOf(state, i, found[i] ?? 'empty', places.length - 1 === row), width));
  }
  if (rows.length === 0) body.push(...literal('Every question is answered.', width));
  return {
    place: placeOf(state, room, open ? 'not answered' : 'overview'),
    corner: timer(state, room),
    body,
    panel: [[styled(tally(found, state.flags), 'accent')], ...warning(state)],
    focus: places.slice(row, row + 1),
  };
}

function rowOf({ questions, flags }: ExamState, i: number, standing: Standing, at: boolean): StyledLine {
  const { question } = questions[i] as Posed;
  return [
    styled(at ? '▸ ' : '  ', 'accent'),
    styled(question.number.padEnd(6), 'strong'),
    standingSpan(standing),
    styled((flags[i] ? 'flag' : '').padEnd(6), 'warning'),
    styled(`${creditsNumber(question.credits)} cr  `.padStart(8), 'muted'),
    ...inline(question.variant.template.title),
  ];
}

/** `31 of 40 answered, 2 begun, 1 unreadable, 3 flagged` */
function tally(found: readonly Standing[], flags: readonly boolean[]): string {
  const count = (standing: Standing): number => found.filter(one => one === standing).length;
  const others = (['begun', 'unreadable'] as const).map(standing => [count(standing), standing] as const);
  return [
    `${count('answered')} of ${found.length} answered`,
    ...[...others, [flags.filter(Boolean).length, 'flagged'] as const].flatMap(([times, name]) =>
      times > 0 ? [`${times} ${name}`] : [],
    ),
  ].join(', ');
}

/** Before handing in: what is not as it might be. */
export function confirmView(state: ExamState, room: Room): View {
  const { columns: width } = room;
  const found = standings(state);
  const numbers = (which: (i: number) => boolean): string =>
    state.questions.flatMap(({ question }, i) => (which(i) ? [question.number] : [])).join(', ');
  const lists: readonly (readonly [name: string, numbers: string])[] = [
    ['Empty', numbers(i => found[i] === 'empty')],
    ['Begun, with something missing', numbers(i => found[i] === 'begun')],
    ['Cannot be read, and would earn nothing', numbers(i => found[i] === 'unreadable')],
    ['Flagged', numbers(i => state.flags[i] ?? false)],
  ];
  const told = lists.filter(([, named]) => named !== '');
  return {
    place: placeOf(state, room, 'hand in?'),
    corner: timer(state, room),
    body: [
      [styled('Hand the exam in?', 'title')],
      BLANK,
      ...told.flatMap(([name, named]) => literal(`${name}: ${named}`, width)),
      ...(told.length === 0 ? literal('Every question is answered, and none is flagged.', width) : []),
      BLANK,
      ...literal('After that nothing can be changed. Enter hands in, Esc goes on with the exam.', width),
    ],
    panel: warning(state),
    focus: [],
    side: room.side > 0 ? questionList(state, room.side, room.rows) : [],
  };
}
