import { existsSync, readFileSync } from 'node:fs';
import type { Argument } from '../../src/compute/library/function.ts';
import { input } from '../../src/compute/node.ts';
import type { Nested } from '../../src/compute/tensor.ts';

/** One case that `make.py` has computed. */
export interface Fixture<A = Readonly<Record<string, Nested | string>>, V = Value> {
  readonly args: A;
  readonly value: V;
}

/** A number or numbers, or several results by the names of their fields. */
export type Value = Nested | Readonly<Record<string, Nested>>;

/** The cases of a function or of a calculation; none where it has no file. */
export function fixtures(name: string): Fixture[] {
  const file = new URL(`fixtures/${name}.json`, import.meta.url);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Fixture[]) : [];
}

/** The arguments of a case: words as they are, numbers as inputs that bear their parameter's name. */
export function argumentsOf(args: Fixture['args']): Map<string, Argument> {
  return new Map(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : input({ name, tex: texOf(name) }, value),
    ]),
  );
}

function texOf(name: string): string {
  return name.length === 1 ? name : `\\text{${name.replaceAll('_', '\\_')}}`;
}
