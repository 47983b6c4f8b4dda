import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import envPaths from 'env-paths';
import { Bank } from '../bank/bank.ts';
import type { Loaded } from '../bank/load.ts';
import type { Template } from '../bank/template.ts';
import { ALGORITHM_VERSION, replay } from '../schedule/memory.ts';
import { buildQueue, type Queue } from '../schedule/queue.ts';
import { studyDay } from '../schedule/study-day.ts';
import { openStore, type Store } from '../store/store.ts';
import { type Environment, wholeNumber } from './environment.ts';
import { Failure, nearest, UsageError } from './errors.ts';

/** Options that every command takes. */
export interface CommonOptions {
  readonly bank?: readonly string[];
  readonly data?: string;
  readonly new?: string;
}

/** What commands work on. */
export interface Context {
  readonly environment: Environment;
  readonly bank: Bank;
  /** Ids of question files that cannot be used; why has been said. */
  readonly broken: readonly string[];
  readonly dataFolder: string;
  readonly newPerDay: number;
  /** Opens the history at the first call. @throws StoreError */
  readonly store: () => Store;
  readonly close: () => void;
}

const NEW_PER_DAY = 10;
const MOST_NEW = 9999;

export async function openContext(environment: Environment, options: CommonOptions): Promise<Context> {
  const { variables, now, shipped } = environment;
  const dataFolder = options.data ?? (variables.TUTOR_DATA || envPaths('dl-tutor', { suffix: '' }).data);
  const limit = options.new ?? (variables.TUTOR_NEW_PER_DAY || String(NEW_PER_DAY));
  const extra = await extraQuestions(environment, options.bank ?? []);
  let store: Store | null = null;
  return {
    environment,
    bank: new Bank([...compiledBank(shipped.bank), ...extra.flatMap(({ templates }) => templates)]),
    broken: extra.flatMap(({ broken }) => broken),
    dataFolder,
    newPerDay: wholeNumber(limit, options.new === undefined ? 'TUTOR_NEW_PER_DAY' : '--new', MOST_NEW),
    store: () => {
      store ??= openStore({
        directory: dataFolder,
        migrations: shipped.migrations,
        clock: now,
        randomBytes,
        replay,
        studyDay,
        algorithm: ALGORITHM_VERSION,
      });
      return store;
    },
    close: () => store?.close(),
  };
}

/** Written by the build, so its shape is known. */
function compiledBank(file: string): readonly Template[] {
  return JSON.parse(readFileSync(file, 'utf8')) as Template[];
}

/** Reading question files takes libraries that the compiled bank does without, so they are loaded only here. */
async function extraQuestions(environment: Environment, folders: readonly string[]): Promise<readonly Loaded[]> {
  if (folders.length === 0) return [];
  const { extraBank } = await import('./extra-bank.ts');
  return folders.map(folder => extraBank(folder, environment));
}

/** @throws UsageError that names the nearest ids; Failure where the question's file is at fault */
export function questionOf({ bank, broken }: Context, id: string): Template {
  const wanted = id.replace(/\.md$/, '');
  const template = bank.get(wanted);
  if (template) return template;
  if (broken.includes(wanted)) throw new Failure(`The question "${wanted}" cannot be used as it is.`);
  const near = nearest(
    id,
    bank.templates.map(other => other.id),
  );
  const hint = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ' See "tutor bank list".';
  throw new UsageError(`There is no question "${id.slice(0, 100)}".${hint}`);
}

/** What the schedule asks for now. */
export function queueOf({ bank, environment, newPerDay, store }: Context): Queue {
  const at = environment.now();
  const { zone } = environment;
  return buildQueue({
    questions: bank.templates,
    cards: store().cards(),
    at,
    zone,
    newPerDay,
    introducedToday: store().introducedOn(studyDay(at, zone), zone),
  });
}
