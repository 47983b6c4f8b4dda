import { fieldsOf } from './fields.ts';
import { line, type Step } from './line.ts';
import { INPUT, inOrder, type Node, STEP, sameShape } from './node.ts';
import { originOf } from './origin.ts';
import { formula, ownSymbol } from './write.ts';

export type { Step } from './line.ts';

/**
 * The named steps that explain the roots, and each unnamed root under its own name. A name and a symbol mean one value: a
 * second bearer gets a number, and the same step taken twice is told once.
 *
 * @param defined nodes in the order in which a reader should meet them; those that explain nothing are left out
 */
export function trace(roots: readonly (readonly [name: string, node: Node])[], defined: readonly Node[] = []): Step[] {
  const unnamed = new Map(roots.filter(([, node]) => isWorkedOut(node)).map(([name, node]) => [node, name]));
  const ends = roots.map(([, node]) => node);
  const explaining = explanation(ends);
  const order = inOrder([...defined.filter(node => explaining.has(node)), ...ends]);
  const names = new Set<string>();
  const symbols = new Set<string>();
  const given = inputSymbols(order, symbols);
  const symbolOf = (node: Node): string => given.get(node) ?? ownSymbol(node);
  const told = new Map<string, string>();
  const steps: Step[] = [];
  for (const node of order) {
    const isStep = node.operation === STEP;
    const wanted = isStep ? node.label?.name : unnamed.get(node);
    if (wanted === undefined || fieldsOf(node)) continue;
    const body = isStep ? (node.args[0] as Node) : node;
    const byNames = formula(body, symbolOf);
    const content = `${wanted} ${ownSymbol(node)} ${byNames.tex} ${node.data.join()}`;
    const earlier = told.get(content);
    if (earlier !== undefined) {
      given.set(node, earlier);
      continue;
    }
    given.set(node, free(ownSymbol(node), symbols, numbered));
    told.set(content, symbolOf(node));
    const name = free(wanted, names, (other, n) => `${other}_${n}`);
    steps.push(line(name, node, body, symbolOf));
  }
  return steps;
}

/** x1 and x_1 look alike; of two inputs that do, and are not the same number, the second gets a mark. */
function inputSymbols(order: readonly Node[], taken: Set<string>): Map<Node, string> {
  const given = new Map<Node, string>();
  const bearers = new Map<string, Node>();
  for (const node of order) {
    if (node.operation !== INPUT) continue;
    const symbol = ownSymbol(node);
    const other = bearers.get(symbol);
    if (other && isAlike(other, node)) continue;
    if (!other) bearers.set(symbol, node);
    given.set(node, free(symbol, taken, numbered));
  }
  return given;
}

function isAlike(a: Node, b: Node): boolean {
  return sameShape(a.shape, b.shape) && a.data.every((value, i) => value === b.data[i]);
}

/** Everything that the nodes rest on, and what their gradients were taken of. */
export function explanation(nodes: readonly Node[]): Set<Node> {
  const found = new Set<Node>();
  // No recursion: what a gradient was taken of adds depth that no bound counts.
  const open = nodes.toReversed();
  for (let node = open.pop(); node; node = open.pop()) {
    if (found.has(node)) continue;
    found.add(node);
    if (node.label?.adjoint) open.push(node.label.adjoint.of);
    // The last comes first off the pile.
    open.push(...(originOf(node)?.args ?? []), ...node.args.toReversed());
  }
  return found;
}

/** A root that is a calculation and has no name yet. A mere list of named steps is none. */
function isWorkedOut(node: Node): boolean {
  if (node.operation === STEP || node.args.length === 0) return false;
  return node.operation.name !== 'list' || node.args.some(isWorkedOut);
}

const numbered = (symbol: string, n: number): string => `{${symbol}}^{(${n})}`;

/** `wanted`, or its first numbered form that nobody bears yet; to have no symbol at all is always free. */
function free(wanted: string, taken: Set<string>, numbered: (wanted: string, n: number) => string): string {
  let candidate = wanted;
  for (let n = 2; candidate !== '' && taken.has(candidate); n++) candidate = numbered(wanted, n);
  taken.add(candidate);
  return candidate;
}
