import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { Bank } from '../../bank/bank.ts';
import { type Loaded, loadFolder } from '../../bank/load.ts';
import { type Problem, QuestionError } from '../../bank/problem.ts';
import { readTemplate } from '../../bank/read-template.ts';
import type { Template } from '../../bank/template.ts';
import { UsageError } from '../errors.ts';
import { adviceOn } from '../meant.ts';
import { bankFolderOf, isFolder } from './folder.ts';

/** Which question files `tutor bank lint` looks at. */

export interface Selection {
  /** Of the files that can be read. */
  readonly templates: readonly Template[];
  /** What is wrong with the others. */
  readonly problems: readonly Problem[];
  readonly files: number;
  /** All that was read on the way: the neighbours of those selected. */
  readonly around: readonly Template[];
  /** Whether the neighbours are the whole built-in bank. */
  readonly builtIn: boolean;
}

export interface Folders {
  /** The questions that come with the program. */
  readonly builtIn: string;
  /** Those of --bank. */
  readonly others: readonly string[];
}

/** To read a bank takes a while, and several paths often lie in the same. */
interface Banks extends Folders {
  readonly load: (root: string) => Loaded;
}

/** A folder that was read, and which of its questions are meant. */
interface Part {
  readonly loaded: Loaded;
  readonly fileOf: (id: string) => string;
  readonly isMeant: (id: string) => boolean;
  readonly builtIn: boolean;
}

/** @throws UsageError for a path that is neither a file, a folder, a question nor a topic */
export function selectFiles(paths: readonly string[], folders: Folders): Selection {
  const missing = folders.others.find(folder => !isFolder(folder));
  if (missing !== undefined) throw new UsageError(`--bank ${missing}: there is no such folder`);
  const read = new Map<string, Loaded>();
  const load = (root: string): Loaded => {
    const loaded = read.get(root) ?? loadFolder(root, shown(root));
    read.set(root, loaded);
    return loaded;
  };
  const banks = { ...folders, load };
  const parts =
    paths.length === 0
      ? [folders.builtIn, ...folders.others].map(root => part(root, () => true, banks))
      : paths.flatMap(path => partsFor(path, banks));
  return joined(parts);
}

/** What is there as a path may be meant as a topic all the same. */
function partsFor(path: string, folders: Banks): readonly Part[] {
  const isThere = existsSync(path);
  const found = isThere ? [partAt(path, folders)] : [];
  if (joined(found).files > 0) return found;
  const name = path.replace(/\.md$/, '').replace(/\/+$/, '');
  const all = [folders.builtIn, ...folders.others].map(root => part(root, () => true, folders));
  const named = partsNamed(name, all);
  if (joined(named).files > 0) return named;
  if (isThere) throw new UsageError(`There is no question file in "${path.slice(0, 100)}".`);
  const places = new Bank(all.flatMap(({ loaded }) => loaded.templates)).places;
  const advice = adviceOn(name, [...places, ...all.flatMap(({ loaded }) => loaded.broken)]);
  throw new UsageError(`"${path.slice(0, 100)}" is no file, question or topic. ${advice}`);
}

/** A file or a folder: ids come from the folder of the bank that it lies in. */
function partAt(path: string, folders: Banks): Part {
  const absolute = realpathSync(path);
  const root = bankFolderOf(absolute, [folders.builtIn, ...folders.others]);
  if (root === null) return statSync(absolute).isDirectory() ? lonelyFolder(absolute) : lonelyFile(absolute);
  const below = relative(root, absolute).split(sep).join('/');
  const wanted = below.replace(/\.md$/, '');
  const isFile = statSync(absolute).isFile();
  return part(root, id => id === wanted || (!isFile && (below === '' || id.startsWith(`${below}/`))), folders);
}

/** Not the folder around it, which may be the whole disk. */
function lonelyFile(path: string): Part {
  const id = [basename(dirname(path)), basename(path, '.md')].filter(Boolean).join('/');
  const file = shown(path);
  const nothing = { templates: [], problems: [], broken: [] };
  // A pipe may never end.
  const isQuestion = path.endsWith('.md') && statSync(path).isFile();
  const loaded = isQuestion ? readOne(path, id, file) : nothing;
  return { loaded, fileOf: () => file, isMeant: () => true, builtIn: false };
}

function readOne(path: string, id: string, file: string): Loaded {
  try {
    return { templates: [readTemplate(readFileSync(path, 'utf8'), id, file)], problems: [], broken: [] };
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error;
    return { templates: [], problems: error.problems, broken: [id] };
  }
}

/** A folder with questions in it is a topic; one with folders in it, a bank. */
function lonelyFolder(path: string): Part {
  const isTopic = readdirSync(path).some(name => name.endsWith('.md') && name !== 'README.md');
  const prefix = isTopic ? `${basename(path)}/` : '';
  const { templates, problems, broken } = loadFolder(path, shown(path));
  return {
    loaded: {
      templates: templates.map(template => ({ ...template, id: prefix + template.id })),
      problems,
      broken: broken.map(id => prefix + id),
    },
    fileOf: id => `${shown(path)}/${id.slice(prefix.length)}.md`,
    isMeant: () => true,
    builtIn: false,
  };
}

/** The questions that an id or a topic names; of those that cannot be read the topics are not known. */
function partsNamed(name: string, all: readonly Part[]): readonly Part[] {
  const bank = new Bank(all.flatMap(({ loaded }) => loaded.templates));
  const ids = new Set(bank.below(name).map(({ id }) => id));
  const broken = new Set(all.flatMap(({ loaded }) => loaded.broken));
  const isMeant = (id: string): boolean =>
    ids.has(id) || (broken.has(id) && (id === name || id.startsWith(`${name}/`)));
  return all.map(one => ({ ...one, isMeant }));
}

function part(root: string, isMeant: (id: string) => boolean, { builtIn, load }: Banks): Part {
  return {
    loaded: load(root),
    fileOf: id => `${shown(root)}/${id}.md`,
    isMeant,
    builtIn: existsSync(builtIn) && realpathSync(root) === realpathSync(builtIn),
  };
}

/** One file is looked at once, however often it is named. */
function joined(parts: readonly Part[]): Selection {
  const templates = new Map<string, Template>();
  const problems = new Map<string, Problem>();
  const broken = new Set<string>();
  for (const { loaded, isMeant, fileOf } of parts) {
    for (const template of loaded.templates) if (isMeant(template.id)) templates.set(template.file, template);
    const wrong = new Set(loaded.broken.filter(isMeant).map(fileOf));
    for (const file of wrong) broken.add(file);
    for (const problem of loaded.problems) if (wrong.has(problem.file)) problems.set(JSON.stringify(problem), problem);
  }
  return {
    templates: [...templates.values()],
    problems: [...problems.values()],
    files: templates.size + broken.size,
    around: parts.flatMap(({ loaded }) => loaded.templates),
    builtIn: parts.some(({ builtIn }) => builtIn),
  };
}

/** As short as it can be from here. */
function shown(path: string): string {
  const short = relative(process.cwd(), resolve(path));
  if (short === '') return '.';
  return (short.startsWith('..') || isAbsolute(short) ? resolve(path) : short).split(sep).join('/');
}
