/**
 * A drawn feed-forward network, as it stands in Markdown: a fenced block that begins with ```network CAPTION and has a line for
 * each layer, from left to right, and for each arrow that has something to say.
 *
 *     ```network
 *     input: x₁ = 0.5, x₂ = -1
 *     hidden: h₁ bias 0.1, h₂ bias 0
 *     output: y
 *     x₁ -> h₁: 0.3
 *     x₂ -> h₂: 0.7
 *     hidden -> output: V
 *     ```
 *
 * Between two layers each unit leads to each, unless arrows between their units are listed: then these alone are there.
 */
export interface Network {
  /** Empty where it has none. */
  readonly caption: string;
  readonly layers: readonly Layer[];
  /** From each layer to the next: one less than there are layers. */
  readonly links: readonly Link[];
}

export interface Layer {
  readonly name: string;
  readonly units: readonly Unit[];
}

/** Value and bias are empty where nothing is said of them. */
export interface Unit {
  /** `⋮` where it stands for more units. */
  readonly name: string;
  readonly value: string;
  readonly bias: string;
}

export interface Link {
  /** What is done between the layers, such as `W, b`; empty where nothing is said. */
  readonly label: string;
  /** By source, then by target. */
  readonly edges: readonly Edge[];
}

export interface Edge {
  /** Numbers of units within their layers, from 0. */
  readonly from: number;
  readonly to: number;
  /** Empty where nothing is said. */
  readonly weight: string;
}

/** The caption that follows the word `network`; null where a block is something else. */
export function networkCaption(info: string): string | null {
  const match = /^network(?:\s+(.*))?$/.exec(info.trim());
  return match ? (match[1] ?? '').trim() : null;
}

/** The name of a unit that stands for more; nothing leads to it or from it. */
export const DOTS = '⋮';

/** The numbers of the units that stand for themselves. */
export function unitsOf({ units }: Layer): readonly number[] {
  return units.flatMap(({ name }, i) => (name === DOTS ? [] : [i]));
}

/** Whether each unit of the one layer leads to each of the next. */
export function isComplete({ edges }: Link, left: Layer, right: Layer): boolean {
  return edges.length === unitsOf(left).length * unitsOf(right).length;
}
