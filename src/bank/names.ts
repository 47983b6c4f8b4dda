import { fieldsOf } from '../compute/fields.ts';
import { input, type Label, type Node, renamed, STEP, step } from '../compute/node.ts';
import { symbolTex } from '../compute/symbol.ts';
import type { Nested } from '../compute/tensor.ts';
import { LanguageError } from '../language/error.ts';
import type { Drawn } from './draw.ts';
import { evaluateAny, FormulaError, type Names } from './formula.ts';
import { fill } from './placeholders.ts';
import type { Definition, Template } from './template.ts';

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
  for (const definition of template.let) names.set(definition.name, defined(definition, names, words));
  return { names, words };
}

/** Its reason may speak of its own value, too. */
function defined({ name, tex, is, why }: Definition, names: Names, words: ReadonlyMap<string, string>): Node {
  const value = evaluateAny(is, names);
  const fields = fieldsOf(value);
  if (fields && (tex !== null || why !== null)) {
    const message = `each of its results (${[...fields.keys()].join(', ')}) has a symbol of its own: tex and why go with one of them, such as ${name}.${[...fields.keys()].at(-1)}`;
    throw new FormulaError(is, new LanguageError(message, 0));
  }
  const reason = why && fill(why, new Map([...names, [name, value]]), words);
  return named(value, { name, tex, why: reason }, names);
}

interface Called {
  readonly name: string;
  readonly tex: string | null;
  readonly why: string | null;
}

/** A value under an author's name: a step of the graph, unless it is told already. */
export function named(value: Node, { name, tex, why }: Called, names: Names): Node {
  const others = [...names.values()];
  const isField = others.some(node => [...(fieldsOf(node)?.values() ?? [])].includes(value));
  // Several results are told one by one, and one of them, if nothing new is said of it, once.
  if (fieldsOf(value) || (isField && tex === null && why === null)) return value;
  const label: Label = { name, tex: tex ?? symbolTex(name), ...(why === null ? {} : { why }) };
  // The result of a function or a gradient bears a name of its own, which gives way to the author's.
  const isFree = value.operation === STEP && !isField && !others.includes(value);
  return isFree ? renamed(value, label) : step(label, value);
}

/** The steps that names stand for, in their order; of several results each. */
export function stepsOf(nodes: readonly Node[]): Node[] {
  return nodes.flatMap(node => [...(fieldsOf(node)?.values() ?? [node])]);
}
