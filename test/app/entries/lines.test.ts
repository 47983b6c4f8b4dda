import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printKey } from '../../../src/answers/answers.ts';
import type { OrderKey } from '../../../src/answers/order/key.ts';
import type { Edit, EntryAction } from '../../../src/app/entries/entry.ts';
import { fillOf, type LinesEntry, linesShown } from '../../../src/app/entries/lines.ts';
import { linesEntries } from '../../../src/app/entries/lines-keys.ts';
import { textOf } from '../../../src/app/entries/text.ts';
import { expectListed } from '../consistency.ts';

const { empty, isEmpty, reply, read, insert, edit, act, situations } = linesEntries;

/** Lines 1 … n, each resting on the one before; lines 2 and 4 have a blank. */
function keyOf(n: number): OrderKey {
  const lines = Array.from({ length: n }, (_, i) => {
    const blank = i === 1 || i === 3 ? { answer: 'b', accepts: [] } : null;
    const label = `${i + 1}`;
    return {
      label,
      name: `n${i}`,
      text: blank ? 'a ▢' : 'a',
      after: i ? [`${i}`] : [],
      why: null,
      decoy: false,
      blank,
    };
  });
  return { kind: 'order', lines };
}

const few = keyOf(4);
const many = keyOf(12);

type Step = { readonly type: string; readonly pasted?: boolean } | { readonly edit: Edit } | EntryAction;

function step(entry: LinesEntry, next: Step, key: OrderKey): LinesEntry {
  if (typeof next === 'string') return act(entry, next, key) ?? entry;
  return 'edit' in next ? edit(entry, next.edit, key) : insert(entry, next.type, key, next.pasted ?? false);
}

function made(steps: readonly Step[], key = few): LinesEntry {
  return steps.reduce((entry, next) => step(entry, next, key), empty(key));
}

/** One key after the other, the space as the program hands it on. */
const keys = (text: string): Step[] => [...text].map(character => (character === ' ' ? 'toggle' : { type: character }));
const back: Step = { edit: 'erase' };

describe('lines in order', () => {
  it.each<[string, readonly Step[], string, string]>([
    ['takes the line under the cursor, and is then on the next', ['down', 'toggle'], '2', '3'],
    ['takes one after the other', ['toggle', 'toggle', 'toggle'], '1 2 3', '4'],
    ['ends on the last line of the order when none is left', ['toggle', 'toggle', 'toggle', 'toggle'], '1 2 3 4', '4'],
    ['puts a line back, and stays among the chosen', ['toggle', 'toggle', 'up', 'up', 'toggle'], '2', '2'],
    ['puts the only line back', ['down', 'toggle', 'up', 'up', 'up', 'toggle'], '', '1'],
    ['takes by number, and is on what it took', keys('3'), '3', '3'],
    ['takes what is typed as a reply', keys('3 1 2'), '3 1 2', '2'],
    ['needs no spaces where no number has two digits', keys('312'), '3 1 2', '2'],
    ['goes to a line that stands in the order', keys('3123'), '3 1 2', '3'],
    ['puts back what was typed last', [...keys('31'), back, ...keys('2')], '3 2', '2'],
    ['leaves a number alone that names no line', keys('39'), '3', '3'],
    ['puts the last line back from below the order', [...keys('14'), 'down', back], '1', '2'],
    ['takes the cursor along when a line moves up', [...keys('123'), 'move-up', 'move-up'], '3 1 2', '3'],
    ['moves no line out of the order', [...keys('123'), 'move-down', 'up', 'up', 'move-up'], '1 2 3', '1'],
    ['moves a line down', [...keys('123'), 'up', 'up', 'move-down'], '2 1 3', '1'],
    ['takes a pasted reply as a whole', [...keys('4'), { type: '3, 1,\n2', pasted: true }], '3 1 2', '2'],
    ['reads lines out of other text', [{ type: 'lines 3 and 1!', pasted: true }], '3 1', '1'],
    ['adds a single number that is pasted', [...keys('4'), { type: '3', pasted: true }], '4 3', '3'],
    ['takes it in foreign digits', [{ type: '３' }], '3', '3'],
  ])('%s', (_, steps, order, under) => {
    const entry = made(steps);
    expect(reply(entry, few)).toBe(order);
    expect(linesShown(entry, few)[entry.row]?.label).toBe(under);
  });

  it.each<[string, readonly Step[], string]>([
    ['a second digit makes the number longer', keys('12'), '12'],
    ['a space ends it', keys('1 2'), '1 2'],
    ['so does any other key', [...keys('1'), 'down', ...keys('2')], '1 2'],
    ['a digit that makes no number is the next line', keys('19'), '1 9'],
    ['a line stays that was there before its digit was typed', [...keys('1 3'), ...keys('12')], '1 3 12'],
    ['a pasted number of two digits is one line', [{ type: '12', pasted: true }], '12'],
  ])('of ten or more lines %s', (_, steps, order) => {
    expect(reply(made(steps, many), many)).toBe(order);
  });

  it('ends at its edges, for the parts around it', () => {
    expect(act(empty(few), 'up', few)).toBeNull();
    expect(act(made(['down', 'down', 'down']), 'down', few)).toBeNull();
    expect(act(empty(few), 'next-part', few)).toBeNull();
  });
});

describe('blanks of lines', () => {
  const filling: readonly Step[] = [...keys('2'), 'fill', { type: 'b^2' }];

  it('takes letters, digits and spaces as text until it is filled in', () => {
    const entry = made([...filling, { type: ' ' }, { type: '1' }, { edit: 'left' }, { edit: 'erase' }]);
    expect(textOf(fillOf(entry, '2', few))).toBe('b^21');
    expect(situations(entry, few)).toEqual(['lines', 'filling', 'text', 'typing']);
    expect(situations(step(entry, 'fill', few), few)).toEqual(['lines', 'placed', 'blank']);
    expect(reply(entry, few)).toBe('2 | 2: b^21');
  });

  it('leaves the keys of the list alone meanwhile', () => {
    const entry = made(filling);
    for (const action of ['up', 'down', 'toggle', 'move-up', 'next-part'] as const) {
      expect(act(entry, action, few)).toBeNull();
    }
  });

  it('goes on where it ended', () => {
    const entry = made([...filling, { edit: 'start' }, 'fill', 'fill', { type: '+1' }]);
    expect(reply(entry, few)).toBe('2 | 2: b^2+1');
  });

  it('is kept when its line is put back, and when a reply without blanks is pasted', () => {
    const put = made([...filling, 'fill', back, { type: '1 2', pasted: true }]);
    expect(reply(put, few)).toBe('1 2 | 2: b^2');
    expect(reply(made([...filling, 'fill', { type: '1 2 | 2: c' }]), few)).toBe('1 2 | 2: c');
  });

  it('opens by a colon behind the number of the line, as in a reply', () => {
    expect(reply(made(keys('3 2 | 2:b|x|')), few)).toBe('3 2 | 2: b|x|');
    expect(made([...keys('3'), { type: ':' }]).filling).toBe(false);
    expect(made(['down', { type: ':' }]).filling).toBe(false);
  });

  it('is no answer by itself, but nothing to forget', () => {
    const entry = made(['down', 'fill', { type: 'b' }]);
    expect(read(entry, few)).toMatchObject({ status: 'unreadable', reason: 'name the lines in order, such as 3 1 2' });
    expect(isEmpty(entry)).toBe(false);
    expect(isEmpty(empty(few))).toBe(true);
  });

  it('cannot be opened where there is none', () => {
    expect(act(empty(few), 'fill', few)).toBeNull();
    expect(situations(empty(few), few)).toEqual(['lines']);
    expect(situations(made(['down']), few)).toEqual(['lines', 'blank']);
  });
});

const key = fc.constantFrom(few, many);
const steps = fc.array(
  fc.oneof(
    fc.constantFrom<Step>('up', 'down', 'toggle', 'move-up', 'move-down', 'fill', 'next-part', 'none'),
    fc
      .constantFrom<Edit>('erase', 'erase-next', 'erase-all', 'left', 'right', 'start', 'end')
      .map(one => ({ edit: one })),
    fc.constantFrom('1', '2', '4', '12', '|', ':', '3 1 2', '2 1 | 2: β²').map(type => ({ type })),
    fc.string({ unit: 'binary', maxLength: 300 }).map(type => ({ type, pasted: true })),
  ),
  { maxLength: 40 },
);

it('stays whole, whatever is done, and its reply can be read or says why not', () => {
  fc.assert(
    fc.property(key, steps, (lines, all) => {
      let entry = empty(lines);
      for (const next of all) {
        entry = step(entry, next, lines);
        expectListed(entry, lines);
        expect(reply(entry, lines)).not.toMatch(/\p{Cc}/u);
        expect(['read', 'empty', 'unreadable']).toContain(read(entry, lines).status);
      }
    }),
  );
});

it('becomes what its own reply says, when that is pasted', () => {
  fc.assert(
    fc.property(
      key,
      fc.array(fc.nat(11), { minLength: 2 }),
      fc.constantFrom('', 'b^2', '|x|'),
      (lines, order, filled) => {
        const labels = [...new Set(order.map(i => `${(i % lines.lines.length) + 1}`))];
        fc.pre(labels.length > 1);
        const text = [labels.join(' '), ...(filled ? [`2: ${filled}`] : [])].join(' | ');
        expect(reply(insert(empty(lines), text, lines, true), lines)).toBe(text);
      },
    ),
  );
});

it('can be typed and pasted as it is printed', () => {
  for (const lines of [few, many]) {
    const printed = printKey(lines);
    expect(reply(insert(empty(lines), printed, lines, true), lines)).toBe(printed);
  }
});
