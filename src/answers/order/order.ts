import type { AnswerKind, Judgement } from '../kind.ts';
import type { AnswerSpace } from '../space.ts';
import { because } from '../wording.ts';
import { mostKept } from './distance.ts';
import { foundations, topologicalOrders } from './graph.ts';
import { filledLine } from './hidden.ts';
import { type OrderKey, type OrderLine, type OrderReply, typed } from './key.ts';
import { readOrder, written } from './read.ts';
import { isRightlyFilled, remarks } from './remarks.ts';

/** Lines to be put in order: any order is right in which each line stands after all that it rests on. */

const MOST_REMARKS = 3;

function mark(reply: OrderReply, key: OrderKey): Judgement {
  const genuine = key.lines.filter(({ decoy }) => !decoy);
  const under = foundations(genuine);
  const found = remarks(reply, key, under);
  if (found.length === 0) return { credit: 1, mistake: null, comment: null };
  const placed = genuine.filter(({ label }) => reply.labels.includes(label));
  const labels = reply.labels.filter(label => placed.some(line => line.label === label));
  const decoys = reply.labels.length - labels.length;
  const distance = genuine.length - mostKept(labels, under) + decoys;
  // The blank of a line that is missing has gone with its line.
  const wrong = placed.filter(line => !isRightlyFilled(line, reply.fills.get(line.label) ?? '')).length;
  return {
    credit: Math.max(0, 1 - (distance + wrong / 2) / genuine.length),
    mistake: found.find(({ tag }) => tag !== null)?.tag ?? null,
    comment: found
      .slice(0, MOST_REMARKS)
      .map(({ text }) => `- ${text}`)
      .join('\n'),
  };
}

/** The lines in the right order that is nearest to how they are shown. */
function inOrder(key: OrderKey): readonly OrderLine[] {
  const [labels = []] = topologicalOrders(key.lines, 1);
  return labels.flatMap(label => key.lines.find(line => line.label === label) ?? []);
}

/** The lines as they are shown, each with its place in the right order nearest to that. */
function space(key: OrderKey): AnswerSpace {
  const order = inOrder(key);
  const lines = key.lines.map(line => {
    const { label, text } = line;
    return { label, text, filled: filledLine(line), place: order.indexOf(line) + 1 || null };
  });
  return { kind: 'order', lines };
}

function print(key: OrderKey): string {
  const lines = inOrder(key);
  const fills = key.lines.flatMap(({ label, blank, decoy }): [string, string][] =>
    blank && !decoy ? [[label, typed(blank)]] : [],
  );
  return written({ labels: lines.map(({ label }) => label), fills: new Map(fills) });
}

export const orderKind: AnswerKind<OrderKey, OrderReply> = {
  read: readOrder,
  mark,
  print,
  data: key => ({
    key: inOrder(key).map(({ label }) => label),
    lines: key.lines.map(({ label, text, blank }) => ({ label, text, ...(blank && { blank: true }) })),
  }),
  show: key =>
    inOrder(key)
      .map(line => `- **${line.label}** ${filledLine(line)}`)
      .join('\n'),
  space,
  // The graph line by line, so that it can be walked by hand.
  reasons: key =>
    key.lines.map(({ label, after, why, decoy }) => {
      const above = after.length === 0 ? 'may stand first' : `rests on ${after.map(one => `**${one}**`).join(', ')}`;
      return `**${label}** ${decoy ? 'does not belong' : above}${because(why)}`;
    }),
};
