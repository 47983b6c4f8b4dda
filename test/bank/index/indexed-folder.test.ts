import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../src/bank/facts.ts';
import { indexedFolder } from '../../../src/bank/index/indexed-folder.ts';
import { loadFolder } from '../../../src/bank/load.ts';
import { QuestionError } from '../../../src/bank/problem.ts';
import { expectTrue, type Place, place, question, settle } from './place.ts';

describe('what a second start reads', () => {
  it('is nothing where nothing was changed', () => {
    const here = place();
    const first = here.index();
    expect(first.read).toBe(3);
    expectTrue(here, first);
    settle(here);
    const second = here.index();
    expect(second.read).toBe(0);
    expectTrue(here, second);
  });

  it.each<readonly [what: string, change: (here: Place) => void, read: number]>([
    ['a changed file', ({ write }) => write('a.md', question('A, said at length')), 1],
    ['a file of the same size and time', ({ write }) => write('a.md', question('B')), 1],
    ['a new file', ({ write }) => write('d.md', question('D')), 1],
    ['no file that is gone', ({ folder }) => rmSync(join(folder, 'b/c.md')), 0],
    ['no folder that is gone', ({ folder }) => rmSync(join(folder, 'b'), { recursive: true }), 0],
    ['a file under a new name', ({ folder }) => renameSync(join(folder, 'a.md'), join(folder, 'z.md')), 1],
    ['a file put in the place of another', ({ folder }) => renameSync(join(folder, 'a.md'), join(folder, 'b/c.md')), 1],
    ['a broken file that was mended', ({ write }) => write('broken.md', question('Mended')), 1],
    ['a file that was broken', ({ write }) => write('a.md', 'nothing'), 1],
    [
      'a file behind a link',
      ({ folder, write }) => {
        write('.hidden.md', question('Hidden'));
        symlinkSync(join(folder, '.hidden.md'), join(folder, 'link.md'));
      },
      1,
    ],
  ])('is %s', (_, change, read) => {
    const here = place();
    here.index();
    settle(here);
    change(here);
    const found = here.index();
    expect(found.read).toBe(read);
    expectTrue(here, found);
    settle(here);
    const again = here.index();
    expect(again.read).toBe(0);
    expectTrue(here, again);
  });

  it('is what was changed so shortly before the last one that the clock of the disk may not tell', () => {
    const here = place();
    here.index();
    expect(here.index().read).toBe(3);
    settle(here);
    expect(here.index().read).toBe(0);
  });

  it('is all of it for another program, another name of the folder, and another folder', () => {
    const here = place();
    here.index();
    settle(here);
    expect(here.index('another').read).toBe(3);
    settle(here);
    expect(indexedFolder(`${here.folder}/`, here.indexing('another')).read).toBe(3);
    renameSync(here.folder, `${here.folder}-old`);
    here.write('e.md', question('E'));
    expectTrue(here, here.index('another'));
  });
});

describe('a cache that is of no use', () => {
  const spoiled: readonly (readonly [what: string, spoil: (file: string) => void])[] = [
    ['empty', file => truncateSync(file, 0)],
    ['cut off', file => truncateSync(file, statSync(file).size - 9)],
    ['changed in one letter', file => writeFileSync(file, readFileSync(file, 'utf8').replace('"A"', '"X"'))],
    ['of zeros', file => writeFileSync(file, Buffer.alloc(500))],
    ['of another shape', file => writeFileSync(file, '{}\n')],
    [
      'a folder',
      file => {
        rmSync(file);
        mkdirSync(file);
      },
    ],
  ];
  it.each(spoiled)('as it is %s, is made anew or done without', (_, spoil) => {
    const here = place();
    here.index();
    settle(here);
    const [name = ''] = readdirSync(here.cache);
    spoil(join(here.cache, name));
    const found = here.index();
    expect(found.read).toBe(3);
    expectTrue(here, found);
    expect(readdirSync(here.cache)).toEqual([name]);
  });

  it('as there is a file in the place of its folder, is done without', () => {
    const here = place();
    writeFileSync(here.cache, '');
    expectTrue(here, here.index());
    expect(indexedFolder(here.folder, { ...here.indexing(), cache: null }).read).toBe(3);
  });

  it.skipIf(process.getuid?.() === 0)('as nothing can be written there, is done without', () => {
    const here = place();
    mkdirSync(here.cache);
    chmodSync(here.cache, 0o500);
    expectTrue(here, here.index());
    expect(readdirSync(here.cache)).toEqual([]);
  });
});

it('knows the same facts of every question as its file, however much questions have in common', () => {
  const here = place();
  const answers = ['number: w', 'choice: one', 'choice: one'];
  const vars = 'vars: { w: { given: 2, int: [1, 5] } }';
  answers.forEach((answer, i) => {
    const options = i === 0 ? '' : '\n- [x] Yes\n- [ ] No\n';
    const head = `topics: [t/u, v]\nsource: [exam-${i % 2}]\nrequires: [a]\ncredits: ${i + 1}\nminutes: ${2 * i}.5`;
    here.write(`more/${i}.md`, `---\ntitle: "${i}"\n${head}\n${vars}\nanswer: { ${answer} }\n---\nQ {{w}}\n${options}`);
  });
  const facts = loadFolder(here.folder).templates.map(factsOf);
  expect(facts).toHaveLength(5);
  const first = here.index();
  settle(here);
  const second = here.index();
  expect([first.templates, second.templates]).toEqual([facts, facts]);
  here.write('more/3.md', question('New'));
  settle(here);
  const third = here.index();
  expect(third.read).toBe(1);
  expect(third.templates).toEqual(loadFolder(here.folder).templates.map(factsOf));
});

it('keeps the index for its owner alone', () => {
  const here = place();
  here.index();
  const [name = ''] = readdirSync(here.cache);
  expect(statSync(join(here.cache, name)).mode & 0o777).toBe(0o600);
});

it('reads a question when it is asked for, as it stands by then', () => {
  const here = place();
  const found = here.index();
  here.write('a.md', question('Written later'));
  expect(found.get('a')?.title).toBe('Written later');
  here.write('a.md', 'nothing');
  expect(() => found.get('a')).toThrow(QuestionError);
  rmSync(join(here.folder, 'a.md'));
  expect(() => found.get('a')).toThrow(/a\.md:1: the file cannot be read/);
  expect(found.get('broken')).toBeNull();
  expect(found.get('__proto__')).toBeNull();
});

it('tells of a file that cannot be read each time', () => {
  const here = place();
  mkdirSync(join(here.folder, 'secret'));
  const path = join(here.folder, 'unread.md');
  here.write('unread.md', question('Unread'));
  chmodSync(path, 0o000);
  const mayRead = process.getuid?.() === 0;
  const first = here.index();
  expect(first.broken.includes('unread')).toBe(!mayRead);
  settle(here);
  expect(here.index().broken).toEqual(first.broken);
  chmodSync(path, 0o600);
});
