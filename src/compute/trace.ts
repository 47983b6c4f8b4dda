import { inOrder, type Node, STEP } from './node.ts';
import { type Nested, nested } from './tensor.ts';
import { formula, result, substitution } from './write.ts';

/** One line of a worked solution: `symbol = formula = substituted = value`. LaTeX, and the value in full precision. */
export interface Step {
  readonly name: string;
  /** Empty for an answer that has no name of its own. */
  readonly symbol: string;
  readonly formula: string;
  readonly substituted: string;
  readonly value: Nested;
  readonly why: string | null;
  /** The whole line, without repeats, with ≈ where something was rounded for showing. */
  readonly tex: string;
}

/** The named steps below the roots in the order of computation, and each unnamed root under its own name. */
export function trace(roots: readonly (readonly [name: string, node: Node])[]): Step[] {
  const unnamed = new Map(roots.filter(([, node]) => isWorkedOut(node)).map(([name, node]) => [node, name]));
  const taken = new Set<string>();
  const steps: Step[] = [];
  for (const node of inOrder(roots.map(([, node]) => node))) {
    const isStep = node.operation === STEP;
    const wanted = isStep ? node.label?.name : unnamed.get(node);
    if (wanted === undefined) continue;
    const name = free(wanted, taken);
    steps.push(line(name, node, isStep ? (node.args[0] as Node) : node));
  }
  return steps;
}

/** A root that is a calculation and has no name yet. */
function isWorkedOut(node: Node): boolean {
  return node.operation !== STEP && node.args.length > 0;
}

/** Each name is assigned once: a second bearer of a name gets a number. */
function free(name: string, taken: Set<string>): string {
  let candidate = name;
  for (let n = 2; taken.has(candidate); n++) candidate = `${name}_${n}`;
  taken.add(candidate);
  return candidate;
}

function line(name: string, node: Node, body: Node): Step {
  const symbol = node.label?.tex ?? '';
  const byNames = formula(body);
  const withValues = substitution(body);
  const value = result(node);
  const exact = withValues.exact && value.exact;
  let tex = symbol;
  let last = symbol;
  const relate = (next: string, relation: string): void => {
    if (next === last) return;
    tex = tex === '' ? next : `${tex} ${relation} ${next}`;
    last = next;
  };
  relate(byNames.tex, '=');
  relate(withValues.tex, withValues.exact ? '=' : '\\approx');
  relate(value.tex, exact ? '=' : '\\approx');
  return {
    name,
    symbol,
    formula: byNames.tex,
    substituted: withValues.tex,
    value: nested(node),
    why: node.label?.why ?? null,
    tex,
  };
}
