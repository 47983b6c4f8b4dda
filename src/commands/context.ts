import { createLooks, type Looks } from '../app/settings/look.ts';
import type { Bank } from '../bank/bank.ts';
import { openCompiled } from '../bank/compiled.ts';
import type { Watch } from '../bank/index/indexed-folder.ts';
import type { Problem } from '../bank/problem.ts';
import type { Template } from '../bank/template.ts';
import { createScheduler } from '../schedule/memory.ts';
import { studyDayNumber } from '../schedule/study-day.ts';
import type { Syllabus } from '../schedule/syllabus.ts';
import { tuningOf } from '../schedule/tuning.ts';
import { makeFolder } from '../store/files.ts';
import { openStore, type Store } from '../store/store.ts';
import { type Banks, openBanks } from './banks.ts';
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
import { Failure, UsageError } from './errors.ts';
import { adviceOn } from './meant.ts';
import { LONG_MS, progress } from './progress.ts';

export type { CommonOptions };

/** What commands work on. */
export interface Context {
  readonly environment: Environment;
  readonly bank: Bank;
  /** Ids of question files that cannot be used, and why. */
  readonly broken: readonly string[];
  readonly problems: readonly Problem[];
  /** Looks at the files of questions that so far are only remembered. @returns whether the bank is another one now */
  readonly confirm: Banks['confirm'];
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

export interface Opening {
  /** Whether more questions are taken along than the built-in ones. */
  readonly withBanks?: boolean;
  /** Whether these may be as they are remembered, until they are confirmed. */
  readonly fromMemory?: boolean;
}

export async function openContext(
  outer: Environment,
  options: CommonOptions,
  { withBanks = true, fromMemory = false }: Opening = {},
): Promise<Context> {
  const settings = settingsOf(outer, options);
  const environment = { ...outer, variables: variablesOf(settings, outer.variables) };
  const { variables, now, shipped } = environment;
  const dataFolder = String(settings.of('data').value);
  const cacheFolder = variables.TUTOR_CACHE || systemFolders().cache;
  const { banks, problems } = banksOf(settings, options);
  const compiled = openCompiled(shipped.bank);
  const indexing = { build: compiled.build, cache: cacheFolder, makeFolder };
  const folders = withBanks ? banks : [];
  const watch: Watch = files => progress(environment, files, 'questions read', LONG_MS);
  // Whoever listens is shown nothing before all is there.
  const isHeard = variables.INK_SCREEN_READER === 'true';
  const questions = await openBanks(compiled, { folders, indexing, fromMemory: fromMemory && !isHeard, watch });
  let store: Store | null = null;
  return {
    environment,
    get bank() {
      return questions.bank();
    },
    get broken() {
      return questions.broken();
    },
    get problems() {
      return questions.problems();
    },
    confirm: questions.confirm,
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
    syllabus: questions.syllabus,
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

/** @throws UsageError that names the nearest ids; Failure where the question's file is at fault */
export function questionOf({ bank, broken }: Context, id: string): Template {
  const wanted = id.replace(/\.md$/, '');
  const template = bank.get(wanted);
  if (template) return template;
  if (broken.includes(wanted)) throw new Failure(`The question "${wanted}" cannot be used as it is.`);
  const known = bank.templates.map(other => other.id);
  throw new UsageError(`There is no question "${id.slice(0, 100)}". ${adviceOn(id, known)}`);
}
