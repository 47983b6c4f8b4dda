import type { Effect, Event, HistoryEffect, Moment } from '../app/events.ts';
import type { Machine } from '../app/machine.ts';
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
 * @param runner loads what carries out effects
 * @returns the state in which it was left
 * @throws what broke the program, after the screen is restored
 */
export async function show(
  start: Next,
  runner: () => Promise<(effect: HistoryEffect) => readonly Event[]>,
  environment: ScreenEnvironment,
): Promise<State> {
  const { variables, now, monotonic, zone, explain } = environment;
  const moment = (): Moment => ({ at: now(), zone, monotonic: monotonic() });
  const desk = createDesk();
  const edit = (text: string): Promise<Edited> => editPage(text, variables, inTerminal);
  let state = start[0];
  const begin = async (): Promise<Machine> => {
    const [run, { createMachine }] = await Promise.all([runner(), import('../app/machine.ts')]);
    const carryOut = (effect: Effect): readonly Event[] => {
      if (effect.type !== 'edit-page') return run(effect);
      desk.bring(effect);
      return [];
    };
    const machine = createMachine(start, { run: carryOut, moment, explain });
    state = machine.state();
    machine.subscribe(() => {
      state = machine.state();
    });
    return machine;
  };
  const drawn = async (machine: Machine): Promise<React.JSX.Element> => {
    const { app } = await import('./app.tsx');
    return app({ machine, zone, desk, edit });
  };
  await fullScreen(async () => {
    const [{ screen, notice }] = start;
    if (screen?.name === 'home') {
      // What carries a session on is a large part of the program, and home can be drawn without it.
      const { homeFrame } = await import('./home-frame.ts');
      return { first: size => homeFrame(screen, notice, size), element: async () => drawn(await begin()) };
    }
    const [machine, { frame }] = await Promise.all([begin(), import('./frame.ts')]);
    return { first: size => frame(machine.state(), size, zone).lines, element: () => drawn(machine) };
  }, environment);
  return state;
}
