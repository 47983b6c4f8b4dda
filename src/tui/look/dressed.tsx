import { useIsScreenReaderEnabled } from 'ink';
import { type ReactNode, useMemo, useSyncExternalStore } from 'react';
import type { Looks } from '../../app/settings/look.ts';
import { writeInAscii } from '../styled.ts';
import { type Known, LookContext, lookOf } from './look.ts';

interface DressedProps {
  readonly looks: Looks;
  readonly known: Known;
  readonly children: ReactNode;
}

/** Screens that look as the student wishes, and follow at once when that changes. */
export function Dressed({ looks, known, children }: DressedProps): React.JSX.Element {
  const wishes = useSyncExternalStore(looks.subscribe, looks.current);
  const look = useMemo(() => lookOf(wishes, known), [wishes, known]);
  const isHeard = useIsScreenReaderEnabled();
  // Before anything is laid out below. What is heard is in words.
  writeInAscii(look.isAscii && !isHeard);
  return <LookContext value={look}>{children}</LookContext>;
}
