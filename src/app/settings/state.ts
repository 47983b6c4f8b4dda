/** What can be set to a student's liking. */

export interface SettingsScreen {
  readonly name: 'settings';
  readonly rows: readonly SettingRow[];
  readonly row: number;
}

interface SettingRow {
  readonly name: string;
  readonly title: string;
  readonly value: string;
}

/** What the screen asks for. */
export type SettingsWish =
  | { readonly kind: 'open' }
  | { readonly kind: 'save'; readonly name: string; readonly value: string | null };
