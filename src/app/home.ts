import type { Template } from '../bank/template.ts';
import type { Goal } from '../schedule/goal.ts';
import type { Queue } from '../schedule/queue.ts';
import type { Card } from '../schedule/review.ts';

/** What the home screen shows. */

/** Said at home, where a session begins, and without a screen. */
export const CLOCK_BEHIND =
  'The clock stands before your last answer. Answers are kept all the same; set it right, as due dates are counted by it.';

export interface TopicRow {
  /** First part of a topic's path. */
  readonly topic: string;
  readonly due: number;
  /** To be met today. */
  readonly fresh: number;
  /** Answered at least once. */
  readonly met: number;
  readonly total: number;
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
  readonly topics: readonly TopicRow[];
}

interface HomeInput extends Pick<Home, 'minutes' | 'answeredToday' | 'streak' | 'goal' | 'today' | 'behind'> {
  /** What the schedule leaves out. */
  readonly aside: { readonly has: (question: string) => boolean };
  readonly templates: readonly Template[];
  readonly cards: ReadonlyMap<string, Card>;
  readonly queue: Queue;
}

const headOf = (path: string): string => path.split('/', 1)[0] as string;

/** Of each question the first parts of its topics, the chief one first: worked out once, as a bank can be large. */
const known = new WeakMap<Template, readonly string[]>();

function headsOf(template: Template): readonly string[] {
  const heads = known.get(template) ?? [...new Set(template.topics.map(headOf))];
  known.set(template, heads);
  return heads;
}

export function homeOf({ templates, cards, queue, aside: left, ...told }: HomeInput): Home {
  const { today } = told;
  const why = new Map(queue.items.map(({ question, why }) => [question, why]));
  const rows = new Map<string, { -readonly [Key in keyof TopicRow]: TopicRow[Key] }>();
  // What is only ever a side of other topics has no row of its own, though it can be drilled.
  const chief = new Set<string | undefined>();
  for (const template of templates) chief.add(headsOf(template)[0]);
  let met = 0;
  let tomorrow = 0;
  let aside = 0;
  for (const template of templates) {
    const { id } = template;
    const card = cards.get(id);
    if (card && !left.has(id)) met += 1;
    const isAside = left.has(id);
    if (isAside) aside += 1;
    if (card && card.dueDay <= today + 1 && !isAside) tomorrow += 1;
    const reason = why.get(id);
    for (const topic of headsOf(template)) {
      if (!chief.has(topic)) continue;
      const row = rows.get(topic) ?? { topic, due: 0, fresh: 0, met: 0, total: 0 };
      rows.set(topic, row);
      row.total += 1;
      if (card) row.met += 1;
      if (reason === 'new') row.fresh += 1;
      else if (reason !== undefined) row.due += 1;
    }
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
    topics: [...rows.values()].sort((a, b) => (a.topic < b.topic ? -1 : 1)),
  };
}
