import type { TextEntry } from '../entries/text.ts';
import type { Setting, SettingName, SettingValue } from './table.ts';

/** What can be set to a student's liking, and what stands in each. */

/** What comes first overrules what comes after: flag, variable, file, default. */
export type Source = 'flag' | 'variable' | 'file' | 'default';

export interface Settled {
  readonly setting: Setting;
  /** In force. */
  readonly value: SettingValue;
  readonly source: Source;
  /** What the config file says; null where it says nothing that can be used. */
  readonly saved: SettingValue | null;
}

/** The exam belongs to the plan: here it is only shown, and the way there. */
export interface ExamRow {
  readonly kind: 'exam';
  /** Study day of the exam; null where no plan is in force. */
  readonly exam: number | null;
  readonly today: number;
}

export type SettingRow = ({ readonly kind: 'setting' } & Settled) | ExamRow;

export interface SettingsScreen {
  readonly name: 'settings';
  readonly rows: readonly SettingRow[];
  /** The one under the cursor. */
  readonly row: number;
  /** Its value in the making; null while none is typed. */
  readonly typed: TextEntry | null;
  /** Where all this is kept. */
  readonly file: string;
}

/** What the screen asks for. */
export type SettingsWish =
  /** `onExam`: with the cursor there. */
  | { readonly kind: 'open'; readonly onExam?: boolean }
  /** The value as it is typed; null for the default. */
  | { readonly kind: 'save'; readonly name: SettingName; readonly value: string | null };
