import { delimiter } from 'node:path';
import type { Setting, SettingType, SettingValue } from './table.ts';

/** The values of settings: read from text and from JSON, checked, written as text, moved by the arrows. */

export type Parsed =
  | { readonly value: SettingValue }
  /** The rest of a sentence that begins with what it is about: `must be …, not "…"`. */
  | { readonly problem: string };

const QUOTED = 40;

/** What was typed, or stands in a flag or a variable. */
export function parseText({ type, fallback }: Setting, text: string): Parsed {
  const trimmed = text.trim();
  switch (type.kind) {
    case 'choice':
      return type.choices.includes(trimmed) ? { value: trimmed } : wrong(type, fallback, text);
    case 'number': {
      const number = Number(trimmed);
      const isWithin = /^\d+$/.test(trimmed) && number >= type.least && number <= type.most;
      if (isWithin) return { value: number };
      return trimmed === fallback ? { value: trimmed } : wrong(type, fallback, text);
    }
    case 'folder':
      return isFolderName(trimmed) ? { value: trimmed } : wrong(type, fallback, text);
    case 'folders':
      return {
        value: trimmed
          .split(delimiter)
          .map(folder => folder.trim())
          .filter(folder => folder !== ''),
      };
  }
}

/** A value of the config file. */
export function parseJson(setting: Setting, json: unknown): Parsed {
  const { type, fallback } = setting;
  if (type.kind === 'folders') {
    const all: readonly unknown[] = Array.isArray(json) ? json : [json];
    const folders = all.filter(folder => typeof folder === 'string' && isFolderName(folder)) as string[];
    return folders.length === all.length ? { value: folders } : wrong(type, fallback, json);
  }
  const isText = typeof json === 'string' || (typeof json === 'number' && type.kind === 'number');
  return isText ? parseText(setting, String(json)) : wrong(type, fallback, json);
}

/** No system has names with a null character. */
function isFolderName(text: string): boolean {
  return text !== '' && !text.includes('\0');
}

function wrong(type: SettingType, fallback: SettingValue, found: unknown): Parsed {
  const said = typeof found === 'string' ? found : JSON.stringify(found);
  return { problem: `must be ${wanted(type, fallback)}, not "${said.slice(0, QUOTED)}"` };
}

/** `a whole number from 1 to 600`, `auto, dark or light`: what a value must be, in words. */
export function wanted(type: SettingType, fallback: SettingValue): string {
  switch (type.kind) {
    case 'choice':
      return `${type.choices.slice(0, -1).join(', ')} or ${type.choices.at(-1)}`;
    case 'number':
      return `a whole number from ${type.least} to ${type.most}${typeof fallback === 'string' ? `, or ${fallback}` : ''}`;
    case 'folder':
      return 'a folder';
    case 'folders':
      return 'a list of folders';
  }
}

/** As it can be typed again. */
export function valueText(value: SettingValue): string {
  return typeof value === 'object' ? value.join(delimiter) : String(value);
}

/** As it is shown. */
export function shownValue(value: SettingValue): string {
  return typeof value === 'object' && value.length === 0 ? 'none' : valueText(value);
}

/** Where a number that is left to the plan begins when the arrows take it up. */
const FIRST_NUMBER = 5;

/** The value one step on: choices go round, numbers stop at their ends; null where no step leads anywhere. */
export function stepped({ type }: Setting, value: SettingValue, by: 1 | -1): SettingValue | null {
  if (type.kind === 'choice') {
    const { choices } = type;
    const at = choices.indexOf(String(value));
    return choices[(at + by + choices.length) % choices.length] ?? null;
  }
  if (type.kind !== 'number') return null;
  if (typeof value !== 'number') return FIRST_NUMBER;
  // From 7 the next step of five is 10.
  const { step, least, most } = type;
  const next = by > 0 ? step * (Math.floor(value / step) + 1) : step * (Math.ceil(value / step) - 1);
  const within = Math.min(most, Math.max(least, next));
  return within === value ? null : within;
}
