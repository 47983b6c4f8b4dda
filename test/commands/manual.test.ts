import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SETTINGS } from '../../src/app/settings/table.ts';
import { roffText } from '../../src/commands/manual/roff.ts';
import { commandsOf, running } from './running.ts';

/** The manual page and the help: both are made of the command table, and hold all of it. */

const SRC = join(import.meta.dirname, '../../src');

async function page(): Promise<string> {
  const { stdout, stderr, error } = await running().run('manual');
  expect([stderr, error]).toEqual(['', null]);
  return stdout;
}

it('has every command with its options and examples, every setting and every variable', async () => {
  const text = await page();
  const { program } = running();
  const commands = commandsOf(program);
  expect(commands.length).toBeGreaterThan(30);
  for (const [name, command] of [['', program] as const, ...commands]) {
    const part = name === '' ? text : partOf(text, `tutor ${name}`);
    const options = command.options.filter(({ hidden }) => !hidden);
    const missing = options.filter(({ flags }) => !part.includes(`.TP\n\\fB${roffText(flags)}\\fR\n`));
    expect([name, missing.map(({ flags }) => flags)]).toEqual([name, []]);
    expect(part).toContain('.nf\n');
  }
  const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(file => /\.tsx?$/.test(file));
  const variables = sources.flatMap(file => readFileSync(join(SRC, file), 'utf8').match(/\bTUTOR_[A-Z_]+\b/g) ?? []);
  const expected = [...new Set([...variables, ...SETTINGS.map(({ variable }) => variable), 'NO_COLOR', 'EDITOR'])];
  expect(expected.length).toBeGreaterThan(10);
  expect(expected.filter(variable => !partOf(text, 'ENVIRONMENT').includes(variable))).toEqual([]);
  expect(SETTINGS.filter(({ name }) => !partOf(text, 'SETTINGS').includes(roffText(name)))).toEqual([]);
  for (const status of [0, 1, 2, 130]) expect(partOf(text, 'EXIT STATUS')).toContain(`\n\\fB${status}\\fR\n`);
});

/** From its heading to the next one of its level or above. */
function partOf(text: string, title: string): string {
  const sections = text.split(/^(?=\.S[HS] )/m);
  const first = sections.findIndex(section => {
    const [, heading = ''] = /^\.S[HS] "(.*)"/.exec(section) ?? [];
    return heading === roffText(title) || heading.startsWith(`${roffText(title)} `);
  });
  expect([title, first]).not.toEqual([title, -1]);
  const isSection = sections[first]?.startsWith('.SH') ?? false;
  const after = sections.findIndex((section, i) => i > first && (!isSection || section.startsWith('.SH')));
  return sections.slice(first, after < 0 ? undefined : after).join('');
}

it('has no line that roff would take for a request, and none beyond ASCII', async () => {
  const text = await page();
  const requests = [...new Set(text.match(/^[.'].*?(?=\s|$)/gm))].sort();
  expect(requests).toEqual(['.RE', '.RS', '.SH', '.SS', '.TH', '.TP', '.PP', '.ad', '.fi', '.nf', '.nh'].sort());
  expect(text).toMatch(/^[\x20-\x7e\n]*$/);
  expect(roffText(".so 'x' \\n √2")).toBe('\\&.so \\(aqx\\(aq \\en \\[u221A]2');
});

it.each([
  ['groff', ['-man', '-ww', '-Tutf8']],
  ['mandoc', ['-Tlint', '-Wwarning']],
])('%s has nothing to object to, where it is there', async (formatter, args) => {
  const text = await page();
  const found = spawnSync(formatter, args, { input: text, encoding: 'utf8' });
  if (found.error) return expect((found.error as NodeJS.ErrnoException).code).toBe('ENOENT');
  expect(found.stderr).toBe('');
  if (formatter === 'mandoc') expect(found.stdout).toBe('');
});

it('begins the help of every command with examples, whose lines the parser takes', async () => {
  const { program } = running();
  for (const [name, command] of commandsOf(program)) {
    let help = '';
    command
      .configureOutput({
        writeOut: text => {
          help += text;
        },
      })
      .outputHelp();
    const [before = '', examples = '', options = ''] = help.split(/^(?:Examples|Options):\n/m);
    expect([name, before.split('\n')[0]]).toEqual([name, expect.stringContaining(`Usage: tutor ${name}`)]);
    expect(options).toContain('--help');
    expect(help.split('\n').filter(line => line.length > 80)).toEqual([]);
    const lines = [...examples.matchAll(/^ {2}(\S.*?)(?: {3}.*)?$/gm)].map(([, line = '']) => line);
    expect([name, lines.length >= 2]).toEqual([name, true]);
    for (const line of lines) expect([line, await called(line)]).toEqual([line, expect.stringContaining(name)]);
  }
});

/** The command that a line of a shell calls, by the real parser; nothing is run. */
async function called(line: string): Promise<string> {
  const { program, run } = running();
  let found = '';
  for (const [name, command] of commandsOf(program)) {
    command.action(() => {
      found = name;
    });
  }
  const [, own = ''] = /\btutor\b([^|>)]*(?:'[^']*'[^|>)]*)?)/.exec(line) ?? [];
  const words = [...own.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const { error } = await run(...words);
  return error?.message ?? found;
}
