import { COLOR_DEPTHS, SIGNS, THEMES } from './look.ts';

/** What can be set: the command line, the config file, the screen, completion and the manual all go by this table. */

export type SettingName =
  | 'theme'
  | 'colors'
  | 'signs'
  | 'screen-reader'
  | 'minutes'
  | 'new'
  | 'reviews'
  | 'banks'
  | 'data';

/** Folders are a list of paths. */
export type SettingValue = string | number | readonly string[];

export type SettingType =
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  /** A whole number; the arrows move it by `step`. */
  | { readonly kind: 'number'; readonly least: number; readonly most: number; readonly step: number }
  | { readonly kind: 'folder' }
  | { readonly kind: 'folders' };

/** The groups of the screen, in its order. */
export const GROUPS = ['How it looks', 'How much a day', 'Where things are'] as const;
export type Group = (typeof GROUPS)[number];

export interface Setting {
  readonly name: SettingName;
  readonly title: string;
  readonly group: Group;
  readonly type: SettingType;
  /** `auto` of a number leaves it to the plan; the empty folder is the system's usual place. */
  readonly fallback: SettingValue;
  /** Without its dashes; null where there is none. */
  readonly flag: string | null;
  readonly variable: string;
  /** Where the variable has words of its own, what they mean; any other word means nothing. */
  readonly words?: Readonly<Record<string, string>>;
  /** One line. */
  readonly about: string;
  /** It is looked at when the program starts and not again. */
  readonly atStart: boolean;
}

const MOST_A_DAY = 9999;

export const SETTINGS: readonly Setting[] = [
  {
    name: 'theme',
    title: 'Theme',
    group: 'How it looks',
    type: { kind: 'choice', choices: THEMES },
    fallback: 'auto',
    flag: 'theme',
    variable: 'TUTOR_THEME',
    about: 'Colours for a dark or a light background, with high contrast, or none at all; auto asks the terminal.',
    atStart: false,
  },
  {
    name: 'colors',
    title: 'Colours',
    group: 'How it looks',
    type: { kind: 'choice', choices: COLOR_DEPTHS },
    fallback: 'auto',
    flag: 'colors',
    variable: 'TUTOR_COLORS',
    about: 'How many colours the terminal can show; auto goes by what it says of itself.',
    atStart: false,
  },
  {
    name: 'signs',
    title: 'Signs',
    group: 'How it looks',
    type: { kind: 'choice', choices: SIGNS },
    fallback: 'auto',
    flag: 'signs',
    variable: 'TUTOR_SIGNS',
    about: 'Signs for lines and mathematics; ascii is for fonts that lack them, and auto goes by your locale.',
    atStart: false,
  },
  {
    name: 'screen-reader',
    title: 'Screen reader',
    group: 'How it looks',
    type: { kind: 'choice', choices: ['auto', 'yes', 'no'] },
    fallback: 'auto',
    flag: null,
    variable: 'INK_SCREEN_READER',
    words: { true: 'yes', false: 'no' },
    about: 'Every screen as plain text to be listened to; auto goes by INK_SCREEN_READER.',
    atStart: true,
  },
  {
    name: 'minutes',
    title: 'Minutes',
    group: 'How much a day',
    type: { kind: 'number', least: 1, most: 600, step: 5 },
    fallback: 20,
    flag: null,
    variable: 'TUTOR_MINUTES',
    about: 'How long a timed session lasts where no plan is in force; a plan has its own minutes.',
    atStart: false,
  },
  {
    name: 'new',
    title: 'New questions',
    group: 'How much a day',
    type: { kind: 'number', least: 0, most: MOST_A_DAY, step: 1 },
    fallback: 'auto',
    flag: 'new',
    variable: 'TUTOR_NEW_PER_DAY',
    about: 'New questions a day; auto is what your plan says, and 5 without one.',
    atStart: false,
  },
  {
    name: 'reviews',
    title: 'Reviews',
    group: 'How much a day',
    type: { kind: 'number', least: 0, most: MOST_A_DAY, step: 5 },
    fallback: 25,
    flag: 'reviews',
    variable: 'TUTOR_REVIEWS_PER_DAY',
    about: 'Reviews a day at most; what does not fit waits, and what gains most comes first.',
    atStart: false,
  },
  {
    name: 'banks',
    title: 'Question folders',
    group: 'Where things are',
    type: { kind: 'folders' },
    fallback: [],
    flag: null,
    variable: 'TUTOR_BANK',
    about: 'Folders with more questions, beside the built-in ones; --bank adds to them.',
    atStart: true,
  },
  {
    name: 'data',
    title: 'History',
    group: 'Where things are',
    type: { kind: 'folder' },
    fallback: '',
    flag: 'data',
    variable: 'TUTOR_DATA',
    about: 'The folder your answers lie in; those in another folder stay there, so copy tutor.db to take them along.',
    atStart: true,
  },
];

const BY_NAME: ReadonlyMap<string, Setting> = new Map(SETTINGS.map(setting => [setting.name, setting]));

/** null where there is no such setting. */
export function settingOf(name: string): Setting | null {
  return BY_NAME.get(name) ?? null;
}
