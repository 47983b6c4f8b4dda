import type { Foundations } from './graph.ts';

/**
 * How far an order is from the nearest right one, in lines to move, to put in or to take out.
 *
 * The lines that stay where they are keep their sequence, so no two of them may stand against a dependency. This is
 * also enough: whatever lines s₁ … s_k are kept so, some right order contains them in this sequence. For let a new
 * relation be the dependencies together with s₁ → s₂ → … → s_k. A circle in it would have to use the sequence, as the
 * dependencies alone have none, and between two uses it would go from one kept line to another along dependencies,
 * which is one dependency, as they are transitive. But these run from s_i to s_j only for i < j, just as the sequence
 * does: the index grows along the whole circle, which cannot be. So the relation has a topological order.
 * Hence the distance is the number of all lines less the largest number that can be kept, and one more for each decoy.
 */

/** The largest number of lines of the reply, decoys left out, that can stay where they are. */
export function mostKept(labels: readonly string[], under: Foundations): number {
  /** By position, the positions that cannot be kept together with it, as bits. */
  const clashes = labels.map(() => 0);
  labels.forEach((earlier, i) => {
    labels.forEach((later, j) => {
      if (i < j && under.get(earlier)?.has(later)) {
        clashes[i] = (clashes[i] as number) | (1 << j);
        clashes[j] = (clashes[j] as number) | (1 << i);
      }
    });
  });
  return most(2 ** labels.length - 1, clashes);
}

/** The largest number of candidates without a clash. */
function most(candidates: number, clashes: readonly number[]): number {
  if (candidates === 0) return 0;
  const first = 31 - Math.clz32(candidates);
  const others = candidates & ~(1 << first);
  const clash = clashes[first] as number;
  const kept = 1 + most(others & ~clash, clashes);
  return (others & clash) === 0 ? kept : Math.max(kept, most(others, clashes));
}
