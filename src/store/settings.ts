/** The statements of the log of settings. */

import type { Database } from 'better-sqlite3';
import type { Setting } from '../schedule/review.ts';
import { fromJson } from './json.ts';
import { insertInto } from './log.ts';
import { fromSetting, type SettingRow, toSetting } from './rows.ts';

export interface Settings {
  add(setting: Setting): void;
  /** The values in force by name; what was set back to its default is not among them. Held in memory. */
  inForce(): ReadonlyMap<string, unknown>;
  /** Oldest first. */
  history(name: string): Setting[];
  /** What is held in memory may not be what is on the disk: it is read anew. */
  forget(): void;
}

export const SETTING_COLUMNS: readonly (keyof SettingRow)[] = ['id', 'name', 'value', 'at', 'device'];

/** Prepares every statement once. */
export function prepareSettings(db: Database): Settings {
  const insert = db.prepare<SettingRow>(insertInto('setting', SETTING_COLUMNS));
  const latest = db.prepare<[], Pick<SettingRow, 'name' | 'value'>>(
    'SELECT name, value FROM setting AS s WHERE id = (SELECT max(id) FROM setting WHERE name = s.name) ORDER BY name',
  );
  const history = db.prepare<[string], SettingRow>('SELECT * FROM setting WHERE name = ? ORDER BY id');
  let held: ReadonlyMap<string, unknown> | null = null;
  const forget = (): void => {
    held = null;
  };

  return {
    add: setting => {
      forget();
      insert.run(fromSetting(setting));
    },
    inForce: () => {
      held ??= new Map(
        latest
          .all()
          .map(({ name, value }) => [name, fromJson(value)] as const)
          .filter(([, value]) => value !== null),
      );
      return held;
    },
    history: name => history.all(name).map(toSetting),
    forget,
  };
}
