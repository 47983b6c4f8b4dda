/** Greek letters and what they are called, small and capital. */

const SMALL =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega';
const LETTERS = 'αβγδεζηθικλμνξπρστυφχψω';

export const GREEK: ReadonlyMap<string, string> = new Map(
  SMALL.split(' ').flatMap((name, i) => {
    const letter = LETTERS.charAt(i);
    return [
      [letter, name],
      [letter.toUpperCase(), name.charAt(0).toUpperCase() + name.slice(1)],
    ] as const;
  }),
);
