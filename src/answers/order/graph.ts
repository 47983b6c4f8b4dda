/** What rests on what: lines, or the names of lines, under a partial order. */

export interface Dependent {
  readonly label: string;
  readonly after: readonly string[];
}

/** By label, all lines that a line rests on, directly or through others. A line in a circle rests on itself. */
export type Foundations = ReadonlyMap<string, ReadonlySet<string>>;

export function foundations(lines: readonly Dependent[]): Foundations {
  const direct = new Map(lines.map(({ label, after }) => [label, after]));
  const below = (label: string): ReadonlySet<string> => {
    const found = new Set<string>();
    const open = [...(direct.get(label) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      open.push(...(direct.get(next) ?? []));
    }
    return found;
  };
  return new Map(lines.map(({ label }) => [label, below(label)]));
}

/**
 * At most `limit` of the right orders, decoys left out, beginning with the one that keeps to the order of `lines` where
 * it can. None where lines rest on each other in a circle.
 */
export function topologicalOrders(lines: readonly (Dependent & { readonly decoy: boolean })[], limit: number) {
  const genuine = lines.filter(({ decoy }) => !decoy);
  const under = foundations(genuine);
  const labels = genuine.map(({ label }) => label);
  const orders: string[][] = [];
  const extend = (placed: readonly string[]): void => {
    if (orders.length >= limit) return;
    if (placed.length === labels.length) {
      orders.push([...placed]);
      return;
    }
    for (const label of labels) {
      if (placed.includes(label)) continue;
      const waits = labels.some(other => under.get(label)?.has(other) && !placed.includes(other));
      if (!waits) extend([...placed, label]);
    }
  };
  // Every beginning that no circle blocks can be completed, so that the search meets no dead end.
  if (!labels.some(label => under.get(label)?.has(label))) extend([]);
  return orders;
}

/** A circle of lines that rest on each other, its first line repeated at the end; null where there is none. */
export function circleOf(lines: readonly Dependent[]): readonly string[] | null {
  const under = foundations(lines);
  const start = lines.find(({ label }) => under.get(label)?.has(label))?.label;
  if (start === undefined) return null;
  const direct = new Map(lines.map(({ label, after }) => [label, after]));
  const seen = new Set<string>();
  const back = (from: string): readonly string[] | null => {
    if (seen.has(from)) return null;
    seen.add(from);
    for (const next of direct.get(from) ?? []) {
      const rest = next === start ? [start] : back(next);
      if (rest) return [from, ...rest];
    }
    return null;
  };
  return back(start);
}
