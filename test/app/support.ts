import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { printKey } from '../../src/answers/answers.ts';
import type { MatchKey } from '../../src/answers/match/key.ts';
import type { Action, Answer, Effect, Event } from '../../src/app/events.ts';
import { bestFitting } from '../../src/app/fading.ts';
import { createMachine, type Machine } from '../../src/app/machine.ts';
import type { MarkScreen, QuestionScreen } from '../../src/app/screens.ts';
import { type Next, startSession } from '../../src/app/session.ts';
import { createLooks } from '../../src/app/settings/look.ts';
import type { State } from '../../src/app/state.ts';
import { Bank } from '../../src/bank/bank.ts';
import { loadFolder } from '../../src/bank/load.ts';
import { QuestionError } from '../../src/bank/problem.ts';
import { readTemplate } from '../../src/bank/read-template.ts';
import type { Template } from '../../src/bank/template.ts';
import type { VariantPart } from '../../src/bank/variant.ts';
import { FADING_SEEDS, makeVariant } from '../../src/bank/variant.ts';
import { openSettings, type Settings, type SettingsInput } from '../../src/commands/config/settings.ts';
import type { Context } from '../../src/commands/context.ts';
import { effectRunner } from '../../src/commands/effects/effects.ts';
import { createScheduler } from '../../src/schedule/memory.ts';
import { studyDayNumber } from '../../src/schedule/study-day.ts';
import { syllabusOf } from '../../src/schedule/syllabus.ts';
import { tuningOf } from '../../src/schedule/tuning.ts';
import { connect } from '../../src/store/connection.ts';
import { StoreError } from '../../src/store/errors.ts';
import { openStore, type Store } from '../../src/store/store.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A small bank that no change of the real one touches: a number, two parts, several right, one right. */
const FIXTURES = join(ROOT, 'test/fixtures/bank');
const KIND_FIXTURES = join(ROOT, 'test/fixtures/kinds');
export const ZONE = 'Europe/Berlin';
const EVENING = '2026-11-20T18:00:00Z';

const loaded = new Map<string, ReturnType<typeof loadFolder>>();

/** Of a folder that no test writes to. */
function load(folder: string): ReturnType<typeof loadFolder> {
  const found = loaded.get(folder) ?? loadFolder(folder);
  loaded.set(folder, found);
  return found;
}

export function fixtures(): readonly Template[] {
  return load(FIXTURES).templates;
}

export function fixture(id: string): Template {
  const found = fixtures().find(template => template.id === id);
  if (!found) throw new Error(`no fixture ${id}`);
  return found;
}

/** Questions of each kind of answer, beside that small bank. */
export function kindFixtures(): readonly Template[] {
  return load(KIND_FIXTURES).templates;
}

export function kindFixture(id: string): Template {
  const { templates, problems } = load(KIND_FIXTURES);
  const found = templates.find(template => template.id === id);
  if (!found) throw new Error(`no fixture ${id}; ${problems.map(problem => problem.message).join('; ')}`);
  return found;
}

/** Questions about a topic of their own each, with numbers that differ at every meeting: `t0/q`, `t1/q` and so on. */
export function simpleQuestions(count: number): readonly Template[] {
  return Array.from({ length: count }, (_, i) => {
    const head = `title: Question ${i}\ntopics: [t${i}]\nminutes: 2\nvars: { a: { given: 2, int: [1, 999] } }`;
    const text = `---\n${head}\nanswer: { number: a + 1 }\n---\nWhat is {{a}} + 1?\n\n## Hint\nOne more.\n`;
    return readTemplate(text, `t${i}/q`, `t${i}/q.md`);
  });
}

/** A session on a question with every blank that it can have, as one meets it who has known it for long. */
export function withBlanks(id: string): Session {
  const template = kindFixture(id);
  const walk = session({ start: startSession({ kind: 'study' }), templates: [template] });
  const variants = Array.from({ length: 40 }, (_, i) => makeVariant(template, FADING_SEEDS + i));
  const variant = bestFitting(variants, { stability: 1000, weak: new Set() });
  walk.machine.dispatch({ type: 'presented', presented: { ...walk.question().presented, variant } });
  return walk;
}

/** A new folder, gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tutor-session-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** A session over a real history in a temporary folder, with hands on its clock. */
export interface Session {
  readonly machine: Machine;
  readonly store: Store;
  readonly state: () => State;
  /** Another machine over the same history, in a state of its own. */
  readonly from: (state: State) => Machine;
  readonly clock: { at: Date; monotonic: number };
  /** Lets so many milliseconds pass on both clocks. */
  readonly pass: (ms: number) => void;
  /** Effects whose next run fails as if the disk did. */
  readonly failing: Set<Effect['type']>;
  readonly act: (...actions: readonly Action[]) => void;
  readonly type: (text: string) => void;
  readonly paste: (text: string) => void;
  readonly question: () => QuestionScreen;
  readonly mark: () => MarkScreen;
  /** Fills every part from the one in focus on: rightly, or with what is surely wrong. */
  readonly answer: (how: 'right' | 'wrong') => void;
}

interface SessionOptions {
  readonly start: Next;
  readonly templates?: readonly Template[];
  readonly folder?: string;
  readonly at?: string;
  readonly newPerDay?: number;
  readonly reviewsPerDay?: number;
  /** The folder in which exams are described. */
  readonly questions?: string;
  readonly settings?: Settings;
}

const STUDENT = '/home/student';

/** Settings that can be changed; what is shown of their place is the same in each run. */
export function settingsInPlay(variables: SettingsInput['variables'] = {}): Settings {
  const data = join(STUDENT, '.local/share/dl-tutor');
  const settings = openSettings({ variables, flags: {}, folders: { config: temporaryFolder(), data } });
  return { ...settings, file: join(STUDENT, '.config/dl-tutor/config.json') };
}

export const DISK_FAILURE = 'The disk is full.';

/** What the editor of these sessions adds to a page. */
export const WRITTEN_ELSEWHERE = ' … and more.\n';

export function session(options: SessionOptions): Session {
  const { start, templates = fixtures(), folder, at = EVENING, newPerDay = 10, reviewsPerDay = 50 } = options;
  const { questions = join(ROOT, 'questions') } = options;
  const syllabus = syllabusOf(templates);
  const clock = { at: new Date(at), monotonic: 1000 };
  const store = openHistory(folder ?? temporaryFolder(), () => clock.at);
  const settings = options.settings ?? settingsInPlay();
  const context = {
    environment: { now: () => clock.at, zone: ZONE, shipped: { questions } },
    banks: [],
    settings,
    looks: createLooks(),
    minutes: 20,
    bank: new Bank(templates),
    newPerDay,
    reviewsPerDay,
    syllabus: () => syllabus,
    store: () => store,
  } as unknown as Context;
  const runner = effectRunner(context);
  const failing = new Set<Effect['type']>();
  const run = (effect: Effect): Answer<Event> => {
    if (failing.has(effect.type)) throw new StoreError(DISK_FAILURE);
    if (effect.type !== 'edit-page') return runner(effect);
    return [{ type: 'page-edited', part: effect.part, text: `${effect.text}${WRITTEN_ELSEWHERE}` }];
  };
  const alive = (begin: Next): Machine =>
    createMachine(begin, {
      run,
      moment: () => ({ ...clock, zone: ZONE }),
      explain: error => (error instanceof StoreError || error instanceof QuestionError ? error.message : null),
    });
  const machine = alive(start);
  const act = (...actions: readonly Action[]): void => {
    for (const action of actions) machine.dispatch({ type: 'action', action });
  };
  const type = (text: string): void => machine.dispatch({ type: 'text', text });
  const paste = (text: string): void => machine.dispatch({ type: 'text', text, pasted: true });
  /** Every point of every part, and the mark. */
  const grantAll = (parts: readonly VariantPart[]): void => {
    for (const { key } of parts) {
      if (key.kind !== 'rubric') continue;
      for (const number of printKey(key).split(' ')) type(number);
      act('submit');
    }
    if (machine.state().screen?.name === 'judge') act('submit');
  };
  const question = (): QuestionScreen => onScreen(machine.state(), 'question');
  return {
    machine,
    store,
    state: machine.state,
    from: state => alive([state, []]),
    clock,
    pass: ms => {
      clock.at = new Date(clock.at.getTime() + ms);
      clock.monotonic += ms;
    },
    failing,
    act,
    type,
    paste,
    question,
    mark: () => onScreen(machine.state(), 'mark'),
    answer: how => {
      const { parts } = question().presented.variant;
      for (const { key } of parts) {
        const right = printKey(key);
        if (key.kind === 'number') type(how === 'right' ? right : '-123456789');
        else if (key.kind === 'tensor' || key.kind === 'table')
          paste(how === 'right' ? right : right.replaceAll(/[^\s,;[\]]+/g, '-123456789'));
        else if (key.kind === 'order') type(how === 'right' ? right : right.replace(/ [^|]*/, ' '));
        else if (key.kind === 'match') type(how === 'right' ? right : right.replaceAll(/=./g, sameForAll(key)));
        else if (key.kind === 'rubric') paste('Some words.');
        else if (key.kind !== 'choice') type(how === 'right' ? right : '123456789');
        else if (how === 'right' && !key.options.some(option => option.right)) act('none');
        else if (how === 'right') for (const label of right.split(',')) type(label);
        else type(key.options.find(option => !option.right)?.label ?? 'a');
        act('submit');
      }
      if (machine.state().screen?.name === 'judge') grantAll(how === 'right' ? parts : []);
    },
  };
}

/** Every blank gets one and the same option, which belongs to at most some of them. */
function sameForAll({ blanks, options }: MatchKey): string {
  return `=${options.find(({ label }) => label !== blanks[0]?.answer)?.label}`;
}

const migrations = join(ROOT, 'migrations');

/** An empty history in the shape of the last migration: to copy one takes half the time of making one. */
let emptyHistory: Uint8Array | null = null;

function readEmptyHistory(): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'tutor-empty-'));
  try {
    const path = join(folder, 'tutor.db');
    connect(path, { migrations, studyDay: studyDayNumber }).close();
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function openHistory(directory: string, clock: () => Date): Store {
  const path = join(directory, 'tutor.db');
  emptyHistory ??= readEmptyHistory();
  if (!existsSync(path)) writeFileSync(path, emptyHistory);
  const store = openStore({
    directory,
    migrations,
    clock,
    // The device, and with it every variant, is the same in each run.
    randomBytes: n => new Uint8Array(n).fill(7),
    studyDay: studyDayNumber,
    scheduler: settings => createScheduler(tuningOf(settings)),
  });
  onTestFinished(() => store.close());
  return store;
}

type Named<Name> = Extract<NonNullable<State['screen']>, { name: Name }>;

export function onScreen<Name extends NonNullable<State['screen']>['name']>(state: State, name: Name): Named<Name> {
  if (state.screen?.name !== name) throw new Error(`the screen is ${state.screen?.name ?? 'empty'} and not ${name}`);
  return state.screen as Named<Name>;
}
