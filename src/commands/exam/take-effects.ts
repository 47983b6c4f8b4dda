import type { Mark } from '../../answers/parts.ts';
import type { ExamEffect, ExamEvent } from '../../app/exam/state.ts';
import { reviewOf } from '../../app/marking.ts';
import type { NewReview } from '../../schedule/review.ts';
import { studyDayNumber } from '../../schedule/study-day.ts';
import type { NewAttempt } from '../../store/attempts.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { speedNow } from '../schedule/today.ts';

/** Carries out what an exam asks for, against the history. */

type Finish = Extract<ExamEffect, { type: 'finish' }>;

/** What is known of an exam before it begins. */
export type Prepared = Omit<NewAttempt, 'clock' | 'at' | 'zone'>;

/** @param attempt the one that goes on; null where it is only prepared, and begins with its effect */
export function examEffects(
  context: Context,
  prepared: Prepared,
  attempt: string | null,
): (effect: ExamEffect) => readonly ExamEvent[] {
  const { exams } = context.store();
  const { now, zone } = context.environment;
  const seated = (id: string): Begun => ({ id, seat: exams.takeSeat(id) });
  let begun = attempt === null ? null : seated(attempt);
  return effect => {
    if (effect.type === 'begin') {
      begun = seated(exams.begin({ ...prepared, clock: effect.clock, at: now(), zone }).id);
      return [];
    }
    if (begun === null) throw new Failure('The exam has not begun.');
    const { id, seat } = begun;
    if (exams.seat(id) !== seat) return [{ type: 'elsewhere' }];
    switch (effect.type) {
      case 'save':
        exams.save(id, effect.slot, effect.value);
        return [];
      case 'beat':
        exams.beat(id, effect.elapsedMs);
        return [];
      case 'hand-in':
        exams.handIn(id, effect.at, effect.elapsedMs);
        return [];
      case 'finish':
        finish(context, prepared, id, effect);
        return [{ type: 'finished' }];
      case 'edit-page':
        return [];
    }
  };
}

/** An exam as this program has it: with another seat it was taken up elsewhere. */
interface Begun {
  readonly id: string;
  readonly seat: number;
}

/** The answers go to the log with the result, all at once. What was not answered is no answer, and leaves no trace. */
function finish(context: Context, prepared: Prepared, id: string, { state, handedIn, outcome }: Finish): void {
  const { code, form, title, minutes, credits, pass, forecast } = prepared;
  const { clock, watch, questions } = state;
  const result = {
    code,
    form,
    title,
    minutes,
    credits,
    pass,
    clock,
    forecast,
    earned: outcome.earned,
    self: outcome.self,
    questions: questions.length,
    answered: outcome.answered.filter(Boolean).length,
    ms: clock === 'none' || !watch ? null : Math.round(watch.elapsedMs),
    at: handedIn.at,
    zone: context.environment.zone,
  };
  context.store().exams.finish(id, result, reviewsOf(context, id, { state, handedIn, outcome }));
}

type Answers = Pick<Finish, 'state' | 'handedIn' | 'outcome'>;

function reviewsOf(
  context: Context,
  id: string,
  { state, handedIn, outcome }: Answers,
): { readonly review: NewReview; readonly template: unknown }[] {
  const { zone } = context.environment;
  const store = context.store();
  const scheduler = store.scheduler();
  const speed = speedNow(context);
  const { at } = handedIn;
  const day = studyDayNumber(at, zone);
  return state.questions.flatMap(({ question: { variant } }, i) => {
    if (!outcome.answered[i]) return [];
    const { template } = variant;
    const card = store.card(template.id);
    const { row } = reviewOf(variant, outcome.replies[i] ?? [], outcome.marks[i] as Mark, {
      lane: 'study',
      card,
      usual: speed.usual(template.id),
      hint: false,
      guess: false,
      reread: false,
      ms: state.clock === 'none' ? null : Math.round(state.spent[i] ?? 0),
      at,
      zone,
      rating: null,
    });
    // What was judged late may have been answered again meanwhile.
    const recall = card && scheduler.retrievability(card, Math.max(day, card.lastDay));
    return [{ review: { ...row, exam: id, recall }, template }];
  });
}
