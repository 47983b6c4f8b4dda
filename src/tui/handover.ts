import { useApp, useStdin } from 'ink';
import { useEffect, useRef } from 'react';
import type { Event } from '../app/events.ts';
import { type Desk, type Edited, release } from './editor.ts';

/** Writing a page elsewhere, as a screen sees it. */
export interface Elsewhere {
  readonly desk: Desk;
  /** Has a text edited elsewhere, which takes the terminal as long as it lasts. */
  readonly edit: (text: string) => Promise<Edited>;
}

/** Hands the terminal over whenever a page is to be edited, and takes it back. @returns whether it is away */
export function useHandover(
  { desk, edit }: Elsewhere,
  dispatch: (event: Extract<Event, { type: 'page-edited' | 'notice' }>) => void,
): () => boolean {
  const { suspendTerminal, exit } = useApp();
  const { stdin } = useStdin();
  const isAway = useRef(false);
  useEffect(
    () =>
      desk.attend(({ part, text }) => {
        isAway.current = true;
        suspendTerminal(async () => {
          await release(stdin);
          const edited = await edit(text);
          isAway.current = false;
          dispatch(
            'text' in edited
              ? { type: 'page-edited', part, text: edited.text }
              : { type: 'notice', text: edited.failure },
          );
        }).catch((error: unknown) => exit(error instanceof Error ? error : new Error(String(error))));
      }),
    [desk, edit, dispatch, stdin, suspendTerminal, exit],
  );
  return () => isAway.current;
}
