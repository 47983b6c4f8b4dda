import type { Living, Machine } from '../../app/machine.ts';
import type { Heard, HeardLine } from './heard.ts';
import { heard } from './reader.ts';

/** What a listener is told: all of a new screen, and then only what changes. */

export interface Transcript {
  /** Lines that stand as they were said. */
  readonly said: readonly string[];
  /** What is under the cursor now, which each key may change. */
  readonly current: string;
}

export interface Listening {
  readonly transcript: () => Transcript;
  /** @returns a function that ends the subscription */
  readonly subscribe: (listener: () => void) => () => void;
}

export function listen(machine: Machine, zone: string): Listening {
  return listenWith(machine, state => heard(state, zone));
}

/** @param hear what there is to be heard of a state */
export function listenWith<S extends { readonly over: unknown }>(
  machine: Pick<Living<S, never>, 'state' | 'subscribe'> & { readonly latest: () => Happened | null },
  hear: (state: S) => Heard,
): Listening {
  let before = machine.state();
  let last = hear(before);
  // What came with an event is news once, however many answers follow from it.
  let told = machine.latest();
  let transcript: Transcript = { said: news(null, last), current: last.current };
  const listeners = new Set<() => void>();
  machine.subscribe(() => {
    const state = machine.state();
    const now = hear(state);
    const event = machine.latest();
    const isTold = state !== before && event !== told && !leavesNotice(event);
    if (isTold && now.notice.length > 0) told = event;
    // Nothing is under the cursor of a session that is over.
    transcript = state.over
      ? { ...transcript, current: '' }
      : { said: [...transcript.said, ...news(last, now, isTold)], current: now.current };
    last = now;
    before = state;
    for (const listener of listeners) listener();
  });
  return {
    transcript: () => transcript,
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** As much of an event as tells whether a line about what just happened came with it. */
interface Happened {
  readonly type: string;
  readonly action?: string;
}

/** What leaves that line as it was; all else takes it away, or says it of itself. */
const QUIET: ReadonlySet<string | undefined> = new Set(['scroll', 'tick', 'story', 'clock']);

function leavesNotice(event: Happened | null): boolean {
  return event === null || QUIET.has(event.type) || QUIET.has(event.action);
}

/**
 * What has to be said, after what was heard last.
 *
 * @param isTold whether what just happened is news even in the same words
 */
export function news(before: Heard | null, now: Heard, isTold = false): readonly string[] {
  if (!before || before.scene.some((thing, i) => thing !== now.scene[i])) {
    const body = now.body.filter(({ isField }) => !isField);
    return [now.place, ...[...body, ...now.panel, ...now.notice].map(sentence), `Keys: ${now.keys.join(', ')}.`];
  }
  const panel = now.objection !== null && now.objection !== before.objection ? [] : before.panel;
  const keys = now.keys.filter(key => !before.keys.includes(key));
  return [
    ...unheard(before.body, now.body),
    ...unheard(panel, now.panel),
    ...unheard(isTold ? [] : before.notice, now.notice),
    ...now.toggles.flatMap(({ is, on, off }, i) => (before.toggles[i]?.is === is ? [] : [is ? on : off])),
    ...(keys.length > 0 ? [`Keys now: ${keys.join(', ')}.`] : []),
  ].filter(Boolean);
}

/** Lines that were not there, or were not marked; a page is heard line by line, with its cursor. */
function unheard(before: readonly HeardLine[], now: readonly HeardLine[]): string[] {
  const known = new Map<string, { times: number; marked: boolean }>();
  for (const { text: written, marked } of before) {
    const text = written.replace(IN_USE, '');
    const line = known.get(text);
    known.set(text, { times: (line?.times ?? 0) + 1, marked: marked || (line?.marked ?? false) });
  }
  return now.flatMap(line => {
    const was = known.get(line.text.replace(IN_USE, ''));
    const isKnown = was !== undefined && was.times > 0;
    if (was) was.times--;
    if (line.inFocus || line.ofPage || (isKnown && (was.marked || !line.marked))) return [];
    return [sentence(line)];
  });
}

/** Which options are given is said of what they are given to. */
const IN_USE = /^in use: /;

function sentence({ text, marked }: HeardLine): string {
  return marked ? `current: ${text}` : text;
}
