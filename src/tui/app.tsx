import { useApp, useCursor, useIsScreenReaderEnabled, usePaste, useWindowSize } from 'ink';
import { useEffect, useSyncExternalStore } from 'react';
import type { Machine } from '../app/machine.ts';
import { eventFor } from './dispatch.ts';
import { frame } from './frame.ts';
import { type Elsewhere, useHandover, useLending } from './handover.ts';
import { useKeys } from './keyboard.ts';
import { activeBindings } from './keymap.ts';
import { listen } from './reader-transcript.ts';
import { Rows } from './rows.tsx';
import { Spoken } from './spoken.tsx';
import { cursorIn } from './styled.ts';

interface AppProps extends Elsewhere {
  readonly machine: Machine;
  readonly zone: string;
}

/** Hands key presses on and draws the state, or says it; it decides nothing itself. */
export function App(props: AppProps): React.JSX.Element {
  const { machine, zone } = props;
  const { exit } = useApp();
  const { columns, rows } = useWindowSize();
  const { lend, ...lending } = useLending();
  useHandover(props, lend, machine.dispatch);

  const isBlind = useKeys({
    ...lending,
    active: () => activeBindings(machine.state()),
    take: press => {
      const now = machine.state();
      const event = eventFor(press, now, () => frame(now, { columns, rows }, zone));
      if (event) machine.dispatch(event);
    },
  });
  usePaste(text => isBlind || machine.dispatch({ type: 'text', text, pasted: true }));
  const { over } = useSyncExternalStore(machine.subscribe, machine.state);
  useEffect(() => {
    if (over) exit();
  }, [over, exit]);

  return useIsScreenReaderEnabled() ? (
    <Spoken listen={() => listen(machine, zone)} />
  ) : (
    <Drawn machine={machine} zone={zone} />
  );
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
