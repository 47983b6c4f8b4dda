import { describe, expect, it } from 'vitest';
import { fromJson, toJson } from '../../src/store/json.ts';

describe('JSON of the log', () => {
  it('keeps the numbers that JSON lacks', () => {
    const value = { mask: [Number.NEGATIVE_INFINITY, -0, 0], gap: Number.NaN, most: Number.POSITIVE_INFINITY };
    expect(fromJson(toJson(value))).toEqual(value);
  });

  it.each([
    ['an object that cannot be made a number', '{"$number":{"toString":1,"valueOf":2}}'],
    ['an object without a prototype', '{"$number":{"__proto__":null}}'],
    ['a list', '[{"$number":[[1]]}]'],
    ['nothing', '{"a":{"$number":null}}'],
  ])('takes a tag on %s, as another program may write it, for plain data', (_, text) => {
    expect(JSON.stringify(fromJson(text))).toBe(text);
  });
});
