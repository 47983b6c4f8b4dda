import { accepts, type Interval } from './tolerance.ts';
import { transpositions } from './transpositions.ts';

/**
 * Slips of arithmetic that happen to anybody, with any key. A reply shows one where it would be right without the slip:
 * where, with the slip undone, it would be accepted and no further off than the default tolerance allows.
 */

interface Target {
  readonly value: number;
  readonly accepts: Interval;
}

interface NearMiss {
  /** null where it is a clue, and no slip with a name. */
  readonly tag: string | null;
  /** Markdown. */
  readonly comment: string;
}

interface Slip extends NearMiss {
  readonly tag: string;
  readonly fits: (reply: number, key: Target) => boolean;
}

/** A wider tolerance of the author's does not make distant numbers alike. */
const FURTHEST = 0.005;
/** What is off by more was not rounded but computed otherwise. */
const ROUNDED_BY = 0.05;
/** So many half widths of the accepted interval still look like rounding on the way. */
const ROUNDED_WIDTHS = 10;

const near = (name: string): string => `near: ${name}`;

/** The plainest stand first, and the first that fits is named. */
const SLIPS: readonly Slip[] = [
  {
    tag: near('sign'),
    comment: 'The sign is wrong: the size is as it should be.',
    fits: undone(reply => [-reply]),
  },
  {
    tag: near('off by one'),
    comment: 'This is one more than the right count: is something counted that should not be?',
    fits: (reply, key) => isCount(key) && accepts(key.accepts, reply - 1),
  },
  {
    tag: near('off by one'),
    comment: 'This is one less than the right count: is something left out, such as one end or a bias?',
    fits: (reply, key) => isCount(key) && accepts(key.accepts, reply + 1),
  },
  {
    tag: near('factor 2'),
    comment: 'This is twice the right value: a factor 2 is in it that should not be, or a half is missing.',
    fits: undone(reply => [reply / 2]),
  },
  {
    tag: near('factor 2'),
    comment: 'This is half the right value: a factor 2 is missing, or a half is in it that should not be.',
    fits: undone(reply => [reply * 2]),
  },
  {
    tag: near('power of ten'),
    comment: 'This is 100 times the right value: the digits are right. Was a percentage meant? Then write 5 % or 0.05.',
    fits: undone(reply => [reply / 100]),
  },
  {
    tag: near('power of ten'),
    comment:
      'This is a hundredth of the right value: the digits are right. Was a percentage divided by 100 once too often?',
    fits: undone(reply => [reply * 100]),
  },
  {
    tag: near('power of ten'),
    comment: 'The digits are right and the power of ten is not: this is too large.',
    fits: undone(reply => [reply / 10, reply / 1000]),
  },
  {
    tag: near('power of ten'),
    comment: 'The digits are right and the power of ten is not: this is too small.',
    fits: undone(reply => [reply * 10, reply * 1000]),
  },
  {
    tag: near('transposed digits'),
    comment: 'Two neighbouring digits seem to have changed places.',
    fits: (reply, key) =>
      transpositions(reply).some(
        ({ value, unit }) => Math.abs(value - key.value) <= unit && wouldBeRight(value, reply, key),
      ),
  },
  {
    tag: near('rounded too early'),
    comment: 'Close, but outside of what is accepted: was something rounded too early?',
    fits: (reply, { value, accepts: [low, high] }) => {
      const off = Math.abs(reply - value);
      return off <= (ROUNDED_WIDTHS * (high - low)) / 2 && off <= ROUNDED_BY * Math.abs(value);
    },
  },
];

/** The slip that a reply shows which is not accepted; null for none, and where 0 is accepted: there nothing is relative. */
export function nearMiss(reply: number, key: Target): NearMiss | null {
  if (accepts(key.accepts, 0)) return null;
  const slip = SLIPS.find(({ fits }) => fits(reply, key));
  return slip ? { tag: slip.tag, comment: slip.comment } : multiple(reply, key);
}

/** Factors by which a value is off that say where to look; 2 and the powers of ten are slips of their own. */
const FACTORS: readonly number[] = [3, 4, 5, 6, 7, 8, 9, 12, 16, 25, 32, 64];
/** A smaller whole number has small multiples by chance. */
const LEAST_WHOLE = 10;

function multiple(reply: number, key: Target): NearMiss | null {
  if ([reply, key.value].some(value => Number.isInteger(value) && Math.abs(value) < LEAST_WHOLE)) return null;
  const large = FACTORS.find(factor => wouldBeRight(reply / factor, reply, key));
  if (large) return { tag: null, comment: `This is ${large} times the right value: what is in it once too often?` };
  const small = FACTORS.find(factor => wouldBeRight(reply * factor, reply, key));
  return small ? { tag: null, comment: `The right value is ${small} times this: which factor is missing?` } : null;
}

function undone(undo: (reply: number) => readonly number[]): Slip['fits'] {
  return (reply, key) => undo(reply).some(without => wouldBeRight(without, reply, key));
}

function wouldBeRight(without: number, reply: number, { value, accepts: interval }: Target): boolean {
  if (!accepts(interval, without) || Math.abs(without - value) > FURTHEST * (1 + 1e-9) * Math.abs(value)) return false;
  // The same slip, made with the key itself: where even that is accepted, it is none.
  return !accepts(interval, value * (reply / without));
}

/** How many there are of something: whole, and nothing else is accepted. */
function isCount({ value, accepts: [low, high] }: Target): boolean {
  return Number.isInteger(value) && value > 0 && low === high;
}
