import type { EffectiveReview } from '../../schedule/review.ts';
import type { Context } from '../context.ts';
import { Failure, UsageError } from '../errors.ts';

/** The answer that REVIEW on a command line means. */

const WHOLE = 36;
/** A shorter piece of an id says too little. */
const SHORTEST = 8;
/** Rows looked through at a time. */
const PAGE = 500;
/** Sorts after every character of an id. */
const AFTER_ALL = 'g';
const SHOWN = 40;

type Filter = Omit<NonNullable<Parameters<ReturnType<Context['store']>['reviews']>[0]>, 'limit' | 'before'>;

/**
 * @param text an id, its beginning or its end, or `last`
 * @throws UsageError where it can mean no answer or several; Failure where there is none
 */
export function findReview({ store }: Pick<Context, 'store'>, text: string): EffectiveReview {
  const wanted = text.trim().toLowerCase();
  if (wanted === 'last') {
    const [newest] = store().reviews({ limit: 1 });
    if (!newest) throw new Failure('There are no answers yet. "tutor study" begins.');
    return newest;
  }
  if (wanted.length < SHORTEST || wanted.length > WHOLE || !/^[0-9a-f-]+$/.test(wanted)) {
    throw new UsageError(
      `"${text.slice(0, SHOWN)}" names no review: give its id, at least ${SHORTEST} characters of its beginning or its end, or "last". "tutor history" lists them.`,
    );
  }
  const found = wanted.length === WHOLE ? [store().reviewById(wanted)] : [...matching(store(), wanted)];
  const [review, other] = found.filter(one => one !== null);
  if (!review) throw new Failure(`There is no review "${wanted}". "tutor history" lists those there are.`);
  if (other) {
    throw new UsageError(
      `Several reviews begin or end with "${wanted}", such as ${review.id} and ${other.id}: say more of the id.`,
    );
  }
  return review;
}

/** Two at most, which is enough to know that it is not one. */
function matching(store: ReturnType<Context['store']>, wanted: string): readonly EffectiveReview[] {
  const begun = store.reviews({ before: `${wanted}${AFTER_ALL}`, limit: 2 }).filter(({ id }) => id.startsWith(wanted));
  return begun.length > 0 ? begun : ending(store, wanted);
}

/** Ids are sorted by their beginnings, so an end is looked for in all of them. */
function ending(store: ReturnType<Context['store']>, wanted: string): readonly EffectiveReview[] {
  const found: EffectiveReview[] = [];
  for (const review of newestFirst(store)) {
    if (review.id.endsWith(wanted)) found.push(review);
    if (found.length === 2) break;
  }
  return found;
}

/** Every answer that the filter lets through, so that no long history is ever held as a whole. */
export function* newestFirst(store: ReturnType<Context['store']>, filter: Filter = {}): Generator<EffectiveReview> {
  for (const page of pages(store, filter)) yield* page;
}

/** The same, a page at a time; at least one, which may be empty. */
export function* pages(
  store: ReturnType<Context['store']>,
  filter: Filter,
  most = Number.POSITIVE_INFINITY,
): Generator<readonly EffectiveReview[]> {
  let left = most;
  let before: string | undefined;
  for (;;) {
    const limit = Math.min(PAGE, left);
    const page = store.reviews({ ...filter, limit, ...(before === undefined ? {} : { before }) });
    yield page;
    left -= page.length;
    before = page.at(-1)?.id;
    if (page.length < PAGE || left === 0) return;
  }
}
