import type { Tensor } from '../compute/tensor.ts';
import { type AnswerKey, markReply, numbersOf } from './answers.ts';
import type { PartMark } from './kind.ts';
import { listed } from './wording.ts';

/** Marking a question of several parts, where a later part may rest on an earlier one. */

export interface Mark {
  /** 0 … 1: the share of the question's credits. */
  readonly credit: number;
  readonly parts: readonly PartMark[];
}

/** What a student answered to a part that others may rest on. */
interface Answered {
  readonly name: string;
  /** With the key's own numbers in place of those that were accepted. */
  readonly keyed: Tensor;
  /** Every number as it was given. */
  readonly given: Tensor;
  readonly standing: Standing;
}

/** A slip was made there; or it only follows from what came before; or it was accepted as it stands. */
type Standing = 'slip' | 'follows' | 'accepted';

interface Part {
  readonly name: string;
  readonly credits: number;
  readonly key: AnswerKey;
}

/** What the student says of values that others rest on. */
export interface Earlier {
  /** Answers to earlier parts, by the names of the parts; those left out are the key's own. */
  readonly parts: ReadonlyMap<string, Tensor>;
  /** The answer to the part itself, where some of its numbers rest on others of them. */
  readonly cells: Tensor | null;
}

/** A key as it follows from values of the student's, and the names of the earlier parts that it rests on. */
export interface Rekeyed {
  readonly key: AnswerKey;
  readonly from: ReadonlySet<string>;
}

/** null where the part does not follow from values of the student's, or would be too easy so. */
export type Rekey = (part: number, earlier: Earlier) => Rekeyed | null;

/**
 * Error carried forward: a part that is wrong is marked once more against what follows from the student's own earlier
 * values, so that one slip costs once.
 *
 * @param replies one a part, in order; a missing one counts as no answer
 */
export function markParts(parts: readonly Part[], replies: readonly string[], rekey: Rekey): Mark {
  const answered: Answered[] = [];
  const marks = parts.map((part, i): PartMark => {
    const { name, key } = part;
    const reply = replies[i] ?? '';
    const own = markReply(name, reply, key);
    const follow = (earlier: Earlier): Rekeyed | null => rekey(i, earlier);
    const mark = own.readAs === null || own.credit === 1 ? own : bestOf(own, reply, key, follow, answered);
    const keyed = numbersOf(reply, key, 'as keyed');
    const given = numbersOf(reply, key, 'as given');
    const standing = own.credit === 1 ? 'accepted' : mark.credit === 1 ? 'follows' : 'slip';
    if (keyed && given) answered.push({ name, keyed, given, standing });
    return mark;
  });
  const total = parts.reduce((sum, part) => sum + part.credits, 0);
  const earned = marks.reduce((sum, mark, i) => sum + mark.credit * (parts[i] as Part).credits, 0);
  return { credit: marks.every(mark => mark.credit === 1) ? 1 : earned / total, parts: marks };
}

/** The mark that earns most: as the key stands, or from what the student said of values before. */
function bestOf(
  own: PartMark,
  reply: string,
  key: AnswerKey,
  follow: (earlier: Earlier) => Rekeyed | null,
  answered: readonly Answered[],
): PartMark {
  return beginnings(reply, key, answered).reduce<PartMark>((best, earlier) => {
    if (best.credit === 1 || (earlier.parts.size === 0 && !earlier.cells)) return best;
    const other = follow(earlier);
    const carried = other && markReply(own.name, reply, other.key);
    if (!carried || carried.credit <= best.credit) return best;
    return fromOwn(
      withMistake(carried, own),
      answered.filter(({ name }) => earlier.parts.has(name) && other.from.has(name)),
    );
  }, own);
}

/**
 * From all the slips before, or from one of them alone; or from everything before just as it was given: a little that was
 * accepted may be much in a difference.
 */
function beginnings(reply: string, key: AnswerKey, answered: readonly Answered[]): readonly Earlier[] {
  const slips = answered.filter(({ standing }) => standing !== 'accepted');
  const single = slips.length > 1 ? slips.toReversed().map(slip => [slip]) : [];
  const beginning = (some: readonly Answered[], which: 'keyed' | 'given'): Earlier => {
    const numbers = numbersOf(reply, key, which === 'keyed' ? 'as keyed' : 'as given');
    return {
      parts: new Map(some.map(one => [one.name, one[which]])),
      cells: numbers && numbers.data.length > 1 ? numbers : null,
    };
  };
  return [...[slips, ...single].map(some => beginning(some, 'keyed')), beginning(answered, 'given')];
}

/** Between cells that follow from one another, what the first of them shows is seen in all of them together. */
function withMistake(carried: PartMark, { mistake, comment }: PartMark): PartMark {
  return carried.credit < 1 && carried.mistake === null && mistake !== null
    ? { ...carried, mistake, comment }
    : carried;
}

/** Told are the parts where slips were made, or else those that were not quite the key. */
function fromOwn(mark: PartMark, before: readonly Answered[]): PartMark {
  const made = before.filter(({ standing }) => standing === 'slip');
  const near = before.filter(({ standing, keyed, given }) => standing === 'follows' || differ(keyed, given));
  const names = (made.length > 0 ? made : near).map(({ name }) => `**${name}**`);
  const values =
    names.length === 0 ? 'values before it' : `answer to part${names.length > 1 ? 's' : ''} ${listed(names)}`;
  const costless = made.length > 0 ? 'the slip there' : 'what was off there';
  const said =
    mark.credit === 1
      ? `Carried forward: this follows rightly from your own ${values}, so ${costless} costs nothing here.`
      : `Carried forward: marked against what follows from your own ${values}.`;
  return { ...mark, carried: true, comment: mark.comment === null ? said : `${mark.comment}\n\n${said}` };
}

function differ(one: Tensor, other: Tensor): boolean {
  return one.data.some((value, i) => value !== other.data[i]);
}

/** One slip and nothing else: every part is right, or follows from the single one that is not. */
export function isSingleSlip({ parts }: Mark): boolean {
  const wrong = parts.filter(part => part.credit < 1);
  const cells = wrong[0]?.cells?.filter(isRight => !isRight).length ?? 1;
  return parts.some(part => part.carried) && wrong.length === 1 && cells === 1;
}
