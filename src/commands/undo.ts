import type { Context } from './context.ts';
import { Failure } from './errors.ts';
import { localTime, printJson, printLines } from './output.ts';

/** `tutor undo`: takes the newest answer back. */
export function undo({ environment, store }: Context, { json }: { json?: boolean }): void {
  const last = store().lastUndoable();
  if (!last) throw new Failure('There is no answer to take back.');
  store().correct(last.id, { kind: 'undo' });
  if (json) printJson(environment, { undone: last.id });
  else printLines(environment, [`Taken back: ${last.question}, answered ${localTime(last.at, last.zone)}`]);
}
