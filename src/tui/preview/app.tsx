import { Static, Text, useApp, useIsScreenReaderEnabled, useWindowSize } from 'ink';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Preview } from '../../app/preview/machine.ts';
import { useLending } from '../handover.ts';
import { useKeys } from '../keyboard.ts';
import { Rows } from '../rows.tsx';
import { previewEventFor } from './dispatch.ts';
import { previewFrame } from './frame.ts';
import { activePreviewBindings } from './keys.ts';
import { listenToPreview } from './reader.ts';
import type { Excerpt } from './trouble.ts';

export interface PreviewProps {
  readonly preview: Preview;
  readonly excerpt: Excerpt;
}

/** Hands key presses on and draws the state, or says it; it decides nothing itself. */
export function PreviewApp(props: PreviewProps): React.JSX.Element {
  const { preview, excerpt } = props;
  const { exit } = useApp();
  const { columns, rows } = useWindowSize();
  const lending = useLending();
  useKeys({
    ...lending,
    active: () => activePreviewBindings(preview.state()),
    take: press => {
      const now = preview.state();
      const event = previewEventFor(press, now, () => previewFrame(now, { columns, rows }, excerpt));
      if (event) preview.dispatch(event);
    },
    // Nothing can be typed there.
    paste: () => undefined,
  });
  const { over } = useSyncExternalStore(preview.subscribe, preview.state);
  useEffect(() => {
    if (over) exit();
  }, [over, exit]);
  return useIsScreenReaderEnabled() ? <Spoken {...props} /> : <Drawn {...props} />;
}

function Drawn({ preview, excerpt }: PreviewProps): React.JSX.Element {
  const { columns, rows } = useWindowSize();
  const state = useSyncExternalStore(preview.subscribe, preview.state);
  return <Rows lines={previewFrame(state, { columns, rows }, excerpt).lines} rows={rows} />;
}

function Spoken({ preview, excerpt }: PreviewProps): React.JSX.Element {
  const [{ subscribe, transcript }] = useState(() => listenToPreview(preview, excerpt));
  const { said } = useSyncExternalStore(subscribe, transcript);
  return <Static items={[...said]}>{(line, i) => <Text key={i}>{line}</Text>}</Static>;
}
