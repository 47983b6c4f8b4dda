import { QuestionError } from '../../bank/problem.ts';
import type { PartTemplate, Template } from '../../bank/template.ts';
import { makeVariantOf, type Variant, type VariantPart } from '../../bank/variant.ts';
import type { Review } from '../../schedule/review.ts';
import { asShown, isLabelled, withWholePools } from './as-shown.ts';
import { loggedValues } from './logged.ts';
import { rebuild } from './past.ts';
import { sameData } from './same-data.ts';

const OTHER_PARTS = 'its parts are others now';
const OTHER_VARIABLES = 'its variables are others now';
const OTHER_OPTIONS = 'the options are others now';
const OTHER_POINTS = 'the points that you granted are others now';
const OTHER_KIND = 'it asks for another kind of answer now';
const NOT_KEPT = 'what stood there to choose from is not kept';

/**
 * The question as it is now, with the numbers of an old answer and in the arrangement that was shown then.
 *
 * @param template the question as it was; null where that is not kept
 * @returns why there is none, where the reply would not mean the same
 */
export function variantNow(review: Review, template: Template | null, now: Template): Variant | string {
  const names = now.parts.map(({ name }) => name);
  if (!sameNames(names, Object.keys(review.key))) return OTHER_PARTS;
  if (!sameNames(Object.keys(now.vars), Object.keys(review.vars))) return OTHER_VARIABLES;
  const rebuilt = rebuild(review, template);
  const then = rebuilt.agrees ? rebuilt.variant : null;
  const made = attempted(() =>
    makeVariantOf(withWholePools(now), {
      seed: review.seed,
      vars: loggedValues(review),
      attempt: then?.attempt ?? 0,
    }),
  );
  if (typeof made === 'string') return `it cannot be asked with these numbers any more: ${made}`;
  const parts: VariantPart[] = [];
  for (const [i, part] of made.parts.entries()) {
    const shown = partNow(part, then?.parts[i] ?? null, now.parts[i] as PartTemplate, review.key[part.name]);
    if (typeof shown === 'string') return shown;
    parts.push(shown);
  }
  return { ...made, template: now, parts };
}

/** @param stored the key as the log keeps it */
function partNow(
  now: VariantPart,
  then: VariantPart | null,
  template: PartTemplate,
  stored: unknown,
): VariantPart | string {
  const { key } = now;
  const isTied = isBound(now) || (then !== null && isBound(then));
  if (then && isTied && then.key.kind !== key.kind) return OTHER_KIND;
  if (key.kind === 'rubric') return samePoints(key.points, stored) ? now : OTHER_POINTS;
  if (!isTied) return now;
  if (!then) return NOT_KEPT;
  const shown = asShown(then.key, key, template);
  return shown ? { ...now, key: shown } : OTHER_OPTIONS;
}

/** Whether a reply means something only beside what was shown. */
function isBound({ key }: VariantPart): boolean {
  return isLabelled(key) || key.kind === 'rubric';
}

/** Ticks stand for points by their numbers. What a point is worth may be another now. */
function samePoints(points: readonly { readonly text: string }[], stored: unknown): boolean {
  const texts = Array.isArray(stored) ? stored.map((point: { readonly text?: unknown } | null) => point?.text) : null;
  return sameData(
    points.map(({ text }) => text),
    texts,
  );
}

function sameNames(some: readonly string[], others: readonly string[]): boolean {
  return sameData(some.toSorted(), others.toSorted());
}

function attempted(make: () => Variant): Variant | string {
  try {
    return make();
  } catch (error) {
    if (error instanceof QuestionError) return error.message;
    throw error;
  }
}
