import { expect, it } from 'vitest';
import { type Calculated, type Computed, calculated } from '../../src/answers/calculator.ts';

/** What each line comes to, one after the other on one pad: a value, NOTE, or the reason and its place. */
function worked(lines: readonly string[]): string[] {
  const earlier: Computed[] = [];
  return lines.map(line => {
    const found = calculated(line, earlier);
    if (found.status === 'computed') earlier.push(found.computed);
    return inWords(found);
  });
}

function inWords(found: Calculated): string {
  if (found.status === 'computed') return found.computed.text;
  return found.status === 'note' ? 'NOTE' : `${found.reason} @${found.position}`;
}

it('computes numbers and matrices as replies are read', () => {
  expect(worked(['16*7*7', '1/3', '1 000 + 1', '5 %', '√(2/8)', 'softmax([0 0])', '[1 2; 3 4] * [1; 1]'])).toEqual([
    '784',
    '0.3333333333333333',
    '1001',
    '0.05',
    '0.5',
    '[0.5 0.5]',
    '[3; 7]',
  ]);
});

it('keeps values by their names, the newest of each, and the last one as ans', () => {
  expect(
    worked(['a = 2*3', 'a^2', 'ans + 1', 'a = a + 1', '2a', 'M = [1 2; 3 4]', 'M^T [1; 0]', 'β = 0.9', '-β']),
  ).toEqual(['6', '36', '37', '7', '14', '[1 2; 3 4]', '[1; 2]', '0.9', '-0.9']);
});

it('takes words and what begins with # as notes', () => {
  const notes = ['# 2*3', 'one bias for each filter', 'use 3 layers', 'well-known trick (twice)'];
  expect(worked(notes)).toEqual(notes.map(() => 'NOTE'));
});

it('says calmly what cannot be computed, and where', () => {
  expect(worked(['2*', '(1+2', 'foo', 'a + 1', 'e = 3', 'sqrt = 2', 'ans = 1', '1/0', 'b = 3 + c'])).toEqual([
    'something is missing after "*" @2',
    '"(" is never closed @0',
    'unknown name "foo": keep it first, as in a = 3 @0',
    'unknown name "a": keep it first, as in a = 3 @0',
    '"e" means something already: choose another name @0',
    '"sqrt" means something already: choose another name @0',
    '"ans" means something already: choose another name @0',
    'division by zero @1',
    'unknown name "c": keep it first, as in a = 3 @8',
  ]);
});

it('ends at once, whatever is asked for', () => {
  const [many, huge, deep, long] = worked([
    'ones(20, 20)',
    'sum(ones(300, 300) * ones(300, 300))',
    `${'('.repeat(200)}1`,
    '1+'.repeat(9000),
  ]);
  expect(many).toBe('400 numbers are too many to keep: at most 100 @0');
  expect(huge).toMatch(/is too much work/);
  expect(deep).toMatch(/nested more than/);
  expect(long).toMatch(/too long/);
});
