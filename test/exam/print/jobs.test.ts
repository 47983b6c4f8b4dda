import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jobsFor, type Wanted } from '../../../src/exam/print/jobs.ts';
import type { Enrolled } from '../../../src/exam/roster.ts';

const ONE: Wanted = { forms: 1, people: null, solutions: true, formats: ['pdf'], combined: false, shard: null };
const PEOPLE: readonly Enrolled[] = ['Ada', 'Grace', 'Kurt'].map((name, i) => ({ name, id: `${i}`, form: null }));

const filesOf = (wanted: Wanted): string[] => jobsFor(wanted).flatMap(sheets => sheets.map(({ file }) => file));

describe('files', () => {
  test('of one form', () => expect(filesOf(ONE)).toEqual(['exam-A.pdf', 'solutions-A.pdf']));

  test('of several forms in several formats', () => {
    expect(filesOf({ ...ONE, forms: 2, formats: ['pdf', 'html'] })).toEqual([
      'exam-A.pdf',
      'solutions-A.pdf',
      'exam-A.html',
      'solutions-A.html',
      'exam-B.pdf',
      'solutions-B.pdf',
      'exam-B.html',
      'solutions-B.html',
    ]);
  });

  test('a format that holds both is one file, whatever is wanted of it', () => {
    expect(filesOf({ ...ONE, formats: ['moodle'] })).toEqual(['exam-A.xml']);
    expect(filesOf({ ...ONE, formats: ['moodle'], solutions: false })).toEqual(['exam-A.xml']);
  });

  test('people get the forms in turn, and solutions are printed once a form', () => {
    const wanted = { ...ONE, forms: 2, people: PEOPLE };
    expect(filesOf(wanted)).toEqual([
      'exam-1-A.pdf',
      'exam-2-B.pdf',
      'exam-3-A.pdf',
      'solutions-A.pdf',
      'solutions-B.pdf',
    ]);
    expect(jobsFor(wanted)[1]?.[0]?.copies).toEqual([{ form: 1, person: { name: 'Grace', id: '1' } }]);
  });

  test('combined: one file of all exams, one of all solutions', () => {
    const [job = [], ...others] = jobsFor({ ...ONE, forms: 2, people: PEOPLE, combined: true });
    expect(others).toEqual([]);
    expect(job.map(({ file, copies }) => [file, copies.map(({ form }) => form)])).toEqual([
      ['exams.pdf', [0, 1, 0]],
      ['solutions.pdf', [0, 1]],
    ]);
  });

  test('people may bring a form of their own', () => {
    const own = PEOPLE.map(person => ({ ...person, form: 1 }));
    expect(filesOf({ ...ONE, forms: 2, people: own, solutions: false })).toEqual([
      'exam-1-B.pdf',
      'exam-2-B.pdf',
      'exam-3-B.pdf',
    ]);
  });
});

test('shards are the whole run, each paper in one of them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 25 }), fc.boolean(), (forms, of, named) => {
      const wanted: Wanted = { ...ONE, forms, people: named ? PEOPLE : null };
      const parts = Array.from({ length: of }, (_, i) => filesOf({ ...wanted, shard: { part: i + 1, of } }));
      expect(parts.flat()).toEqual(filesOf(wanted));
      const jobs = jobsFor(wanted).length;
      for (const [i] of parts.entries()) {
        const size = jobsFor({ ...wanted, shard: { part: i + 1, of } }).length;
        expect(Math.abs(size - jobs / of)).toBeLessThan(1);
      }
    }),
  );
});
