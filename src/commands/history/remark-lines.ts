import { localTime } from '../../app/local-time.ts';
import type { EffectiveReview, Rating, Remark } from '../../schedule/review.ts';
import { percent } from '../mark.ts';
import { columns } from '../output.ts';

/** What marking again has found, for a reader. */

export interface RemarkReport {
  /** Answers looked at. */
  readonly looked: number;
  /** Of these marked by the question as it is. */
  readonly current: number;
  /** By another version of it, with the same mark. */
  readonly same: number;
  readonly changed: readonly {
    readonly review: EffectiveReview;
    readonly before: Pick<Remark, 'credit' | 'rating'>;
    readonly remark: Remark;
    /** The student rated it, and that rating stands. */
    readonly isOwn: boolean;
  }[];
  readonly left: readonly { readonly review: EffectiveReview; readonly reason: string }[];
  /** Cards that are due on another day, or known otherwise. */
  readonly moved: number;
  readonly dryRun: boolean;
}

/** Of a long list so many lines are printed; --json has them all. */
const MOST_LINES = 30;

export function remarkLines(report: RemarkReport): string[] {
  const { looked, current, same, changed, left, moved, dryRun } = report;
  if (looked === 0) return ['No answers to mark again.'];
  const rows = changed
    .slice(0, MOST_LINES)
    .map(({ review, before, remark, isOwn }) => [
      localTime(review.at, review.zone),
      review.question,
      `${percent(before.credit)} → ${percent(remark.credit)}`,
      rerated(before.rating, remark.rating, isOwn),
    ]);
  const unchanged = [
    `${looked} ${looked === 1 ? 'answer' : 'answers'} looked at: ${current} to the question as it is`,
    `${same} to another version with the same mark`,
    `${changed.length} marked otherwise`,
    `${left.length} left as they are`,
  ].join(', ');
  return [
    `${unchanged}.`,
    ...columns(rows),
    ...rest(changed.length),
    ...leftLines(left),
    ...(changed.length === 0 ? [] : [consequence(moved, dryRun)]),
  ];
}

function consequence(moved: number, dryRun: boolean): string {
  const cards = moved === 1 ? '1 card' : `${moved} cards`;
  return dryRun ? `Nothing was written: ${cards} would move.` : `${cards} moved. The old marks stay in the history.`;
}

function rerated(before: Rating | null, after: Rating | null, isOwn: boolean): string {
  if (after === null) return 'practice';
  if (isOwn) return 'your own rating stands';
  return before === after ? `still ${after}` : `${before} → ${after}`;
}

/** By question and reason, as a question that was changed has many answers. */
function leftLines(left: RemarkReport['left']): string[] {
  const groups = new Map<string, number>();
  for (const { review, reason } of left) {
    const text = `${review.question}: ${reason}`;
    groups.set(text, (groups.get(text) ?? 0) + 1);
  }
  const lines = [...groups].map(([text, count]) => `${text} (${count} ${count === 1 ? 'answer' : 'answers'})`);
  return lines.length === 0 ? [] : ['Left as they are:', ...lines.slice(0, MOST_LINES), ...rest(lines.length)];
}

function rest(count: number): string[] {
  return count <= MOST_LINES ? [] : [`… and ${count - MOST_LINES} more; --json has them all`];
}
