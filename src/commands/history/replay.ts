import { startSession } from '../../app/session.ts';
import type { Context } from '../context.ts';
import { CANNOT_BE_MADE } from '../effects/history.ts';
import { isInteractive } from '../environment.ts';
import { Failure } from '../errors.ts';
import { open } from '../screens.ts';
import { findReview } from './find.ts';
import { printPast } from './history.ts';
import { pastOf } from './past.ts';

/** `tutor replay REVIEW`: an old question again, exactly as it was, to be tried again; without a terminal its record. */
export async function replay(context: Context, review: string, { json = false }: { json?: boolean }): Promise<void> {
  if (json || !isInteractive(context.environment)) {
    printPast(context, review, json);
    return;
  }
  const found = findReview(context, review);
  const { variant } = pastOf(context, found);
  if (!variant) throw new Failure(`${CANNOT_BE_MADE} "tutor history ${found.id}" shows it.`);
  await open(context, startSession({ kind: 'replay', review: found.id, back: null }));
}
