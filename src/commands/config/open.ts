import { userInfo } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import envPaths from 'env-paths';
import { COLOR_DEPTHS, type LookWishes, SIGNS, THEMES } from '../../app/settings/look.ts';
import type { SettingName } from '../../app/settings/table.ts';
import { isFolder } from '../bank/folder.ts';
import type { Environment } from '../environment.ts';
import { UsageError } from '../errors.ts';
import { openSettings, type Settings } from './settings.ts';

/** The settings of this machine. */

/** Options that every command takes. */
export interface CommonOptions {
  readonly bank?: readonly string[];
  readonly data?: string;
  readonly new?: string;
  readonly reviews?: string;
  readonly theme?: string;
  readonly colors?: string;
  readonly signs?: string;
}

/**
 * The system's own folders for this program; on Linux those of XDG. Where HOME is empty they would lie below the folder
 * that one happens to be in: then they lie where the system has its own idea of the home.
 *
 * @throws UsageError where it has none
 */
export function systemFolders(): { readonly data: string; readonly config: string; readonly cache: string } {
  const { data, config, cache } = envPaths('dl-tutor', { suffix: '' });
  const whole = (path: string): string => (isAbsolute(path) ? path : join(ownHome(), path));
  // Who names a folder needs no home for it.
  return {
    get data() {
      return whole(data);
    },
    get config() {
      return whole(config);
    },
    get cache() {
      return whole(cache);
    },
  };
}

function ownHome(): string {
  const home = homeOfUser();
  if (isAbsolute(home)) return home;
  throw new UsageError(
    'There is no home folder: set HOME, or name folders with TUTOR_DATA, TUTOR_CONFIG and TUTOR_CACHE.',
  );
}

/** Empty where the system does not know who runs this. */
function homeOfUser(): string {
  try {
    return userInfo().homedir;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return '';
    throw error;
  }
}

/** @throws UsageError where a flag or a variable has a value that cannot be */
export function settingsOf({ variables }: Pick<Environment, 'variables'>, options: CommonOptions): Settings {
  const { bank: _, ...flags } = options;
  return openSettings({ variables, flags: { ...flags }, folders: systemFolders() });
}

/**
 * The folders with more questions: those that are set, then those of --bank.
 *
 * @returns with them what is missing of the config file's, which is no reason to stop
 * @throws UsageError where a folder of the variable is missing; those of --bank are looked at when they are read
 */
export function banksOf(
  settings: Settings,
  { bank: named = [] }: CommonOptions,
): { readonly banks: readonly string[]; readonly problems: readonly string[] } {
  const { value, source, setting } = settings.of('banks');
  const set = typeof value === 'object' ? value : [];
  const missing = set.filter(folder => !isFolder(folder));
  const [first] = missing;
  if (first !== undefined && source === 'variable') {
    throw new UsageError(`${setting.variable}: there is no folder ${first}`);
  }
  const all = [...set.filter(folder => !missing.includes(folder)), ...named];
  const known = new Map(all.map(folder => [resolve(folder), folder]));
  return {
    banks: [...known.values()],
    problems: missing.map(folder => `${settings.file}: there is no folder ${folder}; its questions are left out.`),
  };
}

const IS_SCREEN_READER: Readonly<Record<string, string>> = { yes: 'true', no: 'false' };

/** What Ink and the pages ask the environment, as it is set. */
export function variablesOf(
  settings: Settings,
  variables: Environment['variables'],
): Readonly<Record<string, string | undefined>> {
  const wished = IS_SCREEN_READER[String(settings.of('screen-reader').value)];
  return wished === undefined ? variables : { ...variables, INK_SCREEN_READER: wished };
}

/** How screens are to look, as it is set. */
export function looksIn(settings: Settings): LookWishes {
  const wish = <Name extends string>(names: readonly Name[], setting: SettingName, otherwise: Name): Name =>
    names.find(name => name === settings.of(setting).value) ?? otherwise;
  return {
    theme: wish(THEMES, 'theme', 'auto'),
    colors: wish(COLOR_DEPTHS, 'colors', 'auto'),
    signs: wish(SIGNS, 'signs', 'auto'),
  };
}

/** A number that is set; null where it is left to the plan. */
export function numberIn(settings: Settings, name: SettingName): number | null {
  const { value } = settings.of(name);
  return typeof value === 'number' ? value : null;
}
