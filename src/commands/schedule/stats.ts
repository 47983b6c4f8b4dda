import { statisticsLines } from '../../pages/statistics/lines.ts';
import { asideOf } from '../../schedule/aside.ts';
import { goalOf } from '../../schedule/goal.ts';
import { type Statistics, statisticsOf } from '../../schedule/statistics/statistics.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import { adviceOn } from '../meant.ts';
import { printJson, printLines } from '../output.ts';
import { pageText } from '../page-text.ts';
import { statisticsData } from './stats-json.ts';
import { momentOf, speedNow } from './today.ts';

/** `tutor stats [TOPIC]` @throws UsageError where no question is about the topic */
export function stats(context: Context, topic: string | undefined, { json }: { json?: boolean }): void {
  const { environment, bank } = context;
  const statistics = statisticsNow(context, coverOf(context, topic));
  if (json) {
    printJson(environment, statisticsData(statistics, topic ?? null));
    return;
  }
  const titleOf = (question: string): string => bank.get(question)?.title ?? '';
  printLines(
    environment,
    pageText(context, page => statisticsLines(statistics, topic ?? null, page, titleOf)),
  );
}

/** @param covers whether a question belongs to what is looked at */
export function statisticsNow(context: Context, covers: (question: string) => boolean): Statistics {
  const store = context.store();
  const cards = store.cards();
  const { day: today } = momentOf(context);
  return statisticsOf({
    answers: store.answers().filter(({ question }) => covers(question)),
    cards,
    questions: context.syllabus().questions.filter(({ id }) => covers(id)),
    mistakes: store.mistakes().filter(({ question }) => covers(question)),
    aside: asideOf(store.settings(), cards),
    today,
    retrievability: store.scheduler().retrievability,
    expectedMs: speedNow(context).expectedMs,
    exam: goalOf(store.settings(), today)?.exam ?? null,
  });
}

/** Whether a question is about the topic. Of one that has left the bank only its id tells where it belonged. */
function coverOf({ bank }: Context, topic: string | undefined): (question: string) => boolean {
  if (topic === undefined) return () => true;
  const ids = new Set(bank.below(topic).map(({ id }) => id));
  if (ids.size === 0) {
    throw new UsageError(`No question is about "${topic.slice(0, 100)}". ${adviceOn(topic, bank.places)}`);
  }
  const folder = `${topic.replace(/\/+$/, '')}/`;
  return question => ids.has(question) || question.startsWith(folder);
}
