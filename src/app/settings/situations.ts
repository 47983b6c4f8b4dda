import type { SettingsScreen } from './state.ts';
import { stepped } from './value.ts';

/** What keys of the settings screen depend on. */
export type SettingsSituation =
  | 'settings'
  /** A value is typed. */
  | 'typing'
  /** The one under the cursor has choices … */
  | 'choosing'
  /** … or is typed; */
  | 'writable'
  /** there is a value before it or behind it; */
  | 'changeable'
  /** it is other than the default. */
  | 'resettable'
  /** It is the exam, which the plan sets. */
  | 'to-plan';

export function settingsSituations({ rows, row, typed }: SettingsScreen): ReadonlySet<SettingsSituation> {
  if (typed) return new Set<SettingsSituation>(['settings', 'typing']);
  const found = new Set<SettingsSituation>(['settings']);
  const chosen = rows[row];
  if (chosen?.kind === 'exam') found.add('to-plan');
  if (chosen?.kind !== 'setting') return found;
  const { setting, value, saved } = chosen;
  found.add(setting.type.kind === 'choice' ? 'choosing' : 'writable');
  if (stepped(setting, saved ?? value, 1) !== null || stepped(setting, saved ?? value, -1) !== null) {
    found.add('changeable');
  }
  if (saved !== null) found.add('resettable');
  return found;
}
