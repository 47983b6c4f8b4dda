import type { Effect, Event, HistoryEffect, Moment } from '../app/events.ts';
import { createMachine } from '../app/machine.ts';
import type { Next } from '../app/session.ts';
import type { State } from '../app/state.ts';
import { createDesk, type Edited, editPage, inTerminal } from './editor.ts';
import { type Ends, fullScreen } from './full-screen.tsx';

/** What a screen needs of the outer world. */
export interface ScreenEnvironment extends Ends {
  readonly now: () => Date;
  readonly monotonic: () => number;
  readonly zone: string;
  /** A sentence for an error that the student can mend; null for a fault of the program. */
  readonly explain: (error: unknown) => string | null;
}

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
  const { variables, now, monotonic, zone, explain } = environment;
  const moment = (): Moment => ({ at: now(), zone, monotonic: monotonic() });
  const desk = createDesk();
  const carryOut = (effect: Effect): readonly Event[] => {
    if (effect.type !== 'edit-page') return run(effect);
    desk.bring(effect);
    return [];
  };
  const edit = (text: string): Promise<Edited> => editPage(text, variables, inTerminal);
  let state = start[0];
  await fullScreen(async () => {
    const { App } = await import('./app.tsx');
    const machine = createMachine(start, { run: carryOut, moment, explain });
    state = machine.state();
    machine.subscribe(() => {
      state = machine.state();
    });
    return <App machine={machine} zone={zone} desk={desk} edit={edit} />;
  }, environment);
  return state;
}
