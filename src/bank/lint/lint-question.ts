import { authorOf } from '../../answers/authors.ts';
import type { Rejected } from '../rejected.ts';
import { isRandomized, type Template } from '../template.ts';
import { FADING_SEEDS, makeVariant } from '../variant.ts';
import { Collector } from './collect.ts';
import type { Finding } from './finding.ts';
import type { Remark, Rule, Sample } from './rule.ts';
import { draw, failure } from './rules/draw.ts';
import { RULES } from './rules.ts';

/** Holds one question against every rule that needs no other question. */

export interface Linted {
  readonly findings: readonly Finding[];
  /** How many variants were drawn. */
  readonly variants: number;
}

/** A question that fails this often will not be mended by further seeds. */
const MOST_FAILURES = 10;
/** Of the seeds from which on pieces may be hidden, this share is looked at as well. */
const FADED_SHARE = 0.2;

/**
 * @param seeds how many variants to draw, from seed 0 on
 * @param onProgress is told after each variant
 */
export function lintQuestion(template: Template, seeds: number, onProgress: () => void = () => {}): Linted {
  const collector = new Collector(template);
  /** A rule that cannot cope with a question says that it fails, and the others go on. */
  const ask = (rule: Rule, origin: Origin | 'file', look: () => readonly Remark[]): void => {
    const outcome = attempt(look);
    if ('error' in outcome) collector.add(draw, failure(outcome.error), origin);
    else collector.add(rule, outcome.value, origin);
  };
  for (const rule of RULES) ask(rule, 'file', () => rule.template?.(template) ?? []);
  const watched = RULES.flatMap(rule => (rule.watch ? [{ rule, watch: rule.watch(template) }] : []));
  const sampled = { variants: 0, drawn: 0, failures: 0 };
  for (const origin of originsOf(template, seeds)) {
    if (sampled.failures >= MOST_FAILURES) break;
    const { kind, seed } = origin;
    if (seed !== null) sampled.drawn++;
    const rejected: Rejected[] = [];
    const made = attempt(() => makeVariant(template, seed, reason => rejected.push(reason)));
    if ('error' in made) sampled.failures++;
    else sampled.variants++;
    for (const { rule, watch } of watched.filter(one => (seed ?? 0) < (one.rule.most ?? Number.POSITIVE_INFINITY))) {
      ask(rule, origin, () =>
        'error' in made
          ? (watch.fail?.(made.error) ?? [])
          : (watch.see?.({ variant: made.value, kind, rejected }) ?? []),
      );
    }
    onProgress();
  }
  // The few variants of a question that cannot be drawn say nothing, and none at all say less.
  const ended = sampled.variants > 0 && sampled.failures < MOST_FAILURES ? watched : [];
  for (const { rule, watch } of ended) ask(rule, 'file', () => watch.end?.() ?? []);
  return { findings: collector.findings(sampled.drawn), variants: sampled.variants };
}

interface Origin {
  readonly kind: Sample['kind'];
  readonly seed: number | null;
}

/** How many variants `lintQuestion` will draw. */
export function countOf(template: Template, seeds: number): number {
  return [...originsOf(template, seeds)].length;
}

/** A question in which nothing is drawn is looked at once more, as sessions see it. */
function* originsOf(template: Template, seeds: number): Generator<Origin> {
  yield { kind: 'given', seed: null };
  const drawn = isRandomized(template) ? seeds : 1;
  for (let seed = 0; seed < drawn; seed++) yield { kind: 'drawn', seed };
  if (!template.parts.some(({ answer }) => authorOf(answer).fades?.(answer))) return;
  for (let i = 0; i < drawn * FADED_SHARE; i++) yield { kind: 'faded', seed: FADING_SEEDS + i };
}

/** Whatever is thrown is a finding, for the rules to name. */
function attempt<T>(make: () => T): { readonly value: T } | { readonly error: unknown } {
  try {
    return { value: make() };
  } catch (error) {
    return { error };
  }
}
