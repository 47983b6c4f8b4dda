import { useIsScreenReaderEnabled } from 'ink';
import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Looks } from '../../app/settings/look.ts';
import { writeInAscii } from '../styled.ts';
import { LookContext } from './context.ts';
import { type Known, lookOf } from './look.ts';
import type { Background } from './palettes.ts';

interface DressedProps {
  readonly looks: Looks;
  readonly known: Known;
  readonly children: ReactNode;
}

/** In a terminal of which so much is known. */
export function dressed(element: ReactNode, looks: Looks, known: Known): React.JSX.Element {
  return (
    <Dressed looks={looks} known={known}>
      {element}
    </Dressed>
  );
}

/** Screens that look as the student wishes, and follow at once when that changes. */
export function Dressed({ looks, known, children }: DressedProps): React.JSX.Element {
  const wishes = useSyncExternalStore(looks.subscribe, looks.current);
  const [late, setLate] = useState<Background | null>(null);
  useEffect(() => known.late?.(setLate), [known]);
  const look = useMemo(() => lookOf(wishes, late ? { ...known, background: late } : known), [wishes, known, late]);
  const isHeard = useIsScreenReaderEnabled();
  // Before anything is laid out below. What is heard is in words.
  writeInAscii(look.isAscii && !isHeard);
  return <LookContext value={look}>{children}</LookContext>;
}
