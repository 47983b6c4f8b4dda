import type { Looks } from '../app/settings/look.ts';
import { shellJob } from './job.ts';
import { askTerminal } from './look/ask.ts';

/** What a full screen needs of the outer world. */
export interface Ends {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly stdout: NodeJS.WriteStream;
  readonly stdin: NodeJS.ReadStream;
  readonly looks: Looks;
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

/** How long the first screen may wait for what the terminal answers, in milliseconds. */
const PATIENCE = 60;

/**
 * Draws something over the whole terminal until it is left.
 *
 * @param load makes what is to be drawn; the terminal is asked meanwhile what it looks like
 * @throws what broke the program, after the screen is restored
 */
export async function fullScreen(load: () => Promise<React.JSX.Element>, ends: Ends): Promise<void> {
  const { variables, stdout, looks } = ends;
  const asked = askTerminal(ends);
  const modules = Promise.all([import('./drawing.tsx'), import('./look/dressed.tsx'), load()]);
  const [{ draw }, { Dressed }, element] = await modules.catch(async (error: unknown) => {
    await asked.giveUp(PATIENCE);
    throw error;
  });
  const known = { variables, background: await asked.background(PATIENCE) };
  const { stdin } = asked;
  const dressed = (
    <Dressed looks={looks} known={known}>
      {element}
    </Dressed>
  );
  const options = variables.INK_SCREEN_READER === 'true' ? FOR_LISTENERS : FULL_SCREEN;
  const drawn = draw(dressed, { job: shellJob, lent: { current: false } }, { stdout, stdin, ...options });
  // A terminal that was closed: nobody is there any more.
  const leave = (): void => drawn.unmount();
  stdin.once('end', leave);
  try {
    await drawn.waitUntilExit();
  } finally {
    stdin.off('end', leave);
  }
}
