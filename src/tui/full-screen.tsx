import type { Looks } from '../app/settings/look.ts';
import { drawFirst, type FirstFrame } from './first-frame.ts';
import { HOLD, RELEASE } from './hold.ts';
import { shellJob } from './job.ts';
import { type Asked, askTerminal } from './look/ask.ts';
import { lookOf } from './look/look.ts';
import { type StyledLine, writeInAscii } from './styled.ts';
import type { Size } from './view.ts';

/** What a full screen needs of the outer world. */
export interface Ends {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly stdout: NodeJS.WriteStream;
  readonly stdin: NodeJS.ReadStream;
  readonly looks: Looks;
}

/** What is to be drawn. */
export interface Opening {
  /** Loads what draws it from then on. @param say tells who sees the first screen what takes so long */
  readonly element: (say: (text: string) => void) => Promise<React.JSX.Element>;
  /** The same at the start, as it can be had before that. */
  readonly first?: (size: Size) => readonly StyledLine[];
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
export async function fullScreen(load: () => Promise<Opening>, ends: Ends): Promise<void> {
  const { variables, stdout, looks } = ends;
  const asked = askTerminal(ends);
  const isHeard = variables.INK_SCREEN_READER === 'true';
  let shown: FirstFrame = { takeAway: () => undefined, say: () => undefined };
  const loaded = async () => {
    const { first, element } = await load();
    if (first && !isHeard) shown = (await firstDrawn(first, asked, ends)) ?? shown;
    return Promise.all([import('./drawing.tsx'), import('./look/dressed.tsx'), element(shown.say)]);
  };
  const [{ draw }, { dressed }, element] = await loaded().catch(async (error: unknown) => {
    shown.takeAway();
    await asked.giveUp(PATIENCE);
    throw error;
  });
  const whole = dressed(element, looks, { variables, background: await asked.background(PATIENCE), late: asked.late });
  const { stdin } = asked;
  const options = isHeard ? FOR_LISTENERS : FULL_SCREEN;
  const stage = { job: shellJob, lent: { current: false } };
  const begin = () => {
    shown.takeAway();
    return draw(whole, stage, { stdout, stdin, ...options });
  };
  const drawn = isHeard ? begin() : atOnce(stdout, begin);
  // A terminal that was closed: nobody is there any more.
  const leave = (): void => drawn.unmount();
  stdin.once('end', leave);
  try {
    await drawn.waitUntilExit();
  } finally {
    stdin.off('end', leave);
  }
}

/** Nothing where there is no window to draw it in, or where what is typed meanwhile would be written over it. */
async function firstDrawn(
  first: NonNullable<Opening['first']>,
  asked: Asked,
  { variables, stdout, stdin, looks }: Ends,
): Promise<FirstFrame | null> {
  const background = await asked.background(PATIENCE);
  const { columns, rows } = stdout;
  if (!stdin.isRaw || !columns || !rows) return null;
  const { paint, isAscii } = lookOf(looks.current(), { variables, background });
  writeInAscii(isAscii);
  return drawFirst(first({ columns, rows }).map(paint), { stdout, stdin });
}

/** Writes in one piece that is held back, so that nothing is seen of what lies between two screens. */
function atOnce<T>(stdout: NodeJS.WriteStream, work: () => T): T {
  stdout.cork();
  stdout.write(HOLD);
  try {
    return work();
  } finally {
    stdout.write(RELEASE);
    stdout.uncork();
  }
}
