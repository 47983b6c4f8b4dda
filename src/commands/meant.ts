import { distance } from 'fastest-levenshtein';

/** What was probably meant by a name that is not known: one way of guessing for commands, settings, topics and questions. */

/** Longer names are no names of anything here. */
const LONGEST = 100;
/** More guesses than these are none. */
const MOST = 3;

/** The one name that was probably meant; null where none is near, for a wrong guess is no help. */
export function meantBy(name: string, known: readonly string[]): string | null {
  return near(name.slice(0, LONGEST), known)[0] ?? null;
}

/** The known names that may have been meant, best first: near ones, or else those that have a word of it; there may be none. */
function nearest(name: string, known: readonly string[]): readonly string[] {
  const short = name.slice(0, LONGEST);
  const found = near(short, known);
  return (found.length > 0 ? found : sharing(short, known)).slice(0, MOST);
}

/**
 * `Did you mean cnn or rnn?`
 *
 * @param otherwise what helps where nothing is near; of questions and topics unless told
 */
export function adviceOn(name: string, known: readonly string[], otherwise = 'See "tutor bank list".'): string {
  const found = nearest(name, known);
  return found.length > 0 ? `Did you mean ${found.join(' or ')}?` : otherwise;
}

const NONE = Number.POSITIVE_INFINITY;

function near(name: string, known: readonly string[]): readonly string[] {
  const found = ordered(known, other => slips(name, other));
  const [best] = found;
  // Beside a name that differs in a letter, one that merely holds it is no guess.
  return found.filter(({ cost }) => best && cost <= best.cost + 2).map(({ name }) => name);
}

/** How far a name is from what was typed, in letters; a path may also be typed without its folders, or not to its end. */
function slips(name: string, other: string): number {
  const [tail, otherTail] = [name, other].map(path => path.split('/').at(-1) ?? '') as [string, string];
  const whole = letters(name, other, Math.max(name.length < 4 ? 1 : 2, Math.floor(name.length / 3)));
  const piece = Math.max(1, Math.floor(tail.length / 4));
  const ending = tail.length < 3 ? NONE : letters(tail, otherTail, piece) + 1;
  const beginning =
    tail.length < 4 ? NONE : letters(tail, otherTail.slice(0, tail.length), Math.floor(tail.length / 6)) + 2;
  const isWithin = name.length > 1 && (other.includes(name) || (other.length > 2 && name.includes(other)));
  return Math.min(whole, ending, beginning, isWithin ? Math.abs(other.length - name.length) + 2 : NONE);
}

/** Names that have half of its words or more, those with more of them first. */
function sharing(name: string, known: readonly string[]): readonly string[] {
  const words = wordsOf(name);
  const found = ordered(known, other => {
    const others = wordsOf(other);
    const costs = words.map(word =>
      Math.min(NONE, ...others.map(one => letters(word, one, Math.max(1, Math.floor(word.length / 4))))),
    );
    const shared = costs.filter(cost => cost < NONE);
    return shared.length === 0 || shared.length < words.length / 2
      ? NONE
      : shared.reduce((sum, cost) => sum + cost, 0) - 10 * shared.length;
  });
  return found.map(({ name }) => name);
}

const SHORTEST_WORD = 3;

const wordsOf = (name: string): readonly string[] =>
  name.split(/[^\p{L}\p{N}]+/u).filter(word => word.length >= SHORTEST_WORD);

/** Letters that differ, two that changed places as one; infinite beyond the most. */
function letters(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return NONE;
  const isSwap =
    one.length === other.length &&
    [...one].some((_, i) => other === one.slice(0, i) + (one[i + 1] ?? '') + (one[i] ?? '') + one.slice(i + 2));
  const differing = isSwap && one !== other ? 1 : distance(one, other);
  return differing <= most ? differing : NONE;
}

interface Guess {
  readonly name: string;
  readonly cost: number;
}

function ordered(known: readonly string[], cost: (name: string) => number): readonly Guess[] {
  return known
    .map(name => ({ name, cost: cost(name) }))
    .filter(one => one.cost < NONE)
    .sort((a, b) => a.cost - b.cost || (a.name < b.name ? -1 : 1));
}
