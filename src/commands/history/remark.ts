import { isMoved, isOwnRating, memoryWith } from '../../app/history/moved.ts';
import { type Remarked, remarkOf } from '../../app/history/remark.ts';
import type { EffectiveReview, Rating, Remark } from '../../schedule/review.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import { adviceOn } from '../meant.ts';
import { printJson, printLines } from '../output.ts';
import { progress } from '../progress.ts';
import { newestFirst } from './find.ts';
import { templateThen } from './past.ts';
import { type RemarkReport, remarkLines } from './remark-lines.ts';

interface RemarkOptions {
  readonly json?: boolean;
  readonly dryRun?: boolean;
}

/**
 * `tutor remark`: after a key was corrected, the replies to that question are marked again by it as it is now, with the
 * numbers of then. Answers that are taken back are too, so that they are right should they be put in force again.
 */
export function remark(context: Context, topic: string | undefined, { json, dryRun = false }: RemarkOptions): void {
  const { environment } = context;
  const found = markAgain(context, topic);
  const questions = new Map<string, Map<string, Remark>>();
  for (const { review, remark: own } of found.changed) {
    const remarks = questions.get(review.question) ?? new Map<string, Remark>();
    questions.set(review.question, remarks.set(review.id, own));
  }
  const moved = [...questions].filter(([question, remarks]) => moves(context, question, remarks)).length;
  if (!dryRun) write(context, questions);
  const report: RemarkReport = { ...found, moved, dryRun };
  if (json) printJson(environment, reportData(report));
  else printLines(environment, remarkLines(report));
}

function markAgain(context: Context, topic: string | undefined): Omit<RemarkReport, 'moved' | 'dryRun'> {
  const store = context.store();
  const changed: RemarkReport['changed'][number][] = [];
  const left: RemarkReport['left'][number][] = [];
  const counts = { looked: 0, current: 0, same: 0 };
  const bar = progress(context.environment, countIn(context, topic), 'answers');
  for (const review of reviewsOf(context, topic)) {
    counts.looked += 1;
    bar.add(1);
    const outcome = outcomeFor(context, review);
    if (outcome.type === 'current' || outcome.type === 'same') counts[outcome.type] += 1;
    else if (outcome.type === 'left') left.push({ review, reason: outcome.reason });
    else {
      const isOwn = isOwnRating(store.correctionsOf(review.id));
      changed.push({ review, before: outcome.before, remark: outcome.remark, isOwn });
    }
  }
  bar.end();
  return { ...counts, changed, left };
}

/** Nearly all answers are to the question as it is, and nothing more of those is read. */
function outcomeFor(context: Context, review: EffectiveReview): Remarked {
  const store = context.store();
  const now = context.bank.get(review.question);
  if (!now && context.broken.includes(review.question)) {
    return { type: 'left', reason: 'its file cannot be used as it is' };
  }
  if (now?.hash === review.hash && !review.remarked) return { type: 'current' };
  const written = store.recorded(review.id) ?? review;
  return remarkOf(written, store.correctionsOf(review.id), { was: templateThen(context, written), now });
}

/** @throws UsageError where there is neither such a topic nor such a question */
function* reviewsOf(context: Context, topic: string | undefined): Generator<EffectiveReview> {
  const store = context.store();
  if (topic === undefined) yield* newestFirst(store);
  else for (const question of questionsOf(context, topic)) yield* newestFirst(store, { question });
}

/** What a bar is drawn for; answers to questions that are gone come on top of it. */
function countIn(context: Context, topic: string | undefined): number {
  const store = context.store();
  const questions = topic === undefined ? context.bank.templates.map(({ id }) => id) : questionsOf(context, topic);
  return questions.reduce((sum, question) => sum + store.countOf(question), 0);
}

function questionsOf({ bank, store }: Context, topic: string): readonly string[] {
  const wanted = topic.replace(/\.md$/, '');
  const below = bank.below(wanted).map(({ id }) => id);
  if (below.length > 0) return below;
  // A question that is gone has answers still, and why they are left is worth a word.
  if (store().countOf(wanted) > 0) return [wanted];
  throw new UsageError(`No question is, or is about, "${wanted.slice(0, 100)}". ${adviceOn(wanted, bank.places)}`);
}

function moves({ store }: Context, question: string, remarks: ReadonlyMap<string, Remark>): boolean {
  const history = store();
  const isOwn = (review: string): boolean => isOwnRating(history.correctionsOf(review));
  const rows = history.reviews({ question });
  return isMoved(history.card(question), memoryWith(question, rows, remarks, isOwn, history.scheduler()));
}

/** Oldest first, so that the log reads in the order of what it is about. */
function write(context: Context, questions: ReadonlyMap<string, ReadonlyMap<string, Remark>>): void {
  const all = [...questions.values()].flatMap(remarks => [...remarks]).sort(([one], [other]) => (one < other ? -1 : 1));
  const bar = progress(context.environment, all.length, 'new marks');
  for (const [review, own] of all) {
    context.store().correct(review, { kind: 'remark', remark: own });
    bar.add(1);
  }
  bar.end();
}

function reportData({ looked, current, same, changed, left, moved, dryRun }: RemarkReport): Record<string, unknown> {
  const standing = ({ credit, rating }: { readonly credit: number; readonly rating: Rating | null }): unknown => {
    return { credit, rating };
  };
  return {
    dryRun,
    looked,
    current,
    same,
    changed: changed.map(({ review, before, remark: own, isOwn }) => ({
      review: review.id,
      id: review.question,
      before: standing(before),
      after: standing(own),
      ownRating: isOwn,
      hash: own.hash,
    })),
    moved,
    left: left.map(({ review, reason }) => ({ review: review.id, id: review.question, reason })),
  };
}
