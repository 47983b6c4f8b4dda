import { createMachine } from '../app/machine.ts';
import type { Next } from '../app/session.ts';
import type { Effect, Event, Moment, State } from '../app/state.ts';

/** What a screen needs of the outer world. */
export interface ScreenEnvironment {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly stdout: NodeJS.WriteStream;
  readonly stdin: NodeJS.ReadStream;
  readonly now: () => Date;
  readonly monotonic: () => number;
  readonly zone: string;
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

/**
 * Opens the full screen and stays until the student leaves.
 *
 * @returns the state in which it was left
 * @throws what broke the program, after the screen is restored
 */
export async function show(
  start: Next,
  run: (effect: Effect) => readonly Event[],
  environment: ScreenEnvironment,
): Promise<State> {
  const { variables, stdout, stdin, now, monotonic, zone, explain } = environment;
  // Ink's colours know FORCE_COLOR alone, and look at it when they are loaded.
  if (variables.NO_COLOR) process.env.FORCE_COLOR = '0';
  const [{ render }, { App }] = await Promise.all([import('ink'), import('./app.tsx')]);
  const moment = (): Moment => ({ at: now(), zone, monotonic: monotonic() });
  const machine = createMachine(start, { run, moment, explain });
  const instance = render(<App machine={machine} zone={zone} />, {
    stdout,
    stdin,
    ...FULL_SCREEN,
  });
  await instance.waitUntilExit();
  return machine.state();
}
