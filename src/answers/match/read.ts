import { quotedStart } from '../../language/error.ts';
import type { Reading } from '../kind.ts';
import type { MatchKey, MatchReply } from './key.ts';

/** `1=c 2=a`, or the options alone in the order of the blanks: `c a b`, `cab`; `_` leaves a blank empty. */

const LONGEST = 2000;
const EXAMPLE = '1=c 2=a';
const SEPARATORS = /[\s\p{Cf},;.、，；:：=＝→⇒➔➜⟶⟹>()[\]{}"'“”|–—−-]/gu;
/** Digits are a blank, letters an option; what else there is, is nothing. */
const TOKENS = /\p{Nd}+|\p{L}+|_+|[^\p{Nd}\p{L}_\s]+/gu;

interface Token {
  readonly word: string;
  readonly position: number;
}

type Unreadable = Extract<Reading<never>, { status: 'unreadable' }>;
type Chosen = ReadonlyMap<string, string>;

const unreadable = (reason: string, position: number): Unreadable => ({ status: 'unreadable', reason, position });
const isBlank = (word: string): boolean => /^\p{Nd}/u.test(word);
const isNothing = (word: string): boolean => word.startsWith('_');
const plain = (word: string): string => word.normalize('NFKC').toLowerCase();

export function readMatch(given: string, key: MatchKey): Reading<MatchReply> {
  if (given.trim() === '') return { status: 'empty' };
  if (given.length > LONGEST) {
    return unreadable(`a reply has at most ${LONGEST} characters: blank and option, such as ${EXAMPLE}`, LONGEST);
  }
  const tokens = [...given.replaceAll(SEPARATORS, sign => ' '.repeat(sign.length)).matchAll(TOKENS)].map(
    ({ 0: word, index }): Token => ({ word, position: index }),
  );
  const chosen = tokens.some(({ word }) => isBlank(word)) ? readPairs(tokens, key) : readList(tokens, key);
  if ('status' in chosen) return chosen;
  if (chosen.size === 0) {
    const isLeftEmpty = tokens.some(({ word }) => isNothing(word));
    return isLeftEmpty ? { status: 'empty' } : unreadable(`choose an option for a blank, such as ${EXAMPLE}`, 0);
  }
  return {
    status: 'read',
    reply: key.blanks.map(({ label }) => chosen.get(label) ?? null),
    readAs: written(key, label => chosen.get(label)),
  };
}

export function written({ blanks }: MatchKey, optionOf: (blank: string) => string | undefined): string {
  return blanks
    .flatMap(({ label }) => {
      const option = optionOf(label);
      return option === undefined ? [] : [`${label}=${option}`];
    })
    .join(' ');
}

function readPairs(tokens: readonly Token[], key: MatchKey): Chosen | Unreadable {
  const chosen = new Map<string, string>();
  let blank: string | null = null;
  for (const { word, position } of tokens) {
    if (isBlank(word)) {
      blank = word.normalize('NFKC');
      if (!key.blanks.some(({ label }) => label === blank)) {
        return unreadable(
          `${quotedStart(word)} names no blank: they are ${key.blanks.map(({ label }) => label).join(', ')}`,
          position,
        );
      }
      continue;
    }
    const option = plain(word);
    const isKnown = isNothing(word) || key.options.some(({ label }) => label === option);
    if (!isKnown) return noOption(word, position, key);
    if (blank === null) return unreadable(`say which blank ${option} belongs in, such as ${EXAMPLE}`, position);
    const before = chosen.get(blank) ?? option;
    if (!isNothing(word) && before !== option) {
      return unreadable(`blank ${blank} has ${before} already: choose one option for it`, position);
    }
    if (!isNothing(word)) chosen.set(blank, option);
    blank = null;
  }
  return chosen;
}

/** The options alone: one for each blank. */
function readList(tokens: readonly Token[], key: MatchKey): Chosen | Unreadable {
  const choices: string[] = [];
  for (const { word, position } of tokens) {
    const letters = [...plain(word)];
    const isKnown = isNothing(word) || letters.every(letter => key.options.some(({ label }) => label === letter));
    if (!isKnown) return noOption(word, position, key);
    choices.push(...letters);
  }
  if (choices.length !== key.blanks.length) {
    const reason = `there are ${key.blanks.length} blanks: name them, such as ${EXAMPLE}, or give an option for each, _ for none`;
    return unreadable(reason, 0);
  }
  const pairs = key.blanks.map(({ label }, i): [string, string] => [label, choices[i] as string]);
  return new Map(pairs.filter(([, option]) => !isNothing(option)));
}

function noOption(word: string, position: number, { options }: MatchKey): Unreadable {
  const range = `${options[0]?.label}–${options.at(-1)?.label}`;
  return unreadable(`${quotedStart(word)} names no option: they are ${range}`, position);
}
