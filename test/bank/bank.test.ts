import { describe, expect, test } from 'vitest';
import { Bank } from '../../src/bank/bank.ts';
import { readTemplate } from '../../src/bank/read-template.ts';
import { isRandomized, type Template } from '../../src/bank/template.ts';
import { question, template } from './support.ts';

const make = (id: string, topics: string, title = 'T'): Template =>
  readTemplate(`---\ntitle: ${title}\ntopics: [${topics}]\nanswer: { number: 1 }\n---\nQ\n`, id, `${id}.md`);

const bank = new Bank([
  make('cnn/size', 'cnn/shapes'),
  make('adam/step', 'optimization/adam'),
  make('cnn/params', 'cnn/parameters, counting'),
  make('cnn-extra/q', 'cnnx'),
]);

describe('what lies below a topic', () => {
  test.each([
    ['cnn', ['cnn/params', 'cnn/size']],
    ['cnn/', ['cnn/params', 'cnn/size']],
    ['cnn/parameters', ['cnn/params']],
    ['counting', ['cnn/params']],
    ['optimization', ['adam/step']],
    ['adam/step', ['adam/step']],
    ['cn', []],
    ['', []],
    ['params', []],
    ['__proto__', []],
  ])('%s: %j', (topic, ids) => {
    expect(bank.below(topic).map(({ id }) => id)).toEqual(ids);
  });
});

test('questions come in the order of their ids, and each place can be asked for', () => {
  expect(bank.templates.map(({ id }) => id)).toEqual(['adam/step', 'cnn-extra/q', 'cnn/params', 'cnn/size']);
  for (const place of bank.places) expect(bank.below(place), place).not.toEqual([]);
  expect(bank.places).toContain('optimization');
});

test('a later question takes the place of an earlier one with its id', () => {
  const both = new Bank([make('cnn/size', 'cnn', 'Old'), make('cnn/size', 'cnn', 'New')]);
  expect(both.templates.map(({ title }) => title)).toEqual(['New']);
  expect(both.get('cnn/size')?.title).toBe('New');
  expect(both.get('constructor')).toBeNull();
});

test('the hash is that of the content, whatever the line ends', () => {
  const text = question('answer: { number: 1 }');
  const hash = (content: string): string => readTemplate(content, 'a', 'a.md').hash;
  expect(hash(text.replaceAll('\n', '\r\n'))).toBe(hash(text));
  expect(hash(text.replace('many', 'few'))).not.toBe(hash(text));
  expect(hash(text)).toMatch(/^[0-9a-f]{16}$/);
});

test('a question is randomized where something is drawn or shuffled', () => {
  expect(isRandomized(template('answer: { number: 1 }'))).toBe(false);
  expect(isRandomized(template('vars: { a: { given: 1, pick: [1, 2] } }\nanswer: { number: a }'))).toBe(true);
  expect(isRandomized(template('answer: { choice: one }', 'Q\n\n- [x] a\n- [ ] b'))).toBe(true);
});

test('a template is plain data', () => {
  const read = template(
    'vars: { a: { given: 1, int: [1, 2] } }\nlet: { b: a }\nanswer: { number: b }\nmistakes: [{ instead: { b: 2 }, because: so }]',
    'Q {{a}}',
  );
  expect(JSON.parse(JSON.stringify(read))).toEqual(read);
});
