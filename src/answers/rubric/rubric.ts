import type { AnswerKind, Judgement, Reading } from '../kind.ts';
import type { Granted, RubricKey, RubricPoint } from './key.ts';
import { linesFor } from './lines.ts';
import { listIn, rubricParts, rubricReply } from './reply.ts';

/** Free text, which students mark themselves: point by point, beside the model answer. */

export type { RubricKey } from './key.ts';

/** Of the written answer, in characters. */
const LONGEST = 20_000;
const LONGEST_QUOTED = 20;

function read(text: string, { points }: RubricKey): Reading<Granted> {
  if (text.trim() === '') return { status: 'empty' };
  const unreadable = (reason: string, position: number): Reading<never> => ({ status: 'unreadable', reason, position });
  const { granted: line, written } = rubricParts(text);
  const list = listIn(line);
  if (list === null)
    return unreadable(`grant the points first: ${points.length > 1 ? '1 2' : '1'}, all or none, on the first line`, 0);
  if (written.length > LONGEST) {
    const reason = `${written.length} characters are too long: at most ${LONGEST}`;
    return unreadable(reason, text.length - written.length + LONGEST);
  }
  const strange = list === 'all' ? undefined : list.find(({ digits }) => !points[Number(digits) - 1]);
  if (strange) return unreadable(noPoint(strange.digits, points.length), text.indexOf(line) + strange.at);
  const named = list === 'all' ? null : new Set(list.map(({ digits }) => Number(digits)));
  const reply = points.map((_, i) => named?.has(i + 1) ?? true);
  return { status: 'read', reply, readAs: rubricReply(reply, '') };
}

function noPoint(digits: string, count: number): string {
  const shown = digits.length > LONGEST_QUOTED ? `${digits.slice(0, LONGEST_QUOTED)}…` : digits;
  return `there is no point ${shown}: ${count === 1 ? 'the only one is 1' : `they are 1–${count}`}; all or none will do too`;
}

function mark(reply: Granted, { points }: RubricKey): Judgement {
  const missing = points.filter((_, i) => !reply[i]);
  if (missing.length === 0) return { credit: 1, mistake: null, comment: null };
  const granted = points.filter((_, i) => reply[i]);
  const comment = `Not granted:\n\n${missing.map(({ text }) => `- ${inItem(text)}`).join('\n')}`;
  return { credit: total(granted) / total(points), mistake: null, comment };
}

function total(points: readonly RubricPoint[]): number {
  return points.reduce((sum, { credits }) => sum + credits, 0);
}

/** Further lines of a text stay in its item of a list. */
function inItem(text: string): string {
  return text.trim().replaceAll(/\r\n|\n/g, '\n   ');
}

/** The model answer, and the points by the numbers that grant them. */
function show({ points, model }: RubricKey): string {
  const list = points.map(({ text, credits }, i) => `${i + 1}. ${inItem(text)} (${worth(credits)})`).join('\n');
  return model === null ? list : `${model.trim()}\n\n${list}`;
}

function worth(credits: number): string {
  return `${Number(credits.toPrecision(3))} ${credits === 1 ? 'credit' : 'credits'}`;
}

export const rubricKind: AnswerKind<RubricKey, Granted> = {
  self: true,
  read,
  mark,
  print: ({ points }) =>
    rubricReply(
      points.map(() => true),
      '',
    ),
  data: ({ points }) => ({ key: points.map(({ credits, text }) => ({ credits, text })), self: true }),
  show,
  space: key => ({ kind: 'page', lines: linesFor(total(key.points), key.model) }),
};
