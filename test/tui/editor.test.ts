import { existsSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Ending, editPage, inTerminal, type RunEditor } from '../../src/tui/editor.ts';

const DONE: Ending = { status: 0 };

describe('a page in an editor', () => {
  it('is a file that only its writer can read, and is gone afterwards', async () => {
    let seen = { file: '', text: '', mode: 0, folder: 0 };
    const run: RunEditor = async (_, file) => {
      seen = {
        file,
        text: readFileSync(file, 'utf8'),
        mode: statSync(file).mode & 0o777,
        folder: statSync(dirname(file)).mode & 0o777,
      };
      writeFileSync(`${file}~`, 'a copy that the editor leaves');
      writeFileSync(file, 'changed\n');
      return DONE;
    };
    expect(await editPage('as it was', { EDITOR: 'ed' }, run)).toEqual({ text: 'changed\n' });
    expect(seen).toMatchObject({ text: 'as it was\n', mode: 0o600, folder: 0o700 });
    expect(seen.file.startsWith(tmpdir())).toBe(true);
    expect(seen.file.endsWith('.md')).toBe(true);
    expect(existsSync(dirname(seen.file))).toBe(false);
  });

  it.each([
    [{ VISUAL: 'code --wait', EDITOR: 'vi' }, 'code --wait'],
    [{ VISUAL: ' ', EDITOR: 'vi' }, 'vi'],
    [{ EDITOR: 'nano -w' }, 'nano -w'],
  ])('%j is written with %j', async (variables, command) => {
    let used = '';
    await editPage('', variables, async chosen => {
      used = chosen;
      return DONE;
    });
    expect(used).toBe(command);
  });

  it.each<[string, Ending, RegExp]>([
    ['ended by itself', { status: 3 }, /^The editor "ed" ended with status 3. The page stays as it was.$/],
    ['was not found', { status: 127 }, /could not be started. Set EDITOR/],
    ['was ended', { signal: 'SIGTERM' }, /was ended by SIGTERM. The page stays as it was.$/],
    ['had no shell', { error: 'spawn sh ENOENT' }, /could not be started: spawn sh ENOENT/],
  ])('stays as it was when the editor %s', async (_, ending, failure) => {
    let left = '';
    const run: RunEditor = async (_command, file) => {
      writeFileSync(file, 'half a change');
      left = file;
      return ending;
    };
    expect(await editPage('as it was', { EDITOR: 'ed' }, run)).toEqual({ failure: expect.stringMatching(failure) });
    expect(existsSync(dirname(left))).toBe(false);
  });

  it('stays as it was when the editor takes the file away', async () => {
    const run: RunEditor = async (_, file) => {
      unlinkSync(file);
      return DONE;
    };
    expect(await editPage('x', { EDITOR: 'ed' }, run)).toEqual({
      failure: expect.stringMatching(/stays as it was: ENOENT/),
    });
  });

  it('asks for an editor where none is set', async () => {
    const run: RunEditor = () => Promise.reject(new Error('nothing is to be run'));
    expect(await editPage('x', { EDITOR: '' }, run)).toEqual({ failure: expect.stringMatching(/^No editor is set/) });
  });

  it('hides no fault of the program', async () => {
    const run: RunEditor = () => Promise.reject(new TypeError('a fault'));
    await expect(editPage('x', { EDITOR: 'ed' }, run)).rejects.toThrow('a fault');
  });
});

describe('a command line', () => {
  const edited = (command: string): Promise<unknown> => editPage('a b', { EDITOR: command }, inTerminal);

  it('may hold arguments and quotes, as Git allows', async () => {
    expect(await edited(`sed -i -e 's/a b/c  d/'`)).toEqual({ text: 'c  d\n' });
  });

  it('tells how the editor ended', async () => {
    expect(await edited('exit 4 #')).toEqual({ failure: expect.stringContaining('status 4') });
    expect(await edited('no-such-editor-here 2>&-')).toEqual({
      failure: expect.stringContaining('could not be started'),
    });
    expect(await edited('kill -TERM $$ #')).toEqual({ failure: expect.stringContaining('SIGTERM') });
  });

  it('leaves Ctrl-C to the editor, and only as long as it runs', async () => {
    const before = process.listenerCount('SIGINT');
    const running = inTerminal('true', '/dev/null');
    expect(process.listenerCount('SIGINT')).toBe(before + 1);
    await running;
    expect(process.listenerCount('SIGINT')).toBe(before);
  });
});
