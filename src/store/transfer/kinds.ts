/** How the columns of the log are written as JSON and read again: each kind of value with what it may be. */

import { toJson } from '../json.ts';

/** What SQLite holds. */
export type Column = string | number | null;

export interface Kind {
  /** What it must be, for an error message. */
  readonly is: string;
  /** As JSON text. */
  readonly write: (value: Column) => string;
  /** What SQLite is to hold; undefined for what cannot be. */
  readonly read: (value: unknown) => Column | undefined;
}

const MOST_CHARACTERS = 1000;
const MOST_WRITTEN = 100_000;
/** SQLite reads JSON up to a depth of 1000. */
const DEEPEST = 500;
/** A device whose clock stood beyond would make every later id begin there. */
const LATEST_YEAR = 2999;
const UUID_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const UNPRINTABLE = /\p{Cc}/u;

const plain = (value: Column): string => JSON.stringify(value);

function kind<T extends Column>(is: string, allows: (value: unknown) => value is T): Kind {
  return { is, write: plain, read: value => (allows(value) ? value : undefined) };
}

export const text: Kind = kind(
  `a text of 1 to ${MOST_CHARACTERS} characters, none of them a control character`,
  (value): value is string =>
    isText(value) && value !== '' && value.length <= MOST_CHARACTERS && !UNPRINTABLE.test(value),
);

/** What people or programs wrote elsewhere: it may be anything, but a lone half of a surrogate pair. */
export const anyText: Kind = kind(
  `a text of at most ${MOST_WRITTEN} characters`,
  (value): value is string => isText(value) && value.length <= MOST_WRITTEN,
);

export const id: Kind = kind(
  `a UUID of version 7 in small letters, from before the year ${LATEST_YEAR + 1}`,
  (value): value is string => typeof value === 'string' && UUID_7.test(value) && millisecondsOf(value) < BEYOND,
);

export const zone: Kind = kind(
  'a time zone that this system knows, such as "Europe/Berlin" (an update of Node.js may bring newer ones)',
  (value): value is string => isText(value) && isZone(value),
);

export const whole: Kind = kind(
  'a whole number, 0 or more',
  (value): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0,
);

export const share: Kind = numberUpTo(1, 'a number from 0 to 1');
/** Credits or minutes. */
export const amount: Kind = numberUpTo(1e9, 'a number, 0 or more');
export const duration: Kind = numberUpTo(Number.MAX_SAFE_INTEGER, 'a number of milliseconds, 0 or more');

export const flag: Kind = {
  is: 'true or false',
  write: value => String(value === 1),
  read: value => (typeof value === 'boolean' ? Number(value) : undefined),
};

/** Years of four digits, as study days have. */
export const time: Kind = {
  is: `a time in UTC with milliseconds, such as "2026-11-20T12:00:00.000Z", from 1000 to ${LATEST_YEAR}`,
  write: value => `"${new Date(Number(value)).toISOString()}"`,
  read: value => {
    const at = typeof value === 'string' && /^[12]\d{3}-/.test(value) ? Date.parse(value) : Number.NaN;
    return !Number.isNaN(at) && new Date(at).toISOString() === value ? at : undefined;
  },
};

export const object: Kind = json('an object', value => typeof value === 'object' && value !== null);
export const texts: Kind = json(
  'a list of texts',
  value => Array.isArray(value) && value.every(item => typeof item === 'string'),
  true,
);
export const anything: Kind = json('plain data', () => true, null);

export function oneOf(names: readonly string[]): Kind {
  return kind(`one of ${names.join(', ')}`, (value): value is string => names.includes(value as string));
}

export function orNull({ is, write, read }: Kind): Kind {
  return {
    is: `${is}, or null`,
    write: value => (value === null ? 'null' : write(value)),
    read: value => (value === null ? null : read(value)),
  };
}

/** When an id was made, in milliseconds since 1970. */
export function millisecondsOf(uuid: string): number {
  return Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16);
}

const BEYOND = Date.UTC(LATEST_YEAR + 1, 0);

function numberUpTo(most: number, is: string): Kind {
  // A zero is a zero: SQLite does not keep its sign.
  return {
    is,
    write: plain,
    read: value => (typeof value === 'number' && value >= 0 && value <= most ? value + 0 : undefined),
  };
}

/** JSON is kept as text, and goes into a line as it stands. */
function json(is: string, allows: (value: unknown) => boolean, list: boolean | null = false): Kind {
  return {
    is: `${is}, nested at most ${DEEPEST} deep`,
    write: value => (value === null ? 'null' : String(value)),
    read: value => {
      if (!allows(value) || (list !== null && Array.isArray(value) !== list)) return undefined;
      return isShallow(value) ? toJson(value) : undefined;
    },
  };
}

/** Whether nothing in it lies deeper; what does can be written by no JSON.stringify, if it is deep enough. */
export function isShallow(value: unknown, levels = DEEPEST): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0) return false;
  for (const item of Array.isArray(value) ? value : Object.values(value)) {
    if (!isShallow(item, levels - 1)) return false;
  }
  return true;
}

/** A lone half of a surrogate pair cannot be written as UTF-8. */
function isText(value: unknown): value is string {
  return typeof value === 'string' && value.isWellFormed();
}

const zones = new Map<string, boolean>();

/** A log of a million rows names few zones, and asking for one is slow. */
function isZone(name: string): boolean {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const found = canFormat(name);
  zones.set(name, found);
  return found;
}

function canFormat(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
