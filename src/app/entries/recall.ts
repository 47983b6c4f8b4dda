import type { KindName } from '../../answers/answers.ts';
import type { VariantPart } from '../../bank/variant.ts';
import { type Edits, walkedBack, walkedTo } from './edits.ts';
import { type Entry, emptyEntry, replyText, typeInto } from './entries.ts';

/** What was typed before into fields of the same kind, to be had again as in a shell. */

export interface TypedReply {
  readonly kind: KindName;
  readonly text: string;
}

/** Replies that mean the same with any question; letters and numbers of options do not, and a page is no line. */
const RECALLED: ReadonlySet<KindName> = new Set(['number', 'shape', 'expression', 'words', 'tensor', 'table']);
const MOST = 100;

/** The replies that can be had again later, the part typed last behind the others. */
export function typedReplies(entries: readonly Entry[], parts: readonly VariantPart[]): readonly TypedReply[] {
  return parts.flatMap((part, i): TypedReply[] => {
    const { kind } = part.key;
    const entry = entries[i];
    const text = entry && RECALLED.has(kind) ? replyText(entry, part).trim() : '';
    return text === '' ? [] : [{ kind, text }];
  });
}

/** Each reply once, where it was typed last. */
export function remembered(typed: readonly TypedReply[], more: readonly TypedReply[]): readonly TypedReply[] {
  const isAgain = ({ kind, text }: TypedReply): boolean =>
    more.some(other => other.kind === kind && other.text === text);
  return [...typed.filter(reply => !isAgain(reply)), ...more].slice(-MOST);
}

/**
 * One step through what was typed before, from the newest on, and back to what stood there first.
 * @returns null where there is no further one
 */
export function recalled(
  edits: Edits,
  entry: Entry,
  part: VariantPart,
  typed: readonly TypedReply[],
  by: 1 | -1,
): { readonly entry: Entry; readonly edits: Edits } | null {
  const walk = edits.run?.kind === 'recalling' ? edits.run : null;
  const earlier = typed.filter(({ kind }) => kind === part.key.kind && RECALLED.has(kind)).flatMap(toEntry(part));
  const at = (walk?.at ?? earlier.length) + by;
  if (walk && at === earlier.length) return walkedBack(edits, walk.draft);
  const found = earlier[at];
  if (!found) return null;
  return { entry: found, edits: walkedTo(edits, entry, at) };
}

/** Nothing for a matrix that does not fit these cells. */
function toEntry(part: VariantPart): ({ text }: TypedReply) => readonly Entry[] {
  const empty = emptyEntry(part);
  return ({ text }) => {
    const entry = typeInto(empty, text, part, true);
    if (entry.kind !== 'grid') return [entry];
    const cells = entry.cells.flat();
    const filled = cells.filter(({ characters }) => characters.length > 0).length;
    return entry.note === null && (filled > 1 || cells.length === 1) ? [entry] : [];
  };
}
