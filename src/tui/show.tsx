import type { Effect, Event, HistoryEffect, Moment } from '../app/events.ts';
import { createMachine } from '../app/machine.ts';
import type { Next } from '../app/session.ts';
import type { Looks } from '../app/settings/look.ts';
import type { State } from '../app/state.ts';
import { createDesk, type Edited, editPage, inTerminal } from './editor.ts';

/** What a screen needs of the outer world. */
export interface ScreenEnvironment {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly stdout: NodeJS.WriteStream;
  readonly stdin: NodeJS.ReadStream;
  readonly now: () => Date;
  readonly monotonic: () => number;
  readonly zone: string;
  readonly looks: Looks;
  /** A sentence for an error that the student can mend; null for a fault of the program. */
  readonly explain: (error: unknown) => string | null;
}

/** How Ink is to draw. Ctrl-C is a key like any other, and that somebody is there was looked at before. */
export const FULL_SCREEN = {
  alternateScreen: true,
  incrementalRendering: true,
  maxFps: 60,
  exitOnCtrlC: false,
  interactive: true,
} as const;

/** Whoever listens has no use for a window: what was said stays in the terminal, to be gone back to. */
export const FOR_LISTENERS = { ...FULL_SCREEN, alternateScreen: false, isScreenReaderEnabled: true } as const;

/**
 * Opens the full screen and stays until the student leaves.
 *
 * @returns the state in which it was left
 * @throws what broke the program, after the screen is restored
 */
export async function show(
  start: Next,
  run: (effect: HistoryEffect) => readonly Event[],
  environment: ScreenEnvironment,
): Promise<State> {
  const { variables, stdout, stdin, now, monotonic, zone, explain } = environment;
  const [{ render }, { App }] = await Promise.all([import('ink'), import('./app.tsx')]);
  const moment = (): Moment => ({ at: now(), zone, monotonic: monotonic() });
  const desk = createDesk();
  const carryOut = (effect: Effect): readonly Event[] => {
    if (effect.type !== 'edit-page') return run(effect);
    desk.bring(effect);
    return [];
  };
  const machine = createMachine(start, { run: carryOut, moment, explain });
  const edit = (text: string): Promise<Edited> => editPage(text, variables, inTerminal);
  const options = variables.INK_SCREEN_READER === 'true' ? FOR_LISTENERS : FULL_SCREEN;
  const app = <App machine={machine} zone={zone} desk={desk} edit={edit} />;
  const instance = render(app, { stdout, stdin, ...options });
  await instance.waitUntilExit();
  return machine.state();
}
