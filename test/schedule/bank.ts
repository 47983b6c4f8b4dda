import fc from 'fast-check';
import type { SyllabusQuestion } from '../../src/schedule/syllabus.ts';
import { questionOf } from './reviews.ts';

/** Banks of any kind: few topics, shared sources, and requirements that may go round in circles. */

const TOPICS = ['cnn', 'cnn/pooling', 'cnn/shapes', 'rnn', 'rnn/gates', 'losses', 'losses/entropy/binary'];
const SOURCES = ['exam-1/2', 'exam-1/3', 'exam-2/1'];
const ids = Array.from({ length: 14 }, (_, i) => `${['cnn', 'rnn', 'losses'][i % 3]}/q${i}`);

export const banks: fc.Arbitrary<readonly SyllabusQuestion[]> = fc.shuffledSubarray(ids).chain(chosen =>
  fc.tuple(
    ...chosen.map(id =>
      fc
        .record({
          topics: fc.uniqueArray(fc.constantFrom(...TOPICS), { maxLength: 2 }),
          source: fc.uniqueArray(fc.constantFrom(...SOURCES), { maxLength: 1 }),
          requires: fc.uniqueArray(fc.constantFrom(...ids, ...TOPICS, 'gone'), { maxLength: 2 }),
          minutes: fc.constantFrom(null, 1, 2, 12),
        })
        .map(rest => questionOf(id, rest)),
    ),
  ),
);

/** Ids that are required, step by step, from `id` on. */
export function requiredFrom(id: string, requires: (id: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (from: string): void => {
    for (const before of requires(from)) {
      if (found.has(before)) continue;
      found.add(before);
      visit(before);
    }
  };
  visit(id);
  return found;
}
