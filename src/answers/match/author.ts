import * as v from 'valibot';
import type { Located, Place } from '../../language/located.ts';
import type { Author, Making } from '../author.ts';
import { list, shown, text } from '../fields.ts';
import { draw, shuffled } from '../shuffle.ts';
import type { MatchKey } from './key.ts';

/** `match:` with pairs of a blank or term and what it `is`, and `extra:` options that belong to none. */

interface Pair {
  readonly blank?: string;
  readonly text?: string;
  readonly is: string;
  readonly why?: string;
}

interface MatchFields {
  readonly match: readonly Pair[];
  readonly extra?: readonly string[];
  readonly show?: number;
}

interface PairTemplate {
  /** As the figure calls it; null where it is numbered in the order shown. */
  readonly blank: string | null;
  readonly text: Located | null;
  readonly is: Located;
  readonly why: Located | null;
}

export interface MatchAnswer {
  readonly kind: 'match';
  readonly pairs: readonly PairTemplate[];
  readonly extra: readonly Located[];
  /** How many of the pairs are asked for; null for all. */
  readonly show: number | null;
}

/** Options are letters, and some letters mean something to a session. */
const MOST_OPTIONS = 14;

const NUMBERED = 'blanks are numbered: 1, 2, 3 …';

const pair = v.strictObject({
  blank: v.optional(
    v.pipe(v.union([v.string(), v.number()], NUMBERED), v.transform(String), v.regex(/^[1-9]\d?$/, NUMBERED)),
  ),
  text: v.optional(text('the term, or what the blank is')),
  is: text('what belongs there'),
  why: v.optional(text('why it belongs there')),
});

function problems({ pairs, extra, show }: MatchAnswer): (Place & { message: string })[] {
  const first = (pairs[0] as PairTemplate).is;
  const found: string[] = [];
  const blanks = pairs.flatMap(one => one.blank ?? []);
  const options = new Set([...pairs.map(one => one.is.text), ...extra.map(one => one.text)]);
  if (new Set(blanks).size < blanks.length) found.push('two blanks bear one number');
  if (blanks.length > 0 && blanks.length < pairs.length) found.push('either every pair has a blank: or none');
  if (blanks.length > 0 && show !== null) found.push('the blanks of a figure are all asked for: leave out show:');
  if (blanks.length === 0 && pairs.some(one => one.text === null)) found.push('a pair needs its text: or its blank:');
  if (options.size < 2) found.push('there must be at least two things to choose from');
  if (options.size > MOST_OPTIONS) found.push(`at most ${MOST_OPTIONS} options fit on the screen`);
  if ((show ?? 0) > pairs.length) found.push(`show: there are only ${pairs.length} pairs`);
  const texts = pairs.flatMap(one => one.text ?? []);
  const again = texts.find((one, i) => texts.some((other, j) => j < i && other.text === one.text));
  const idle = extra.find(one => pairs.some(({ is }) => is.text === one.text));
  return [
    ...found.map(message => ({ ...first, message: `match: ${message}` })),
    ...(again ? [{ ...again, message: 'match: two pairs have the same text: say what tells them apart' }] : []),
    ...(idle ? [{ ...idle, message: 'match: extra: this option belongs to a pair: leave it out here' }] : []),
  ];
}

/** Options that read alike are one, and it may belong to several blanks. */
function key({ pairs, extra, show }: MatchAnswer, making: Making): MatchKey {
  const asked = show === null ? pairs : draw(pairs, show, making.shuffle);
  const texts = [...new Set([...asked.map(one => one.is), ...extra].map(making.fill))];
  const options = shuffled(texts, making.shuffle).map((content, i) => ({
    label: String.fromCharCode(97 + i),
    text: content,
  }));
  const labelOf = (is: Located): string => options.find(option => option.text === making.fill(is))?.label as string;
  const blanks = asked.map((one, i) => ({
    label: one.blank ?? `${i + 1}`,
    text: one.text ? making.fill(one.text) : '',
    answer: labelOf(one.is),
    why: one.why && making.fill(one.why),
  }));
  return { kind: 'match', blanks, options };
}

export const matchAuthor: Author<MatchFields, MatchAnswer, MatchKey> = {
  fields: {
    match: v.optional(v.pipe(list(pair, '- { text: …, is: … }'), v.minLength(2, 'needs at least two pairs'))),
    extra: v.optional(list(text('an option that belongs to nothing'), '[momentum]')),
    show: v.optional(shown),
  },
  read: ({ match, extra = [], show }, { textAt }) => ({
    kind: 'match',
    pairs: match.map((one, i) => ({
      blank: one.blank ?? null,
      text: one.text === undefined ? null : textAt(one.text, 'match', i, 'text'),
      is: textAt(one.is, 'match', i, 'is'),
      why: one.why === undefined ? null : textAt(one.why, 'match', i, 'why'),
    })),
    extra: extra.map((one, i) => textAt(one, 'extra', i)),
    show: show ?? null,
  }),
  formulas: () => [],
  texts: ({ pairs, extra }) => [
    ...pairs.flatMap(({ text: own, is, why }) => [own, is, why].flatMap(one => one ?? [])),
    ...extra,
  ],
  problems,
  recognises: false,
  shuffles: () => true,
  key,
};
