import { setTimeout } from 'node:timers/promises';
import type { Answer, Effect, Event, Moment } from '../app/events.ts';
import type { Machine } from '../app/machine.ts';
import type { Beginning } from '../app/session.ts';
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
 * @param first what is to be seen while all else is loaded
 * @param load loads all else, and says on that first screen what takes long
 * @returns the state in which it was left
 * @throws what broke the program, after the screen is restored
 */
export async function show(
  first: State,
  load: (say: (text: string) => void) => Promise<Beginning>,
  environment: ScreenEnvironment,
): Promise<State> {
  const { variables, now, monotonic, zone, explain } = environment;
  const moment = (): Moment => ({ at: now(), zone, monotonic: monotonic() });
  const desk = createDesk();
  const edit = (text: string): Promise<Edited> => editPage(text, variables, inTerminal);
  let state = first;
  const begin = async (say: (text: string) => void): Promise<Machine> => {
    const [{ start, run }, { createMachine }] = await Promise.all([load(say), import('../app/machine.ts')]);
    const carryOut = (effect: Effect): Answer<Event> => {
      if (effect.type === 'try-plan') return afterDrawing(() => run(effect));
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
    const { screen, notice } = first;
    if (screen?.name === 'home') {
      // What carries a session on is a large part of the program, and home can be drawn without it.
      const { homeFrame } = await import('./home-frame.ts');
      return { first: size => homeFrame(screen, notice, size), element: async say => drawn(await begin(say)) };
    }
    const [machine, { frame }] = await Promise.all([begin(() => undefined), import('./frame.ts')]);
    return { first: size => frame(machine.state(), size, zone).lines, element: () => drawn(machine) };
  }, environment);
  return state;
}

/** A frame is written at most so long after it was made, in milliseconds: 60 of them a second. */
const WRITTEN_AFTER = 20;

/** Work that takes a moment which can be felt, and holds up all else: what is to be seen meanwhile is drawn before it. */
async function afterDrawing<T>(work: () => T | Promise<T>): Promise<T> {
  // It is made in this turn, which may itself take longer than writing it.
  await setTimeout(0);
  await setTimeout(WRITTEN_AFTER);
  return work();
}
