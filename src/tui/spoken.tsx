import { Static, Text } from 'ink';
import { useState, useSyncExternalStore } from 'react';
import type { Listening } from './reader/transcript.ts';

interface SpokenProps {
  /** Begins to listen: called once. */
  readonly listen: () => Listening;
}

/** Ink writes all anew that is not static, at every change: so that is only the one line that a key can change. */
export function Spoken({ listen }: SpokenProps): React.JSX.Element {
  const [{ subscribe, transcript }] = useState(listen);
  const { said, current } = useSyncExternalStore(subscribe, transcript);
  return (
    <>
      <Static items={[...said]}>{(line, i) => <Text key={i}>{line}</Text>}</Static>
      <Text>{current}</Text>
    </>
  );
}
