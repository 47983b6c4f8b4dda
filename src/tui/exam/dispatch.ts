import type { ExamEvent, ExamState } from '../../app/exam/state.ts';
import { asKey, asText, type Press } from '../input.ts';
import type { Frame } from '../layout.ts';
import { scrolledBy } from '../scroll.ts';
import { activeExamBindings } from './keys.ts';

/** What a key press means in an exam; null where it means nothing. The frame is drawn only for keys that scroll. */
export function examEventFor(press: Press, state: ExamState, drawn: () => Frame): ExamEvent | null {
  const key = asKey(press);
  const binding = activeExamBindings(state).find(({ keys }) => keys.includes(key));
  if (binding) {
    const { does } = binding;
    if ('action' in does) return { type: 'action', action: does.action };
    if ('edit' in does) return { type: 'edit', edit: does.edit };
    const frame = drawn();
    return { type: 'scroll', to: scrolledBy(does.scroll, frame), furthest: frame.furthest };
  }
  const text = asText(press);
  const takesText = !state.help && (state.screen.name === 'question' || state.screen.name === 'judge');
  return text === null || !takesText ? null : { type: 'text', text };
}
