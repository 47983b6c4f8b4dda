import { delimiter } from 'node:path';
import type { Settled, Source } from '../../app/settings/state.ts';
import { type SettingName, settingOf } from '../../app/settings/table.ts';
import { shownValue, valueText } from '../../app/settings/value.ts';
import type { Environment } from '../environment.ts';
import { UsageError } from '../errors.ts';
import { columns, printJson, printLines, printMessage } from '../output.ts';
import type { Surroundings } from '../table/row.ts';
import { type CommonOptions, settingsOf } from './open.ts';
import { didYouMean, type Settings } from './settings.ts';

/** `tutor config [SETTING] [VALUE]`: what is set, where that comes from, and setting it. */

interface ConfigOptions extends CommonOptions {
  readonly unset?: boolean;
  readonly path?: boolean;
  readonly json?: boolean;
}

/** @throws UsageError for a setting or a value there is none of; Failure where the file cannot be written */
export function config(
  { environment }: Surroundings,
  name: string | undefined,
  values: readonly string[],
  options: ConfigOptions,
): void {
  const settings = settingsOf(environment, options);
  for (const problem of settings.problems) printMessage(environment, `tutor: ${problem}`);
  const settled = name === undefined ? null : settledOf(settings, name);
  if (settled === null && options.unset) throw new UsageError('Which setting? tutor config SETTING --unset');
  if (options.path) printLines(environment, [settings.file]);
  else if (settled && options.unset) change(environment, settings, settled, null, values);
  else if (settled && values.length > 0) change(environment, settings, settled, values.join(delimiter), values);
  else show(environment, settings, settled, options);
}

function show(environment: Environment, settings: Settings, one: Settled | null, { json }: ConfigOptions): void {
  if (json) {
    printJson(environment, { file: settings.file, settings: (one ? [one] : settings.all()).map(data) });
    return;
  }
  if (one) {
    printLines(environment, lines(one));
    return;
  }
  printLines(environment, [
    ...columns(settings.all().map(settled => [settled.setting.name, shownValue(settled.value), origin(settled)])),
    '',
    `Kept in ${settings.file}; "tutor config SETTING VALUE" changes one.`,
  ]);
}

function settledOf(settings: Settings, name: string): Settled {
  const setting = settingOf(name);
  if (setting === null) {
    throw new UsageError(
      `There is no setting "${name.slice(0, 40)}".${didYouMean(name) || ' "tutor config" lists them all.'}`,
    );
  }
  return settings.of(setting.name);
}

/** @param text what is to be set; null for the default */
function change(
  environment: Environment,
  settings: Settings,
  { setting: { name, type } }: Settled,
  text: string | null,
  values: readonly string[],
): void {
  if (text === null && values.length > 0) throw new UsageError('Give a value or --unset, not both.');
  if (values.length > 1 && type.kind !== 'folders') {
    throw new UsageError(`${name} takes one value; given: ${values.length}`);
  }
  settings.save(name, text);
  const overruled = overruling(settings.of(name));
  if (overruled !== null) printMessage(environment, `tutor: it is saved, and ${overruled} now.`);
}

/** For scripts: a folder a line. */
function lines({ value }: Settled): readonly string[] {
  return typeof value === 'object' ? value : [valueText(value)];
}

const ORIGINS: Readonly<Record<Source, (settled: Settled) => string>> = {
  flag: ({ setting }) => `--${setting.flag}`,
  variable: ({ setting }) => setting.variable,
  file: () => 'config file',
  default: () => 'default',
};

function origin(settled: Settled): string {
  return ORIGINS[settled.source](settled);
}

/** `TUTOR_THEME overrules it`; null where what is saved is in force. */
function overruling(settled: Settled): string | null {
  return settled.source === 'flag' || settled.source === 'variable' ? `${origin(settled)} overrules it` : null;
}

interface Data {
  readonly name: SettingName;
  readonly value: Settled['value'];
  readonly source: Source;
  /** The flag or the variable that says so; null for the file and the default. */
  readonly by: string | null;
  readonly saved: Settled['saved'];
}

function data(settled: Settled): Data {
  const { setting, value, source, saved } = settled;
  return { name: setting.name, value, source, by: overruling(settled) === null ? null : origin(settled), saved };
}
