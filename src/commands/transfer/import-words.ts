import type { Merged } from '../../store/types.ts';
import { counted } from '../output.ts';

/** What was taken in, in words and as data. */

type Added = Merged['added'];

const NAMES: readonly (readonly [type: keyof Added, what: string])[] = [
  ['review', 'answer'],
  ['correction', 'correction'],
  ['setting', 'setting'],
  ['question', 'question version'],
  ['exam', 'exam'],
];

/** `12 answers, 1 correction`; null where nothing was new. */
export function addedWords(added: Added): string | null {
  const words = NAMES.filter(([type]) => added[type] > 0).map(([type, what]) => counted(added[type], what));
  return words.length === 0 ? null : words.join(', ');
}

export function addedData({ review, correction, setting, question, exam }: Added): Record<string, number> {
  return { answers: review, corrections: correction, settings: setting, questions: question, exams: exam };
}
