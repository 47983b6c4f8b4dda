import type { ExamSituation } from '../../app/exam/situation.ts';
import type { ExamAction } from '../../app/exam/state.ts';
import type { Binding, ScrollBy } from '../keys/binding.ts';

/** A key of an exam. */

export interface ExamBinding extends Pick<Binding, 'keys' | 'help' | 'footer'> {
  readonly does: Binding['does'] | { readonly action: ExamAction };
  readonly when: readonly ExamSituation[];
  readonly unless?: readonly ExamSituation[];
}

export const act = (action: ExamAction): ExamBinding['does'] => ({ action });
export const by = (scroll: ScrollBy): ExamBinding['does'] => ({ scroll });
