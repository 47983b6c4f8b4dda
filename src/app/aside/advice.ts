import type { Aside } from '../../schedule/aside.ts';
import type { Card } from '../../schedule/review.ts';
import type { Syllabus } from '../../schedule/syllabus.ts';

/** Why a question is set aside, and what it needs before it is worth asking again. */

export interface AsideRow {
  readonly question: string;
  readonly title: string;
  readonly because: Aside['because'];
  /** How often it was forgotten. */
  readonly lapses: number;
  /** The misconception recognised most often in its replies. */
  readonly mistake: { readonly tag: string; readonly times: number } | null;
  /** Questions it builds on that are not met, or no longer known. */
  readonly shaky: readonly string[];
}

interface AdviceInput {
  readonly aside: Aside;
  readonly title: string;
  readonly syllabus: Syllabus;
  readonly cards: ReadonlyMap<string, Card>;
  readonly retrievability: (card: Card) => number;
  readonly mistakes: readonly { readonly question: string; readonly tag: string; readonly times: number }[];
}

/** Below that, what a question builds on is no ground to stand on. */
const FIRM = 0.8;

export function asideRow({ aside, title, syllabus, cards, retrievability, mistakes }: AdviceInput): AsideRow {
  const { question, because } = aside;
  const isFirm = (id: string): boolean => {
    const card = cards.get(id);
    return card !== undefined && retrievability(card) >= FIRM;
  };
  const [mistake] = mistakes.filter(other => other.question === question).toSorted((a, b) => b.times - a.times);
  const required = syllabus.get(question)?.requires.filter(id => syllabus.get(id) !== null) ?? [];
  return {
    question,
    title,
    because,
    lapses: cards.get(question)?.lapses ?? 0,
    mistake: mistake ? { tag: mistake.tag, times: mistake.times } : null,
    shaky: required.filter(id => !isFirm(id)),
  };
}

/** `Forgotten 8 times: it cost more time than it gave.` */
export function reasonFor({ because, lapses }: AsideRow): string {
  if (because === 'wish') return 'You set it aside.';
  return `Forgotten ${lapses} times, so the schedule has set it aside: asking it once more would change little.`;
}

/** What to do before it is brought back. */
export function needOf({ question, because, mistake, shaky }: AsideRow): string {
  const needs: string[] = [];
  if (mistake && mistake.times > 1) {
    needs.push(`Its replies showed "${mistake.tag}" ${mistake.times} times: that is the point to settle first.`);
  }
  if (shaky.length > 0) {
    const [are, those] = shaky.length === 1 ? ['is', 'that'] : ['are', 'those'];
    needs.push(`It builds on ${shaky.join(' and ')}, which ${are} not firm yet: drill ${those} first.`);
  }
  if (because === 'wish') return [...needs, 'It stays so until you bring it back.'].join(' ');
  const drill = `Read the solution of this question step by step, then drill it ("tutor drill ${question}") until it is right twice in a row.`;
  return [...needs, drill].join(' ');
}
