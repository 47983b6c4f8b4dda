import { CONSTANT, type Node } from './node.ts';
import { componentOf } from './operations/component.ts';
import { element } from './operations/structure.ts';
import { type Nested, nested } from './tensor.ts';
import { formula, isSmall, result, substitution, type Text, TOO_LONG } from './write.ts';

/** One line of a worked solution: `symbol = formula = substituted = value`. LaTeX, and the value in full precision. */
export interface Step {
  readonly name: string;
  /** Empty for an answer that has no name of its own. */
  readonly symbol: string;
  readonly formula: string;
  readonly substituted: string;
  /** The index of the element that is substituted where the tensor is too large to be shown; null: all of it. */
  readonly element: readonly number[] | null;
  readonly value: Nested;
  readonly why: string | null;
  /** The whole line, without repeats, with ≈ where something was rounded for showing. */
  readonly tex: string;
}

type SymbolOf = (node: Node) => string;

/**
 * The line of a step or of an unnamed answer.
 *
 * @param body what it was computed by
 */
export function line(name: string, node: Node, body: Node, symbolOf: SymbolOf): Step {
  const symbol = symbolOf(node);
  const byNames = formula(body, symbolOf);
  const values = substitution(body);
  const isShown = isSmall(node.shape) && values.whole && !(node.shape.length > 0 && needsWorking(body));
  const worked = isShown ? null : workedElement(node, body, symbolOf);
  return {
    name,
    symbol,
    formula: byNames.tex,
    substituted: worked ? worked.values.tex : values.tex,
    element: worked && worked.index.length > 0 ? worked.index : null,
    value: nested(node),
    why: node.label?.why ?? null,
    tex: worked
      ? largeLine(symbol, [byNames, values], node, body, worked)
      : chain(symbol, byNames, values, result(node)),
  };
}

/** How one element of a tensor comes about, where not all of them can be shown. */
interface Worked {
  readonly index: readonly number[];
  readonly symbol: string;
  readonly byNames: Text;
  readonly values: Text;
  readonly result: Text;
}

function workedElement(node: Node, body: Node, symbolOf: SymbolOf): Worked {
  const index = tellingIndex(node);
  const component = componentOf(body, index);
  const values = substitution(component);
  const itself = index.reduce(element, node);
  return {
    index,
    symbol: index.length === 0 ? symbolOf(node) : formula(itself, symbolOf).tex,
    byNames: formula(component, symbolOf),
    values: values.whole ? values : result(component),
    result: result(component),
  };
}

/** Of the first element that is not 0, else of the first. */
function tellingIndex(node: Node): number[] {
  let rest = Math.max(
    0,
    node.data.findIndex(value => value !== 0),
  );
  return node.shape
    .toReversed()
    .map(length => {
      const at = rest % length;
      rest = (rest - at) / length;
      return at;
    })
    .reverse();
}

/** Whether an operation whose sign says little stands in the formula. */
function needsWorking(body: Node): boolean {
  const seen = new Set<Node>();
  const visit = (node: Node): boolean => {
    if (node.label || seen.has(node)) return false;
    seen.add(node);
    return node.operation.workedOut === true || node.args.some(visit);
  };
  return visit(body);
}

/** `h = Wx + b ∈ ℝ⁶, h₁ = …`; of a single number that rests on large tensors the element is all there is. */
function largeLine(symbol: string, texts: readonly [Text, Text], node: Node, body: Node, worked: Worked): string {
  const [byNames, values] = texts;
  const element = [worked.byNames, worked.values, worked.result];
  if (node.shape.length === 0) return chain(symbol, byNames, ...element);
  const start = body.operation === CONSTANT ? [] : [byNames];
  const whole = isSmall(node.shape)
    ? chain(symbol, ...start, ...(values.whole ? [values] : []), result(node))
    : `${chain(symbol, ...start)} \\in \\mathbb{R}^{${node.shape.join(' \\times ')}}`;
  return `${whole},\\qquad ${chain(worked.symbol, ...element)}`;
}

/** The parts joined by = or, from the first rounded one on, by ≈; what says the same again is left out. */
function chain(symbol: string, ...texts: readonly Text[]): string {
  let tex = symbol;
  let last = symbol;
  let exact = true;
  texts.forEach((text, i) => {
    const isResult = i === texts.length - 1;
    exact = isResult ? exact && text.exact : text.exact;
    if (text === TOO_LONG || plain(text.tex) === plain(last)) return;
    tex = tex === '' ? text.tex : `${tex} ${exact ? '=' : '\\approx'} ${text.tex}`;
    last = text.tex;
  });
  return tex;
}

/** `\\beta^{t}` and `\\beta^t` say the same. */
function plain(tex: string): string {
  return tex.replaceAll(/[{}\s]/g, '');
}
