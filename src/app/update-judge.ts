import type { RubricKey } from '../answers/rubric/key.ts';
import { rubricReply } from '../answers/rubric/reply.ts';
import { markVariant } from '../bank/marking.ts';
import type { VariantPart } from '../bank/variant.ts';
import { type Entry, isEmpty, replyText } from './entries/entries.ts';
import { pageText } from './entries/page.ts';
import type { Action, Moment } from './events.ts';
import { reviewOf } from './marking.ts';
import { padTexts } from './scratch/pad.ts';
import type { JudgeScreen, QuestionScreen } from './screens.ts';
import type { Next } from './session.ts';
import type { State } from './state.ts';

/** Between handing in and the mark: students grant themselves the points of what they wrote. */

/** A point that can be granted. */
export interface JudgedPoint {
  /** Index of the part, and of the point among those of its key. */
  readonly part: number;
  readonly point: number;
}

/** Written answers with their questions, and the points granted so far: all that judging needs. */
export type Judged = Pick<QuestionScreen, 'entries' | 'granted'> & {
  readonly presented: Pick<QuestionScreen['presented'], 'variant'>;
};

/** What is handed in is judged first, if there is anything to judge, and then recorded. */
export function handIn(state: State, question: QuestionScreen, moment: Moment): Next {
  const ms = Math.round(moment.monotonic - question.since);
  if (judgedParts(question).length === 0) return record(state, question, ms, moment);
  const screen: JudgeScreen = { name: 'judge', question, row: 0, ms };
  return [{ ...state, screen, scroll: 0, notice: null }, []];
}

/** The parts that students mark themselves, by their places; what was left empty has nothing to judge. */
export function judgedParts({ presented, entries }: Pick<Judged, 'presented' | 'entries'>): number[] {
  return presented.variant.parts.flatMap((part, i) =>
    part.key.kind === 'rubric' && !isEmpty(entries[i] as Entry, part) ? [i] : [],
  );
}

/** The rows of the screen, over all parts. */
export function judgedPoints(question: Judged): JudgedPoint[] {
  return judgedParts(question).flatMap(part =>
    rubricOf(question, part).points.map((_, point): JudgedPoint => ({ part, point })),
  );
}

export function rubricOf({ presented }: Pick<Judged, 'presented'>, part: number): RubricKey {
  return presented.variant.parts[part]?.key as RubricKey;
}

/** Whether each point of a part is granted. */
export function grantedIn(question: Judged, part: number): readonly boolean[] {
  return rubricOf(question, part).points.map((_, point) => question.granted[part]?.[point] ?? false);
}

export function toggled<Q extends Judged>(question: Q, { part, point }: JudgedPoint): Q {
  const own = grantedIn(question, part);
  return { ...question, granted: question.granted.with(part, own.with(point, !own[point])) };
}

type Input =
  | { readonly type: 'action'; readonly action: Action }
  | { readonly type: 'text'; readonly text: string; readonly pasted?: boolean };

export function updateJudge(state: State, screen: JudgeScreen, input: Input, moment: Moment): Next {
  const show = (changes: Partial<JudgeScreen>): Next => [
    { ...state, screen: { ...screen, ...changes }, scroll: null, notice: null },
    [],
  ];
  const { question, row, ms } = screen;
  if (input.type === 'text') return show(numbered(screen, input.text));
  const rows = judgedPoints(question);
  switch (input.action) {
    case 'up':
      return show({ row: Math.max(0, row - 1) });
    case 'down':
      return show({ row: Math.min(rows.length - 1, row + 1) });
    case 'toggle':
      return show({ question: toggled(question, rows[row] as JudgedPoint) });
    case 'submit':
      return record(state, question, ms, moment);
    case 'back': {
      // The clock stood still while points were judged.
      const writing: QuestionScreen = { ...question, since: moment.monotonic - ms, complaint: null, asked: null };
      return [{ ...state, screen: writing, scroll: null, notice: null }, []];
    }
    default:
      return [state, []];
  }
}

interface Judging<Q> {
  readonly question: Q;
  readonly row: number;
}

/** A digit ticks the point of that number in the part under the cursor; other text is no list of points. */
export function numbered<Q extends Judged>(screen: Judging<Q>, text: string): Partial<Judging<Q>> {
  if (!/^[\d\s,]+$/.test(text)) return {};
  const rows = judgedPoints(screen.question);
  const { part } = rows[screen.row] as JudgedPoint;
  return [...text].reduce<Judging<Q>>((now, digit) => {
    const row = rows.findIndex(other => other.part === part && `${other.point + 1}` === digit);
    return row < 0 ? now : { question: toggled(now.question, rows[row] as JudgedPoint), row };
  }, screen);
}

/** What goes to the log, one a part: with the points that were granted for what was written. */
export function repliesOf(question: Judged, parts: readonly VariantPart[]): string[] {
  const judged = new Set(judgedParts(question));
  return parts.map((part, i) => {
    const entry = question.entries[i] as Entry;
    return judged.has(i) && entry.kind === 'page'
      ? rubricReply(grantedIn(question, i), pageText(entry))
      : replyText(entry, part);
  });
}

function record(state: State, question: QuestionScreen, ms: number, { at, zone }: Moment): Next {
  const { presented, hint, guess, reread } = question;
  const { variant, card, usual } = presented;
  const replies = repliesOf(question, variant.parts);
  const mark = markVariant(variant, replies);
  const lane = state.lane.kind === 'study' ? 'study' : 'drill';
  const about = { lane, card, usual, hint, guess, reread, ms, at, zone, rating: null } as const;
  const { row, because } = reviewOf(variant, replies, mark, about);
  const scratch = padTexts(question.pad);
  return [state, [{ type: 'record', row: scratch ? { ...row, scratch } : row, presented, mark, because }]];
}
