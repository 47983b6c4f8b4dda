import { mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../errors.ts';

/** The config file: a flat JSON object, by the names of the settings. */

export interface ConfigFile {
  /** null where it cannot be read, so that it must not be written. */
  readonly entries: Readonly<Record<string, unknown>> | null;
  /** Why it cannot be read, with its place. */
  readonly problem: string | null;
  /** Counted from 1; null where the name cannot be found. */
  readonly lineOf: (name: string) => number | null;
}

const NOTHING: ConfigFile = { entries: {}, problem: null, lineOf: () => null };

/** A file that is missing or empty sets nothing. */
export function readConfig(path: string): ConfigFile {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return NOTHING;
    return broken(`${path} cannot be read (${reasonOf(error)}).`);
  }
  if (text.trim() === '') return NOTHING;
  try {
    const entries: unknown = JSON.parse(text);
    if (typeof entries !== 'object' || entries === null || Array.isArray(entries)) {
      return broken(`${path}:1: the settings must be an object such as {"theme": "dark"}.`);
    }
    return { entries: entries as Record<string, unknown>, problem: null, lineOf: name => lineOfName(text, name) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return broken(`${path}:${placeOf(error, text)}: this is no JSON (${reasonIn(error)}).`);
  }
}

function broken(what: string): ConfigFile {
  const remedy = 'Until it is mended or removed, what it sets is at its default, and nothing is saved there.';
  return { entries: null, problem: `${what} ${remedy}`, lineOf: () => null };
}

/** `3:5`; an error without a position is one at the end. */
function placeOf({ message }: SyntaxError, text: string): string {
  const [, at] = /at position (\d+)/.exec(message) ?? [];
  const before = text.slice(0, at === undefined ? text.trimEnd().length : Number(at)).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

/** What the parser says, without the place and the piece of text, which may be long. */
function reasonIn({ message }: SyntaxError): string {
  const reason = message.replace(/,? (?:\.\.\.)?"[\s\S]*/, '').replace(/ in JSON at position[\s\S]*/, '');
  return reason.charAt(0).toLowerCase() + reason.slice(1);
}

/** In a string such a name would have a backslash before its quote. Of two with one name the last counts. */
function lineOfName(text: string, name: string): number | null {
  const quoted = JSON.stringify(name).replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const last = [...text.matchAll(new RegExp(`${quoted}\\s*:`, 'g'))].at(-1);
  return last === undefined ? null : text.slice(0, last.index).split('\n').length;
}

/**
 * Writes it whole or not at all, for its owner alone; a link stays one.
 *
 * @throws Failure where it cannot be written
 */
export function writeConfig(path: string, entries: Readonly<Record<string, unknown>>): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const target = targetOf(path);
    const fresh = join(dirname(target), `.${basename(target)}.${process.pid}.new`);
    try {
      writeFileSync(fresh, `${JSON.stringify(entries, null, 2)}\n`, { mode: 0o600 });
      renameSync(fresh, target);
    } finally {
      rmSync(fresh, { force: true });
    }
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    throw new Failure(
      `The settings cannot be saved in ${path} (${reasonOf(error)}): make it writable, or name another file with TUTOR_CONFIG.`,
    );
  }
}

function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return path;
    throw error;
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'it is not allowed',
  EPERM: 'it is not allowed',
  EROFS: 'the disk is read-only',
  EISDIR: 'it is a folder',
  ENOTDIR: 'its folder is a file',
  EEXIST: 'its folder is a file',
  ENOSPC: 'the disk is full',
};

function reasonOf(error: unknown): string {
  return REASONS[codeOf(error) ?? ''] ?? (error instanceof Error ? error.message : 'for an unknown reason');
}
