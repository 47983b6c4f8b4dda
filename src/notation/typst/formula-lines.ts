import { isChain, isOperator, isTerm } from '../math/break-places.ts';
import { type Grid, isSymbol, itemsOf, type Node } from '../math/tree.ts';
import { rowTypst, typstOf } from './formula-parts.ts';
import { formulaWidth } from './formula-width.ts';

/** A display over several lines, since Typst breaks none: with `&` where the lines are aligned. */

/** A chain of up to so many relations is broken before each of them; a longer one only where a line is full. */
const ONE_RELATION_A_LINE = 4;
/** How far a line that goes on inside a side stands to the right, in ems. */
const INDENT = 2;

type Part = readonly Node[];

const widthOf = (items: Part): number => formulaWidth({ kind: 'row', items });

function isPause(node: Node, index: number): boolean {
  return index > 0 && isSymbol(node) && node.role === 'punctuation';
}

/** Cuts a row before every item that starts a new part. The first part may be empty. */
function cut(items: Part, starts: (node: Node, index: number) => boolean): readonly Part[] {
  const parts: Node[][] = [[]];
  items.forEach((item, index) => {
    if (starts(item, index)) parts.push([]);
    parts.at(-1)?.push(item);
  });
  return parts;
}

/** Parts side by side as long as they fit, then in the next line. */
function filled(parts: readonly Part[], width: number): readonly Part[] {
  const lines: Node[][] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last && widthOf(last) + widthOf(part) <= width) last.push(...part);
    else lines.push([...part]);
  }
  return lines;
}

/** A line that begins with an operator: it stays one there, and does not become a sign. */
function continued(items: Part): string {
  const [first, ...rest] = items;
  if (!isSymbol(first) || first.role !== 'binary') return rowTypst(items);
  return `class("binary", ${typstOf(first)}) ${rowTypst(rest)}`;
}

/** One side of a relation; where it is too wide, broken before its terms, else before any operator or comma. */
function sideLines(items: Part, width: number): readonly string[] {
  if (widthOf(items) <= width) return [rowTypst(items)];
  const attempts = [isTerm, isOperator, isPause].map(starts => filled(cut(items, starts), width - INDENT));
  const fits = attempts.find(parts => parts.every(part => widthOf(part) <= width - INDENT));
  const [first = [], ...rest] = fits ?? attempts.reduce((most, parts) => (parts.length > most.length ? parts : most));
  return [rowTypst(first), ...rest.map(part => `quad quad ${continued(part)}`)];
}

function sidesLines(sides: readonly Part[], width: number): readonly string[] {
  const lines = sides.length > ONE_RELATION_A_LINE ? filled(sides, width) : sides;
  return lines.flatMap(side => sideLines(side, width));
}

/** The relations one below the other, to the right of what comes first or below it. */
function chainLines(items: Part, width: number): readonly string[] {
  const [left = [], ...sides] = cut(items, isChain);
  if (sides.length === 0) return sideLines(left, width).map(line => `& ${line}`);
  const start = widthOf(left);
  if (start <= width / 2) {
    const margin = rowTypst(left);
    return sidesLines(sides, width - start).map((line, i) =>
      i === 0 && margin !== '' ? `${margin} & ${line}` : `& ${line}`,
    );
  }
  const opening = sideLines(left, width).map(line => `& ${line}`);
  return [...opening, ...sidesLines(sides, width - INDENT).map(line => `& quad quad ${line}`)];
}

/** Formulas side by side, kept apart by a wide blank, get lines of their own. */
function formulasLines(items: Part, width: number): readonly string[] {
  const isGap = (node: Node): boolean => node.kind === 'space' && node.columns >= 2;
  const formulas = cut(items, isGap).map((part, i) => (i > 0 ? part.slice(1) : part));
  return formulas.filter(part => part.length > 0).flatMap(part => chainLines(part, width));
}

/** The lines of a derivation, each broken further where it is too wide. */
function derivationLines({ rows }: Grid, width: number): readonly string[] {
  const margin = Math.max(0, ...rows.map(([left]) => (left ? formulaWidth(left) : 0)));
  return rows.flatMap(([left, ...cells]) => {
    const start = left ? typstOf(left) : '';
    const isWide = cells.length <= 1 && margin + widthOf(cells) > width;
    if (!isWide) return [[start, ...cells.map(typstOf)].join(' & ').trim()];
    const sides = cut(cells.flatMap(itemsOf), isChain).filter(side => side.length > 0);
    return sidesLines(sides, width - margin).map((line, i) =>
      i === 0 && start !== '' ? `${start} & ${line}` : `& ${line}`,
    );
  });
}

/** The estimate is too low by no more than this. */
const CAUTION = 0.93;

/** The lines of a display in a text `room` ems wide: one wherever it fits. */
export function displayLines(node: Node, room: number): readonly string[] {
  const width = room * CAUTION;
  if (node.kind === 'grid' && node.derivation) return derivationLines(node, width);
  return formulaWidth(node) <= width ? [typstOf(node)] : formulasLines(itemsOf(node), width);
}
