import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FunctionEntry } from '../../src/bank/functions.ts';
import { functionSection, referencePage } from '../../src/bank/reference-page.ts';
import { library } from '../../src/compute/library.ts';

const page = referencePage();

it('is the page that lies among the questions', () => {
  const stored = readFileSync('questions/functions.md', 'utf8');
  expect(stored === page, 'questions/functions.md is out of date: run node src/build/reference.ts').toBe(true);
});

it('has a section for every function', () => {
  const sections = [...page.matchAll(/^### `(\w+)\(.*\)`$/gm)].map(([, name]) => name);
  expect(sections.toSorted()).toEqual([...library.keys()].sort());
});

describe('a section', () => {
  const entry: FunctionEntry = {
    name: 'f',
    signature: 'f(x, how=a|b)',
    chapter: 'Any',
    summary: 'The norm |x|.',
    formula: '|x|',
    shapes: null,
    convention: null,
    parameters: [],
    example: 'f(1)',
    source: 'a book',
  };

  it('is as short as what is known', () => {
    expect(functionSection(entry, '= 1')).toBe(
      '### `f(x, how=a|b)`\n\nThe norm |x|.\n\n$|x|$\n\n- Example: `f(1)` = 1\n- Source: a book',
    );
  });

  it('gives a long formula lines of its own, and every fact one line', () => {
    const formula = `x\n${'+ x '.repeat(40)}`;
    const section = functionSection({ ...entry, formula, shapes: 'x: any\nshape', convention: 'ours' }, '= 1');
    expect(section).toContain(`\n\n$$\nx ${'+ x '.repeat(40).trim()}\n$$\n\n`);
    expect(section).toContain('- Shapes: x: any shape\n- Convention: ours\n- Example');
  });
});

it('has no bar inside a cell of its table that would end the cell', () => {
  const rows = page.split('\n').filter(line => line.startsWith('| '));
  expect(rows.length).toBeGreaterThan(5);
  for (const row of rows) expect(row.replaceAll('\\|', '').split('|')).toHaveLength(4);
});
