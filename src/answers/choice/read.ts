import { quotedStart } from '../../language/error.ts';
import type { Reading } from '../kind.ts';
import type { ChoiceKey } from './key.ts';

/** The labels that a reply names: `b,d`, `bd`, `b and d`, `none`. */

const NONE =
  /^(?:none(?: of (?:them|these|those|the above|the options))?|no options?|nothing|∅|\{\s*\}|\[\s*\]|[-–—−])[.!]?$/i;
const SEPARATORS = /[\s,;.+&/()[\]{}\p{Cf}]+|\band\b/giu;

export function readLabels(text: string, key: ChoiceKey): Reading<readonly string[]> {
  const trimmed = text.trim();
  if (trimmed === '') return { status: 'empty' };
  const labels = key.options.map(option => option.label);
  const range = `${labels[0]}–${labels.at(-1)}`;
  const unreadable = (reason: string, position = 0): Reading<never> => ({ status: 'unreadable', reason, position });
  if (NONE.test(trimmed)) {
    if (!key.many) return unreadable(`one option is right: name it (${range})`);
    return { status: 'read', reply: [], readAs: 'none' };
  }
  const wanted = new Set<string>();
  // Blanks of the same length keep every word in its place.
  const spaced = text.replaceAll(SEPARATORS, gap => ' '.repeat(gap.length));
  for (const { 0: word, index } of spaced.matchAll(/\S+/g)) {
    // `bd` is b and d; a longer word that holds another letter is no list of labels.
    for (const letter of word.normalize('NFKC').toLowerCase()) {
      if (!labels.includes(letter)) {
        const shown = quotedStart(word);
        const others = key.many ? `; several as a,b and no option as none` : '';
        return unreadable(`${shown} names no option: they are ${range}${others}`, index);
      }
      wanted.add(letter);
    }
  }
  if (wanted.size === 0) return unreadable(`name an option (${range})${key.many ? ', or none' : ''}`);
  if (!key.many && wanted.size > 1) return unreadable('one option is right: name only one');
  const reply = labels.filter(label => wanted.has(label));
  return { status: 'read', reply, readAs: reply.join(',') };
}
