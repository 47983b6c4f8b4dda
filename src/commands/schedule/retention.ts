import { lineText, span } from '../../notation/line.ts';
import { wrap } from '../../notation/markdown/wrap.ts';
import { asideOf } from '../../schedule/aside.ts';
import {
  DESIRED_RETENTION,
  isRetention,
  LEAST_RETENTION,
  MOST_RETENTION,
  RETENTION,
  RETENTION_BELOW,
  retentionOf,
  type Tuning,
  tuningOf,
} from '../../schedule/tuning.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import { adviceOn } from '../meant.ts';
import { printJson, printLines } from '../output.ts';
import { type Costs, costLines, costsOf, percent } from './retention-costs.ts';
import { momentOf, speedNow } from './today.ts';

/** `tutor retention [PLACE] [VALUE]`: the share of due questions that should still be known, and what it costs. */

interface RetentionOptions {
  readonly json?: boolean;
}

const DEFAULT = 'default';

/**
 * @param first a place, or a value for all of the bank
 * @param second a value for that place
 * @throws UsageError for a place without questions, or a value that cannot be
 */
export function retention(
  context: Context,
  first: string | undefined,
  second: string | undefined,
  options: RetentionOptions,
): void {
  const isValue = second === undefined && first !== undefined && (first === DEFAULT || NUMBER.test(first));
  const place = isValue || first === undefined ? null : placeOf(context, first);
  const value = isValue ? first : second;
  if (value === undefined) show(context, place, options);
  else set(context, place, retentionFrom(value), options);
}

/** @param value null for the default */
function set({ environment, store }: Context, place: string | null, value: number | null, { json }: RetentionOptions) {
  const inForce = (): number => retentionAt(tuningOf(store().settings()), place);
  const before = inForce();
  store().set(place === null ? RETENTION : RETENTION_BELOW + place, value);
  const now = inForce();
  if (json) {
    printJson(environment, { place, retention: now, before });
    return;
  }
  const name = place === null ? 'tutor retention' : `tutor retention ${place}`;
  const room = environment.stdout.columns ?? Number.POSITIVE_INFINITY;
  const lines = [
    `The desired retention${place === null ? '' : ` of ${place}`} is ${percent(now)} now; before, it was ${percent(before)}.`,
    `"${name}" shows what it costs${value === null ? '' : `, "${name} ${DEFAULT}" takes it back`}.`,
  ];
  printLines(environment, brokenAt(room, lines));
}

function show(context: Context, place: string | null, { json }: RetentionOptions): void {
  const { environment, bank, newPerDay, syllabus, store } = context;
  const tuning = tuningOf(store().settings());
  const aside = asideOf(store().settings(), store().cards());
  const isAsked = (id: string): boolean => bank.get(id) !== null && !aside.has(id) && liesIn(id, place);
  const costs = costsOf({
    place,
    tuning,
    histories: new Map([...store().ratedHistories()].filter(([id]) => isAsked(id))),
    coming: syllabus().order(isAsked),
    newPerDay: newPerDay ?? 0,
    today: momentOf(context).day,
    expectedMs: speedNow(context).expectedMs,
  });
  if (json) printJson(environment, data(tuning, place, costs));
  else {
    const room = environment.stdout.columns ?? Number.POSITIVE_INFINITY;
    printLines(environment, brokenAt(room, [...inForceLines(tuning, place), '', ...costLines(costs, room)]));
  }
}

/** Sentences in lines that the window has room for. */
function brokenAt(room: number, lines: readonly string[]): string[] {
  return lines.flatMap(text => (text.length <= room ? [text] : wrap([span(text)], room).map(lineText)));
}

function data(tuning: Tuning, place: string | null, costs: Costs): Record<string, unknown> {
  return {
    place,
    retention: retentionAt(tuning, place),
    below: Object.fromEntries(belowOf(tuning, place)),
    ...costs,
  };
}

function inForceLines(tuning: Tuning, place: string | null): string[] {
  const now = retentionAt(tuning, place);
  const isOwn = place === null ? now !== DESIRED_RETENTION : tuning.retentionBelow.has(place);
  const why = isOwn ? '' : place === null ? ', as it comes' : ', as around it';
  return [
    `Desired retention${place === null ? '' : ` of ${place}`}: ${percent(now)}${why}. Of the questions that come up as due, so many should still be known.`,
    ...belowOf(tuning, place).map(([folder, own]) => `  ${folder}: ${percent(own)}`),
  ];
}

/** Places within one that have a retention of their own. */
function belowOf({ retentionBelow }: Tuning, place: string | null): [string, number][] {
  return [...retentionBelow].filter(([folder]) => folder !== place && liesIn(folder, place));
}

function retentionAt(tuning: Tuning, place: string | null): number {
  return place === null ? tuning.retention : retentionOf(tuning, place);
}

function liesIn(path: string, place: string | null): boolean {
  return place === null || path === place || path.startsWith(`${place}/`);
}

/** A folder of the bank, or a question; also one that is gone, as long as a setting is left of it. */
function placeOf({ bank, store }: Context, text: string): string {
  const place = text.replace(/\/+$/, '');
  const ids = bank.templates.map(({ id }) => id);
  if (ids.some(id => liesIn(id, place)) || tuningOf(store().settings()).retentionBelow.has(place)) return place;
  const folders = ids.flatMap(id => id.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/')));
  const advice = adviceOn(place, [...new Set(folders)].sort());
  throw new UsageError(`No question lies in "${text.slice(0, 100)}". ${advice}`);
}

const NUMBER = /^(\d+\.?\d*|\.\d+) ?%?$/;

/** `0.9`, `90`, `90%` or `default`, which is null. @throws UsageError */
function retentionFrom(text: string): number | null {
  if (text === DEFAULT) return null;
  const number = NUMBER.test(text) ? Number.parseFloat(text) : Number.NaN;
  const value = text.endsWith('%') || number > 1 ? number / 100 : number;
  if (isRetention(value)) return value;
  throw new UsageError(
    `The desired retention must be from ${percent(LEAST_RETENTION)} to ${percent(MOST_RETENTION)}, such as 0.9 or 90%, or "${DEFAULT}", not "${text.slice(0, 40)}".`,
  );
}
