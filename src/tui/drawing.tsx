import { type Instance, type RenderOptions, render } from 'ink';
import type { ReactNode } from 'react';
import { HOLD, RELEASE } from './hold.ts';
import { type Stage, StageContext } from './stage.ts';
import { fromUpperLeft } from './upper-left.ts';

/** Drawing over a whole terminal, however its window changes. */

/** To the upper left corner, and nothing left on the screen. */
const BLANK_SCREEN = '\x1b[H\x1b[J';

type Drawn = Pick<Instance, 'unmount' | 'waitUntilExit'>;

/** @param options among which is the terminal */
export function draw(
  element: ReactNode,
  stage: Stage,
  options: RenderOptions & { readonly stdout: NodeJS.WriteStream },
): Drawn {
  const { stdout } = options;
  const staged = (times: number): React.JSX.Element => (
    <StageContext value={stage}>
      <Redrawn times={times}>{element}</Redrawn>
    </StageContext>
  );
  const instance = render(staged(0), { ...options, stdout: fromUpperLeft(stdout) });
  if (options.isScreenReaderEnabled) return instance;

  let times = 0;
  let isOver = false;
  let isRedrawing = false;
  let isStale = false;
  // Ink draws the lines that differ from those before, but where these are after a change of the window nobody knows:
  // terminals move, cut and break them in their own ways.
  const redraw = async (): Promise<void> => {
    isStale = true;
    if (isRedrawing) return;
    isRedrawing = true;
    while (isStale) {
      isStale = false;
      await instance.waitUntilRenderFlush();
      if (isOver || stage.lent.current) break;
      stdout.write(HOLD);
      instance.clear();
      stdout.write(BLANK_SCREEN);
      instance.rerender(staged(++times));
      await instance.waitUntilRenderFlush();
      stdout.write(RELEASE);
    }
    isRedrawing = false;
  };
  stdout.on('resize', redraw);
  const end = (): void => {
    isOver = true;
    stdout.off('resize', redraw);
  };
  void instance.waitUntilExit().then(end, end);
  return instance;
}

/** Commits anew whenever it counts on, though nothing in it changes. */
function Redrawn({ children }: { readonly times: number; readonly children: ReactNode }): ReactNode {
  return children;
}
