import type { Answer, Effect, Event, HistoryEffect } from '../../app/events.ts';
import { isSelfMarked } from '../../app/logged-mark.ts';
import { studyDayNumber } from '../../schedule/study-day.ts';
import type { Context } from '../context.ts';
import { asideRows, bringBack, setAside } from '../schedule/asides.ts';
import { homeNow } from '../schedule/today.ts';
import { browse, lookAt } from './browser.ts';
import { examsEffect, examsNow } from './exams.ts';
import { historyEffect, presentAgain } from './history.ts';
import { type PlanEffects, planEffects, statisticsLoaded } from './page.ts';
import { find } from './picker.ts';
import { present } from './presenting.ts';
import { settingsEffect } from './settings.ts';

/** Carries out what a session asks for, against the history and the bank: at once, but for what is loaded only then. */
export type EffectRunner = (effect: HistoryEffect) => Answer<Event>;

export function effectRunner(context: Context): EffectRunner {
  const plans = planEffects(context);
  return effect => run(context, plans, effect);
}

function run(context: Context, plans: PlanEffects, effect: HistoryEffect): ReturnType<EffectRunner> {
  switch (effect.type) {
    case 'load-home':
      return [{ type: 'home-loaded', home: homeNow(context), summary: effect.summary }];
    case 'present':
      return effect.lane.kind === 'replay' ? presentAgain(context, effect.lane) : present(context, effect);
    case 'record':
      return [record(context, effect)];
    case 'rate':
      context.store().correct(effect.review, { kind: 'rating', rating: effect.rating });
      return [];
    case 'undo':
      return [undo(context)];
    case 'history':
      return [historyEffect(context, effect.wish)];
    case 'set-aside':
      setAside(context, effect.question);
      return [];
    case 'bring-back':
      bringBack(context, effect.question);
      return [];
    case 'load-asides':
      return [{ type: 'asides-loaded', rows: asideRows(context) }];
    case 'look':
      return [{ type: 'looked', look: lookAt(context, effect.question, null) }];
    case 'load-statistics':
      return [statisticsLoaded(context)];
    case 'find':
      return [find(context, effect)];
    case 'browse':
      return [browse(context, effect.wish)];
    case 'load-exams':
      return examsNow(context, effect.at ?? null);
    case 'exams':
      return examsEffect(context, effect.wish);
    case 'settings':
      return settingsEffect(context, effect.wish);
    case 'try-plan':
    case 'adopt-plan':
    case 'drop-plan':
      return [plans(effect)];
    case 'leave':
      return [];
  }
}

function record(context: Context, { row, presented, mark, because }: Extract<Effect, { type: 'record' }>): Event {
  const { variant } = presented;
  const store = context.store();
  const scheduler = store.scheduler();
  const when = { at: row.at, zone: row.zone, day: studyDayNumber(row.at, row.zone) };
  const { template } = variant;
  const card = store.card(template.id);
  const forecasts = row.rating === null ? null : scheduler.preview(template.id, card, when);
  const recall = card && scheduler.retrievability(card, when.day);
  const { id, rating, reply } = store.record({ ...row, recall }, template);
  return {
    type: 'recorded',
    screen: { name: 'mark', presented, replies: reply, mark, review: id, rating, because, forecasts, steps: null },
    answered: {
      review: id,
      question: template.id,
      title: template.title,
      credit: mark.credit,
      self: isSelfMarked(mark),
      rating,
      ms: row.ms ?? 0,
      expectedMs: presented.insight.ms,
      credits: template.credits,
      topic: (template.topics[0] ?? template.id).split('/', 1)[0] ?? '',
      mistakes: mark.parts.flatMap(({ mistake, comment }) => (mistake === null ? [] : [{ tag: mistake, comment }])),
    },
  };
}

function undo({ bank, store }: Context): Event {
  const last = store().lastUndoable();
  if (!last) return { type: 'notice', text: 'There is no answer to take back.' };
  store().correct(last.id, { kind: 'undo' });
  return {
    type: 'undone',
    review: last.id,
    question: last.question,
    title: bank.get(last.question)?.title ?? last.question,
  };
}
