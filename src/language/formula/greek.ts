/** Greek letters by name. */

const NAMES =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega'.split(
    ' ',
  );
const LETTERS = 'αβγδεζηθικλμνξοπρστυφχψω';

const capital = (word: string): string => `${word[0]?.toUpperCase()}${word.slice(1)}`;

/** `beta` to β, `Delta` to Δ. */
export const GREEK: ReadonlyMap<string, string> = new Map(
  NAMES.flatMap((name, i) => {
    const letter = LETTERS[i] as string;
    return [[name, letter] as const, [capital(name), letter.toUpperCase()] as const];
  }),
);

/** β to `beta`, Δ to `Delta`; ς is a sigma too. */
export const NAME_OF_GREEK: ReadonlyMap<string, string> = new Map([
  ...[...GREEK].map(([name, letter]) => [letter, name] as const),
  ['ς', 'sigma'],
]);

/** What else a letter is called. */
export const ALSO_CALLED: ReadonlyMap<string, string> = new Map([['eps', 'epsilon']]);
