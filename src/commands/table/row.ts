import { type Command, Option } from 'commander';
import type { Context } from '../context.ts';
import type { Environment } from '../environment.ts';

/** What a line does: the line, and in a few words what comes of it. */
export type Example = readonly [line: string, does: string];

/** A command: its name with arguments, what it is for, its options, and what runs. It is loaded when it is called. */
export type CommandRow = Told & (WithContext | Alone);

interface Told {
  readonly name: string;
  readonly description: string;
  /** Two or three that can be typed as they stand; the help begins with them. */
  readonly examples: readonly Example[];
  readonly options: readonly Option[];
  /** Told behind the help. */
  readonly after?: string;
  /** Told at its beginning, where the name does not say it. */
  readonly usage?: string;
  /** Arguments may begin with a dash. */
  readonly takesDashes?: true;
}

interface WithContext extends Ways {
  readonly load: () => Promise<Run>;
  readonly alone?: never;
}

/** How a command differs from others that work on questions and history. */
export interface Ways {
  /** What is wrong with the settings is told there. */
  readonly opensScreen?: true;
  /** Its first screen does with what is remembered of --bank, and it looks at the folders behind it. */
  readonly confirmsBanks?: true;
  /** It reads the folders of --bank itself. */
  readonly readsBanks?: true;
  /** --bank is where it writes to, so the folders that are set do not count. */
  readonly writesBank?: true;
}

/** It needs neither the questions nor the history. */
interface Alone {
  readonly alone: () => Promise<RunAlone>;
  readonly load?: never;
}

export type Run = (context: Context, ...args: never[]) => void | Promise<void>;

export interface Surroundings {
  readonly environment: Environment;
  readonly program: Command;
}

type RunAlone = (surroundings: Surroundings, ...args: never[]) => void;

export const JSON_FLAG = new Option('--json', 'print one JSON document');
export const SEED = new Option('--seed <n>', 'a random variant, the same for the same number');
export const GIVEN = new Option('--given', "the variant with the source's own numbers");
export const REPLY = new Option('--reply <text>', 'one for each part, in order').argParser(collect);

/** Flags may be repeated. */
export function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}
