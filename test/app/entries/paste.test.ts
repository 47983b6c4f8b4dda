import { expect, it } from 'vitest';
import { emptyEntry, replyText, typeInto } from '../../../src/app/entries/entries.ts';
import { makeVariant, type VariantPart } from '../../../src/bank/variant.ts';
import { fixture, kindFixture } from '../support.ts';

/** What is pasted at once into each way of making a reply, and the reply that it makes. */

const templateOf = (id: string) => (/^(cnn|losses|optimization)\//.test(id) ? fixture(id) : kindFixture(id));

function pasted(id: string, ...texts: readonly string[]): string {
  const part = makeVariant(templateOf(id), null).parts[0] as VariantPart;
  const entry = texts.reduce((now, text) => typeInto(now, text, part, true), emptyEntry(part));
  return replyText(entry, part);
}

it.each<[string, string, string]>([
  ['optimization/any-right', 'a, c', 'a,c'],
  ['optimization/any-right', '(B) and (D)\n', 'b,d'],
  ['optimization/any-right', 'none', 'none'],
  ['optimization/one-right', 'b)', 'b'],
  ['order/average', '3 1 2', '3 1 2'],
  ['order/average', '3,\r\n1,\r\n2\r\n', '3 1 2'],
  ['match/gates', '1=c', '1=c'],
  ['match/gates', '1 → a\n2 → b\n3 → d', '1=a 2=b 3=d'],
  ['tensor/outer', '1\t2\r\n3\t4\r\n', '[1, 2; 3, 4]'],
  ['tensor/outer', '[[1, 2],\n [3, 4]]', '[1, 2; 3, 4]'],
  ['cnn/filter-weights', '16 *\r\n 49', '16 *  49'],
  ['cnn/filter-weights', '\u001b[31m7\u0000\u202e8\u200b\ufeff', '[31m78'],
  ['expression/deviation', 'sqrt(2\u2028/n)', 'sqrt(2 /n)'],
  ['shape/flatten', '(N,\n784)', '(N, 784)'],
  ['words/overfitting', 'over\u00adfitting', 'overfitting'],
])('into %s: %j', (id, text, reply) => {
  expect(pasted(id, text)).toBe(reply);
});

it('goes into a page as it is, without what steers a terminal, and no further than its end', () => {
  expect(pasted('rubric/vanishing', 'one\r\n\ttwo\u001b[2J\u0007\n\u202ethree')).toContain('one\n    two[2J\nthree');
  const long = pasted('rubric/vanishing', 'word '.repeat(10_000), 'more');
  expect(long.length).toBeLessThan(20_100);
  expect(long.length).toBeGreaterThan(19_900);
});

it('adds to what stands in a line of text, and takes the place of what is ticked or ordered', () => {
  expect(pasted('cnn/filter-weights', '1+', '2')).toBe('1+2');
  expect(pasted('optimization/any-right', 'a, c', 'b')).toBe('b');
  expect(pasted('order/average', '3 1 2', '1 2 3')).toBe('1 2 3');
});
