import type { AnswerKind, Judgement, Reading } from '../kind.ts';
import { clean, offsetIn } from './clean.ts';
import { nearly, same } from './fit.ts';
import { isTerm } from './known.ts';
import { readings } from './phrase.ts';
import { joint } from './several.ts';

/** A term of the field, in any spelling and with one slip of the hand, but never another term. */

/** A misconception and the term that it leads to. */
export interface WordsMistake {
  readonly text: string;
  readonly tag: string;
  readonly because: string;
}

export interface WordsKey {
  readonly kind: 'words';
  /** The first is shown as the answer, the others mean the same. */
  readonly accepted: readonly string[];
  /** Other terms, never to be taken for the answer. */
  readonly others: readonly string[];
  readonly mistakes: readonly WordsMistake[];
}

const LONGEST = 200;
/** Even with what cleaning takes away. */
const LONGEST_RAW = 1000;

function read(text: string, key: WordsKey): Reading<string> {
  const unreadable = (reason: string, position = 0): Reading<never> => ({ status: 'unreadable', reason, position });
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_RAW) return unreadable('a term or a short phrase is wanted');
  const reply = clean(trimmed);
  if (reply === '') return { status: 'empty' };
  if (reply.length > LONGEST || !/[\p{L}\p{N}]/u.test(reply)) return unreadable('a term or a short phrase is wanted');
  const terms = [...key.accepted, ...key.others, ...key.mistakes.map(mistake => mistake.text)];
  const phrases = readings(reply);
  const isOne = same(phrases, terms) !== null || phrases.some(({ normal }) => isTerm(normal));
  const several = isOne ? null : joint(reply, terms);
  if (several === null) return { status: 'read', reply, readAs: reply };
  return unreadable(`give one term, without what follows "${several.sign}"`, offsetIn(text, several.at));
}

function mark(reply: string, key: WordsKey): Judgement {
  const replies = readings(reply);
  const texts = key.mistakes.map(({ text }) => text);
  const nothing: Judgement = { credit: 0, mistake: null, comment: null };
  const told = (text: string | null): Judgement => {
    const shown = key.mistakes.find(mistake => mistake.text === text);
    return { ...nothing, mistake: shown?.tag ?? null, comment: shown?.because ?? null };
  };
  const term = same(replies, [...key.accepted, ...texts, ...key.others]);
  if (term !== null) return key.accepted.includes(term) ? { ...nothing, credit: 1 } : told(term);
  if (replies.some(({ normal }) => isTerm(normal))) return nothing;
  const right = nearly(replies, key.accepted);
  const wrong = nearly(replies, [...texts, ...key.others]);
  if (right === null) return told(wrong);
  return wrong === null
    ? { ...nothing, credit: 1, comment: `Right; it is spelt **${right}**.` }
    : { ...nothing, comment: `This is one letter from **${right}** and one from **${wrong}**: it can mean either.` };
}

/** `**overfitting**, also high variance` */
function show({ accepted: [first = '', ...others] }: WordsKey): string {
  return others.length === 0 ? `**${first}**` : `**${first}**, also ${others.join(', ')}`;
}

export const wordsKind: AnswerKind<WordsKey, string> = {
  read,
  mark,
  print: key => key.accepted[0] ?? '',
  data: key => ({ key: key.accepted }),
  show,
  space: () => ({ kind: 'line', note: null }),
  mistakes: key => key.mistakes.map(({ text, tag, because }) => ({ value: text, shown: text, tag, because })),
};
