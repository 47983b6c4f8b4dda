import { planForm } from '../../exam/draw/plan-form.ts';
import { letters } from '../../exam/letters.ts';
import type { Attempt } from '../../store/attempts.ts';
import type { Context } from '../context.ts';
import { requireTerminal } from '../environment.ts';
import type { Meant } from './spec.ts';
import { goOnWithExam, openExam } from './take-open.ts';

/**
 * `tutor exam mark CODE`: the student's own answers on paper, typed in. What was begun of this exam goes on.
 *
 * @param code as it was typed
 * @param index of the form; null where it was not said, which is what was begun, or else A
 * @param check refuses an exam that would come out otherwise today
 */
export async function typeIn(
  context: Context,
  meant: Meant,
  code: string,
  index: number | null,
  check: () => void,
): Promise<void> {
  requireTerminal(context.environment, 'With --replies the answers of a class are marked from a table.');
  const codes = [meant.code, code.trim().toLowerCase()];
  const begun = context
    .store()
    .exams.attempts()
    .find(attempt => isMeant(attempt, codes, index));
  if (begun) {
    await goOnWithExam(context, begun);
    return;
  }
  check();
  const planned = planForm(meant.spec, context.bank, index ?? 0);
  await openExam(context, { meant, planned, clock: 'none', forecast: null });
}

function isMeant({ clock, code, form }: Attempt, codes: readonly string[], index: number | null): boolean {
  return clock === 'none' && codes.includes(code) && (index === null || form === letters(index).toUpperCase());
}
