import { byName, type Places } from './places.ts';
import type { History, QuestionRow } from './types.ts';

/** How much of the bank is known, and how well. */
export interface SyllabusMap {
  readonly all: Coverage;
  readonly topics: readonly TopicCoverage[];
}

export interface Coverage {
  readonly known: Amount;
  readonly learning: Amount;
  readonly unseen: Amount;
}

interface TopicCoverage extends Coverage {
  readonly topic: string;
}

interface Amount {
  readonly questions: number;
  readonly credits: number;
}

type Standing = keyof Coverage;

/** A question is known while it would be recalled today with this chance … */
export const KNOWN_RECALL = 0.9;
/** … and its memory would take so many days to fall to 90 %: one that only just went in is not known yet. */
export const KNOWN_STABILITY = 21;

export function syllabusMap(history: History, { topicOf }: Places): SyllabusMap {
  const standings = history.questions.map(question => ({ question, standing: standingOf(question, history) }));
  return {
    all: coverage(standings),
    topics: [...Map.groupBy(standings, ({ question }) => topicOf(question.id))]
      .map(([topic, members]) => ({ topic, ...coverage(members) }))
      .sort((a, b) => byName(a.topic, b.topic)),
  };
}

function standingOf({ id }: QuestionRow, { cards, today, retrievability }: History): Standing {
  const card = cards.get(id);
  if (!card) return 'unseen';
  return card.stability >= KNOWN_STABILITY && retrievability(card, today) >= KNOWN_RECALL ? 'known' : 'learning';
}

function coverage(members: readonly { readonly question: QuestionRow; readonly standing: Standing }[]): Coverage {
  const amount = (wanted: Standing): Amount => {
    const own = members.filter(({ standing }) => standing === wanted);
    return { questions: own.length, credits: own.reduce((sum, { question }) => sum + question.credits, 0) };
  };
  return { known: amount('known'), learning: amount('learning'), unseen: amount('unseen') };
}
