import type { Tensor } from '../compute/tensor.ts';
import { type AnswerKey, markReply, numbersOf } from './answers.ts';
import type { PartMark } from './kind.ts';

/** Marking a question of several parts, where a later part may rest on an earlier one. */

export interface Mark {
  /** 0 … 1: the share of the question's credits. */
  readonly credit: number;
  readonly parts: readonly PartMark[];
}

/** Values that are not as they should be, by the part that they are an answer to. */
type Slips = Map<string, Slip>;

interface Slip {
  readonly values: Tensor;
  /** The slip was made there, and not carried from before. */
  readonly isOwn: boolean;
}

interface Part {
  readonly name: string;
  readonly credits: number;
  readonly key: AnswerKey;
}

/** What the student says of values that others rest on. */
export interface Earlier {
  /** Answers to earlier parts that are not as they should be, by the names of the parts. */
  readonly parts: ReadonlyMap<string, Tensor>;
  /** The answer to the part itself, where some of its numbers rest on others of them. */
  readonly cells: Tensor | null;
}

/** The key of a part as it follows from values of the student's; null where it does not, or would be too easy so. */
export type Rekey = (part: number, earlier: Earlier) => AnswerKey | null;

/**
 * Error carried forward: a part that is wrong is marked once more against what follows from the student's own earlier
 * values, so that one slip costs once.
 *
 * @param replies one a part, in order; a missing one counts as no answer
 */
export function markParts(parts: readonly Part[], replies: readonly string[], rekey: Rekey): Mark {
  const slips: Slips = new Map();
  const marks = parts.map((part, i): PartMark => {
    const reply = replies[i] ?? '';
    const own = markReply(part.name, reply, part.key);
    const rekeyed = (earlier: Earlier): AnswerKey | null => rekey(i, earlier);
    const mark = own.readAs === null || own.credit === 1 ? own : bestOf(own, reply, part.key, rekeyed, slips);
    const values = own.credit < 1 ? numbersOf(reply, part.key) : null;
    if (values) slips.set(part.name, { values, isOwn: mark.credit < 1 });
    return mark;
  });
  const total = parts.reduce((sum, part) => sum + part.credits, 0);
  const earned = marks.reduce((sum, mark, i) => sum + mark.credit * (parts[i] as Part).credits, 0);
  return { credit: marks.every(mark => mark.credit === 1) ? 1 : earned / total, parts: marks };
}

/** The mark that earns most: as the key stands, from all the slips before, or from one of them alone. */
function bestOf(
  own: PartMark,
  reply: string,
  key: AnswerKey,
  rekeyed: (earlier: Earlier) => AnswerKey | null,
  slips: Slips,
): PartMark {
  const numbers = numbersOf(reply, key);
  const cells = numbers && numbers.data.length > 1 ? numbers : null;
  const single = slips.size > 1 ? [...slips].reverse().map((slip): Slips => new Map([slip])) : [];
  return [slips, ...single].reduce<PartMark>((best, some) => {
    if (best.credit === 1 || (some.size === 0 && !cells)) return best;
    const parts = new Map([...some].map(([name, { values }]) => [name, values]));
    const other = rekeyed({ parts, cells });
    const carried = other && markReply(own.name, reply, other);
    return carried && carried.credit > best.credit ? fromOwn(carried, originsOf(some)) : best;
  }, own);
}

/** Where the slips were made; the parts that only follow from them need not be told. */
function originsOf(slips: Slips): string[] {
  const made = [...slips].filter(([, { isOwn }]) => isOwn);
  return (made.length > 0 ? made : [...slips]).map(([name]) => name);
}

function fromOwn(mark: PartMark, earlier: readonly string[]): PartMark {
  const names = earlier.map(name => `**${name}**`).join(' and ');
  const values = earlier.length === 0 ? 'values before it' : `answer to part${earlier.length > 1 ? 's' : ''} ${names}`;
  const said =
    mark.credit === 1
      ? `Carried forward: this follows rightly from your own ${values}, so the slip there costs nothing here.`
      : `Carried forward: marked against what follows from your own ${values}.`;
  return { ...mark, carried: true, comment: mark.comment === null ? said : `${said} ${mark.comment}` };
}

/** One slip and nothing else: every part is right, or follows from the single one that is not. */
export function isSingleSlip({ parts }: Mark): boolean {
  const wrong = parts.filter(part => part.credit < 1);
  const cells = wrong[0]?.cells?.filter(isRight => !isRight).length ?? 1;
  return parts.some(part => part.carried) && wrong.length === 1 && cells === 1;
}
