import { describe, expect, it } from 'vitest';
import type { ChoiceKey } from '../../../src/answers/choice/choice.ts';
import { type BoxesEntry, boxesEntries, moveRow, rowsOf, tick } from '../../../src/app/entries/boxes.ts';

describe('boxes', () => {
  const options = ['a', 'b', 'c'].map((label, i) => ({ label, text: label, right: i === 0, why: null }));
  const many: ChoiceKey = { kind: 'choice', many: true, rule: 'all-or-nothing', options };
  const one: ChoiceKey = { kind: 'choice', many: false, rule: 'all-or-nothing', options };
  const reply = (entry: BoxesEntry): string => boxesEntries.reply(entry, many);
  const { isEmpty } = boxesEntries;
  const none: BoxesEntry = { kind: 'boxes', ticked: [], none: false, row: 0 };

  it('ticks several in the order of the labels, and unticks', () => {
    const both = tick(tick(none, 2, many), 0, many);
    expect(reply(both)).toBe('a,c');
    expect(reply(tick(both, 2, many))).toBe('a');
  });

  it('moves the tick where one option is right', () => {
    expect(reply(tick(tick(none, 0, one), 1, one))).toBe('b');
    expect(isEmpty(tick(tick(none, 0, one), 0, one))).toBe(true);
  });

  it('says "none" in place of ticks, and ticks in place of "none"', () => {
    const nothing = tick(tick(none, 0, many), 3, many);
    expect([reply(nothing), isEmpty(nothing)]).toEqual(['none', false]);
    expect(reply(tick(nothing, 1, many))).toBe('b');
    expect(isEmpty(tick(nothing, 3, many))).toBe(true);
  });

  it('takes a pasted reply as a whole, and nothing from a text that is none', () => {
    const paste = (entry: BoxesEntry, text: string) => boxesEntries.insert(entry, text, many, true);
    const both = paste(tick(none, 1, many), ' b, c\n');
    expect(reply(both)).toBe('b,c');
    expect(reply(paste(both, 'none'))).toBe('none');
    expect(paste(both, 'a cab is no cube')).toBe(both);
    expect(reply(boxesEntries.insert(none, 'c', many, false))).toBe('c');
  });

  it('has a row for "none" only where any number may be right, and stays inside', () => {
    expect([rowsOf(many), rowsOf(one)]).toEqual([4, 3]);
    expect([moveRow(none, 9, many).row, moveRow(none, 9, one).row, moveRow(none, -1, one).row]).toEqual([3, 2, 0]);
  });
});
