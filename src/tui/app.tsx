import { Box, Text, useApp, useCursor, useInput, usePaste, useWindowSize } from 'ink';
import { useEffect, useSyncExternalStore } from 'react';
import type { Machine } from '../app/machine.ts';
import { eventFor } from './dispatch.ts';
import { frame } from './frame.ts';
import { presses } from './input.ts';
import { cursorIn, type StyledLine } from './styled.ts';
import { theme } from './theme.ts';

interface AppProps {
  readonly machine: Machine;
  readonly zone: string;
}

/** Draws the state and hands key presses on; it decides nothing itself. */
export function App({ machine, zone }: AppProps): React.JSX.Element {
  const { exit } = useApp();
  const { columns, rows } = useWindowSize();
  const state = useSyncExternalStore(machine.subscribe, machine.state);
  const { lines } = frame(state, { columns, rows }, zone);
  // The terminal's own cursor: it is seen without colours, and input methods and screen readers follow it.
  useCursor().setCursorPosition(cursorIn(lines));

  useInput((input, key) => {
    for (const press of presses(input, key)) {
      // Of several keys that arrive at once, each meets what the ones before it have made of the screen.
      const now = machine.state();
      const event = eventFor(press, now, () => frame(now, { columns, rows }, zone));
      if (event) machine.dispatch(event);
    }
  });
  usePaste(text => machine.dispatch({ type: 'text', text }));
  useEffect(() => {
    if (state.over) exit();
  }, [state.over, exit]);

  return (
    <Box width={columns} height={rows} flexDirection="column" overflow="hidden">
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its index
        <Row key={i} line={line} />
      ))}
    </Box>
  );
}

function Row({ line }: { readonly line: StyledLine }): React.JSX.Element {
  return (
    <Text wrap="truncate">
      {line.length === 0
        ? ' '
        : line.map(({ text, token }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: spans have no identity but their place
            <Text key={i} {...(token ? theme[token] : {})}>
              {text}
            </Text>
          ))}
    </Text>
  );
}
