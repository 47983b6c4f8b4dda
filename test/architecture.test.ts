import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The rooms of src/, and the one direction in which they know each other. */

const SRC = join(import.meta.dirname, '../src');

interface Room {
  readonly imports: readonly string[];
  /** What only types may be taken from: it leaves no trace in the program. */
  readonly types?: readonly string[];
}

/** The table of the design, with what is kept beyond it and why. */
const ROOMS: Readonly<Record<string, Room>> = {
  compute: { imports: [] },
  language: { imports: ['compute'] },
  notation: { imports: [] },
  answers: { imports: ['compute', 'language'] },
  bank: { imports: ['compute', 'language', 'answers'] },
  // Whether a formula can be set is for notation to say; nothing else of the bank knows how it will look.
  'bank/lint': { imports: ['bank', 'answers', 'language', 'compute', 'notation'] },
  schedule: { imports: [] },
  // Exams are drawn from the bank and printed; their blueprints are read as question files are.
  exam: { imports: ['bank', 'answers', 'notation', 'language'] },
  // Reviews and cards are the schedule's vocabulary; what happens to them is passed in.
  store: { imports: [], types: ['schedule'] },
  app: { imports: ['exam', 'bank', 'answers', 'schedule'] },
  // What both a screen and a printed page tell, as lines of text and charts.
  pages: { imports: ['app', 'notation', 'schedule'] },
  // Screens lay out what the app holds: text by notation, keys and replies by answers, dates by the schedule.
  tui: { imports: ['app', 'pages', 'notation', 'answers', 'schedule'], types: ['bank', 'exam'] },
  commands: {
    imports: [
      'app',
      'tui',
      'pages',
      'exam',
      'bank',
      'bank/lint',
      'answers',
      'schedule',
      'store',
      'notation',
      'language',
      'compute',
    ],
  },
  // The build compiles the bank, and makes pictures of the program with a history that a session wrote.
  build: { imports: ['bank', 'answers', 'schedule', 'app', 'commands'] },
  // The entry knows commands, and the errors that it turns into an exit status.
  'main.ts': { imports: ['commands', 'bank', 'exam', 'store'] },
};

/** Libraries that one room alone may know. */
const KEEPERS: Readonly<Record<string, readonly string[]>> = {
  ink: ['tui'],
  react: ['tui'],
  'better-sqlite3': ['store'],
  'ts-fsrs': ['schedule'],
  '@open-spaced-repetition/binding': ['schedule'],
  '@myriaddreamin/typst-ts-node-compiler': ['exam'],
  commander: ['commands'],
  temml: ['notation'],
  asciichart: ['notation'],
  yaml: ['bank'],
  valibot: ['answers', 'bank', 'exam'],
  esbuild: ['build'],
  fuzzysort: ['app'],
};

interface Import {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly onlyTypes: boolean;
}

const files = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map(entry => relative(SRC, join(entry.parentPath, entry.name)).split(sep).join('/'));

const STATEMENT =
  /^(?:import|export)\s+(type\s)?([^'"]*?)\s*from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|^import\s+['"]([^'"]+)['"]/gm;

const imports: readonly Import[] = files.flatMap(file => {
  const text = readFileSync(join(SRC, file), 'utf8');
  return [...text.matchAll(STATEMENT)].map(([, type, names = '', target, lazy, effect]): Import => {
    const to = target ?? lazy ?? effect ?? '';
    const every = names
      .replaceAll(/[{}]/g, '')
      .split(',')
      .filter(name => name.trim() !== '');
    const onlyTypes = type !== undefined || (target !== undefined && every.every(name => /^\s*type\s/.test(name)));
    return { file, from: roomOf(file), to, onlyTypes };
  });
});

function roomOf(file: string): string {
  const within = Object.keys(ROOMS).find(room => room.includes('/') && file.startsWith(`${room}/`));
  return within ?? (file.split('/')[0] as string);
}

function isOurs({ to }: Import): boolean {
  return to.startsWith('.');
}

/** The file below src/ that an import of ours names. */
function targetOf({ file, to }: Import): string {
  return relative(SRC, resolve(SRC, dirname(file), to))
    .split(sep)
    .join('/');
}

const between = imports.filter(isOurs).map(found => ({ ...found, target: roomOf(targetOf(found)) }));

it('finds what it looks for', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(between.some(({ from, target }) => from === 'tui' && target === 'app')).toBe(true);
  expect(
    between.some(({ file, target, onlyTypes }) => file.startsWith('store/') && target === 'schedule' && onlyTypes),
  ).toBe(true);
  expect(imports.some(({ file, to }) => file === 'commands/screens.ts' && to.endsWith('tui/show.tsx'))).toBe(true);
});

it('has a rule for every room', () => {
  expect(Object.keys(ROOMS)).toEqual(expect.arrayContaining([...new Set(files.map(roomOf))]));
});

it.each(Object.entries(ROOMS))('%s imports only what lies below it', (room, { imports: whole, types = [] }) => {
  const wrong = between
    .filter(({ from, target }) => from === room && target !== room)
    .filter(({ target, onlyTypes }) => !whole.includes(target) && !(onlyTypes && types.includes(target)))
    .map(({ file, to }) => `${file} imports ${to}`);
  expect(wrong).toEqual([]);
});

it('lets no file import another in a circle', () => {
  const needs = new Map(files.map(file => [file, new Set<string>()]));
  for (const found of imports.filter(isOurs)) needs.get(found.file)?.add(targetOf(found));
  // Files that need nothing any more are taken away until none is left; what stays is tied in circles.
  for (let free = [...needs.keys()]; free.length > 0; ) {
    free = [...needs].filter(([, needed]) => [...needed].every(file => !needs.has(file))).map(([file]) => file);
    for (const file of free) needs.delete(file);
  }
  expect([...needs.keys()]).toEqual([]);
});

describe('the table itself', () => {
  it('lets no room reach itself through others', () => {
    const below = (room: string, seen: readonly string[]): readonly string[] => {
      if (seen.includes(room)) throw new Error(`a cycle: ${[...seen, room].join(' → ')}`);
      const { imports: whole = [], types = [] } = ROOMS[room] ?? {};
      return [...whole, ...types].flatMap(next => [next, ...below(next, [...seen, room])]);
    };
    for (const room of Object.keys(ROOMS)) expect(below(room, [])).not.toContain(room);
  });
});

it.each(Object.entries(KEEPERS))('%s is known to %s alone', (library, keepers) => {
  const users = imports.filter(({ to }) => to === library || to.startsWith(`${library}/`));
  expect(users.length).toBeGreaterThan(0);
  expect(
    users.filter(({ from, file }) => !keepers.includes(from) && file !== 'main.ts').map(({ file }) => file),
  ).toEqual([]);
});

it('loads what draws screens only when a screen is opened', () => {
  const early = between.filter(({ from, target, file }) => target === 'tui' && from !== 'tui' && !lazily(file));
  expect(early.map(({ file, to }) => `${file} imports ${to}`)).toEqual([]);
});

/** Whether everything that a file takes from the screens is taken by `import()`. */
function lazily(file: string): boolean {
  return !/^import[^;]*tui\//m.test(readFileSync(join(SRC, file), 'utf8'));
}

it('reads the clock, chance and the process only at the edge', () => {
  const EDGE = ['main.ts', 'commands', 'build'];
  const reaching = files
    .filter(file => !EDGE.some(edge => file === edge || roomOf(file) === edge))
    .filter(file => /\bDate\.now\(|new Date\(\)|Math\.random\(|\bprocess\.(env|argv|stdout|cwd)/.test(code(file)));
  expect(reaching).toEqual([]);
});

/** A file without its comments. */
function code(file: string): string {
  return readFileSync(join(SRC, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

it('has no file of more than 300 lines', () => {
  const long = files.filter(file => readFileSync(join(SRC, file), 'utf8').split('\n').length > 301);
  expect(long).toEqual([]);
});
