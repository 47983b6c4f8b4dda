import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { Bank } from '../../src/bank/bank.ts';
import { compiledText, openCompiled } from '../../src/bank/compiled.ts';
import { factsOf } from '../../src/bank/facts.ts';
import { isRandomized, type Template } from '../../src/bank/template.ts';
import { template } from './support.ts';

const templates: readonly Template[] = [
  { ...template('answer: { number: 1 }'), id: 'a' },
  // Bytes and characters differ.
  {
    ...template('answer: { choice: one }', 'Größe, ∂L/∂x, 𝔼?\n\n- [x] ja\n- [ ] nein'),
    id: 'b',
    title: 'Größe "templates":[',
  },
  {
    ...template(
      'vars: { a: { given: 1, pick: [1, 2] } }\nanswer: { number: a, as: choice }\nmistakes: [{ value: a + 1, because: x }]',
    ),
    id: 'c',
  },
];

function compiled(of: readonly Template[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'tutor-compiled-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'bank.json');
  writeFileSync(file, compiledText(of, 'b1'));
  return file;
}

it('gives every template back, whatever becomes of the file meanwhile', () => {
  const file = compiled(templates);
  const opened = openCompiled(file);
  writeFileSync(file, 'another build');
  expect(opened.build).toBe('b1');
  expect(opened.templates).toEqual(templates.map(factsOf));
  for (const one of templates) expect(opened.get(one.id)).toEqual(one);
  expect(opened.get('d')).toBeNull();
  expect(openCompiled(compiled([])).templates).toEqual([]);
});

it('is JSON as a whole', () => {
  expect(JSON.parse(compiledText(templates, 'b1')).templates).toEqual(templates);
  expect(JSON.parse(compiledText([], 'b1')).templates).toEqual([]);
});

it('knows of a question without reading it what the question itself would tell', () => {
  const [number, choice, offered] = templates.map(factsOf);
  expect([number, choice, offered].map(facts => facts && isRandomized(facts))).toEqual([false, true, true]);
  expect(choice?.parts[0]?.answer).toEqual({ kind: 'choice', rule: 'all-or-nothing' });
  expect(offered?.parts[0]?.answer).toEqual({ kind: 'number', asChoice: true });
});

it('lets a later shelf stand above an earlier one, and templates above all', () => {
  const old = openCompiled(compiled(templates));
  const newer = openCompiled(compiled(templates.slice(0, 2).map(one => ({ ...one, title: 'Newer' }))));
  const bank = new Bank([{ ...(templates[1] as Template), title: 'Newest' }], [old, newer]);
  expect(bank.templates.map(({ title }) => title)).toEqual(['Newer', 'Newest', templates[2]?.title]);
  expect(bank.all().map(({ title }) => title)).toEqual(bank.templates.map(({ title }) => title));
  expect(bank.get('a')).toBe(bank.get('a'));
  expect(bank.facts('a')?.title).toBe('Newer');
  expect([bank.get('x'), bank.facts('x')]).toEqual([null, null]);
});
