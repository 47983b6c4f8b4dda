import { realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import type { Settled } from '../../app/settings/state.ts';
import { SETTINGS, type Setting, type SettingName, type SettingValue, settingOf } from '../../app/settings/table.ts';
import { parseJson, parseText, wanted } from '../../app/settings/value.ts';
import { Failure, UsageError } from '../errors.ts';
import { meantBy } from '../meant.ts';
import { type ConfigFile, readConfig, writeConfig } from './file.ts';

/** What is set: by a flag, else a variable, else the config file, else as the program comes. */

export interface Settings {
  /** The config file, whether or not there is one. */
  readonly file: string;
  /** What is wrong with it, a sentence each; the program goes on with defaults. */
  readonly problems: readonly string[];
  readonly of: (name: SettingName) => Settled;
  /** In the order of the table. */
  readonly all: () => readonly Settled[];
  /**
   * Writes a value as it is typed; null takes it out of the file.
   *
   * @throws UsageError where the value cannot be, Failure where the file cannot be written
   */
  readonly save: (name: SettingName, text: string | null) => void;
}

export interface SettingsInput {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** By the names of the flags. */
  readonly flags: Readonly<Record<string, string | undefined>>;
  /** Of the system: the folder for settings, and the one for data. */
  readonly folders: { readonly config: string; readonly data: string };
}

const FILE = 'config.json';

/** @throws UsageError where a flag or a variable has a value that cannot be */
export function openSettings({ variables, flags, folders }: SettingsInput): Settings {
  const file = variables.TUTOR_CONFIG ? resolve(variables.TUTOR_CONFIG) : join(folders.config, FILE);
  const told = SETTINGS.map(setting => toldOf(setting, flags, variables));
  let config = readConfig(file);
  let { saved, problems } = savedIn(config, file);

  const settle = (setting: Setting, i: number): Settled => {
    const fromFile = saved.get(setting.name) ?? null;
    const outside = told[i];
    if (outside) return { setting, ...outside, saved: fromFile };
    if (fromFile !== null) return { setting, value: fromFile, source: 'file', saved: fromFile };
    const value = setting.name === 'data' ? folders.data : setting.fallback;
    return { setting, value, source: 'default', saved: null };
  };

  return {
    file,
    get problems() {
      return problems;
    },
    of: name => {
      const i = SETTINGS.findIndex(setting => setting.name === name);
      return settle(SETTINGS[i] as Setting, i);
    },
    all: () => SETTINGS.map(settle),
    save: (name, text) => {
      const setting = settingOf(name) as Setting;
      const value = text === null ? undefined : checked(setting, text);
      // Somebody else may have written it meanwhile.
      const now = readConfig(file);
      if (now.entries === null) throw new Failure(now.problem ?? '');
      const { [name]: _, ...others } = now.entries;
      const entries = value === undefined ? others : { ...now.entries, [name]: value };
      if (value !== undefined || name in now.entries) writeConfig(file, entries);
      config = readConfig(file);
      ({ saved, problems } = savedIn(config, file));
    },
  };
}

type Told = Pick<Settled, 'value' | 'source'>;

/** What the command line or the environment says; null where they say nothing. */
function toldOf(setting: Setting, flags: SettingsInput['flags'], variables: SettingsInput['variables']): Told | null {
  const flag = setting.flag === null ? undefined : flags[setting.flag];
  if (flag !== undefined) return { value: parsed(setting, flag, `--${setting.flag}`), source: 'flag' };
  const text = variables[setting.variable];
  const meant = setting.words && text !== undefined ? setting.words[text] : text;
  return meant ? { value: parsed(setting, meant, setting.variable), source: 'variable' } : null;
}

/** @param what the flag, the variable or the setting that has the value */
function parsed(setting: Setting, text: string, what: string): SettingValue {
  const found = parseText(setting, text);
  if ('value' in found) return found.value;
  throw new UsageError(`${what} ${found.problem}${meant(setting, text)}`);
}

/** `. Did you mean dark?` */
function meant({ type }: Setting, text: string): string {
  if (type.kind !== 'choice') return '';
  const near = meantBy(text, type.choices);
  return near === null ? '' : `. Did you mean ${near}?`;
}

/** What the file says, and what is wrong in it. */
function savedIn(
  { entries, problem, lineOf }: ConfigFile,
  file: string,
): { saved: ReadonlyMap<string, SettingValue>; problems: readonly string[] } {
  const saved = new Map<string, SettingValue>();
  const problems = problem === null ? [] : [problem];
  const at = (name: string): string => {
    const line = lineOf(name);
    return line === null ? file : `${file}:${line}`;
  };
  for (const [name, json] of Object.entries(entries ?? {})) {
    const setting = settingOf(name);
    if (setting === null) {
      problems.push(`${at(name)}: there is no setting "${name.slice(0, 40)}"; it is passed over.${didYouMean(name)}`);
      continue;
    }
    const found = parseJson(setting, json);
    if ('value' in found) saved.set(name, located(found.value, setting, dirname(file)));
    else problems.push(`${at(name)}: ${name} ${found.problem}; it is passed over.`);
  }
  return { saved, problems };
}

/** ` Did you mean theme?`, or nothing where no setting is near. */
export function didYouMean(name: string): string {
  const near = meantBy(
    name,
    SETTINGS.map(setting => setting.name),
  );
  return near === null ? '' : ` Did you mean ${near}?`;
}

/** Folders as they are meant: `~` is the home folder, and other paths lie below where they are written. */
function located(value: SettingValue, { type }: Setting, below: string): SettingValue {
  const whole = (folder: string): string =>
    resolve(
      below,
      folder.replace(/^~(?=$|[\\/])/, () => homedir()),
    );
  if (type.kind === 'folder') return whole(String(value));
  return type.kind === 'folders' && typeof value === 'object' ? value.map(whole) : value;
}

/** A value that is to be written. @throws UsageError */
function checked(setting: Setting, text: string): SettingValue {
  const { name, type, fallback } = setting;
  const value = located(parsed(setting, text, name), setting, resolve());
  if (type.kind === 'folders' && typeof value === 'object') {
    const missing = value.find(folder => !statSync(folder, { throwIfNoEntry: false })?.isDirectory());
    if (missing !== undefined) {
      throw new UsageError(`${name}: there is no folder ${missing} (several are separated by "${delimiter}")`);
    }
    return [...new Set(value.map(folder => realpathSync(folder)))];
  }
  if (type.kind === 'folder' && statSync(String(value), { throwIfNoEntry: false })?.isFile()) {
    throw new UsageError(`${name} must be ${wanted(type, fallback)}, and ${value} is a file`);
  }
  return value;
}
