import { input, type Label, type Node, renamed, STEP, step } from '../compute/node.ts';
import { symbolTex } from '../compute/symbol.ts';
import type { Nested } from '../compute/tensor.ts';
import type { Drawn } from './draw.ts';
import { evaluate } from './formula.ts';
import type { Template } from './template.ts';

/** What a variant's names stand for: drawn variables as inputs, definitions as steps of the graph. */
export interface Bindings {
  readonly names: ReadonlyMap<string, Node>;
  /** Drawn words, which only texts can show. */
  readonly words: ReadonlyMap<string, string>;
}

/** @throws FormulaError */
export function bind(template: Template, drawn: Drawn): Bindings {
  const names = new Map<string, Node>();
  const words = new Map<string, string>();
  for (const [name, value] of Object.entries(drawn)) {
    if (typeof value === 'string') words.set(name, value);
    else names.set(name, input({ name, tex: template.vars[name]?.tex ?? symbolTex(name) }, value as Nested));
  }
  for (const { name, tex, is, why } of template.let) {
    const value = evaluate(is, names);
    const label = { name, tex: tex ?? symbolTex(name), ...(why === null ? {} : { why }) };
    names.set(name, named(value, label, names));
  }
  return { names, words };
}

/** The result of a library function or a gradient bears a name of its own, which gives way to the author's. */
function named(value: Node, label: Label, names: ReadonlyMap<string, Node>): Node {
  const isOwn = [...names.values()].includes(value);
  return value.operation === STEP && !isOwn ? renamed(value, label) : step(label, value);
}
