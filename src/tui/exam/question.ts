import { warningOf } from '../../app/exam/clock.ts';
import type { ExamState, Posed } from '../../app/exam/state.ts';
import { worthText } from '../../app/exam/worth.ts';
import { BLANK, literal, markdown, recoloured, type StyledLine, styled } from '../styled.ts';
import type { Range, Room, View } from '../view.ts';
import { askedLines } from '../views/question.ts';
import { questionList } from './beside.ts';
import { isNarrow, placeOf, timer } from './places.ts';

/** A question of the exam with the replies in the making. */
export function examQuestionView(state: ExamState, room: Room): View {
  const { questions, at, sheets } = state;
  const { question } = questions[at] as Posed;
  const { variant, parts, credits } = question;
  const sheet = sheets[at] as ExamState['sheets'][number];
  const above = problemLines(state, room.columns);
  const asked = askedLines({ ...sheet, title: variant.template.title, credits, stem: variant.stem, parts }, room);
  const moved = ([first, last]: Range): Range => [first + above.length, last + above.length];
  return {
    place: placeOf(state, room, ...whereabouts(state, room)),
    corner: timer(state, room),
    body: [...above, ...asked.body],
    panel: warning(state),
    focus: [moved(asked.whole), moved(asked.cursor)],
    side: room.side > 0 ? questionList(state, room.side, room.rows) : [],
  };
}

/** The question, which of how many it is, and its flag. */
function whereabouts({ questions, at, flags }: ExamState, room: Room): readonly string[] {
  const number = questions[at]?.question.number;
  if (isNarrow(room)) return [`${number} (${at + 1}/${questions.length})`, ...(flags[at] ? ['!'] : [])];
  return [`${number} (${at + 1} of ${questions.length})`, ...(flags[at] ? ['flagged'] : [])];
}

/** The problem with its story above its first question; above the others a line that says how the story is told again. */
function problemLines(state: ExamState, width: number): readonly StyledLine[] {
  const { questions, at, story } = state;
  const { problem } = questions[at] as Posed;
  const { number, title, credits } = problem;
  const isFirst = questions[at - 1]?.problem.number !== problem.number;
  const head = recoloured(literal(`Problem ${number}: ${title} (${worthText(credits)})`, width), 'heading');
  if (problem.story === null) return isFirst ? [...head, BLANK] : [];
  if (isFirst || story) return [...head, ...markdown(problem.story, width), BLANK];
  const told = `Problem ${number} goes on; Alt-S tells its story again.`;
  return [...recoloured(markdown(told, width), 'muted'), BLANK];
}

/** While little time is left. */
export function warning({ watch, handedIn }: ExamState): readonly StyledLine[] {
  const text = watch && !handedIn ? warningOf(watch) : null;
  return text === null ? [] : [[styled(text, 'warning')]];
}
