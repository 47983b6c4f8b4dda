import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { environmentOf } from '../../commands/environment.ts';
import { writeHistory } from './history.ts';
import { SCENES, type Scene } from './scenes.ts';
import { svgOf } from './svg.ts';
import { openTerminal, type Palette } from './terminal.ts';

const NOW = '2026-11-20T18:00:00Z';

type Ground = 'dark' | 'light';

const PALETTES: Readonly<Record<Ground, Palette>> = {
  dark: {
    text: '#d4d7dd',
    background: '#16181d',
    colors: ['#16181d', '#e06c75', '#8ec07c', '#d8a657', '#7aa2f7', '#c792ea', '#56b6c2', '#d4d7dd'],
  },
  light: {
    text: '#24292f',
    background: '#ffffff',
    colors: ['#24292f', '#b3261e', '#1a6b35', '#8a5a00', '#0b57d0', '#8430ce', '#00687a', '#57606a'],
  },
};

/**
 * Writes `NAME-dark.svg` and `NAME-light.svg` for each scene, the same on every machine.
 *
 * @param built the folder of the built program
 */
export async function makePictures(built: string, folder: string): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'tutor-pictures-'));
  try {
    mkdirSync(folder, { recursive: true });
    const world = environmentOf(process, new URL(`${pathToFileURL(built).href}/`));
    // The same device, and so the same variants, each time.
    const environment = { ...world, randomBytes: (count: number) => new Uint8Array(count).fill(7) };
    const history = join(data, 'history');
    await writeHistory(environment, history, new Date(NOW));
    const jobs = SCENES.flatMap(scene => (['dark', 'light'] as const).map(ground => ({ scene, ground })));
    const draw = async ({ scene, ground }: (typeof jobs)[number]): Promise<void> => {
      const name = `${scene.name}-${ground}`;
      // What is answered for one picture is nothing to the others.
      cpSync(history, join(data, name), { recursive: true });
      writeFileSync(join(folder, `${name}.svg`), await picture(built, join(data, name), scene, ground));
    };
    await Promise.all(jobs.map(draw));
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function picture(built: string, data: string, scene: Scene, ground: Ground): Promise<string> {
  const { title, args, keys, columns, rows } = scene;
  const program = join(built, 'tutor.js');
  const variables = {
    ...{ PATH: process.env.PATH ?? '', HOME: data, LANG: 'C.UTF-8', TZ: 'UTC' },
    ...{ TERM: 'xterm-256color', COLORTERM: 'truecolor' },
    ...{ TUTOR_DATA: data, TUTOR_NOW: NOW, TUTOR_THEME: ground },
  };
  const palette = PALETTES[ground];
  const terminal = await openTerminal({ program, args, variables, columns, rows, palette });
  try {
    await terminal.type(keys);
    return svgOf(terminal.picture(title));
  } finally {
    await terminal.close();
  }
}
