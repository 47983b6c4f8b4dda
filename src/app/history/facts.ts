import { dayDate } from '../../schedule/study-day.ts';
import { localTime } from '../local-time.ts';
import { seedText } from '../preview/sections.ts';
import { minutesAndSeconds } from '../tally.ts';
import type { Past } from './past.ts';
import { storedValues } from './stored.ts';

/** What the log knows of an old answer beside question, reply and mark. */

export type Fact = readonly [name: string, value: string];

/** So much of a hash tells versions apart. */
export const HASH_SHOWN = 12;

export function pastFacts(past: Past): readonly Fact[] {
  const { written, now, consequence, agrees } = past;
  const numbers = agrees ? '' : storedValues(past);
  const { at, zone, mode, recall, ms, hint, guess, seed, hash, device, id, question, exam } = written;
  return [
    ['answered', `${localTime(at, zone)}, ${zone}`],
    ['mode', mode === 'study' ? mode : `${mode}, which moves nothing`],
    ...(exam === null ? [] : [['exam', 'in a mock exam'] as const]),
    ...(hint ? [['hint', 'was shown'] as const] : []),
    ...(guess ? [['guess', 'was declared'] as const] : []),
    ...ratingFacts(written, now),
    ...(consequence ? [['next due', dueText(consequence)] as const] : []),
    ['predicted', recall === null ? 'nothing: it had not been rated before' : `${percent(recall)} recall`],
    ['time', ms === null ? 'nobody watched the clock' : minutesAndSeconds(ms)],
    ...(written.scratch ?? []).map((line, i): Fact => [i === 0 ? 'scratch' : '', line]),
    ['variant', seedText(seed)],
    ...(numbers === '' ? [] : [['numbers', numbers] as const]),
    ['question', question],
    ['version', hash.slice(0, HASH_SHOWN)],
    ['device', device],
    ['review', id],
  ];
}

function ratingFacts(written: Past['written'], now: Past['now']): readonly Fact[] {
  if (written.rating === null) return [];
  return [['rating', written.rating === now.rating ? written.rating : `${written.rating}, now ${now.rating}`]];
}

function dueText({ days, dueDay, stability }: NonNullable<Past['consequence']>): string {
  const when = days === 1 ? 'the day after' : `${days} days later`;
  return `${when}, on ${dayDate(dueDay)} (stability ${Number(stability.toPrecision(3))} days)`;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
