import { listed } from '../wording.ts';
import { isFilled } from './blank.ts';
import type { Foundations } from './graph.ts';
import { hiddenPiece } from './hidden.ts';
import type { OrderKey, OrderLine, OrderReply } from './key.ts';

/** What is wrong with an order, in the words of a marker. */

interface Remark {
  /** Markdown. */
  readonly text: string;
  readonly tag: string | null;
}

/** The first problem of the reply first; what is missing comes last. */
export function remarks({ labels, fills }: OrderReply, { lines }: OrderKey, under: Foundations): readonly Remark[] {
  const placed = labels.flatMap(label => lines.find(line => line.label === label) ?? []);
  const missing = lines.filter(({ label, decoy }) => !decoy && !labels.includes(label));
  return [
    ...placed.flatMap((line, i) => ofLine(line, placed.slice(i + 1), fills.get(line.label) ?? '', under)),
    ...(missing.length === 0 ? [] : [absence(missing)]),
  ];
}

function ofLine(line: OrderLine, later: readonly OrderLine[], fill: string, under: Foundations): readonly Remark[] {
  const { label, name, why, decoy } = line;
  const found = (says: string): Remark => ({
    text: `Line **${label}** ${says}${why ? `: ${why}` : '.'}`,
    tag: `order: ${name}`,
  });
  // A decoy goes out as it is: what stands in its blank does not matter.
  if (decoy) return [found('does not belong')];
  const base = foundationAmong(later, line, under);
  return [
    ...(base ? [found(`stands before line **${base.label}**, on which it rests`)] : []),
    ...(isRightlyFilled(line, fill) ? [] : [{ text: inBlank(line), tag: `blank: ${name}` }]),
  ];
}

/** A line that should have come earlier: one that this line rests on directly, if there is one. */
function foundationAmong(later: readonly OrderLine[], { label, after }: OrderLine, under: Foundations) {
  const bases = later.filter(line => under.get(label)?.has(line.label));
  return bases.find(line => after.includes(line.label)) ?? bases[0];
}

export function isRightlyFilled({ blank }: OrderLine, fill: string): boolean {
  return blank === null || isFilled(blank, fill);
}

function inBlank(line: OrderLine): string {
  return `The blank of line **${line.label}** should read ${hiddenPiece(line)}.`;
}

function absence(lines: readonly OrderLine[]): Remark {
  const labels = lines.map(({ label }) => `**${label}**`);
  const text = labels.length === 1 ? `Line ${labels[0]} is missing.` : `Lines ${listed(labels)} are missing.`;
  return { text, tag: null };
}
