import { effectText } from '../../app/history/turn-text.ts';
import { localTime } from '../../app/local-time.ts';
import { dueAt } from '../../schedule/memory.ts';
import type { EffectiveReview } from '../../schedule/review.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { printJson, printLines } from '../output.ts';
import { findReview, newestFirst } from './find.ts';

interface UndoOptions {
  readonly json?: boolean;
  readonly restore?: boolean;
}

/** `tutor undo`: takes the newest answer back, or the one that is named; or puts it in force again. */
export function undo(context: Context, review: string | undefined, { json, restore = false }: UndoOptions): void {
  const { environment } = context;
  const store = context.store();
  const { id, question, at, zone } = review === undefined ? newest(context, restore) : findReview(context, review);
  const before = store.card(question);
  const changed = store.correct(id, { kind: restore ? 'restore' : 'undo' }) !== null;
  const card = store.card(question);
  if (json) {
    const due = card && dueAt(card).toISOString();
    printJson(environment, { [restore ? 'restored' : 'undone']: id, changed, id: question, due });
    return;
  }
  const what = `${question}, answered ${localTime(at, zone)}`;
  const deed = restore ? 'In force again' : 'Taken back';
  const idle = restore ? 'Already in force' : 'Taken back before';
  printLines(environment, [
    changed ? `${deed}: ${what}. ${effectText(before, card)}` : `${idle}: ${what}. Nothing was changed.`,
  ]);
}

/** @throws Failure where there is none */
function newest(context: Context, restore: boolean): EffectiveReview {
  if (!restore) {
    const last = context.store().lastUndoable();
    if (!last) throw new Failure('There is no answer to take back.');
    return last;
  }
  for (const review of newestFirst(context.store())) if (review.undone) return review;
  throw new Failure('No answer is taken back, so there is none to put in force again.');
}
