import { isGuess } from '../../app/exam/report.ts';
import type { ExamState } from '../../app/exam/state.ts';
import { worthText } from '../../app/exam/worth.ts';
import { BLANK, literal, recoloured, type StyledLine, styled } from '../styled.ts';
import type { Room, View } from '../view.ts';
import { contentsLines } from './contents.ts';
import { placeOf } from './places.ts';

/** Before the exam begins: what it is, its rules, and what is expected of it. */
export function startView(state: ExamState, room: Room): View {
  const { columns: width } = room;
  const { facts, clock, questions } = state;
  const { title, minutes, credits, pass, forecast, code } = facts;
  const said = (text: string): readonly StyledLine[] => literal(text, width);
  const time = clock === 'none' ? [] : [`${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`];
  const sizes = [
    ...time,
    worthText(credits),
    `${questions.length} ${questions.length === 1 ? 'question' : 'questions'}`,
  ].join(', ');
  const body: StyledLine[] = [
    ...recoloured(literal(title, width), 'title'),
    BLANK,
    ...said(`${sizes}. ${worthText(pass)} ${pass === 1 ? 'passes' : 'pass'} it.`),
    ...(forecast
      ? said(
          `Expected: ${Math.round(forecast.mean * credits)} of ${worthText(credits)}, 9 in 10 such exams between ${Math.round(forecast.low * credits)} and ${Math.round(forecast.high * credits)}.${isGuess(forecast) ? GUESS : ''}`,
        )
      : []),
    BLANK,
    ...(clock === 'none' ? TYPING_IN : RULES).flatMap(rule => said(rule)),
  ];
  const policy = POLICIES[clock];
  const panel = policy === null ? [] : [[styled('The clock ', 'strong'), styled(policy, 'accent')]];
  const side = room.side > 0 ? contentsLines(state, room.side) : [];
  return { place: placeOf(state, room), corner: code, body, panel, focus: [], side };
}

const GUESS =
  ' So wide a range is little more than a guess: too few of these questions were answered before to know better.';

const RULES = [
  'Questions can be answered in any order, and changed until you hand in.',
  'No hints, and nothing is marked before you hand in. Written answers you mark yourself then.',
  'Every key is saved: leave when you must, "tutor exam take" goes on where you were.',
];

const TYPING_IN = [
  'Type in what stands on paper, question by question; letters are those of the printed form.',
  'Nothing is marked before you hand in. Written answers you mark yourself then.',
  'Every key is saved: the same command goes on where you were.',
];

/** The line that C changes, short enough for a narrow window. */
const POLICIES: Readonly<Record<ExamState['clock'], string | null>> = {
  runs: 'runs on while you are away.',
  pauses: 'pauses while you are away.',
  none: null,
};
