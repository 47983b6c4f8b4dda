import type { Template } from '../bank/template.ts';
import type { Queue } from '../schedule/queue.ts';
import type { Card } from '../schedule/review.ts';
import { addDays, startOfStudyDay, studyDay } from '../schedule/study-day.ts';

/** What the home screen shows. */

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
  readonly due: number;
  readonly fresh: number;
  /** Due when the next study day begins, if nothing is answered until then. */
  readonly tomorrow: number;
  readonly answeredToday: number;
  readonly topics: readonly TopicRow[];
}

interface HomeInput {
  readonly templates: readonly Template[];
  readonly cards: ReadonlyMap<string, Card>;
  readonly queue: Queue;
  readonly answeredToday: number;
  readonly at: Date;
  readonly zone: string;
}

const headOf = (path: string): string => path.split('/')[0] as string;

export function homeOf({ templates, cards, queue, answeredToday, at, zone }: HomeInput): Home {
  const due = new Set(queue.due.map(item => item.question));
  const fresh = new Set(queue.fresh.map(item => item.question));
  const nextDay = startOfStudyDay(addDays(studyDay(at, zone), 1), zone);
  const rows = new Map<string, TopicRow>();
  // What is only ever a side of other topics has no row of its own, though it can be drilled.
  const chief = new Set(templates.flatMap(({ topics }) => topics.slice(0, 1).map(headOf)));
  for (const { id, topics } of templates) {
    for (const topic of new Set(topics.map(headOf).filter(head => chief.has(head)))) {
      const row = rows.get(topic) ?? { topic, due: 0, fresh: 0, met: 0, total: 0 };
      rows.set(topic, {
        topic,
        due: row.due + Number(due.has(id)),
        fresh: row.fresh + Number(fresh.has(id)),
        met: row.met + Number(cards.has(id)),
        total: row.total + 1,
      });
    }
  }
  const known = templates.flatMap(({ id }) => cards.get(id) ?? []);
  return {
    due: due.size,
    fresh: fresh.size,
    tomorrow: known.filter(card => card.due <= nextDay).length,
    answeredToday,
    topics: [...rows.values()].sort((a, b) => (a.topic < b.topic ? -1 : 1)),
  };
}
