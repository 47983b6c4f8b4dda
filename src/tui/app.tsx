import {
  Static,
  Text,
  useApp,
  useCursor,
  useInput,
  useIsScreenReaderEnabled,
  usePaste,
  useStdin,
  useWindowSize,
} from 'ink';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Machine } from '../app/machine.ts';
import { eventFor } from './dispatch.ts';
import { type Desk, type Edited, release } from './editor.ts';
import { frame } from './frame.ts';
import { presses } from './input.ts';
import { listen } from './reader-transcript.ts';
import { Rows } from './rows.tsx';
import { cursorIn } from './styled.ts';

export interface AppProps {
  readonly machine: Machine;
  readonly zone: string;
  readonly desk: Desk;
  /** Has a text edited elsewhere, which takes the terminal as long as it lasts. */
  readonly edit: (text: string) => Promise<Edited>;
}

/** Hands key presses on and draws the state, or says it; it decides nothing itself. */
export function App(props: AppProps): React.JSX.Element {
  const { machine, zone } = props;
  const { exit } = useApp();
  const { columns, rows } = useWindowSize();
  const isAway = useHandover(props);

  useInput((input, key) => {
    for (const press of presses(input, key)) {
      // What was typed ahead of the editor means nothing once it is there.
      if (isAway()) return;
      // Of several keys that arrive at once, each meets what the ones before it have made of the screen.
      const now = machine.state();
      const event = eventFor(press, now, () => frame(now, { columns, rows }, zone));
      if (event) machine.dispatch(event);
    }
  });
  usePaste(text => machine.dispatch({ type: 'text', text, pasted: true }));
  const { over } = useSyncExternalStore(machine.subscribe, machine.state);
  useEffect(() => {
    if (over) exit();
  }, [over, exit]);

  return useIsScreenReaderEnabled() ? (
    <Spoken machine={machine} zone={zone} />
  ) : (
    <Drawn machine={machine} zone={zone} />
  );
}

/** Hands the terminal over whenever a page is to be edited, and takes it back. @returns whether it is away */
function useHandover({ machine, desk, edit }: AppProps): () => boolean {
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
          machine.dispatch(
            'text' in edited
              ? { type: 'page-edited', part, text: edited.text }
              : { type: 'notice', text: edited.failure },
          );
        }).catch((error: unknown) => exit(error instanceof Error ? error : new Error(String(error))));
      }),
    [desk, edit, machine, stdin, suspendTerminal, exit],
  );
  return () => isAway.current;
}

type ScreenProps = Pick<AppProps, 'machine' | 'zone'>;

function Drawn({ machine, zone }: ScreenProps): React.JSX.Element {
  const { columns, rows } = useWindowSize();
  const state = useSyncExternalStore(machine.subscribe, machine.state);
  const { lines } = frame(state, { columns, rows }, zone);
  // The terminal's own cursor: it is seen without colours, and input methods follow it.
  useCursor().setCursorPosition(cursorIn(lines));
  return <Rows lines={lines} rows={rows} />;
}

/** Ink writes all anew that is not static, at every change: so that is only the one line that a key can change. */
function Spoken({ machine, zone }: ScreenProps): React.JSX.Element {
  const [{ subscribe, transcript }] = useState(() => listen(machine, zone));
  const { said, current } = useSyncExternalStore(subscribe, transcript);
  return (
    <>
      <Static items={[...said]}>{(line, i) => <Text key={i}>{line}</Text>}</Static>
      <Text>{current}</Text>
    </>
  );
}
