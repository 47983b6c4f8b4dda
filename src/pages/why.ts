import type { Insight, PastAnswer } from '../app/insight.ts';
import { minutesAndSeconds } from '../app/tally.ts';
import { type Line, lineWidth, span } from '../notation/line.ts';
import { wrap } from '../notation/markdown/wrap.ts';
import { type Card, RATINGS } from '../schedule/review.ts';
import { dayDate } from '../schedule/study-day.ts';
import { dayName, inDays } from './dates.ts';
import { counted, duration } from './page.ts';

/** Why this question now: the reason, the memory behind it, the last answers, and what each rating would do. */
export function whyLines(insight: Insight, zone: string, width: number): Line[] {
  return [
    ...wrap([span(`${reason(insight)} An answer will probably take you ${duration(insight.ms)}.`)], width),
    [],
    ...memory(insight, width),
    ...answers(insight.last, width),
    ...ratings(insight, zone, width),
  ];
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** `2.31 days`, `5 hours` */
function lasting(stability: number): string {
  if (stability >= 1) return counted(Number(stability.toPrecision(3)), 'day');
  const hours = Math.round(stability * 24);
  return hours < 1 ? 'under an hour' : counted(hours, 'hour');
}

function reason({ why, card, today, retrievability, desired }: Insight): string {
  const known = retrievability === null ? '' : percent(retrievability);
  switch (why) {
    case 'new':
      return 'It is new to you. New questions come spread over the topics, and after those that they build on.';
    case 'step':
      return 'You did not know it earlier today. It comes back until you have answered it rightly once; only the first answer of a day moves the schedule.';
    case 'ahead':
      return `It is not due yet, but there is time left today, and asking it now helps more towards the exam than waiting. ${standing(card, today, known)}`;
    case 'practice':
      return `This is practice: it moves nothing. ${standing(card, today, known)}`;
    case 'due': {
      const late = card ? today - card.dueDay : 0;
      const since = late <= 0 ? 'today' : late === 1 ? 'since yesterday' : `for ${late} days`;
      return `It has been due ${since}: by now you would know it with ${known}, and it should come up at ${percent(desired)}.`;
    }
    case 'waits':
      return card === null
        ? 'You have not met it, and it is not among the new questions of today.'
        : `It is not asked today: it is due ${inDays(card.dueDay - today)}, when about ${percent(desired)} is aimed at. ${standing(card, today, known)}`;
    case 'later':
      return `It is due, and waits for another day: more is due than fits into today, and other questions gain more in the same time. You would know it with ${known}.`;
    case 'aside':
      return 'It is set aside, so the schedule leaves it out. "tutor aside" tells why, and what it needs.';
  }
}

function standing(card: Insight['card'], today: number, known: string): string {
  if (card === null) return 'The schedule has not asked it yet.';
  return isRatedToday(card, today) ? 'It is rated already today.' : `You would know it today with ${known}.`;
}

/** The model says nothing of the rest of a day with an answer. */
function isRatedToday({ lastDay }: Card, today: number): boolean {
  return lastDay >= today;
}

/** A table where there is room for it; else what stands in a row goes on below. */
const NARROW = 60;
const INDENT = 2;

/** What is set apart first, and words about it: beside it, or below where the window is narrow. */
function row(first: Line, words: string, width: number): Line[] {
  const isBeside = width >= NARROW;
  const margin = isBeside ? lineWidth(first) : INDENT;
  const lines = wrap([span(words, 'dim')], Math.max(1, width - margin));
  const below = lines.map(line => [span(' '.repeat(margin)), ...line]);
  if (!isBeside) return [first, ...below];
  return [[...first, ...(lines[0] ?? [])], ...below.slice(1)];
}

/** Stability, difficulty and retrievability, each with what it means. */
function memory({ card, retrievability, today }: Insight, width: number): Line[] {
  if (!card || retrievability === null) return [];
  const line = (name: string, value: string, meaning: string): Line[] =>
    row([span(name.padEnd(16)), span(value.padEnd(15), 'strong')], meaning, width);
  const forgotten = card.lapses === 0 ? 'not forgotten' : `forgotten ${counted(card.lapses, 'time')}`;
  return [
    [span('What is known of your memory', 'heading')],
    ...(isRatedToday(card, today)
      ? []
      : line('retrievability', percent(retrievability), 'the chance that you know it today')),
    ...line('stability', lasting(card.stability), 'until the chance that you know it falls to 90 %'),
    ...line('difficulty', `${Number(card.difficulty.toPrecision(2))} of 10`, 'how little an answer strengthens it'),
    ...line('rated answers', `${card.reps}`, `${metAndRated(card, today)}; ${forgotten}`),
    [],
  ];
}

/** `met 2026-11-20, last 4 days ago` */
function metAndRated({ firstDay, lastDay }: Card, today: number): string {
  return `met ${dayDate(firstDay)}, last ${daysAgo(today - lastDay)}`;
}

function daysAgo(days: number): string {
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
}

function answers(last: readonly PastAnswer[], width: number): Line[] {
  if (last.length === 0) return [];
  const rows = last.flatMap(({ at, zone, credit, rating, mode, ms }) => {
    const outcome = rating === null ? mode : `rated ${rating}`;
    const first = [span(dayName(at, zone).padEnd(12)), span(`${percent(credit)} right`.padStart(11)), span('  ')];
    return row(first, ms === null ? outcome : `${outcome}, in ${minutesAndSeconds(ms)}`, width);
  });
  return [[span('Last answers', 'heading')], ...rows, []];
}

function ratings({ forecasts }: Insight, zone: string, width: number): Line[] {
  if (!forecasts) return [];
  const rows = RATINGS.flatMap(name => {
    const { days, due, stability } = forecasts[name];
    const first = [span(name.padEnd(8)), span(inDays(days).padEnd(14), 'strong')];
    return row(first, `on ${dayName(due, zone)}, with a stability of ${lasting(stability)}`, width);
  });
  return [[span('What each rating would do', 'heading')], ...rows];
}
