import type { AnswerKind, Judgement } from '../kind.ts';
import { because } from '../wording.ts';
import type { MatchBlank, MatchKey, MatchReply } from './key.ts';
import { readMatch, written } from './read.ts';

/** What belongs where: credit by the blank. */

const MOST_REMARKS = 4;

function mark(reply: MatchReply, key: MatchKey): Judgement {
  const cells = key.blanks.map(({ answer }, i) => reply[i] === answer);
  const right = cells.filter(Boolean).length;
  const credit = right / cells.length;
  if (right === cells.length) return { credit, mistake: null, comment: null, cells };
  const partners = swaps(reply, key);
  const remarks = key.blanks.flatMap((blank, i) => {
    const partner = partners.get(blank);
    if (cells[i] || (partner && key.blanks.indexOf(partner) < i)) return [];
    return partner ? [swapped(blank, partner, key)] : [`${belongs(blank, key)}${ending(blank)}`];
  });
  return {
    credit,
    mistake: partners.size > 0 ? 'swapped' : null,
    comment: remarks
      .slice(0, MOST_REMARKS)
      .map(remark => `- ${remark}`)
      .join('\n'),
    cells,
  };
}

/** Blanks of which each holds what belongs in the other, by each other. */
function swaps(reply: MatchReply, { blanks }: MatchKey): ReadonlyMap<MatchBlank, MatchBlank> {
  const partners = new Map<MatchBlank, MatchBlank>();
  blanks.forEach((one, i) => {
    if (partners.has(one) || reply[i] === one.answer) return;
    const other = blanks.find(
      (blank, j) => !partners.has(blank) && reply[j] === one.answer && reply[i] === blank.answer,
    );
    if (!other) return;
    partners.set(one, other);
    partners.set(other, one);
  });
  return partners;
}

function belongs({ label, answer }: MatchBlank, key: MatchKey): string {
  const text = textOf(answer, key);
  return `**${label}** is **${answer}**${text ? ` (${text})` : ''}`;
}

function swapped(one: MatchBlank, other: MatchBlank, key: MatchKey): string {
  const reasons = [one, other].flatMap(({ why }) => why ?? []);
  const why = reasons.length > 0 ? `: ${reasons.join('; ')}` : '.';
  return `**${one.label}** and **${other.label}** are swapped: ${belongs(one, key)}, and ${belongs(other, key)}${why}`;
}

const ending = ({ why }: MatchBlank): string => (why ? `: ${why}` : '.');

function textOf(answer: string, { options }: MatchKey): string {
  return options.find(({ label }) => label === answer)?.text ?? '';
}

function print(key: MatchKey): string {
  return written(key, label => key.blanks.find(blank => blank.label === label)?.answer);
}

export const matchKind: AnswerKind<MatchKey, MatchReply> = {
  read: readMatch,
  mark,
  print,
  data: ({ blanks, options }) => ({
    key: Object.fromEntries(blanks.map(({ label, answer }) => [label, answer])),
    blanks: blanks.map(({ label, text }) => ({ label, text })),
    options: options.map(({ label, text }) => ({ label, text })),
  }),
  show: key => key.blanks.map(({ label, answer }) => `- **${label}** – ${textOf(answer, key)}`).join('\n'),
  space: ({ blanks, options }) => ({
    kind: 'pairs',
    blanks: blanks.map(({ label, text, answer }) => ({ label, text, answer })),
    options: options.map(({ label, text }) => ({ label, text })),
  }),
  reasons: key => key.blanks.flatMap(({ label, why }) => (why === null ? [] : [`**${label}**${because(why)}`])),
};
