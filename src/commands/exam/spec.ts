import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LARGEST_SEED } from '../../bank/streams.ts';
import { blueprintNames, loadBlueprint } from '../../exam/blueprint/load.ts';
import { readBlueprint } from '../../exam/blueprint/read.ts';
import { blueprintOf, optionsIn } from '../../exam/blueprint/topics.ts';
import type { Blueprint } from '../../exam/blueprint.ts';
import { codeNews, codeOf, examCode, readCode } from '../../exam/code.ts';
import { ExamError } from '../../exam/error.ts';
import type { ExamSpec } from '../../exam/spec.ts';
import type { Context } from '../context.ts';
import { wholeNumber } from '../environment.ts';
import { UsageError } from '../errors.ts';
import { bytesOf } from '../file-trouble.ts';
import { adviceOn } from '../meant.ts';
import { varyingOf } from './options.ts';

/** Which exam is meant: by a blueprint, by topics, or by the code of one that was printed. */

export interface SpecOptions {
  readonly seed?: string;
  readonly code?: string;
  readonly topics?: string;
  readonly credits?: string;
  readonly minutes?: string;
  readonly vary?: string;
  readonly bank?: readonly string[];
}

export interface Meant {
  readonly spec: ExamSpec;
  readonly code: string;
  /** What has changed since the code was printed, a sentence each; none where the same papers come out. */
  readonly news: readonly string[];
}

const BLUEPRINTS = 'exams';
const DEFAULT = 'endterm';
const MOST_CREDITS = 1000;
const MOST_MINUTES = 1440;
/** Seeds that are drawn stay short enough to be typed. */
const SHORT_SEEDS = 1_000_000;

/**
 * @param name of a blueprint, or the path of its file; the endterm unless told
 * @throws UsageError, or an ExamError of the blueprint
 */
export function examMeant(context: Context, name: string | undefined, options: SpecOptions): Meant {
  if (options.code !== undefined) return reprinted(context, name, options.code, options);
  const spec: ExamSpec = {
    blueprint: blueprintMeant(context, name, options),
    seed: options.seed === undefined ? randomInt(SHORT_SEEDS) : wholeNumber(options.seed, '--seed', LARGEST_SEED),
    vary: varyingOf(options.vary),
  };
  return { spec, code: examCode(spec, context.bank), news: [] };
}

/** The exam of a code, with its blueprint as it is now. */
function reprinted(context: Context, name: string | undefined, text: string, options: SpecOptions): Meant {
  for (const flag of ['seed', 'vary', 'topics', 'credits', 'minutes'] as const) {
    if (options[flag] !== undefined) throw new UsageError(`--${flag} does not go with --code, which says all of it.`);
  }
  const code = asUsage(() => readCode(text));
  const blueprint =
    name === undefined ? blueprintOfCode(context, code.name, options) : blueprintMeant(context, name, options);
  if (blueprint.name !== code.name) {
    throw new UsageError(`The code ${text.trim()} is of the blueprint ${code.name}, not of ${blueprint.name}.`);
  }
  const spec: ExamSpec = { blueprint, seed: code.seed, vary: code.vary };
  return { spec, code: examCode(spec, context.bank), news: codeNews(code, codeOf(spec, context.bank)) };
}

function blueprintMeant(context: Context, name: string | undefined, options: SpecOptions): Blueprint {
  const { topics, credits, minutes } = options;
  if (topics === undefined) {
    if (credits !== undefined || minutes !== undefined) {
      throw new UsageError('--credits and --minutes go with --topics: a blueprint says them itself.');
    }
    return blueprintNamed(context, name ?? DEFAULT, options);
  }
  if (name !== undefined) throw new UsageError('Name a blueprint or give --topics, not both.');
  return blueprintOf(
    {
      topics: topics
        .split(',')
        .map(topic => topic.trim())
        .filter(topic => topic !== ''),
      credits: credits === undefined ? null : wholeNumber(credits, '--credits', MOST_CREDITS),
      minutes: minutes === undefined ? null : wholeNumber(minutes, '--minutes', MOST_MINUTES),
    },
    context.bank,
  );
}

/** A code may come from anyone, so it names no file. */
function blueprintOfCode(context: Context, name: string, options: SpecOptions): Blueprint {
  if (optionsIn(name) !== null || folderWith(context, name, options) !== null) {
    return blueprintNamed(context, name, options);
  }
  throw new UsageError(
    `The code is of a blueprint "${name.slice(0, 100)}", which the bank does not hold: give its file as well, tutor exam FILE --code CODE.`,
  );
}

/** One of the bank or of other folders, a file, or made of topics as a code names them. */
function blueprintNamed(context: Context, name: string, options: SpecOptions): Blueprint {
  const wanted = optionsIn(name);
  if (wanted !== null) return blueprintOf(wanted, context.bank);
  if (/[\\/]|\.ya?ml$/.test(name)) {
    if (!existsSync(name)) throw new UsageError(`There is no blueprint file ${name.slice(0, 200)}: check the name.`);
    return readBlueprint(Buffer.from(bytesOf(name)).toString(), basename(name).replace(/\.ya?ml$/, ''), name);
  }
  const folder = folderWith(context, name, options);
  if (folder !== null) return loadBlueprint(folder.path, name, folder.shown);
  const known = foldersOf(context, options).flatMap(({ path }) => blueprintNames(path));
  const advice = adviceOn(name, known, `There are ${known.join(', ')}.`);
  throw new UsageError(`There is no blueprint "${name.slice(0, 100)}". ${advice}`);
}

interface Folder {
  readonly path: string;
  /** As messages name it. */
  readonly shown: string;
}

/** Those named last come first. */
function foldersOf({ environment }: Context, { bank: folders = [] }: SpecOptions): readonly Folder[] {
  const others = folders.map(folder => join(folder, BLUEPRINTS)).map(path => ({ path, shown: path }));
  const own = { path: join(environment.shipped.questions, BLUEPRINTS), shown: `questions/${BLUEPRINTS}` };
  return [...others.toReversed(), own];
}

function folderWith(context: Context, name: string, options: SpecOptions): Folder | null {
  return foldersOf(context, options).find(({ path }) => blueprintNames(path).includes(name)) ?? null;
}

/** What was typed wrongly is a matter of usage. */
function asUsage<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof ExamError ? new UsageError(error.message) : error;
  }
}
