import type { Node } from '../math/tree.ts';
import { spokenGrid } from './grids.ts';
import { BRACKETS, ENCLOSED } from './signs.ts';
import { isPlain } from './simple.ts';
import type { Say } from './voice.ts';

type Fence = Node & { kind: 'fence' };

/** What stands in brackets; norms, absolute values and matrices by what they are. */
export function spokenFence({ open, close, body }: Fence, say: Say): string {
  if (body.kind === 'grid') {
    const matrix = spokenGrid(body, say, open === '{');
    if (open === '|') return `the determinant of the ${matrix}`;
    return open === '‖' ? `the norm of the ${matrix}` : matrix;
  }
  const within = say(body);
  // The parentheses of a binomial are a part of it.
  if (open === '(' && body.kind === 'fraction' && !body.bar) return within;
  const name = ENCLOSED[open + close];
  if (name !== undefined) return `the ${name} of ${within || 'blank'}${isPlain(body) ? '' : `, end ${name}`}`;
  return [BRACKETS[open] ?? '', within, BRACKETS[close] ?? ''].filter(Boolean).join(' ');
}

/** f|ₓ₌₀: a bar at the right of something, with the place below it. */
export function spokenEvaluation({ body }: Fence, place: Node, say: Say): string {
  return `${say(body)}, evaluated at ${say(place)}`;
}

/** Whether a fence is only the bar of an evaluation. */
export function isEvaluation(node: Node): node is Fence {
  return node.kind === 'fence' && node.open === '' && node.close === '|';
}
