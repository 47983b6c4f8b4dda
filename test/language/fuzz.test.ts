import fc from 'fast-check';
import { expect, test } from 'vitest';
import { library } from '../../src/compute/library.ts';
import { parseAuthor } from '../../src/language/evaluate.ts';
import { authorMeetsHisMatch, authorTexts, fieldsOfExample, studentMeetsHisMatch, studentTexts } from './fuzz.ts';

const RUNS = 5000;

test('any text at all is computed by the author’s language, or refused with a place inside it', () => {
  fc.assert(fc.property(authorTexts, authorMeetsHisMatch), { numRuns: RUNS });
});

test('any text at all is computed by the student’s language, or refused with a place inside it', () => {
  fc.assert(fc.property(studentTexts, studentMeetsHisMatch), { numRuns: RUNS });
});

test('every parameter, word and field of the library can be written', () => {
  for (const row of library.values()) {
    for (const [name, { words }] of row.parameters) {
      expect(parseAuthor(`f(${name}=1)`)).toMatchObject({ named: [{ name }] });
      for (const word of words ?? []) expect(parseAuthor(word)).toMatchObject({ kind: 'name', name: word });
    }
    for (const field of fieldsOfExample(row)) expect(parseAuthor(`x.${field}`)).toMatchObject({ name: field });
  }
});
