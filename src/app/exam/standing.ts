import type { VariantPart } from '../../bank/variant.ts';
import type { Sheet } from '../answering.ts';
import { type Entry, gapIn, isEmpty, readEntry } from '../entries/entries.ts';
import type { ExamState } from './state.ts';

/** How far the questions have come. */

export type Standing = 'empty' | 'begun' | 'answered' | 'unreadable';

/** `unreadable`: as it stands, a part would earn nothing; `begun`: a part, or a place in one, is still empty. */
export function standingOf({ entries }: Sheet, parts: readonly VariantPart[]): Standing {
  const part = (i: number): VariantPart => parts[i] as VariantPart;
  if (entries.every((entry, i) => isEmpty(entry, part(i)))) return 'empty';
  if (entries.some((entry, i) => readEntry(entry, part(i)).status === 'unreadable')) return 'unreadable';
  const isWhole = (entry: Entry, i: number): boolean => !isEmpty(entry, part(i)) && gapIn(entry, part(i)) === null;
  return entries.every(isWhole) ? 'answered' : 'begun';
}

export function standings({ sheets, questions }: Pick<ExamState, 'sheets' | 'questions'>): readonly Standing[] {
  return sheets.map((sheet, i) => standingOf(sheet, questions[i]?.question.parts ?? []));
}

/** The questions of an overview, by their indices: all, or those not answered yet. */
export function overviewRows(state: ExamState, open: boolean): readonly number[] {
  return standings(state).flatMap((standing, i) => (open && standing === 'answered' ? [] : [i]));
}
