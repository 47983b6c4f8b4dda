import { printable } from '../../language/error.ts';
import type { AnswerKind, Judgement, Reading } from '../kind.ts';

/** One right option, or any number of them, none included. */

export interface Option {
  /** a, b, c … in the order shown. */
  readonly label: string;
  readonly text: string;
  readonly right: boolean;
  readonly why: string | null;
}

export interface ChoiceKey {
  readonly kind: 'choice';
  readonly many: boolean;
  readonly options: readonly Option[];
}

const NONE = /^(none|none of (them|these|the above)|∅|\{\}|-)$/i;
const SEPARATORS = /[\s,;.+&/()[\]{}]+|\band\b/giu;

function rightLabels(key: ChoiceKey): string[] {
  return key.options.filter(option => option.right).map(option => option.label);
}

function read(text: string, key: ChoiceKey): Reading<readonly string[]> {
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
  for (const [word] of trimmed.replaceAll(SEPARATORS, ' ').matchAll(/\S+/g)) {
    // `bd` is b and d; a longer word that holds another letter is no list of labels.
    for (const letter of word.toLowerCase()) {
      if (!labels.includes(letter)) {
        const shown = quoted(word);
        const others = key.many ? `; several as a,b and no option as none` : '';
        return unreadable(`"${shown}" names no option: they are ${range}${others}`, Math.max(0, text.indexOf(word)));
      }
      wanted.add(letter);
    }
  }
  if (wanted.size === 0) return unreadable(`name an option (${range})`);
  if (!key.many && wanted.size > 1) return unreadable('one option is right: name only one');
  const reply = labels.filter(label => wanted.has(label));
  return { status: 'read', reply, readAs: reply.join(',') };
}

/** The beginning of a word, without characters that a terminal would obey. */
function quoted(word: string): string {
  const start = [...word.slice(0, 20)].map(printable).join('');
  return word.length > 20 ? `${start}…` : start;
}

/** All or nothing: every box as it should be, or no credit. */
function mark(reply: readonly string[], key: ChoiceKey): Judgement {
  const wrong = key.options.filter(option => option.right !== reply.includes(option.label));
  if (wrong.length === 0) return { credit: 1, mistake: null, comment: null };
  return { credit: 0, mistake: null, comment: wrong.map(remark).join('\n') };
}

/** `- **b** is right: why` */
function remark({ label, right, why }: Option): string {
  return `- **${label}** is ${right ? 'right' : 'wrong'}${why ? `: ${why}` : '.'}`;
}

const print = (key: ChoiceKey): string => rightLabels(key).join(',') || 'none';

export const choiceKind: AnswerKind<ChoiceKey, readonly string[]> = {
  read,
  mark,
  print,
  data: key => ({
    key: rightLabels(key),
    many: key.many,
    options: key.options.map(({ label, text, why }) => ({ label, text, why })),
  }),
  show: key => (rightLabels(key).length === 0 ? 'none of the options' : `**${print(key).replaceAll(',', ', ')}**`),
};
