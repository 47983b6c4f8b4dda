import { describe, expect, test } from 'vitest';
import { LONGEST_FILLS, MOST_LINES } from '../../../src/answers/order/key.ts';
import { type AuthoredLine, orderProblems } from '../../../src/answers/order/problems.ts';

const line = (name: string, after: readonly string[] = [], more: Partial<AuthoredLine> = {}): AuthoredLine => ({
  name,
  text: `text of ${name}`,
  after,
  decoy: false,
  blank: null,
  ...more,
});
const sound = [line('a'), line('b', ['a']), line('c', ['a']), line('d', [], { decoy: true })];
const many = (count: number): AuthoredLine[] => Array.from({ length: count }, (_, i) => line(`n${i}`));

const rows: readonly (readonly [lines: readonly AuthoredLine[], problems: readonly string[]])[] = [
  [sound, []],
  [many(MOST_LINES), []],
  [[...sound, line('e', [], { text: 'with ▢', blank: { answer: 'x', accepts: [] } })], []],
  [[line('a'), line('b')], ['an order needs at least 3 lines that belong; here are 2']],
  [[line('a'), line('b'), line('d', [], { decoy: true })], ['an order needs at least 3 lines that belong; here are 2']],
  [many(MOST_LINES + 1), [`at most ${MOST_LINES} lines, decoys included; here are ${MOST_LINES + 1}`]],
  [[...sound, line('b')], ['two lines have the name b: give each its own']],
  [[...sound, line('e', ['f'])], ['e rests on f, which names no line']],
  [[...sound, line('e', ['a', 'd'])], ['e rests on d, which is a decoy']],
  [[...sound, line('e', ['e'])], ['lines rest on each other in a circle: e → e']],
  [[line('a', ['c']), line('b', ['a']), line('c', ['b'])], ['lines rest on each other in a circle: a → c → b → a']],
  // a dead end on the way round, and a line that leads into the circle without being in it
  [
    [line('x', ['a']), line('a', ['b', 'c']), line('b', ['a0']), line('a0'), line('c', ['e', 'a']), line('e', ['c'])],
    ['lines rest on each other in a circle: a → c → a'],
  ],
  [
    [line('a', ['b', 'c']), line('b', ['g']), line('g', ['b']), line('c', ['a'])],
    ['lines rest on each other in a circle: a → c → a'],
  ],
  [[...sound, line('e', [], { blank: { answer: 'x', accepts: [] } })], ['e has a blank, but its text does not show ▢']],
  [[...sound, line('e', [], { text: 'a ▢' })], ['e shows ▢, but has no blank']],
  [
    [...sound, line('e', [], { text: '▢', blank: { answer: 'x'.repeat(LONGEST_FILLS + 1), accepts: [] } })],
    [`the blanks take ${LONGEST_FILLS + 1} characters to fill in; at most ${LONGEST_FILLS}: hide shorter pieces`],
  ],
  // all that is wrong is said
  [
    [line('a', ['b']), line('b', ['a', 'z'])],
    [
      'an order needs at least 3 lines that belong; here are 2',
      'b rests on z, which names no line',
      'lines rest on each other in a circle: a → b → a',
    ],
  ],
];

describe('what an author can get wrong', () => {
  test.each(rows)('%#', (lines, problems) => {
    expect(orderProblems(lines)).toEqual(problems);
  });
});
