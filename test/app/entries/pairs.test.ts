import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printKey } from '../../../src/answers/answers.ts';
import type { MatchKey } from '../../../src/answers/match/key.ts';
import type { Edit, EntryAction } from '../../../src/app/entries/entry.ts';
import { type PairsEntry, pairsEntries } from '../../../src/app/entries/pairs.ts';
import { expectListed } from '../consistency.ts';

const { empty, isEmpty, reply, read, insert, edit, act, situations } = pairsEntries;

/** Blanks 1 … n, and as many options. */
function keyOf(n: number): MatchKey {
  const labels = Array.from({ length: n }, (_, i) => [`${i + 1}`, String.fromCharCode(97 + i)] as const);
  const blanks = labels.map(([label, answer]) => ({ label, text: '', answer, why: null }));
  return { kind: 'match', blanks, options: labels.map(([, label]) => ({ label, text: label })) };
}

const few = keyOf(3);
const many = keyOf(12);

type Step = { readonly type: string } | { readonly edit: Edit } | EntryAction;

function step(entry: PairsEntry, next: Step, key: MatchKey): PairsEntry {
  if (typeof next === 'string') return act(entry, next, key) ?? entry;
  return 'edit' in next ? edit(entry, next.edit, key) : insert(entry, next.type, key, false);
}

function made(steps: readonly Step[], key = few): PairsEntry {
  return steps.reduce((entry, next) => step(entry, next, key), empty(key));
}

const keys = (text: string): Step[] => [...text].map(type => ({ type }));
const back: Step = { edit: 'erase' };

describe('pairs', () => {
  it.each<[string, readonly Step[], string, number]>([
    ['gives an option, and goes on to the next blank', keys('c'), '1=c', 1],
    ['gives one after the other', keys('cab'), '1=c 2=a 3=b', 2],
    ['gives one option twice', keys('cc'), '1=c 2=c', 2],
    ['takes capitals', keys('C'), '1=c', 1],
    ['skips what is filled', ['down', ...keys('a'), 'up', 'up', ...keys('b')], '1=b 2=a', 2],
    ['goes back to what was left empty', ['down', 'down', ...keys('a')], '3=a', 0],
    ['gives another in place of the first', [...keys('abc'), 'up', 'up', ...keys('c')], '1=c 2=b 3=c', 0],
    ['empties the blank under the cursor', [...keys('ab'), 'up', back], '1=a', 1],
    ['goes up from an empty blank, and empties that next', [...keys('ab'), back], '1=a 2=b', 1],
    ['deletes in place', [...keys('ab'), { edit: 'erase-next' }], '1=a 2=b', 2],
    ['goes to a blank by its number', keys('3a1b'), '1=b 3=a', 1],
    ['takes what is typed as a reply', keys('3=a, 1=b'), '1=b 3=a', 1],
    ['takes what is pasted as a reply', [{ type: '3=a 1=b' }], '1=b 3=a', 1],
    ['takes a pasted list', [{ type: 'c\na\nb' }], '1=c 2=a 3=b', 0],
    ['keeps what a pasted reply leaves out', [...keys('ab'), { type: '2=c 3=a' }], '1=a 2=c 3=a', 2],
    ['leaves letters alone that no option bears', keys('xaz'), '1=a', 1],
  ])('%s', (_, steps, text, row) => {
    const entry = made(steps);
    expect([reply(entry, few), entry.row]).toEqual([text, row]);
  });

  it.each<[string, readonly Step[], number]>([
    ['a second digit makes the number longer', keys('12'), 11],
    ['a number that would be too long begins anew', keys('13'), 2],
    ['any other key ends it', ['down', ...keys('1'), 'down', ...keys('2')], 1],
  ])('of ten or more blanks %s', (_, steps, row) => {
    expect(made(steps, many).row).toBe(row);
  });

  it('ends at its edges, for the parts around it', () => {
    expect(act(empty(few), 'up', few)).toBeNull();
    expect(act(made(['down', 'down']), 'down', few)).toBeNull();
    expect(act(empty(few), 'toggle', few)).toBeNull();
  });

  it('takes letters as text where an option bears one that is a command elsewhere', () => {
    expect(situations(empty(few), few)).toEqual(['pairs']);
    expect(situations(empty(many), many)).toEqual(['pairs', 'typing']);
    expect(reply(made(keys('hj'), many), many)).toBe('1=h 2=j');
  });

  it('is empty as long as no blank has an option', () => {
    expect([isEmpty(empty(few)), isEmpty(made(keys('a')))]).toEqual([true, false]);
  });
});

const key = fc.constantFrom(few, many);
const steps = fc.array(
  fc.oneof(
    fc.constantFrom<Step>('up', 'down', 'toggle', 'fill', 'next-part'),
    fc
      .constantFrom<Edit>('erase', 'erase-next', 'erase-all', 'left', 'right', 'start', 'end')
      .map(one => ({ edit: one })),
    fc.constantFrom('1', '2', '12', 'a', 'c', 'k', '=', '1=b 2=a', 'bca').map(type => ({ type })),
    fc.string({ unit: 'binary', maxLength: 300 }).map(type => ({ type })),
  ),
  { maxLength: 40 },
);

it('stays whole, whatever is done, and its reply can always be read', () => {
  fc.assert(
    fc.property(key, steps, (pairs, all) => {
      let entry = empty(pairs);
      for (const next of all) {
        entry = step(entry, next, pairs);
        expectListed(entry, pairs);
        expect(read(entry, pairs).status).toBe(isEmpty(entry) ? 'empty' : 'read');
        expect(reply(insert(empty(pairs), reply(entry, pairs), pairs, true), pairs)).toBe(reply(entry, pairs));
      }
    }),
  );
});

it('can be pasted as it is printed', () => {
  for (const pairs of [few, many]) {
    const printed = printKey(pairs);
    expect(reply(insert(empty(pairs), printed, pairs, true), pairs)).toBe(printed);
  }
});
