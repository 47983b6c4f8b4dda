import type { ExamState } from '../../app/exam/state.ts';
import { BLANK, literal, markdown, type StyledLine } from '../styled.ts';
import { keySection, NOTATIONS } from '../views/help.ts';
import type { ExamBinding } from './binding.ts';
import { activeExamBindings, examBindings } from './keys.ts';

/** The key table of an exam, by where its keys work. */

const ABOUT = [
  'Every change is saved at once. After any end, of the program or of the computer, "tutor exam take" goes on where it was.',
  'No hints, and no marks before handing in. When the time is up, what is there is handed in by itself.',
];

const SECTIONS: readonly (readonly [title: string, belongs: (binding: ExamBinding) => boolean])[] = [
  ['Question', ({ when }) => when[0] === 'question'],
  ['Overview', ({ when }) => when[0] === 'overview'],
  ['Handing in', ({ when }) => when[0] === 'confirm'],
  ['Marking yourself', ({ when }) => when[0] === 'judge'],
  ['Report and answers', ({ when }) => ['report', 'answers', 'mark'].includes(when[0] ?? '')],
  ['Everywhere', ({ when }) => when.length === 0],
];

export function examHelp(state: ExamState, width: number): readonly StyledLine[] {
  return [
    ...keySection('Here and now', activeExamBindings({ ...state, help: false }), width),
    ...ABOUT.flatMap(text => [...literal(text, width), BLANK]),
    ...markdown(NOTATIONS, width),
    BLANK,
    ...SECTIONS.flatMap(([title, belongs]) => keySection(title, examBindings.filter(belongs), width)),
  ];
}
