import type { ExamEvent, ExamState } from '../../app/exam/state.ts';
import { meant } from '../dispatch.ts';
import type { Press } from '../input.ts';
import type { Frame } from '../layout.ts';
import { activeExamBindings } from './keys.ts';

/** What a key press means in an exam. */
export function examEventFor(press: Press, state: ExamState, drawn: () => Frame): ExamEvent | null {
  const takesText = !state.help && (state.screen.name === 'question' || state.screen.name === 'judge');
  return meant(press, activeExamBindings(state), drawn, takesText);
}
