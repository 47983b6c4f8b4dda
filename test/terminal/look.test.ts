import { expect, it } from 'vitest';
import { temporaryFolder } from '../commands/tutor.ts';
import { open, type Terminal } from './harness.ts';

const COLOURS = { COLORTERM: 'truecolor' };
/** What the accent of either theme begins with. */
const [LIGHT, DARK] = ['\x1b[38;2;0;95;175m', '\x1b[38;2;95;208;215m'];

async function left(terminal: Terminal): Promise<string> {
  terminal.type('q');
  expect((await terminal.ended).status).toBe(0);
  return terminal.raw();
}

it('goes by the background that the terminal tells', async () => {
  const backgrounds = ['rgb:ffff/ffff/ffff', 'rgb:1e1e/1e1e/1e1e', 'rgb:fd/f6/e3'];
  const terminals = backgrounds.map(background =>
    open({ data: temporaryFolder(), variables: COLOURS, answers: { background } }),
  );
  await Promise.all(terminals.map(terminal => terminal.waitFor('q leave')));
  const [white, grey, cream] = await Promise.all(terminals.map(left));
  expect(white).toContain(LIGHT);
  expect(grey).toContain(DARK);
  expect(cream).toContain(LIGHT);
  // Nothing of the shell is seen between the first screen and the one that takes its place.
  const [before = ''] = white?.split('\x1b[?1049l') ?? [];
  expect(before.lastIndexOf('\x1b[?2026h')).toBeGreaterThan(before.lastIndexOf('\x1b[?2026l'));
});

it('is dark where the terminal tells nothing, or what COLORFGBG says', async () => {
  const silent = open({ data: temporaryFolder(), variables: COLOURS, answers: 'nothing' });
  const told = open({ data: temporaryFolder(), variables: { ...COLOURS, COLORFGBG: '0;15' } });
  await Promise.all([silent.waitFor('q leave'), told.waitFor('q leave')]);
  expect(await left(silent)).toContain(DARK);
  expect(await left(told)).toContain(LIGHT);
});

it('never takes an answer for something typed, however late, and loses no key that was typed before it', async () => {
  const args = ['drill', 'cnn/conv-1x1-params'];
  const terminal = open({ args, data: temporaryFolder(), variables: COLOURS, answers: 'nothing' });
  terminal.type('4');
  await terminal.waitFor('▸ Answer: 4');
  terminal.type('1\x1b]11;rgb:ffff/ffff/ffff\x1b\\');
  terminal.type('2\x1b]11;rgb:ff');
  terminal.type('ff/ffff/ffff\x07\x1b[?62;');
  terminal.type('4c3');
  await terminal.waitFor('▸ Answer: 4123');
  // It is heeded all the same: on the way through SSH an answer takes long.
  const late = terminal.raw();
  expect(late.lastIndexOf(LIGHT)).toBeGreaterThan(late.lastIndexOf(DARK));
  // Meanwhile a key is a line's worth of bytes, and no screen is cleared: nothing can flicker.
  const before = terminal.raw().length;
  terminal.type('5');
  await terminal.waitFor('▸ Answer: 41235');
  const sent = terminal.raw().slice(before);
  expect(sent.length).toBeLessThan(600);
  expect(sent).not.toMatch(/\[[0-3]?J|\[H|\[\?1049/);
  terminal.type('\x03');
  expect((await terminal.ended).status).toBe(130);
});

const DEPTHS = [
  [{ TERM: 'linux' }, '16'],
  [{ FORCE_COLOR: '1' }, '16'],
  [{ TERM: 'xterm-256color' }, '256'],
  [COLOURS, 'true'],
  [{ ...COLOURS, TERM: 'screen-256color', STY: '1.pts-0' }, '256'],
  [{ ...COLOURS, NO_COLOR: '1' }, 'none'],
] as const;

it('sends no more colours than there are', async () => {
  const terminals = DEPTHS.map(([variables]) => open({ data: temporaryFolder(), variables }));
  const sent = terminals.map(async terminal => {
    await terminal.waitFor('q leave');
    const raw = await left(terminal);
    return {
      colours: [/\[38;2;/, /\[38;5;/, /\[(?:3[0-7]|9[0-7])m/].map(code => code.test(raw)),
      isAsked: raw.includes('\x1b]11;?'),
    };
  });
  expect(await Promise.all(sent)).toEqual(
    DEPTHS.map(([variables, depth]) => ({
      colours: ['true', '256', '16'].map(name => name === depth),
      // Not a terminal that would show the question.
      isAsked: !('TERM' in variables && variables.TERM === 'linux'),
    })),
  );
});
