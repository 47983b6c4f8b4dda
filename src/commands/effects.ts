import { type Home, homeOf } from '../app/home.ts';
import { nextVariant } from '../app/presentation.ts';
import type { Effect, Event, Lane, Presented } from '../app/state.ts';
import type { Template } from '../bank/template.ts';
import { preview } from '../schedule/memory.ts';
import { studyDay } from '../schedule/study-day.ts';
import { type Context, queueOf } from './context.ts';

/** More answers than a day can hold; only the newest rows are read to count today's. */
const MOST_A_DAY = 1000;

/** Carries out what a session asks for, against the history and the bank. */
export type EffectRunner = (effect: Effect) => readonly Event[];

export function effectRunner(context: Context): EffectRunner {
  return effect => run(context, effect);
}

function run(context: Context, effect: Effect): readonly Event[] {
  switch (effect.type) {
    case 'load-home':
      return [{ type: 'home-loaded', home: loadHome(context), summary: effect.summary }];
    case 'present':
      return present(context, effect);
    case 'record':
      return [record(context, effect)];
    case 'rate':
      context.store().correct(effect.review, { kind: 'rating', rating: effect.rating });
      return [];
    case 'undo':
      return [undo(context)];
    case 'leave':
      return [];
  }
}

function loadHome(context: Context): Home {
  const { bank, environment, store } = context;
  const at = environment.now();
  const { zone } = environment;
  const today = studyDay(at, zone);
  const answeredToday = store()
    .reviews({ limit: MOST_A_DAY })
    .filter(review => !review.undone && studyDay(review.at, zone) === today).length;
  return homeOf({
    templates: bank.templates,
    cards: store().cards(),
    queue: queueOf(context),
    answeredToday,
    at,
    zone,
  });
}

type Present = Extract<Effect, { type: 'present' }>;

/** The next question of a lane; in the study lane it may be the end. */
function present(context: Context, effect: Present): readonly Event[] {
  const chosen =
    effect.lane.kind === 'drill' ? drillQuestion(context, effect, effect.lane) : studyQuestion(context, effect);
  if (!chosen) return [{ type: 'home-loaded', home: loadHome(context), summary: true }];
  const store = context.store();
  const { template, left } = chosen;
  const last = store.lastShown(template.id);
  const onScreen = effect.current?.template.id === template.id ? [effect.current.seed] : [];
  const variant = nextVariant(template, {
    answers: store.countOf(template.id),
    shown: [...(last ? [last.seed] : []), ...onScreen],
    device: store.device,
    skipped: effect.skipped,
  });
  const presented: Presented = {
    variant,
    card: store.card(template.id),
    earlierMs: store
      .reviews({ question: template.id, limit: 20 })
      .filter(review => review.credit === 1 && !review.undone)
      .flatMap(review => review.ms ?? []),
    left,
  };
  return [{ type: 'presented', presented }];
}

interface Chosen {
  readonly template: Template;
  readonly left: number | null;
}

function studyQuestion(context: Context, { first }: Present): Chosen | null {
  const queue = queueOf(context);
  const items = [...queue.due, ...queue.fresh].map(item => item.question);
  const id = first !== null && items.includes(first) ? first : items[0];
  const template = id === undefined ? null : context.bank.get(id);
  return template && { template, left: items.length };
}

/** The question of the topic answered least often, never the one on the screen while there is another. */
function drillQuestion(
  { bank, store }: Context,
  { current, first }: Present,
  { topic }: Extract<Lane, { kind: 'drill' }>,
): Chosen | null {
  const all = bank.below(topic);
  const asked = all.find(template => template.id === first);
  if (asked) return { template: asked, left: null };
  const others = all.filter(template => template.id !== current?.template.id);
  const [template] = (others.length > 0 ? others : all)
    .map(candidate => ({ candidate, answers: store().countOf(candidate.id) }))
    .sort((a, b) => a.answers - b.answers)
    .map(({ candidate }) => candidate);
  return template ? { template, left: null } : null;
}

function record(context: Context, { row, presented, mark }: Extract<Effect, { type: 'record' }>): Event {
  const { card, variant } = presented;
  const forecasts = row.rating === null ? null : preview(card, row.at, row.zone);
  const { id, rating, reply } = context.store().record(row);
  return {
    type: 'recorded',
    screen: { name: 'mark', presented, replies: reply, mark, review: id, rating, forecasts },
    answered: {
      review: id,
      question: variant.template.id,
      title: variant.template.title,
      credit: mark.credit,
      rating,
      ms: row.ms ?? 0,
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
