import type { Edge, Layer, Link } from './network.ts';

/**
 * The wires between two layers: units that lead to the same ones share a trunk, an upright line that all of them run into and
 * all of those are fed from.
 */
export interface Trunk {
  /** Numbers of units. */
  readonly sources: readonly number[];
  readonly targets: readonly number[];
}

/** null where no drawing of trunks could be read rightly: some unit shares a part of its targets with another one. */
export function trunksOf({ edges }: Link): readonly Trunk[] | null {
  const groups: { sources: number[]; targets: number[] }[] = [];
  const bySource = Map.groupBy(edges, ({ from }) => from);
  for (const [source, own] of bySource) {
    const targets = own.map(({ to }) => to);
    const touching = groups.filter(group => group.targets.some(target => targets.includes(target)));
    const [same] = touching;
    if (same === undefined) groups.push({ sources: [source], targets });
    else if (touching.length === 1 && same.targets.join() === targets.join()) same.sources.push(source);
    else return null;
  }
  return groups;
}

/** Whether a weight has a piece of wire for itself, and which: what runs into the trunk, what leaves it, or what has none. */
export function placeOf({ from, to }: Edge, trunk: Trunk): 'before' | 'behind' | null {
  if (trunk.sources.length === 1 && trunk.sources[0] === from) return 'behind';
  return trunk.targets.length === 1 && trunk.targets[0] === to ? 'before' : null;
}

/** Rows of the units of a layer among so many rows, spread evenly. */
export function rowsOf({ units }: Layer, rows: number): readonly number[] {
  return units.map((_, i) => Math.round(((i + 0.5) * rows) / units.length - 0.5));
}
