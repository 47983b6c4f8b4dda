import type { TemplateFacts } from '../bank/facts.ts';
import type { Goal } from '../schedule/goal.ts';
import type { Queue } from '../schedule/queue.ts';
import type { Card } from '../schedule/review.ts';
import type { Calendar } from '../schedule/statistics/calendar.ts';
import { KNOWN_RECALL, KNOWN_STABILITY } from '../schedule/statistics/coverage.ts';
import type { DueForecast } from '../schedule/statistics/due-forecast.ts';

/** What the home screen shows. */

/** Said at home, where a session begins, and without a screen. */
export const CLOCK_BEHIND =
  'The clock stands before your last answer. Answers are kept all the same; set it right, as due dates are counted by it.';

export interface TopicRow {
  /** First part of a topic's path. A question counts where it is chiefly about. */
  readonly topic: string;
  /** Today, with what is to be repeated. */
  readonly due: number;
  /** To be met today. */
  readonly fresh: number;
  /** Answered at least once. */
  readonly met: number;
  /** Of these, known well: it would be recalled today, and will be for weeks. */
  readonly known: number;
  /** Of these, fading: it may well be forgotten by now. */
  readonly fading: number;
  readonly total: number;
}

/** A mock exam that was begun and is not finished. */
export interface Unfinished {
  readonly title: string;
  /** Milliseconds; null where nobody watches the clock, and once it is handed in. */
  readonly leftMs: number | null;
  readonly handedIn: boolean;
}

export interface Home {
  /** To be repeated today, as it was not known. */
  readonly steps: number;
  readonly due: number;
  readonly fresh: number;
  /** Due, and left for another day. */
  readonly waiting: number;
  /** How long all that is for today will probably take, in milliseconds. */
  readonly ms: number;
  /** What "so many minutes" are. */
  readonly minutes: number;
  /** Due when the next study day begins, if nothing is answered until then. */
  readonly tomorrow: number;
  readonly answeredToday: number;
  /** On these answers, in milliseconds. */
  readonly spentMs: number;
  /** Days in a row with an answer. */
  readonly streak: number;
  /** Questions of the bank that are remembered and not set aside. */
  readonly met: number;
  /** Questions that the schedule leaves out. */
  readonly aside: number;
  /** The exam that the queue serves; null where there is no plan. */
  readonly goal: Goal | null;
  /** The study day, in days since 1970-01-01. */
  readonly today: number;
  /** Where the clock stands before the last answer, when that was. */
  readonly behind: Date | null;
  /** Nothing was ever answered. */
  readonly isFirst: boolean;
  readonly unfinished: Unfinished | null;
  /** What falls due on the days ahead, today first, if nothing more is answered. */
  readonly ahead: DueForecast['days'];
  /** Answers a day in the last weeks. */
  readonly calendar: Calendar;
  /** Of the questions rated today, the study day on which each comes back. */
  readonly back: Readonly<Record<string, number>>;
  readonly topics: readonly TopicRow[];
}

type Told =
  | 'minutes'
  | 'answeredToday'
  | 'spentMs'
  | 'streak'
  | 'goal'
  | 'today'
  | 'behind'
  | 'isFirst'
  | 'unfinished'
  | 'ahead'
  | 'calendar';

/** What of a question is looked at. */
type Listed = Pick<TemplateFacts, 'id' | 'topics'>;

interface HomeInput extends Pick<Home, Told> {
  /** What the schedule leaves out. */
  readonly aside: { readonly has: (question: string) => boolean };
  readonly templates: readonly Listed[];
  readonly cards: ReadonlyMap<string, Card>;
  readonly queue: Queue;
  /** The chance (0 … 1) that a question is known today. */
  readonly recall: (card: Card) => number;
}

type Row = { -readonly [Key in keyof TopicRow]: TopicRow[Key] };

/**
 * The row of each list of topics: that of its chief one, so that the rows add up. What is only ever a side of other topics has
 * none, though it can be drilled. Questions of one folder share their lists.
 */
function rowsByTopics(templates: readonly Listed[]): ReadonlyMap<readonly string[], Row> {
  const byTopic = new Map<string, Row>();
  const rows = new Map<readonly string[], Row>();
  for (const { topics } of templates) {
    const [chief] = topics;
    if (chief === undefined || rows.has(topics)) continue;
    const topic = chief.split('/', 1)[0] as string;
    const row = byTopic.get(topic) ?? { topic, due: 0, fresh: 0, met: 0, known: 0, fading: 0, total: 0 };
    byTopic.set(topic, row);
    rows.set(topics, row);
  }
  return rows;
}

export function homeOf({ templates, cards, queue, aside: left, recall, ...told }: HomeInput): Home {
  const { today } = told;
  const why = new Map(queue.items.map(({ question, why }) => [question, why]));
  const rows = rowsByTopics(templates);
  let met = 0;
  let tomorrow = 0;
  let aside = 0;
  const back: Record<string, number> = {};
  for (const { id, topics } of templates) {
    const card = cards.get(id);
    const isAside = left.has(id);
    if (card && !isAside) met += 1;
    if (isAside) aside += 1;
    if (card && card.dueDay <= today + 1 && !isAside) tomorrow += 1;
    if (card?.lastDay === today) back[id] = card.dueDay;
    const standing = card ? standingOf(card, recall) : null;
    const reason = why.get(id);
    const row = rows.get(topics);
    if (!row) continue;
    row.total += 1;
    if (card) row.met += 1;
    if (standing !== null && standing !== 'young') row[standing] += 1;
    if (reason === 'new') row.fresh += 1;
    else if (reason !== undefined) row.due += 1;
  }
  return {
    ...told,
    steps: queue.counts.step,
    due: queue.counts.due + queue.counts.ahead,
    fresh: queue.counts.new,
    waiting: queue.waiting,
    ms: queue.ms,
    tomorrow,
    met,
    aside,
    back,
    topics: [...new Set(rows.values())].sort((a, b) => (a.topic < b.topic ? -1 : 1)),
  };
}

/** `young`: recalled today, and not for long yet. Known is what the statistics call so. */
function standingOf(card: Card, recall: (card: Card) => number): 'known' | 'fading' | 'young' {
  if (recall(card) < KNOWN_RECALL) return 'fading';
  return card.stability >= KNOWN_STABILITY ? 'known' : 'young';
}
