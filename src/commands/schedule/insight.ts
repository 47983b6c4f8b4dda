import { ANSWERS_TOLD, type Insight } from '../../app/insight.ts';
import { isFirstAttempt } from '../../schedule/memory.ts';
import type { EffectiveReview } from '../../schedule/review.ts';
import type { Speed } from '../../schedule/speed.ts';
import { retentionOf, tuningOf } from '../../schedule/tuning.ts';
import type { Context } from '../context.ts';
import { momentOf } from './today.ts';

interface Circumstances {
  readonly why: Insight['why'];
  /** Whether an answer now would be rated, if it is the first of the study day. */
  readonly moves: boolean;
  /** Newest first, without those taken back. */
  readonly earlier: readonly EffectiveReview[];
  readonly speed: Speed;
}

/** Why a question is asked now, and what is known of the memory of it. */
export function insightInto(context: Context, id: string, { why, moves, earlier, speed }: Circumstances): Insight {
  const store = context.store();
  const scheduler = store.scheduler();
  const when = momentOf(context);
  const card = store.card(id);
  return {
    why,
    today: when.day,
    card,
    retrievability: card && scheduler.retrievability(card, when.day),
    desired: retentionOf(tuningOf(store.settings()), id),
    ms: speed.expectedMs(id),
    last: earlier.slice(0, ANSWERS_TOLD),
    forecasts: moves && isFirstAttempt(card, when.day) ? scheduler.preview(id, card, when) : null,
  };
}
