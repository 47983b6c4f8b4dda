import type { ChoiceKey } from '../../answers/choice/choice.ts';
import { share } from './numbers.ts';

/** Boxes to tick, as Moodle grants credit for them: it adds up what every ticked box is worth, and never goes below 0. */

interface Tick {
  /** Null for the option that Moodle needs in addition. */
  readonly label: string | null;
  /** In percent. */
  readonly worth: number;
}

/** Moodle takes no tick at all for no answer, so that "none of them" has to be something to tick. */
export const NONE = 'None of them.';

/**
 * All or nothing cannot be said exactly: whoever ticks some of the right boxes and no wrong one gets a part of the credit.
 * A wrong tick outweighs all right ones. With minus points, wrong ticks cost equal shares, and that is exact.
 */
export function ticks({ options, rule }: ChoiceKey): readonly Tick[] {
  const right = options.filter(option => option.right).length;
  const wrong = rule === 'negative' ? share(Math.max(1, options.length - right)) : 100;
  return [
    ...options.map(option => ({ label: option.label, worth: option.right ? share(right) : -wrong })),
    { label: null, worth: right === 0 ? 100 : -100 },
  ];
}
