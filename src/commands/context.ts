import { createLooks, type Looks } from '../app/settings/look.ts';
import { Bank } from '../bank/bank.ts';
import { openCompiled } from '../bank/compiled.ts';
import type { TemplateFacts } from '../bank/facts.ts';
import type { IndexedFolder, Indexing } from '../bank/index/indexed-folder.ts';
import type { Template } from '../bank/template.ts';
import { createScheduler } from '../schedule/memory.ts';
import { studyDayNumber } from '../schedule/study-day.ts';
import { type Syllabus, type SyllabusQuestion, syllabusOf } from '../schedule/syllabus.ts';
import { tuningOf } from '../schedule/tuning.ts';
import { openStore, type Store } from '../store/store.ts';
import {
  banksOf,
  type CommonOptions,
  looksIn,
  numberIn,
  settingsOf,
  systemFolders,
  variablesOf,
} from './config/open.ts';
import type { Settings } from './config/settings.ts';
import type { Environment } from './environment.ts';
import { Failure, nearest, UsageError } from './errors.ts';

export type { CommonOptions };

/** What commands work on. */
export interface Context {
  readonly environment: Environment;
  readonly bank: Bank;
  /** Ids of question files that cannot be used; why has been said. */
  readonly broken: readonly string[];
  readonly settings: Settings;
  /** What is wrong with the settings, to be told once. */
  readonly troubles: readonly string[];
  /** The folders with more questions. */
  readonly banks: readonly string[];
  readonly dataFolder: string;
  /** What can be made again: nothing is lost with it. */
  readonly cacheFolder: string;
  /** How long a timed session lasts where no plan says. */
  readonly minutes: number;
  /** null where the student has not said, so that a plan may. */
  readonly newPerDay: number | null;
  readonly reviewsPerDay: number;
  /** The bank as the schedule sees it. */
  readonly syllabus: () => Syllabus;
  /** Opens the history at the first call. @throws StoreError */
  readonly store: () => Store;
  /** How screens are to look. */
  readonly looks: Looks;
  readonly close: () => void;
}

/** @param withBanks whether more questions are taken along than the built-in ones */
export async function openContext(outer: Environment, options: CommonOptions, withBanks = true): Promise<Context> {
  const settings = settingsOf(outer, options);
  const environment = { ...outer, variables: variablesOf(settings, outer.variables) };
  const { variables, now, shipped } = environment;
  const dataFolder = String(settings.of('data').value);
  const cacheFolder = variables.TUTOR_CACHE || systemFolders().cache;
  const { banks, problems } = banksOf(settings, options);
  const compiled = openCompiled(shipped.bank);
  const indexing = { build: compiled.build, cache: cacheFolder };
  const extra = await extraQuestions(environment, withBanks ? banks : [], indexing);
  const bank = new Bank([], [compiled, ...extra]);
  let store: Store | null = null;
  let syllabus: Syllabus | null = null;
  return {
    environment,
    bank,
    broken: extra.flatMap(({ broken }) => broken),
    settings,
    troubles: [...settings.problems, ...problems],
    banks,
    dataFolder,
    cacheFolder,
    // The settings screen may change these while the program runs.
    get minutes() {
      return Number(settings.of('minutes').value);
    },
    get newPerDay() {
      return numberIn(settings, 'new');
    },
    get reviewsPerDay() {
      return Number(settings.of('reviews').value);
    },
    syllabus: () => {
      syllabus ??= syllabusOf(bank.templates.map(asSyllabusQuestion));
      return syllabus;
    },
    store: () => {
      store ??= openStore({
        directory: dataFolder,
        migrations: shipped.migrations,
        clock: now,
        randomBytes: environment.randomBytes,
        studyDay: studyDayNumber,
        scheduler: settings => createScheduler(tuningOf(settings)),
      });
      return store;
    },
    looks: createLooks(looksIn(settings)),
    close: () => store?.close(),
  };
}

/** Reading question files takes libraries that the compiled bank does without, so they are loaded only here. */
async function extraQuestions(
  environment: Environment,
  folders: readonly string[],
  indexing: Indexing,
): Promise<readonly IndexedFolder[]> {
  if (folders.length === 0) return [];
  const { extraBank } = await import('./extra-bank.ts');
  return folders.map(folder => extraBank(folder, environment, indexing));
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

/** A question as the schedule sees it. */
export function asSyllabusQuestion(template: TemplateFacts): SyllabusQuestion {
  const { id, topics, source, requires, credits, minutes, parts } = template;
  return { id, topics, source, requires, credits, minutes, kind: parts[0]?.answer.kind ?? 'none' };
}
