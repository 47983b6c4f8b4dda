import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EditPage } from '../app/events.ts';

/** Writing a page in the student's own editor. */

/** What came of it: the text, or why it stays as it was, in a sentence. */
export type Edited = { readonly text: string } | { readonly failure: string };

/** How a program ended: with a status, by a signal, or not even begun. */
export type Ending = { readonly status: number } | { readonly signal: string } | { readonly error: string };

/** Runs a command line on a file, with the terminal as its own, until it ends. */
export type RunEditor = (command: string, file: string) => Promise<Ending>;

const NO_EDITOR =
  'No editor is set. Leave, set EDITOR to the one you like (such as: export EDITOR=nano), and come back.';
/** What a shell says of a command that it cannot find or start. */
const NOT_STARTED = new Set([126, 127]);

/** @param variables of the environment, of which VISUAL counts before EDITOR */
export async function editPage(
  text: string,
  variables: Readonly<Record<string, string | undefined>>,
  run: RunEditor,
): Promise<Edited> {
  const command = [variables.VISUAL, variables.EDITOR].find(value => value?.trim());
  if (command === undefined) return { failure: NO_EDITOR };
  // A folder of its own, that nobody else can look into: editors leave copies beside the file.
  let folder: string | null = null;
  try {
    folder = await mkdtemp(join(tmpdir(), 'tutor-page-'));
    const file = join(folder, 'answer.md');
    await writeFile(file, text === '' ? '' : `${text}\n`, { mode: 0o600 });
    const ending = await run(command, file);
    const failure = failureOf(command, ending);
    return failure === null ? { text: await readFile(file, 'utf8') } : { failure };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { failure: `The page could not be handed to the editor and stays as it was: ${error.message}` };
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }
}

function failureOf(command: string, ending: Ending): string | null {
  if ('error' in ending) return `The editor "${command}" could not be started: ${ending.error}`;
  if ('signal' in ending) return `The editor "${command}" was ended by ${ending.signal}. The page stays as it was.`;
  if (NOT_STARTED.has(ending.status))
    return `The editor "${command}" could not be started. Set EDITOR to one that is installed.`;
  if (ending.status !== 0)
    return `The editor "${command}" ended with status ${ending.status}. The page stays as it was.`;
  return null;
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

/** As Git runs editors: through the shell, so that the variable may hold arguments and quoted paths. */
export const inTerminal: RunEditor = (command, file) =>
  new Promise(resolve => {
    // Ctrl-C belongs to the editor as long as it has the terminal.
    const ignore = (): void => undefined;
    process.on('SIGINT', ignore);
    const end = (ending: Ending): void => {
      process.off('SIGINT', ignore);
      resolve(ending);
    };
    const child =
      process.platform === 'win32'
        ? spawn(`${command} "${file}"`, { shell: true, stdio: 'inherit' })
        : spawn('sh', ['-c', `${command} "$@"`, command, file], { stdio: 'inherit' });
    child.once('error', error => end({ error: error.message }));
    child.once('close', (status, signal) => end(signal === null ? { status: status ?? 0 } : { signal }));
  });

/** The next turn of the event loop. */
const turn = (): Promise<void> =>
  new Promise(resolve => {
    setImmediate(resolve);
  });

/**
 * Stops reading the terminal, which a stream without listeners still does: the keys would be lost to the editor. A stream
 * can only be paused a turn after its last listener is gone, and stops reading another turn later.
 */
export async function release(stdin: NodeJS.ReadableStream): Promise<void> {
  while (stdin.read() !== null);
  await turn();
  stdin.pause();
  await turn();
}

/** Where a page is brought to that is to be edited, and where the terminal's owner takes it. */
export interface Desk {
  readonly bring: (page: EditPage) => void;
  /** @returns a function that ends it */
  readonly attend: (take: (page: EditPage) => void) => () => void;
}

export function createDesk(): Desk {
  const attending = new Set<(page: EditPage) => void>();
  return {
    bring: page => {
      for (const take of attending) take(page);
    },
    attend: take => {
      attending.add(take);
      return () => attending.delete(take);
    },
  };
}
