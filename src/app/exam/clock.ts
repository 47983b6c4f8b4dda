import type { Moment } from '../events.ts';

/** The time of an exam. All in milliseconds. */

/** How the clock goes on while the program is closed; `none`: nobody watches it. */
export type ExamClock = 'runs' | 'pauses' | 'none';

export interface Watch {
  readonly policy: ExamClock;
  readonly limitMs: number;
  /** On the wall clock. */
  readonly startedAt: number;
  /** Time used: never more than the limit, never less than before. */
  readonly elapsedMs: number;
  /** When it was looked at last: by the wall clock, and by one that never jumps. */
  readonly wall: number;
  readonly monotonic: number;
}

/** In a program that is awake no more time than this goes by between two looks. */
export const AWAKE_MS = 2_000;

export function started(policy: ExamClock, limitMs: number, { at, monotonic }: Moment): Watch {
  const wall = at.getTime();
  return { policy, limitMs, startedAt: wall, elapsedMs: 0, wall, monotonic };
}

/** After the program was closed. */
export function takenUp(
  watch: Pick<Watch, 'policy' | 'limitMs' | 'startedAt' | 'elapsedMs'>,
  { at, monotonic }: Moment,
): Watch {
  const wall = at.getTime();
  const elapsedMs = watch.policy === 'runs' ? Math.max(watch.elapsedMs, wall - watch.startedAt) : watch.elapsedMs;
  return { ...watch, elapsedMs: Math.min(watch.limitMs, elapsedMs), wall, monotonic };
}

/**
 * Time has gone on. Where the clock runs, that is the time on the wall since the beginning; a clock that is set back gives
 * none. Where it pauses, the gaps between looks add up, as far as the program was awake.
 */
export function looked(watch: Watch, { at, monotonic }: Moment): Watch {
  const { policy, limitMs, startedAt, elapsedMs } = watch;
  const wall = at.getTime();
  const ran = Math.max(0, monotonic - watch.monotonic);
  const used: Readonly<Record<ExamClock, number>> = {
    runs: Math.max(elapsedMs + ran, wall - startedAt),
    pauses: elapsedMs + Math.min(AWAKE_MS, Math.max(ran, wall - watch.wall)),
    none: 0,
  };
  return { ...watch, elapsedMs: Math.min(limitMs, used[policy]), wall, monotonic };
}

/** null where nobody watches. */
export function leftMs({ policy, limitMs, elapsedMs }: Watch): number | null {
  return policy === 'none' ? null : limitMs - elapsedMs;
}

/** Minutes before the end that are announced, as long as so much time is left: to the first one, and to the last. */
const WARNINGS: readonly { readonly minutes: number; readonly untilMs: number; readonly text: string }[] = [
  { minutes: 10, untilMs: 9 * 60_000, text: 'Ten minutes left.' },
  { minutes: 1, untilMs: 0, text: 'The last minute. When the time is up, what is there is handed in.' },
];

/** A line while it is to be seen; null for none. */
export function warningOf(watch: Watch): string | null {
  const left = leftMs(watch);
  if (left === null) return null;
  const now = WARNINGS.find(
    ({ minutes, untilMs }) => watch.limitMs > minutes * 60_000 && left <= minutes * 60_000 && left > untilMs,
  );
  return now?.text ?? null;
}

/** `43:10`; what is begun counts as a whole second. */
export function clockText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** `43 minutes and 10 seconds` */
export function clockWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  if (minutes === 0) return counted(rest, 'second');
  return rest === 0 ? counted(minutes, 'minute') : `${counted(minutes, 'minute')} and ${counted(rest, 'second')}`;
}
