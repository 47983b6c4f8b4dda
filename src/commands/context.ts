import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import envPaths from 'env-paths';
import { createLooks, type Looks } from '../app/settings/look.ts';
import { Bank } from '../bank/bank.ts';
import type { Loaded } from '../bank/load.ts';
import type { Template } from '../bank/template.ts';
import { createScheduler } from '../schedule/memory.ts';
import { studyDayNumber } from '../schedule/study-day.ts';
import { type Syllabus, type SyllabusQuestion, syllabusOf } from '../schedule/syllabus.ts';
import { tuningOf } from '../schedule/tuning.ts';
import { openStore, type Store } from '../store/store.ts';
import { type Environment, wholeNumber } from './environment.ts';
import { Failure, nearest, UsageError } from './errors.ts';

/** Options that every command takes. */
export interface CommonOptions {
  readonly bank?: readonly string[];
  readonly data?: string;
  readonly new?: string;
  readonly reviews?: string;
}

/** What commands work on. */
export interface Context {
  readonly environment: Environment;
  readonly bank: Bank;
  /** Ids of question files that cannot be used; why has been said. */
  readonly broken: readonly string[];
  readonly dataFolder: string;
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

const REVIEWS_PER_DAY = 25;
const MOST_A_DAY = 9999;

export async function openContext(environment: Environment, options: CommonOptions): Promise<Context> {
  const { variables, now, shipped } = environment;
  const dataFolder = options.data ?? (variables.TUTOR_DATA || envPaths('dl-tutor', { suffix: '' }).data);
  const limit = (option: string | undefined, flag: string, name: string): number | null => {
    const text = option ?? variables[name];
    return text ? wholeNumber(text, option === undefined ? name : flag, MOST_A_DAY) : null;
  };
  const extra = await extraQuestions(environment, options.bank ?? []);
  const bank = new Bank([...compiledBank(shipped.bank), ...extra.flatMap(({ templates }) => templates)]);
  let store: Store | null = null;
  let syllabus: Syllabus | null = null;
  return {
    environment,
    bank,
    broken: extra.flatMap(({ broken }) => broken),
    dataFolder,
    newPerDay: limit(options.new, '--new', 'TUTOR_NEW_PER_DAY'),
    reviewsPerDay: limit(options.reviews, '--reviews', 'TUTOR_REVIEWS_PER_DAY') ?? REVIEWS_PER_DAY,
    syllabus: () => {
      syllabus ??= syllabusOf(bank.templates.map(asSyllabusQuestion));
      return syllabus;
    },
    store: () => {
      store ??= openStore({
        directory: dataFolder,
        migrations: shipped.migrations,
        clock: now,
        randomBytes,
        studyDay: studyDayNumber,
        scheduler: settings => createScheduler(tuningOf(settings)),
      });
      return store;
    },
    looks: createLooks(),
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

/** A question as the schedule sees it. */
export function asSyllabusQuestion(template: Template): SyllabusQuestion {
  const { id, topics, source, requires, credits, minutes, parts } = template;
  return { id, topics, source, requires, credits, minutes, kind: parts[0]?.answer.kind ?? 'none' };
}
