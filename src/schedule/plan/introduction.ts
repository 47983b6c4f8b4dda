/** In which order new questions are met. */

import type { PlanQuestion } from './types.ts';

type NewQuestion = Pick<PlanQuestion, 'id' | 'topic' | 'credits' | 'ms' | 'requires' | 'state' | 'aside'>;

/** So many topics are open at once: enough to mix what is alike, few enough to finish one. */
const OPEN_TOPICS = 3;

/**
 * The questions never rated, as they are to be met: a few topics at a time, dealt out in turn, what a question requires
 * before it. Where not all have room, those with most credits a minute come in, with all that they require.
 *
 * @param room how many there is time for
 */
export function introduction<Q extends NewQuestion>(questions: readonly Q[], room: number): readonly Q[] {
  const fresh = questions.filter(question => question.state === null && !question.aside);
  const kept = room < fresh.length ? worthiest(fresh, room) : fresh;
  return inTurn(kept);
}

function worthiest<Q extends NewQuestion>(fresh: readonly Q[], room: number): Q[] {
  const byId = new Map(fresh.map(question => [question.id, question]));
  const kept = new Set<Q>();
  const worth = ({ credits, ms }: Q): number => credits / ms;
  for (const question of fresh.toSorted((a, b) => worth(b) - worth(a))) {
    if (kept.size >= room) break;
    const needed = withRequired(question, byId, kept);
    if (kept.size + needed.length <= room) for (const one of needed) kept.add(one);
  }
  return fresh.filter(question => kept.has(question));
}

function inTurn<Q extends NewQuestion>(fresh: readonly Q[]): readonly Q[] {
  const byId = new Map(fresh.map(question => [question.id, question]));
  const waiting = topicOrder(fresh, byId).map(members => ({ members, at: 0 }));
  const open = waiting.splice(0, OPEN_TOPICS);
  const met = new Set<Q>();
  for (let turn = 0; open.length > 0; ) {
    const topic = open[turn % open.length];
    if (!topic) break;
    const question = topic.members[topic.at++];
    if (!question) {
      // The next topic takes the place, and its turn, of the one that is through.
      open.splice(turn % open.length, 1, ...waiting.splice(0, 1));
    } else if (!met.has(question)) {
      for (const one of withRequired(question, byId, met)) met.add(one);
      turn++;
    }
  }
  return [...met];
}

/** The questions by topic; the topics as they first come, after those that their questions require. */
function topicOrder<Q extends NewQuestion>(
  fresh: readonly Q[],
  byId: ReadonlyMap<string, Q>,
): readonly (readonly Q[])[] {
  const topics = Map.groupBy(fresh, question => question.topic);
  const ordered = new Set<readonly Q[]>();
  const visited = new Set<string>();
  const visit = (topic: string): void => {
    if (visited.has(topic)) return;
    visited.add(topic);
    const members = topics.get(topic) ?? [];
    for (const { requires } of members) {
      for (const id of requires) {
        const required = byId.get(id);
        if (required) visit(required.topic);
      }
    }
    ordered.add(members);
  };
  for (const topic of topics.keys()) visit(topic);
  return [...ordered];
}

/** The question, and before it all that it requires and is not `met`; what requires itself comes once. */
function withRequired<Q extends NewQuestion>(
  question: Q,
  byId: ReadonlyMap<string, Q>,
  met: ReadonlySet<Q>,
): readonly Q[] {
  const found = new Set<Q>();
  const visited = new Set<Q>();
  const visit = (one: Q): void => {
    if (visited.has(one) || met.has(one)) return;
    visited.add(one);
    for (const id of one.requires) {
      const required = byId.get(id);
      if (required) visit(required);
    }
    found.add(one);
  };
  visit(question);
  return [...found];
}
