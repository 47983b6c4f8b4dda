import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from '../../store/files.ts';
import { Failure } from '../errors.ts';
import { isFileTrouble, reasonOf } from '../file-trouble.ts';

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
    if (statSync(path).isFile()) text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
    else if (isNothing(path)) return NOTHING;
    else return broken(`${path} cannot be read (${statSync(path).isDirectory() ? 'it is a folder' : NO_FILE}).`);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return NOTHING;
    return broken(`${path} cannot be read (${reasonIn(error, 'read')}).`);
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
    return broken(`${path}:${placeOf(error, text)}: this is no JSON (${reasonAt(error)}).`);
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
function reasonAt({ message }: SyntaxError): string {
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
    makeFolder(dirname(path));
    const target = targetOf(path);
    // What is renamed over a device takes its place.
    if (statSync(target, { throwIfNoEntry: false })?.isFile() === false) throw unsaved(path, NO_FILE);
    const fresh = join(dirname(target), `.${basename(target)}.${process.pid}.new`);
    try {
      writeFileSync(fresh, `${JSON.stringify(entries, null, 2)}\n`, { mode: 0o600 });
      renameSync(fresh, target);
    } finally {
      rmSync(fresh, { force: true });
    }
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    throw unsaved(path, reasonIn(error, 'written'));
  }
}

function unsaved(path: string, why: string): Failure {
  return new Failure(
    `The settings cannot be saved in ${path} (${why}): make it writable, or name another file with TUTOR_CONFIG.`,
  );
}

/** A pipe would be waited for, and a device may never end. */
const NO_FILE = 'it is no regular file';

/** `TUTOR_CONFIG=/dev/null`: no settings. */
function isNothing(path: string): boolean {
  return realpathSync(path) === devNull;
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

function reasonIn(error: unknown, doing: 'read' | 'written'): string {
  return isFileTrouble(error) ? reasonOf(error, doing) : 'for an unknown reason';
}
