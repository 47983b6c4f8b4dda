import { judgedQuestions } from '../../app/exam/after.ts';
import { judgedOf } from '../../app/exam/outcome.ts';
import { overviewRows } from '../../app/exam/standing.ts';
import type { ExamState, Posed } from '../../app/exam/state.ts';
import { judgedPoints } from '../../app/update-judge.ts';
import { cellOfSheet, counted, currentWords, placeInSheet, readingsInWords } from '../reader/entry.ts';
import { type Heard, type HeardLine, heardNotice, heardPlace, UNLIMITED } from '../reader/heard.ts';
import { heardKeys } from '../reader/keys.ts';
import { capitalsOf, linear, linearVariant } from '../reader/linear.ts';
import { spokenLine } from '../reader/words.ts';
import type { StyledLine } from '../styled.ts';
import { activeExamBindings } from './keys.ts';
import { examView } from './view.ts';

/** An exam for listening: a screen is told when it is new, and then only what changes. The time is told when asked for. */
export function heardExam(state: ExamState): Heard {
  const { screen, help, sheets, at } = state;
  const view = examView(linearIn(state), UNLIMITED);
  const [first, last] = view.focus.at(-1) ?? [0, -1];
  const sheet = screen.name === 'question' && !help ? (sheets[at] ?? null) : null;
  const isField = sheet?.entries[sheet.focus]?.kind === 'text';
  const posed = state.questions[at]?.question;
  const formulas = sheet && posed ? readingsInWords(sheet, posed.parts, capitalsOf(posed.variant)) : undefined;
  const line = (styledLine: StyledLine, inFocus = false): HeardLine => ({
    ...spokenLine(styledLine, formulas),
    inFocus,
    isField: inFocus && isField,
  });
  const said = ({ text, inFocus }: HeardLine): boolean => text !== '' || inFocus;
  const body = view.body.map((styledLine, i) => line(styledLine, i >= first && i <= last)).filter(said);
  const focused = body.filter(({ inFocus }) => inFocus);
  return {
    scene: sceneOf(state),
    place: heardPlace(view),
    body,
    panel: view.panel.map(styledLine => line(styledLine)).filter(said),
    notice: heardNotice(state),
    toggles: [{ is: state.flags[at] ?? false, on: 'Flagged.', off: 'Not flagged any more.' }],
    objection: null,
    current: currentWords(placeOf(state), sheet && cellOfSheet(sheet), focused),
    keys: heardKeys(activeExamBindings(state)),
  };
}

function sceneOf({ help, screen, at }: ExamState): readonly unknown[] {
  switch (screen.name) {
    case 'question':
      return [help, screen.name, at];
    case 'judge':
    case 'mark':
      return [help, screen.name, screen.which];
    case 'overview':
      return [help, screen.name, screen.open];
    default:
      return [help, screen.name];
  }
}

/** Which of how many is under the cursor. */
function placeOf(state: ExamState): string | null {
  const { screen, help, questions, sheets, at } = state;
  if (help) return null;
  switch (screen.name) {
    case 'question': {
      const sheet = sheets[at];
      return sheet ? placeInSheet(sheet, questions[at]?.question.parts ?? []) : null;
    }
    case 'overview':
      return counted('question', screen.row, overviewRows(state, screen.open).length);
    case 'answers':
      return counted('question', screen.row, questions.length);
    case 'judge': {
      const i = judgedQuestions(state)[screen.which] ?? 0;
      return counted('point', screen.row, judgedPoints(judgedOf(state, i)).length);
    }
    default:
      return null;
  }
}

/** The same state, with every formula of what is on the screen to stand in the text, and its figures in words. */
function linearIn(state: ExamState): ExamState {
  const { screen } = state;
  const i =
    screen.name === 'judge' ? judgedQuestions(state)[screen.which] : screen.name === 'mark' ? screen.which : state.at;
  const isShown = ['question', 'judge', 'mark'].includes(screen.name);
  if (!isShown || i === undefined) return state;
  const posed = state.questions[i];
  if (!posed) return state;
  const { outcome } = state;
  const mark = outcome?.marks[i];
  return {
    ...state,
    questions: state.questions.with(i, linearPosed(posed)),
    outcome:
      outcome && mark
        ? { ...outcome, marks: outcome.marks.with(i, linear(mark, capitalsOf(posed.question.variant))) }
        : outcome,
  };
}

function linearPosed({ problem, question }: Posed): Posed {
  const { variant, parts } = question;
  const both = capitalsOf(variant);
  return {
    problem: { ...problem, story: linear(problem.story, both) },
    question: { ...question, variant: linearVariant(variant), parts: linear(parts, both) },
  };
}
