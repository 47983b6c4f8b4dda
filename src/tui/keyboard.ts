import { useInput, useIsScreenReaderEnabled, useWindowSize } from 'ink';
import { type Keyed, suspends } from './dispatch.ts';
import type { Lending } from './handover.ts';
import { asKey, type Press, presses } from './input.ts';
import { SMALLEST } from './layout.ts';

/** In a window too small to show what they would do, no others do anything. */
const LEADING_OUT: ReadonlySet<string> = new Set(['ctrl-c', 'escape']);

interface Taking extends Lending {
  /** The keys that work now. */
  readonly active: () => readonly Keyed<unknown>[];
  /** Of several keys that arrive at once, each meets what the ones before it have made of the screen. */
  readonly take: (press: Press) => void;
}

/** Hands on what is pressed. @returns whether nobody sees what it does */
export function useKeys({ active, take, isAway, suspend }: Taking): boolean {
  const { columns, rows } = useWindowSize();
  const isSeen = columns >= SMALLEST.columns && rows >= SMALLEST.rows;
  const isBlind = !useIsScreenReaderEnabled() && !isSeen;
  useInput((input, key) => {
    for (const press of presses(input, key)) {
      // What was typed ahead of an editor or of the shell means nothing once they are there.
      if (isAway()) return;
      if (suspends(press, active())) return suspend();
      if (!isBlind || LEADING_OUT.has(asKey(press))) take(press);
    }
  });
  return isBlind;
}
