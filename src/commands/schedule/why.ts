import type { Insight } from '../../app/insight.ts';
import { lineText, span } from '../../notation/line.ts';
import { whyLines } from '../../pages/why.ts';
import { asideOf } from '../../schedule/aside.ts';
import { dueAt } from '../../schedule/memory.ts';
import { RATINGS } from '../../schedule/review.ts';
import { dayDate } from '../../schedule/study-day.ts';
import { type Context, questionOf } from '../context.ts';
import { earlierAnswers } from '../effects/presenting.ts';
import { printJson, printLines, widthOf } from '../output.ts';
import { insightInto } from './insight.ts';
import { momentOf, queueNow, speedNow } from './today.ts';

/** `tutor why ID`: why a question is asked now, or is not. */
export function why(context: Context, id: string, { json }: { readonly json?: boolean }): void {
  const { environment } = context;
  const { id: question, title } = questionOf(context, id);
  const earlier = earlierAnswers(context, question);
  const insight = insightInto(context, question, {
    why: reasonNow(context, question),
    moves: true,
    earlier,
    speed: speedNow(context),
  });
  if (json) printJson(environment, { id: question, ...data(insight) });
  else {
    const lines = [[span(title, 'strong')], [], ...whyLines(insight, environment.zone, widthOf(environment))];
    printLines(environment, lines.map(lineText));
  }
}

function reasonNow(context: Context, question: string): Insight['why'] {
  const store = context.store();
  const card = store.card(question);
  const asked = queueNow(context).items.find(item => item.question === question);
  if (asked) return asked.why;
  if (asideOf(store.settings(), store.cards()).has(question)) return 'aside';
  return card !== null && card.dueDay <= momentOf(context).day ? 'later' : 'waits';
}

function data({ why: reason, card, retrievability, desired, ms, last, forecasts }: Insight): Record<string, unknown> {
  const memory = card && {
    stability: card.stability,
    difficulty: card.difficulty,
    reps: card.reps,
    lapses: card.lapses,
    firstDay: dayDate(card.firstDay),
    lastDay: dayDate(card.lastDay),
    due: dueAt(card).toISOString(),
  };
  return {
    why: reason,
    retrievability,
    desired,
    memory,
    ms,
    last: last.map(({ id, at, credit, rating, mode, ms: took }) => ({
      ...{ review: id, at: at.toISOString(), credit, rating, mode, ms: took },
    })),
    ratings:
      forecasts &&
      Object.fromEntries(RATINGS.map(name => [name, { ...forecasts[name], due: forecasts[name].due.toISOString() }])),
  };
}
