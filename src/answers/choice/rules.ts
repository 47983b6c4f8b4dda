import type { ChoiceKey, ChoiceRule } from './key.ts';

/** Rules that turn ticks into credit. */

/** The boxes of a reply, counted. */
interface Boxes {
  readonly right: number;
  readonly wrong: number;
  readonly rightTicked: number;
  readonly wrongTicked: number;
}

interface Rule {
  /** What the student is told, behind `marked`; null where it is what everybody expects. */
  readonly words: string | null;
  /** Of a reply with at least one box that is not as it should be. */
  readonly credit: (boxes: Boxes) => number;
}

const RULES: Readonly<Record<ChoiceRule, Rule>> = {
  'all-or-nothing': { words: null, credit: () => 0 },
  'per-option': {
    words: 'per option: each counts by itself, ticked if it is right and left open if it is wrong',
    credit: ({ right, wrong, rightTicked, wrongTicked }) => (rightTicked + wrong - wrongTicked) / (right + wrong),
  },
  negative: {
    words:
      'with minus points: right ticks earn equal shares, wrong ticks cost equal shares, and the credit never falls below 0',
    // Where no option is right, all the credit is there from the start.
    credit: ({ right, wrong, rightTicked, wrongTicked }) =>
      Math.max(0, (right === 0 ? 1 : rightTicked / right) - (wrong === 0 ? 0 : wrongTicked / wrong)),
  },
};

/** What a student must know of the rule; null for all or nothing, and where one option is right, as all rules agree there. */
export function ruleWords({ many, rule }: ChoiceKey): string | null {
  return many ? RULES[rule].words : null;
}

/** @param ticked labels */
export function creditFor(ticked: readonly string[], { many, rule, options }: ChoiceKey): number {
  const right = options.filter(option => option.right);
  const rightTicked = right.filter(({ label }) => ticked.includes(label)).length;
  const wrongTicked = options.filter(option => !option.right && ticked.includes(option.label)).length;
  if (rightTicked === right.length && wrongTicked === 0) return 1;
  // One misplaced tick is wrong in two boxes, and still no half of an answer.
  if (!many) return 0;
  return RULES[rule].credit({ right: right.length, wrong: options.length - right.length, rightTicked, wrongTicked });
}
