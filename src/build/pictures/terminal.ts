import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import type { Cell, Screen } from './svg.ts';

/** The built program in a terminal without a window. */
export interface Terminal {
  /** Types keys, each of which changes the screen, and waits until it stands still. */
  readonly type: (keys: string) => Promise<void>;
  readonly picture: (title: string) => Screen;
  readonly close: () => Promise<void>;
}

interface TerminalOptions {
  readonly program: string;
  readonly args: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly columns: number;
  readonly rows: number;
  readonly palette: Palette;
}

/** What a terminal makes of the colours that it is told by number, and of none. */
export interface Palette {
  readonly text: string;
  readonly background: string;
  /** The sixteen, in their usual order. */
  readonly colors: readonly string[];
}

const LOOK_EVERY = 40;
const STEADY_LOOKS = 6;
const MOST_LOOKS = 500;

export async function openTerminal(options: TerminalOptions): Promise<Terminal> {
  const { program, args, variables, columns: cols, rows, palette } = options;
  const screen = new xterm.Terminal({ cols, rows, allowProposedApi: true });
  const child: IPty = spawn(process.execPath, [program, ...args], { cols, rows, env: { ...variables } });
  child.onData(text => screen.write(text));
  const ended = new Promise<void>(resolve => {
    child.onExit(() => resolve());
  });
  const texts = (): string =>
    Array.from({ length: rows }, (_, y) => screen.buffer.active.getLine(y)?.translateToString() ?? '').join('\n');
  const settled = async (old: string): Promise<void> => {
    let [before, looks] = ['', 0];
    for (let i = 0; i < MOST_LOOKS; i++) {
      await new Promise(resolve => setTimeout(resolve, LOOK_EVERY));
      const now = texts();
      looks = now === before && now.trim() !== old.trim() ? looks + 1 : 0;
      before = now;
      if (looks >= STEADY_LOOKS) return;
    }
    throw new Error(`the screen does not change and come to rest:\n${before}`);
  };
  await settled('');
  return {
    type: async keys => {
      // Escape sequences whole, other keys one by one, as a person types.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: keys are control characters
      for (const key of keys.match(/\x1b\[[0-9;]*[A-Za-z~]|[\s\S]/g) ?? []) {
        const old = texts();
        child.write(key);
        await settled(old);
      }
    },
    picture: title => ({ rows: cellsOf(screen, palette), background: palette.background, title }),
    close: async () => {
      child.write('\x03');
      await ended;
      screen.dispose();
    },
  };
}

function cellsOf(screen: InstanceType<typeof xterm.Terminal>, palette: Palette): Cell[][] {
  const { active } = screen.buffer;
  return Array.from({ length: screen.rows }, (_, y) => {
    const line = active.getLine(y);
    return Array.from({ length: screen.cols }, (_, x): Cell => {
      const cell = line?.getCell(x);
      if (!cell) return { ...EMPTY, color: palette.text };
      const color = cell.isFgDefault() ? palette.text : colorOf(cell.getFgColor(), cell.isFgRGB(), palette);
      const background = cell.isBgDefault() ? null : colorOf(cell.getBgColor(), cell.isBgRGB(), palette);
      const isInverse = cell.isInverse() !== 0;
      return {
        text: cell.getWidth() === 0 ? '' : cell.getChars() || ' ',
        color: isInverse ? (background ?? palette.background) : color,
        background: isInverse ? color : background,
        bold: cell.isBold() !== 0,
        dim: cell.isDim() !== 0,
        italic: cell.isItalic() !== 0,
        underline: cell.isUnderline() !== 0,
      };
    });
  });
}

const EMPTY = { text: ' ', background: null, bold: false, dim: false, italic: false, underline: false } as const;

/** Steps of the cube of 216 colours that terminals have behind their sixteen. */
const CUBE = [0, 95, 135, 175, 215, 255];

function colorOf(value: number, isRgb: boolean, { colors, text }: Palette): string {
  if (isRgb) return `#${value.toString(16).padStart(6, '0')}`;
  if (value < 16) return colors[value] ?? text;
  const grey = 8 + 10 * (value - 232);
  const parts =
    value >= 232 ? [grey, grey, grey] : [36, 6, 1].map(size => CUBE[Math.floor((value - 16) / size) % 6] as number);
  return `#${parts.map(part => part.toString(16).padStart(2, '0')).join('')}`;
}
