import { expect, it } from 'vitest';
import { startHome } from '../../src/app/session.ts';
import { frame } from '../../src/tui/frame.ts';
import { homeFrame } from '../../src/tui/home-frame.ts';
import { session, ZONE } from '../app/support.ts';

const SIZES = [
  { columns: 40, rows: 12 },
  { columns: 80, rows: 24 },
  { columns: 200, rows: 60 },
  { columns: 30, rows: 10 },
];

it.each([null, 'Something is wrong with the settings.'])('draws home first as it stands afterwards (%s)', notice => {
  for (const start of [session({ start: startHome() }), session({ start: startHome(), templates: [] })]) {
    const state = { ...start.machine.state(), notice };
    const { screen } = state;
    if (screen?.name !== 'home') throw new Error('It begins elsewhere.');
    for (const size of SIZES) expect(homeFrame(screen, notice, size)).toEqual(frame(state, size, ZONE).lines);
  }
});
