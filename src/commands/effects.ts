import { weakLines } from '../app/fading.ts';
import { type Home, homeOf } from '../app/home.ts';
import { isSelfMarked } from '../app/logged-mark.ts';
import { nextVariant } from '../app/presentation.ts';
import type { Effect, Event, HistoryEffect, Lane } from '../app/state.ts';
import { QuestionError } from '../bank/problem.ts';
import type { Template } from '../bank/template.ts';
import { preview } from '../schedule/memory.ts';
import { studyDay } from '../schedule/study-day.ts';
import { type Context, queueOf } from './context.ts';

/** More answers than a day can hold; only the newest rows are read to count today's. */
const MOST_A_DAY = 1000;

/** Carries out what a session asks for, against the history and the bank. */
export type EffectRunner = (effect: HistoryEffect) => readonly Event[];

export function effectRunner(context: Context): EffectRunner {
  return effect => run(context, effect);
}

function run(context: Context, effect: HistoryEffect): readonly Event[] {
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

/** What the home screen shows, and the plain summary where there is no screen. */
export function loadHome(context: Context): Home {
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

type DrillLane = Extract<Lane, { kind: 'drill' }>;
type Present = Extract<Effect, { type: 'present' }>;

/** The next question of a lane that can be drawn; in the study lane there may be none left. */
function present(context: Context, effect: Present): readonly Event[] {
  const candidates =
    effect.lane.kind === 'drill' ? drillQuestions(context, effect, effect.lane) : studyQuestions(context, effect);
  if (candidates.length === 0) return [{ type: 'home-loaded', home: loadHome(context), summary: true }];
  const left = effect.lane.kind === 'drill' ? null : candidates.length;
  const failures: QuestionError[] = [];
  for (const template of candidates) {
    try {
      return [presentedEvent(context, effect, template, left), ...failures.slice(0, 1).map(passedOver)];
    } catch (error) {
      if (!(error instanceof QuestionError)) throw error;
      failures.push(error);
    }
  }
  throw failures[0];
}

/** A question of someone's own bank may turn out to have no variant; the others must not wait for it. */
function passedOver(error: QuestionError): Event {
  return { type: 'notice', text: `A question was passed over. ${error.message}` };
}

function presentedEvent({ store }: Context, { shown }: Present, template: Template, left: number | null): Event {
  const { id } = template;
  const history = store();
  const inSession = shown.filter(({ question }) => question === id);
  const lastSeeds = [history.lastShown(id), inSession.at(-1)].flatMap(last => (last ? [last.seed] : []));
  const answers = history.countOf(id);
  const card = history.card(id);
  const earlier = history.reviews({ question: id, limit: 20 }).filter(review => !review.undone);
  const variant = nextVariant(template, {
    answers,
    shown: lastSeeds,
    device: history.device,
    presented: inSession.length,
    skill: { stability: card?.stability ?? null, weak: weakLines(earlier.map(review => review.mark)) },
  });
  const earlierMs = earlier.filter(review => review.credit === 1).flatMap(review => review.ms ?? []);
  return { type: 'presented', presented: { variant, card, earlierMs, left } };
}

function studyQuestions(context: Context, { first }: Present): readonly Template[] {
  const queue = queueOf(context);
  const ids = [...queue.due, ...queue.fresh].map(item => item.question);
  return firstOf(
    ids.flatMap(id => context.bank.get(id) ?? []),
    first,
  );
}

/** The topic's questions, those asked least often first; the one asked last waits while there is another. */
function drillQuestions(
  { bank, store }: Context,
  { shown, first }: Present,
  { topic }: DrillLane,
): readonly Template[] {
  const last = shown.at(-1)?.question;
  const times = new Map<string, number>();
  for (const { question } of shown) times.set(question, (times.get(question) ?? 0) + 1);
  const rank = ({ id }: Template): number =>
    store().countOf(id) + (times.get(id) ?? 0) + (id === last ? Number.MAX_SAFE_INTEGER : 0);
  const ranked = bank.below(topic).map(template => ({ template, rank: rank(template) }));
  return firstOf(
    ranked.sort((a, b) => a.rank - b.rank).map(({ template }) => template),
    first,
  );
}

/** With the named question, if it is among them, before all others. */
function firstOf(templates: readonly Template[], id: string | null): readonly Template[] {
  return [...templates.filter(template => template.id === id), ...templates.filter(template => template.id !== id)];
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
      self: isSelfMarked(mark),
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
