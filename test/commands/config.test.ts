import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, it } from 'vitest';
import { SETTINGS } from '../../src/app/settings/table.ts';
import { looksIn, variablesOf } from '../../src/commands/config/open.ts';
import { openSettings, type Settings, type SettingsInput } from '../../src/commands/config/settings.ts';
import { Failure, UsageError } from '../../src/commands/errors.ts';
import { running } from './running.ts';
import { environment, json, temporaryFolder, tutor } from './tutor.ts';

/** What is set, by whom, and what becomes of a file that somebody wrote by hand. */

function opened(text: string | null, rest: Partial<SettingsInput> = {}): Settings & { readonly folder: string } {
  const folder = temporaryFolder();
  if (text !== null) writeFileSync(join(folder, 'config.json'), text);
  const settings = openSettings({ variables: {}, flags: {}, folders: { config: folder, data: '/data' }, ...rest });
  return Object.assign(settings, { folder });
}

const written = ({ file }: Settings): unknown => JSON.parse(readFileSync(file, 'utf8'));

it('goes by the flag, then the variable, then the file, then the default', () => {
  const text = JSON.stringify({ theme: 'dark', colors: '16', signs: 'ascii', minutes: 30 });
  const settings = opened(text, {
    flags: { theme: 'light' },
    variables: { TUTOR_THEME: 'none', TUTOR_COLORS: '256', TUTOR_SIGNS: '' },
  });
  expect(settings.all().map(({ setting, value, source }) => [setting.name, value, source])).toEqual([
    ['theme', 'light', 'flag'],
    ['colors', '256', 'variable'],
    ['signs', 'ascii', 'file'],
    ['screen-reader', 'auto', 'default'],
    ['minutes', 30, 'file'],
    ['new', 'auto', 'default'],
    ['reviews', 25, 'default'],
    ['banks', [], 'default'],
    ['data', '/data', 'default'],
  ]);
  expect(looksIn(settings)).toEqual({ theme: 'light', colors: '256', signs: 'ascii' });
  expect(settings.problems).toEqual([]);
});

it.each<[string, Partial<SettingsInput>, string]>([
  ['a flag', { flags: { theme: 'drak' } }, '--theme must be auto, dark, light, contrast or none, not "drak"'],
  ['a variable', { variables: { TUTOR_MINUTES: '0' } }, 'TUTOR_MINUTES must be a whole number from 1 to 600, not "0"'],
])('takes no wrong value from %s', (_, rest, message) => {
  expect(() => opened(null, rest)).toThrow(UsageError);
  expect(() => opened(null, rest)).toThrow(message);
});

it('hears of a screen reader as Ink does, unless told otherwise', () => {
  const heard = (text: string | null, variables: Readonly<Record<string, string>>): unknown =>
    variablesOf(opened(text, { variables }), variables).INK_SCREEN_READER;
  expect(heard(null, {})).toBeUndefined();
  expect(heard('{"screen-reader": "yes"}', {})).toBe('true');
  expect(heard('{"screen-reader": "no"}', { INK_SCREEN_READER: 'true' })).toBe('true');
  expect(heard('{"screen-reader": "yes"}', { INK_SCREEN_READER: '1' })).toBe('true');
});

it.each([
  ['{"theme": "dark",\n  "minutes": 30,\n}', ':3:1: this is no JSON'],
  ['{"theme": "dark"', ':1:17: this is no JSON'],
  ['theme = dark', ':1:', 'this is no JSON'],
  ['["dark"]', ':1: the settings must be an object such as'],
  ['7', ':1: the settings must be an object such as'],
])('names the place of what it cannot read, goes on with defaults, and writes nothing: %j', (text, ...said) => {
  const settings = opened(text);
  expect(settings.problems).toHaveLength(1);
  for (const words of said) expect(settings.problems[0]).toContain(words);
  expect(settings.problems[0]).toContain(`${settings.file}:`);
  expect(settings.all().every(({ source }) => source === 'default')).toBe(true);
  expect(() => settings.save('theme', 'light')).toThrow(Failure);
  expect(readFileSync(settings.file, 'utf8')).toBe(text);
});

it('takes no folder whose name no system has, and guesses only at what is near', () => {
  const settings = opened('{ "data": "\\u0000x", "banks": ["\\u0000"], "toString": 1, "theme": "purple" }');
  const passedOver = (what: string): string => `${settings.file}:1: ${what}; it is passed over.`;
  expect(settings.problems).toEqual([
    passedOver('data must be a folder, not "\0x"'),
    passedOver('banks must be a list of folders, not "["\\u0000"]"'),
    passedOver('there is no setting "toString"'),
    passedOver('theme must be auto, dark, light, contrast or none, not "purple"'),
  ]);
});

it('names the line of a setting that there is not, and of a value that cannot be, and keeps the rest', () => {
  const text =
    '{\n  "thme": "dark",\n  "minutes": 9999,\n  "new":\n 3,\n  "x": "theme",\n "banks": "mine", "reviews": "9" }';
  const settings = opened(text);
  expect(settings.problems).toEqual([
    `${settings.file}:2: there is no setting "thme"; it is passed over. Did you mean theme?`,
    `${settings.file}:3: minutes must be a whole number from 1 to 600, not "9999"; it is passed over.`,
    expect.stringContaining(`${settings.file}:6: there is no setting "x"; it is passed over.`),
  ]);
  expect([settings.of('new').value, settings.of('minutes').value, settings.of('reviews').value]).toEqual([3, 20, 9]);
  // Written in a file, a folder lies beside that file.
  expect(settings.of('banks').value).toEqual([join(settings.folder, 'mine')]);
  settings.save('theme', 'light');
  expect(written(settings)).toMatchObject({ thme: 'dark', minutes: 9999, new: 3, x: 'theme', theme: 'light' });
});

it('writes whole files for their owner alone, makes the folder, and leaves a link a link', () => {
  const folder = temporaryFolder();
  const config = join(folder, 'a/b');
  const settings = openSettings({ variables: {}, flags: {}, folders: { config, data: folder } });
  settings.save('minutes', '45');
  expect([settings.of('minutes').value, statSync(settings.file).mode & 0o777]).toEqual([45, 0o600]);
  expect(readdirSync(config)).toEqual(['config.json']);
  settings.save('minutes', null);
  expect([settings.of('minutes').source, written(settings)]).toEqual(['default', {}]);

  const link = join(folder, 'link.json');
  symlinkSync(settings.file, link);
  const linked = openSettings({ variables: { TUTOR_CONFIG: link }, flags: {}, folders: { config, data: folder } });
  linked.save('theme', 'dark');
  expect([written(settings), readdirSync(config)]).toEqual([{ theme: 'dark' }, ['config.json']]);
});

it('takes nothing that cannot be, and says calmly why nothing can be written', () => {
  const settings = opened(null);
  const file = join(settings.folder, 'file');
  writeFileSync(file, '');
  expect(() => settings.save('banks', '/no/such/folder')).toThrow('there is no folder /no/such/folder');
  expect(() => settings.save('data', file)).toThrow('is a file');
  settings.save('banks', [settings.folder, settings.folder].join(delimiter));
  expect(settings.of('banks').value).toHaveLength(1);
  const variables = { TUTOR_CONFIG: join(file, 'config.json') };
  const below = openSettings({ variables, flags: {}, folders: { config: '', data: '' } });
  expect(below.problems).toEqual([]);
  expect(() => below.save('theme', 'dark')).toThrow(/cannot be saved in .* \(its folder is a file\): make it writable/);
  const folder = openSettings({
    variables: { TUTOR_CONFIG: settings.folder },
    flags: {},
    folders: { config: '', data: '' },
  });
  expect(folder.problems[0]).toContain('cannot be read (it is a folder)');
});

it.skipIf(process.getuid?.() === 0)('says that a folder is read-only', () => {
  const settings = opened(null);
  chmodSync(settings.folder, 0o500);
  expect(() => settings.save('theme', 'dark')).toThrow(/it is not allowed/);
  chmodSync(settings.folder, 0o700);
});

it('is told, asked and undone by "tutor config"', async () => {
  const file = join(temporaryFolder(), 'config.json');
  const { run } = running({ TUTOR_CONFIG: file, TUTOR_SIGNS: 'ascii' });
  expect((await run('config', '--path')).stdout).toBe(`${file}\n`);
  expect(await run('config', 'theme', 'light')).toEqual({ stdout: '', stderr: '', error: null });
  expect((await run('config', 'theme')).stdout).toBe('light\n');
  const all = await run('config');
  for (const { name } of SETTINGS) expect(all.stdout).toMatch(new RegExp(`^${name} `, 'm'));
  expect(all.stdout).toMatch(/^theme +light +config file$/m);
  expect(all.stdout).toMatch(/^signs +ascii +TUTOR_SIGNS$/m);
  const { version, settings } = JSON.parse((await run('config', '--json')).stdout);
  expect(version).toBe(1);
  expect(settings.slice(0, 3)).toEqual([
    { name: 'theme', value: 'light', source: 'file', by: null, saved: 'light' },
    { name: 'colors', value: 'auto', source: 'default', by: null, saved: null },
    { name: 'signs', value: 'ascii', source: 'variable', by: 'TUTOR_SIGNS', saved: null },
  ]);
  expect((await run('config', 'signs', 'unicode')).stderr).toContain('TUTOR_SIGNS overrules it now');
  expect((await run('config', 'theme', '--unset')).error).toBeNull();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ signs: 'unicode' });
});

it.each([
  [['config', 'thme'], 'There is no setting "thme". Did you mean theme?'],
  [['config', 'set', 'theme', 'dark'], 'There is no setting "set". "tutor config" lists them all.'],
  [['config', 'theme', 'drak'], 'theme must be auto, dark, light, contrast or none, not "drak". Did you mean dark?'],
  [['config', 'minutes', '5', '6'], 'minutes takes one value; given: 2'],
  [['config', '--unset'], 'Which setting?'],
  [['config', 'theme', 'dark', '--unset'], 'Give a value or --unset, not both.'],
  [['--signs', 'asci', 'config'], '--signs must be auto, unicode or ascii, not "asci". Did you mean ascii?'],
])('%j cannot be', async (args, message) => {
  const file = join(temporaryFolder(), 'config.json');
  const { error } = await running({ TUTOR_CONFIG: file }).run(...args);
  expect(error).toBeInstanceOf(UsageError);
  expect(error?.message).toContain(message);
});

it('does not go on without a folder that a variable names', async () => {
  const { error } = await running({ TUTOR_BANK: '/no/such/folder', TUTOR_DATA: temporaryFolder() }).run('due');
  expect(error).toBeInstanceOf(UsageError);
  expect(error?.message).toBe('TUTOR_BANK: there is no folder /no/such/folder');
});

it('lies where XDG has it, reaches the program, and stops nothing when it is broken', async () => {
  const folder = temporaryFolder();
  const bank = join(folder, 'mine');
  mkdirSync(join(bank, 'own'), { recursive: true });
  const head = '---\ntitle: Mine\ntopics: [own]\nsource: [own/1]\ncredits: 1\n';
  writeFileSync(join(bank, 'own/good.md'), `${head}answer:\n  number: 7\n---\n\nSeven?\n`);
  const config = join(folder, 'config/dl-tutor');
  mkdirSync(config, { recursive: true });
  const file = join(config, 'config.json');
  writeFileSync(file, JSON.stringify({ new: 2, banks: [bank, join(folder, 'gone')], wrong: 1 }));
  const xdg = {
    TUTOR_DATA: '',
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CACHE_HOME: join(folder, 'cache'),
  };
  expect(environment(folder, xdg).XDG_DATA_HOME).toBe(join(folder, 'data'));
  const due = await tutor(['due', '--json'], folder, xdg);
  expect(due.status).toBe(0);
  expect(due.stderr).toContain(`tutor: ${file}:1: there is no setting "wrong"`);
  expect(due.stderr).toContain(`there is no folder ${join(folder, 'gone')}; its questions are left out.`);
  expect(JSON.parse(due.stdout).new).toBe(2);
  expect(statSync(join(folder, 'data/dl-tutor/tutor.db')).isFile()).toBe(true);
  expect(statSync(join(folder, 'cache/dl-tutor')).isDirectory()).toBe(true);
  writeFileSync(file, JSON.stringify({ banks: [bank] }));
  const { questions } = await json(['bank', 'list', 'own'], folder, xdg);
  expect(questions).toMatchObject([{ id: 'own/good' }]);
});
