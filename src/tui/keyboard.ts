import { useInput, useIsScreenReaderEnabled, usePaste, useWindowSize } from 'ink';
import { type Keyed, suspends } from './dispatch.ts';
import type { Lending } from './handover.ts';
import { asKey, gathered, type Press, presses, type Run } from './input.ts';
import { SMALLEST } from './layout.ts';

/** In a window too small to show what they would do, no others do anything. */
const LEADING_OUT: ReadonlySet<string> = new Set(['ctrl-c', 'escape']);

interface Taking extends Lending {
  /** The keys that work now. */
  readonly active: () => readonly Keyed<unknown>[];
  /** Of several keys that arrive at once, each meets what the ones before it have made of the screen. */
  readonly take: (press: Press) => void;
  readonly paste: (text: string) => void;
}

/** Hands on what is pressed and pasted. */
export function useKeys({ active, take, paste, isAway, suspend }: Taking): void {
  const { columns, rows } = useWindowSize();
  const isSeen = columns >= SMALLEST.columns && rows >= SMALLEST.rows;
  const isBlind = !useIsScreenReaderEnabled() && !isSeen;
  /** Of a key that is held down, if its first letter is one. */
  const isOfKeys = ({ run: [first] }: Run): boolean =>
    first !== undefined && active().some(({ keys }) => keys.includes(asKey(first)));
  useInput((input, key) => {
    for (const one of gathered(presses(input, key))) {
      const pasted = 'run' in one && !isOfKeys(one) ? one.text : null;
      if (pasted !== null && !isAway() && !isBlind) paste(pasted);
      if (pasted !== null) continue;
      for (const press of 'run' in one ? one.run : [one]) {
        // What was typed ahead of an editor or of the shell means nothing once they are there.
        if (isAway()) return;
        if (suspends(press, active())) return suspend();
        if (!isBlind || LEADING_OUT.has(asKey(press))) take(press);
      }
    }
  });
  usePaste(text => isBlind || paste(text));
}
