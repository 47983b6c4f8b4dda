/** The options of a choice, which of them are right, and how ticks become credit. */

export interface Option {
  /** a, b, c … in the order shown. */
  readonly label: string;
  readonly text: string;
  readonly right: boolean;
  readonly why: string | null;
  /** The misconception that choosing it shows. */
  readonly tag?: string;
}

/** How ticks become credit; by name in the question file. */
export const CHOICE_RULES = ['all-or-nothing', 'per-option', 'negative'] as const;
export type ChoiceRule = (typeof CHOICE_RULES)[number];

export interface ChoiceKey {
  readonly kind: 'choice';
  /** Any number of options may be right, none included; else exactly one is. */
  readonly many: boolean;
  readonly rule: ChoiceRule;
  readonly options: readonly Option[];
}

/** Options are answered by their letters; from h on these mean something else to a session. */
export const MOST_SHOWN = 7;

export function rightLabels({ options }: ChoiceKey): string[] {
  return options.filter(option => option.right).map(option => option.label);
}
