import { useApp, useStdin } from 'ink';
import { useCallback, useContext, useEffect } from 'react';
import type { Event } from '../app/events.ts';
import { type Desk, type Edited, release } from './editor.ts';
import { StageContext } from './stage.ts';

/** Writing a page elsewhere, as a screen sees it. */
export interface Elsewhere {
  readonly desk: Desk;
  /** Has a text edited elsewhere, which takes the terminal as long as it lasts. */
  readonly edit: (text: string) => Promise<Edited>;
}

/** Leaves the terminal to others as long as some work lasts. */
type Lend = (work: () => Promise<void>) => void;

export interface Lending {
  /** Whether the terminal is somebody else's now. */
  readonly isAway: () => boolean;
  /** Stops the whole job, as Ctrl-Z does. */
  readonly suspend: () => void;
}

/** Lends the terminal whenever the job is to stop. */
export function useLending(): Lending & { readonly lend: Lend } {
  const { suspendTerminal, exit } = useApp();
  const { stdin } = useStdin();
  const { job, lent } = useContext(StageContext);
  const lend: Lend = useCallback(
    work => {
      lent.current = true;
      suspendTerminal(async () => {
        await release(stdin);
        await work();
        lent.current = false;
      }).catch((error: unknown) => exit(error instanceof Error ? error : new Error(String(error))));
    },
    [lent, stdin, suspendTerminal, exit],
  );
  useEffect(
    () =>
      job.attend(() => {
        // Whoever has the terminal has looked after it.
        if (lent.current) void job.stop('process');
        else lend(() => job.stop('process'));
      }),
    [job, lent, lend],
  );
  return { lend, isAway: () => lent.current, suspend: () => lend(() => job.stop('job')) };
}

/** Hands the terminal over whenever a page is to be edited, and takes it back. */
export function useHandover(
  { desk, edit }: Elsewhere,
  lend: Lend,
  dispatch: (event: Extract<Event, { type: 'page-edited' | 'notice' }>) => void,
): void {
  useEffect(
    () =>
      desk.attend(({ part, text }) =>
        lend(async () => {
          const edited = await edit(text);
          dispatch(
            'text' in edited
              ? { type: 'page-edited', part, text: edited.text }
              : { type: 'notice', text: edited.failure },
          );
        }),
      ),
    [desk, edit, dispatch, lend],
  );
}
