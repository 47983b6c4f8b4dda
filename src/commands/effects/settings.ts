import type { Event } from '../../app/events.ts';
import type { ExamRow, SettingRow, SettingsWish } from '../../app/settings/state.ts';
import { goalOf } from '../../schedule/goal.ts';
import { looksIn } from '../config/open.ts';
import type { Context } from '../context.ts';
import { Failure, UsageError } from '../errors.ts';
import { momentOf } from '../schedule/today.ts';

/** What the settings screen asks for: it is carried out at once, and shows at once. */
export function settingsEffect(context: Context, wish: SettingsWish): readonly Event[] {
  if (wish.kind === 'open') {
    return [opened(context, wish.onExam ? rowsOf(context).findIndex(({ kind }) => kind === 'exam') : 0)];
  }
  const { settings, looks } = context;
  try {
    settings.save(wish.name, wish.value);
  } catch (error) {
    // What was typed stays, to be mended.
    if (error instanceof UsageError || error instanceof Failure) return [{ type: 'notice', text: error.message }];
    throw error;
  }
  looks.set(looksIn(settings));
  const rows = rowsOf(context);
  const row = rows.findIndex(one => one.kind === 'setting' && one.setting.name === wish.name);
  return [opened(context, row), { type: 'notice', text: savedText(context, wish) }];
}

function opened(context: Context, row: number): Event {
  const rows = rowsOf(context);
  return { type: 'opened', screen: { name: 'settings', rows, row, typed: null, file: context.settings.file } };
}

function rowsOf(context: Context): readonly SettingRow[] {
  const all = context.settings.all().map((settled): SettingRow => ({ kind: 'setting', ...settled }));
  // Before the minutes, which it has to do with.
  const at = all.findIndex(row => row.kind === 'setting' && row.setting.name === 'minutes');
  return all.toSpliced(at, 0, examRow(context));
}

function examRow(context: Context): ExamRow {
  const { day: today } = momentOf(context);
  return { kind: 'exam', exam: goalOf(context.store().settings(), today)?.exam ?? null, today };
}

function savedText({ settings }: Context, { name, value }: Extract<SettingsWish, { kind: 'save' }>): string {
  const { setting, source } = settings.of(name);
  const overruled = source === 'flag' ? `--${setting.flag}` : source === 'variable' ? setting.variable : null;
  const done = value === null ? 'It is as it comes, again' : 'Saved';
  if (overruled !== null) return `${done}; without effect as long as ${overruled} is given.`;
  return setting.atStart ? `${done}; it counts from the next start on.` : `${done}.`;
}
