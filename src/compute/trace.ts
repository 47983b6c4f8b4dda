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

/**
 * The named steps that explain the roots, and each unnamed root under its own name.
 *
 * @param defined nodes in the order in which a reader should meet them; those that explain nothing are left out
 */
export function trace(roots: readonly (readonly [name: string, node: Node])[], defined: readonly Node[] = []): Step[] {
  const unnamed = new Map(roots.filter(([, node]) => isWorkedOut(node)).map(([name, node]) => [node, name]));
  const ends = roots.map(([, node]) => node);
  const explaining = explanation(ends);
  const taken = new Set<string>();
  const steps: Step[] = [];
  for (const node of inOrder([...defined.filter(node => explaining.has(node)), ...ends])) {
    const isStep = node.operation === STEP;
    const wanted = isStep ? node.label?.name : unnamed.get(node);
    if (wanted === undefined) continue;
    const name = free(wanted, taken);
    steps.push(line(name, node, isStep ? (node.args[0] as Node) : node));
  }
  return steps;
}

/** Everything that the nodes rest on, and what their gradients were taken of. */
function explanation(nodes: readonly Node[]): Set<Node> {
  const found = new Set<Node>();
  const visit = (node: Node): void => {
    if (found.has(node)) return;
    found.add(node);
    for (const arg of node.args) visit(arg);
    if (node.label?.adjoint) visit(node.label.adjoint.of);
  };
  for (const node of nodes) visit(node);
  return found;
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
    if (plain(next) === plain(last)) return;
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

/** `\\beta^{t}` and `\\beta^t` say the same. */
function plain(tex: string): string {
  return tex.replaceAll(/[{}\s]/g, '');
}
