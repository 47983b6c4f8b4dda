import { useApp, useCursor, useIsScreenReaderEnabled, useWindowSize } from 'ink';
import { type RefObject, useEffect, useRef, useSyncExternalStore } from 'react';
import type { Machine } from '../app/machine.ts';
import type { State } from '../app/state.ts';
import { eventFor } from './dispatch.ts';
import { frame } from './frame.ts';
import { type Elsewhere, useHandover, useLending } from './handover.ts';
import { useKeys } from './keyboard.ts';
import { activeBindings } from './keymap.ts';
import type { Frame } from './layout.ts';
import { listen } from './reader/transcript.ts';
import { Rows } from './rows.tsx';
import { Spoken } from './spoken.tsx';
import { cursorIn } from './styled.ts';

interface AppProps extends Elsewhere {
  readonly machine: Machine;
  readonly zone: string;
}

/** The program's screens, as what `fullScreen` draws. */
export function app(props: AppProps): React.JSX.Element {
  return <App {...props} />;
}

/** Hands key presses on and draws the state, or says it; it decides nothing itself. */
export function App(props: AppProps): React.JSX.Element {
  const { machine, zone } = props;
  const { exit } = useApp();
  const { columns, rows } = useWindowSize();
  const { lend, ...lending } = useLending();
  useHandover(props, lend, machine.dispatch);

  const drawn = useRef<Drawing>(null);
  useKeys({
    ...lending,
    active: () => activeBindings(machine.state()),
    take: press =>
      machine.inTurn(() => {
        const now = machine.state();
        // What a key scrolls is on the screen already, unless others came with it.
        const { current } = drawn;
        const event = eventFor(press, now, () =>
          current?.state === now ? current.frame : frame(now, { columns, rows }, zone),
        );
        if (event) machine.dispatch(event);
      }),
    paste: text => machine.dispatch({ type: 'text', text, pasted: true }),
  });
  const { over } = useSyncExternalStore(machine.subscribe, machine.state);
  useEffect(() => {
    if (over) exit();
  }, [over, exit]);

  return useIsScreenReaderEnabled() ? (
    <Spoken listen={() => listen(machine, zone)} />
  ) : (
    <Drawn machine={machine} zone={zone} drawn={drawn} />
  );
}

interface Drawing {
  readonly state: State;
  readonly frame: Frame;
}

interface ScreenProps extends Pick<AppProps, 'machine' | 'zone'> {
  /** What stands on the screen. */
  readonly drawn: RefObject<Drawing | null>;
}

function Drawn({ machine, zone, drawn }: ScreenProps): React.JSX.Element {
  const { columns, rows } = useWindowSize();
  const state = useSyncExternalStore(machine.subscribe, machine.state);
  const whole = frame(state, { columns, rows }, zone);
  useEffect(() => {
    drawn.current = { state, frame: whole };
  });
  const { lines } = whole;
  // The terminal's own cursor: it is seen without colours, and input methods follow it.
  useCursor().setCursorPosition(cursorIn(lines));
  return <Rows lines={lines} rows={rows} />;
}
