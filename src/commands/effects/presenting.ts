import type { Effect, Event } from '../../app/events.ts';
import { weakLines } from '../../app/fading.ts';
import { CLOCK_BEHIND } from '../../app/home.ts';
import type { Insight } from '../../app/insight.ts';
import { nextVariant } from '../../app/presentation.ts';
import type { Left } from '../../app/screens.ts';
import type { Lane } from '../../app/state.ts';
import type { TemplateFacts } from '../../bank/facts.ts';
import { QuestionError } from '../../bank/problem.ts';
import type { Template } from '../../bank/template.ts';
import type { Variant } from '../../bank/variant.ts';
import { asideOf } from '../../schedule/aside.ts';
import type { QueueItem } from '../../schedule/queue.ts';
import type { EffectiveReview } from '../../schedule/review.ts';
import type { Context } from '../context.ts';
import { insightInto } from '../schedule/insight.ts';
import { clockBehind, homeNow, momentOf, queueNow, speedNow } from '../schedule/today.ts';

/** The next question of a session: which one, with which numbers, and what is known about it. */

type Present = Extract<Effect, { type: 'present' }>;

interface Candidate {
  readonly id: string;
  readonly why: Insight['why'];
}

interface Candidates {
  readonly found: readonly Candidate[];
  readonly left: Left | null;
}

/** The next question of a lane that can be drawn; in the study lane there may be none left. */
export function present(context: Context, effect: Present): readonly Event[] {
  const { found, left } = candidatesFor(context, effect);
  if (found.length === 0) return [{ type: 'home-loaded', home: homeNow(context), summary: true }];
  const failures: QuestionError[] = [];
  for (const candidate of firstOf(found, effect.first)) {
    try {
      const notices = [
        ...failures.slice(0, 1).map(passedOver),
        ...(effect.shown.length === 0 ? warnings(context) : []),
      ];
      return [presented(context, effect, candidate, left), ...notices];
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

function warnings(context: Context): Event[] {
  return clockBehind(context) === null ? [] : [{ type: 'notice', text: CLOCK_BEHIND }];
}

const MINUTE = 60_000;

function candidatesFor(context: Context, effect: Present): Candidates {
  const { lane } = effect;
  if (lane.kind === 'study') return studied(context, effect, lane);
  const practised = lane.kind === 'drill' ? drilled(context, effect, lane.topic) : known(context, effect);
  return { found: practised.map(({ id }) => ({ id, why: 'practice' })), left: null };
}

function studied(context: Context, { spent }: Present, { minutes }: Extract<Lane, { kind: 'study' }>): Candidates {
  const budgetMs = minutes === undefined ? null : minutes * MINUTE - spent;
  const { items, ms, timed } = queueNow(context, budgetMs);
  const found = items
    .filter(({ question }) => context.bank.facts(question) !== null)
    .map(({ question, why }: QueueItem) => ({ id: question, why }));
  const again = found.filter(({ why }) => why === 'step').length;
  return { found, left: { questions: found.length - again, again, ms, timed } };
}

/** The topic's questions, those asked least often first; the one asked last waits while there is another. */
function drilled(context: Context, { shown }: Present, topic: string): readonly TemplateFacts[] {
  const times = timesShown(context, shown);
  return sortedBy(context.bank.below(topic), ({ id }) => times(id) + waits(id, shown));
}

/** What has been met, those first that were shown least in this session and of them what is known least. */
function known(context: Context, { shown }: Present): readonly TemplateFacts[] {
  const { bank, store } = context;
  const { day } = momentOf(context);
  const cards = store().cards();
  const aside = asideOf(store().settings(), cards);
  const scheduler = store().scheduler();
  const met = bank.templates.filter(({ id }) => cards.has(id) && !aside.has(id));
  return sortedBy(met, ({ id }) => {
    const card = cards.get(id);
    const inSession = shown.filter(({ question }) => question === id).length;
    return inSession + (card ? scheduler.retrievability(card, day) : 1) + waits(id, shown);
  });
}

function timesShown({ store }: Context, shown: Present['shown']): (id: string) => number {
  const times = new Map<string, number>();
  for (const { question } of shown) times.set(question, (times.get(question) ?? 0) + 1);
  return id => store().countOf(id) + (times.get(id) ?? 0);
}

/** What was asked last comes last. */
function waits(id: string, shown: Present['shown']): number {
  return id === shown.at(-1)?.question ? Number.MAX_SAFE_INTEGER : 0;
}

function sortedBy(templates: readonly TemplateFacts[], rank: (template: TemplateFacts) => number): TemplateFacts[] {
  return templates
    .map(template => ({ template, rank: rank(template) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ template }) => template);
}

/** With the named question, if it is among them, before all others. */
function firstOf(candidates: readonly Candidate[], id: string | null): readonly Candidate[] {
  const named = candidates.filter(candidate => candidate.id === id);
  return named.length === 0 ? candidates : [...named, ...candidates.filter(candidate => candidate.id !== id)];
}

/** Read only now, as a bank can be large. @throws QuestionError where its file was changed and cannot be used any more */
function wholeOf({ bank }: Context, id: string): Template {
  const template = bank.get(id);
  if (template) return template;
  throw new QuestionError([{ file: `${id}.md`, line: 1, message: 'the question is gone' }]);
}

/** So many of the last answers show where a derivation is weak. */
const ANSWERS_CONSIDERED = 20;

function presented(context: Context, { shown, lane }: Present, { id, why }: Candidate, left: Left | null): Event {
  const template = wholeOf(context, id);
  const store = context.store();
  const inSession = shown.filter(({ question }) => question === id);
  const answered = store.lastShown(id);
  const lastSeeds = [answered, inSession.at(-1)].flatMap(last => (last ? [last.seed] : []));
  // What was answered is in the log, and who was interrupted has only that: so it counts from the last answer on.
  const lastAnswer = answered ? inSession.findLastIndex(({ seed }) => seed === answered.seed) : -1;
  const card = store.card(id);
  const earlier = earlierAnswers(context, id);
  const variant = nextVariant(template, {
    answers: store.countOf(id),
    shown: lastSeeds,
    device: store.device,
    presented: inSession.length - 1 - lastAnswer,
    skill: { stability: card?.stability ?? null, weak: weakLines(earlier.map(review => review.mark)) },
  });
  return presentedWith(context, lane, { variant, why, left, earlier });
}

/** The last answers to a question, newest first, without those taken back. */
export function earlierAnswers({ store }: Context, question: string): readonly EffectiveReview[] {
  return store()
    .reviews({ question, limit: ANSWERS_CONSIDERED })
    .filter(({ undone }) => !undone);
}

interface Found {
  readonly variant: Variant;
  readonly why: Insight['why'];
  readonly left: Left | null;
  readonly earlier: readonly EffectiveReview[];
}

/** A variant with what is known about its question. */
export function presentedWith(context: Context, lane: Lane, { variant, why, left, earlier }: Found): Event {
  const { id } = variant.template;
  const card = context.store().card(id);
  const speed = speedNow(context);
  const insight = insightInto(context, id, { why, moves: lane.kind === 'study', earlier, speed });
  return { type: 'presented', presented: { variant, card, usual: speed.usual(id), left, insight } };
}
