import { expect, it } from 'vitest';
import { startHome } from '../../src/app/session.ts';
import type { SettingRow } from '../../src/app/settings/state.ts';
import { SETTINGS, settingOf } from '../../src/app/settings/table.ts';
import { parseJson, parseText, stepped, valueText } from '../../src/app/settings/value.ts';
import { frame } from '../../src/tui/frame.ts';
import { textOf } from '../../src/tui/styled.ts';
import { onScreen, type Session, session, settingsInPlay, ZONE } from './support.ts';

const settings = (begin: Session) => onScreen(begin.state(), 'settings');

const shown = (begin: Session): string =>
  frame(begin.state(), { columns: 80, rows: 24 }, ZONE).lines.map(textOf).join('\n');

const rowOf = (begin: Session): SettingRow | undefined => settings(begin).rows[settings(begin).row];

function goTo(begin: Session, name: string): void {
  const found = settings(begin).rows.findIndex(row => (row.kind === 'exam' ? 'exam' : row.setting.name) === name);
  while (settings(begin).row < found) begin.act('down');
  while (settings(begin).row > found) begin.act('up');
}

function opened(variables: Readonly<Record<string, string>> = {}) {
  const kept = settingsInPlay(variables);
  const begin = session({ start: startHome(), settings: kept });
  begin.act('settings');
  return { begin, kept };
}

it('saves a choice at once, goes round, and takes it back', () => {
  const { begin, kept } = opened();
  begin.act('change');
  expect(kept.of('theme')).toMatchObject({ value: 'dark', source: 'file' });
  expect(rowOf(begin)).toMatchObject({ value: 'dark', saved: 'dark' });
  begin.act('change-back', 'change-back');
  expect(kept.of('theme').value).toBe('none');
  begin.act('submit');
  expect(kept.of('theme').value).toBe('auto');
  begin.act('reset');
  expect(kept.of('theme')).toMatchObject({ value: 'auto', source: 'default', saved: null });
});

it('takes numbers by steps and by digits, says at once what is none, and keeps what was typed', () => {
  const { begin, kept } = opened();
  goTo(begin, 'minutes');
  begin.act('change');
  expect(kept.of('minutes').value).toBe(25);
  begin.type('7');
  begin.type('000');
  begin.act('submit');
  expect(begin.state().notice).toBe('It is not saved yet.');
  expect(shown(begin)).toContain('Minutes must be a whole number from 1 to 600, not "7000".');
  expect(settings(begin).typed?.characters.join('')).toBe('7000');
  begin.machine.dispatch({ type: 'edit', edit: 'erase' });
  begin.machine.dispatch({ type: 'edit', edit: 'erase' });
  begin.act('submit');
  expect([kept.of('minutes').value, settings(begin).typed]).toEqual([70, null]);
  begin.act('submit');
  begin.machine.dispatch({ type: 'edit', edit: 'erase-all' });
  begin.act('submit');
  expect(kept.of('minutes')).toMatchObject({ value: 20, source: 'default' });
  begin.type('9');
  begin.act('back');
  expect([kept.of('minutes').value, settings(begin).typed]).toEqual([20, null]);
  begin.act('back');
  expect(begin.state().screen?.name).toBe('home');
});

it('says what a folder of questions lacks, and leaves what was typed to be mended', () => {
  const { begin, kept } = opened();
  goTo(begin, 'banks');
  begin.type('/no/such/folder');
  begin.act('submit');
  expect(begin.state().notice).toContain('there is no folder /no/such/folder');
  expect(settings(begin).typed).not.toBeNull();
  expect(kept.of('banks').value).toEqual([]);
});

it('says that a variable overrules what is saved', () => {
  const { begin, kept } = opened({ TUTOR_THEME: 'light' });
  begin.act('change');
  expect(kept.of('theme')).toMatchObject({ value: 'light', source: 'variable', saved: 'contrast' });
  expect(begin.state().notice).toContain('as long as TUTOR_THEME is given');
});

it('shows the exam of the plan, and leads there', () => {
  const { begin } = opened();
  goTo(begin, 'exam');
  expect(rowOf(begin)).toMatchObject({ kind: 'exam', exam: null });
  begin.act('submit');
  expect(begin.state().screen?.name).toBe('plan');
  begin.act('adopt', 'minutes-more', 'back');
  expect(rowOf(begin)).toMatchObject({ kind: 'exam', exam: expect.any(Number) });
});

it('reads again every value that it writes, and steps only to values that can be', () => {
  for (const setting of SETTINGS) {
    let value = setting.fallback;
    for (const by of [1, 1, 1, -1, -1, -1, -1, -1] as const) {
      const next = stepped(setting, value, by);
      if (next === null) continue;
      value = next;
      expect(parseText(setting, valueText(value))).toEqual({ value });
      expect(parseJson(setting, JSON.parse(JSON.stringify(value)))).toEqual({ value });
    }
  }
});

it.each([
  ['minutes', 0],
  ['minutes', 601],
  ['minutes', 1.5],
  ['minutes', 'auto'],
  ['new', -1],
  ['new', true],
  ['theme', 7],
  ['theme', 'Dark'],
  ['banks', [1]],
  ['banks', { a: 1 }],
  ['data', ''],
  ['data', null],
])('takes no %s of %j', (name, json) => {
  const setting = settingOf(name);
  expect(setting && parseJson(setting, json)).toMatchObject({ problem: expect.stringMatching(/^must be .*, not "/) });
});
