import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isRandomized } from '../../src/bank/template.ts';
import { makeVariant } from '../../src/bank/variant.ts';
import { shipped } from './shipped.ts';

/** What the bank owes to the documents that it comes from. */

const ITEMS: Readonly<Record<string, string>> = {
  'ift6135-a2':
    '1.1 1.2 1.3 2.1 2.2 2.3 2.4 3.1a 3.1b 3.1c 3.2a 3.2b 3.2c 3.2d 3.3 4.1 4.2 4.3 5.1 5.2 5.3 6.1 6.2 6.3',
  'review-4': '1 2a 2b 2c 3 4 5 6',
  'in2346-2022':
    '1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.8 1.9 2.1 2.2 2.3 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 3.1 3.2 3.3 3.4 4.1 4.2 4.3 4.4 4.5 4.6 4.7 4.8 4.9 4.10 4.11 5.1 5.2 5.3 5.4 5.5 5.6 5.7 5.8 5.9 5.10 6.1 6.2 6.3 7.1 7.2 7.3 7.4 8.1 8.2 8.3 8.4 8.5 8.6 8.7 8.8 9.1 9.2 9.3 9.4 9.5',
  'dl-sheet-9': '16a 16b 16c 16d 16e 17',
};

const { templates } = shipped();
const items = Object.entries(ITEMS).flatMap(([source, numbers]) => numbers.split(' ').map(item => `${source}/${item}`));

test('every item is asked, and every source is an item', () => {
  const asked = new Set(templates.flatMap(({ source }) => source));
  expect(items.filter(item => !asked.has(item))).toEqual([]);
  expect([...asked].filter(source => !items.includes(source))).toEqual([]);
  expect(items).toHaveLength(103);
});

test('every item has a question whose numbers or options are drawn', () => {
  const lively = templates.filter(template => isRandomized(template) && template.fewer === null);
  const drawn = new Set(lively.flatMap(({ source }) => source));
  expect(items.filter(item => !drawn.has(item))).toEqual([]);
});

describe('the given variant of a multiple choice has the right answers of the exam', () => {
  test.each([
    ['1.1', 'losses/output-layer-pairs', ['c', 'd']],
    ['1.2', 'cnn/fully-connected-truths', ['b']],
    ['1.4', 'activations/vanishing-gradient-tanh', ['a', 'b', 'c', 'd']],
    ['1.5', 'optimization/momentum-benefit', ['d']],
    ['1.6', 'activations/sigmoid-properties', []],
    ['1.7', 'cnn/max-pool-backward', ['a', 'd']],
  ])('%s', (item, id, right) => {
    const template = templates.find(other => other.id === id);
    expect(template?.source).toContain(`in2346-2022/${item}`);
    const keys = template ? makeVariant(template, null).parts.map(({ key }) => key) : [];
    const choice = keys.find(key => key.kind === 'choice');
    expect(choice?.options.filter(option => option.right).map(({ label }) => label)).toEqual(right);
  });
});

describe('every question is held against something else', () => {
  const folder = join(import.meta.dirname, 'topics');
  const tests = readdirSync(folder).map(name => readFileSync(join(folder, name), 'utf8'));
  const mentions = (text: string): boolean => tests.some(content => content.includes(text));
  const kinds = (kind: string) => templates.filter(({ parts }) => parts.some(({ answer }) => answer.kind === kind));

  test('the computed answers of each folder by a second path', () => {
    const folders = new Set(templates.map(({ id }) => id.split('/')[0] as string));
    expect([...folders].filter(name => !mentions(`secondPaths('${name}'`))).toEqual([]);
  });

  test.each(['expression', 'words', 'order'])('each question with a part of kind %s', kind => {
    expect(
      kinds(kind)
        .filter(({ id }) => !mentions(`'${id}'`))
        .map(({ id }) => id),
    ).toEqual([]);
  });
});
