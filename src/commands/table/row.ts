import { Option } from 'commander';
import type { Context } from '../context.ts';

/** A command: its name with arguments, what it is for, its options, and what runs. It is loaded when it is called. */
export interface CommandRow {
  readonly name: string;
  readonly description: string;
  readonly options: readonly Option[];
  /** Told behind the help. */
  readonly after?: string;
  readonly load: () => Promise<Run>;
}

export type Run = (context: Context, ...args: never[]) => void | Promise<void>;

export const JSON_FLAG = new Option('--json', 'print one JSON document');
export const SEED = new Option('--seed <n>', 'a random variant, the same for the same number');
export const GIVEN = new Option('--given', "the variant with the source's own numbers");
export const REPLY = new Option('--reply <text>', 'one for each part, in order').argParser(collect);

/** Flags may be repeated. */
export function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}
