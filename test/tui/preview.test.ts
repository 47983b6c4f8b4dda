import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createPreview, type Preview } from '../../src/app/preview/machine.ts';
import type { PreviewEvent, PreviewState } from '../../src/app/preview/state.ts';
import { updatePreview } from '../../src/app/preview/update.ts';
import { caret } from '../../src/commands/caret.ts';
import { columns } from '../../src/notation/columns.ts';
import { keyName } from '../../src/tui/key-name.ts';
import { previewEventFor } from '../../src/tui/preview/dispatch.ts';
import { previewFrame } from '../../src/tui/preview/frame.ts';
import { activePreviewBindings, previewBindings } from '../../src/tui/preview/keys.ts';
import { listenToPreview } from '../../src/tui/preview/reader.ts';
import { textOf } from '../../src/tui/styled.ts';
import type { Size } from '../../src/tui/view.ts';
import { follow, GOOD, previewNames as names, saved, start, previewStateOf as stateOf } from './preview-gallery.ts';

const NORMAL: Size = { columns: 80, rows: 24 };

function screen(state: PreviewState, size: Size = NORMAL): string {
  return previewFrame(state, size, caret)
    .lines.map(line => textOf(line).trimEnd())
    .join('\n');
}

describe.each(names)('%s', name => {
  it.each([
    [80, 24],
    [40, 12],
    [200, 60],
    [61, 13],
    [39, 12],
    [1, 1],
  ])('fills a window of %d × %d and no more', (width, rows) => {
    const { lines } = previewFrame(stateOf(name), { columns: width, rows }, caret);
    expect(lines).toHaveLength(rows);
    expect(lines.map(textOf).filter(line => columns(line) > width)).toEqual([]);
  });

  it('leaves room for what is asked, and tells how to leave', () => {
    const state = stateOf(name);
    const { page } = previewFrame(state, { columns: 40, rows: 12 }, caret);
    expect(page).toBeGreaterThanOrEqual(3);
    expect(screen(state, { columns: 40, rows: 12 })).toMatch(/(?:q leave|\? close)$/);
  });
});

describe('the screen', () => {
  it('shows the whole question with what is known of it', () => {
    const whole = screen(start(), { columns: 80, rows: 60 });
    expect(whole).toMatch(/^ dl-tutor {2}Preview +questions\/cnn\/q\.md$/m);
    expect(whole).toMatch(/^ seed 7 · 1 credit · 2 minutes · cnn$/m);
    for (const heading of ['Answer', 'Mistakes', 'Hint', 'Solution'])
      expect(whole).toMatch(new RegExp(`^ ${heading}$`, 'm'));
    expect(screen(stateOf('given'))).toMatch(/^ given variant · 1 credit[\s\S]*takes 784 inputs to 100 outputs/m);
  });

  it('shows every problem with its line and a caret, above the last good variant', () => {
    const now = screen(stateOf('broken'), { columns: 100, rows: 40 });
    const [first, source = '', under = ''] = now.split('\n').slice(4);
    expect(first).toMatch(/^ ✗ \d+:\d+: /);
    expect(source).toContain("{ tex: P, is: w +, why: 'and a bias of its own' }");
    expect(under.trim()).toBe('^');
    expect(under.indexOf('^')).toBeGreaterThanOrEqual(source.indexOf('{'));
    expect(now).toMatch(/Below: seed 7 of the file as it was before\.[\s\S]*Parameters of a dense layer/);
  });

  it('counts the problems that there is no room for', () => {
    const three = GOOD.replace('credits: 1', 'credits: one')
      .replace('minutes: 2', 'minutes: two')
      .replace('title:', 'titel:');
    const wide = screen(follow(start(), saved(three)), { columns: 80, rows: 40 });
    expect(wide.match(/✗/g)?.length).toBeGreaterThanOrEqual(3);
    expect(screen(follow(start(), saved(three)), { columns: 80, rows: 14 })).toMatch(/✗[\s\S]*and \d more problems/);
  });

  it('says that the file is gone, and what it waits for', () => {
    expect(screen(stateOf('missing'))).toMatch(
      /✗ The file is not there\. It is shown as soon as it is saved\.[\s\S]*dense layer/,
    );
  });

  it('says why a seed cannot be drawn', () => {
    expect(screen(stateOf('cannot be drawn'))).toMatch(/no draw in 200 will do at seed 7[\s\S]*where: n == m/);
  });

  it('counts warnings at the top and tells them at the end', () => {
    const now = screen(stateOf('with warnings'), { columns: 80, rows: 60 });
    expect(now).toMatch(/^ seed 7 · .* ⚠ 1 at the end$/m);
    expect(now).toMatch(/Warnings\n ⚠ 4:9: is missing \[source\]/);
  });

  it('cuts a long path at its beginning', () => {
    const state = { ...start(), file: `/home/${'folder/'.repeat(20)}cnn/q.md` };
    expect(screen(state).split('\n')[0]).toMatch(/Preview +….*\/cnn\/q\.md$/);
  });

  it('lets nothing in a file steer the terminal', () => {
    const sly = GOOD.replace('Parameters of', 'Para\x1b[2Jmeters of').replace('w + m', 'w + \x1b]0;x\x07 m');
    expect(screen(start(sly))).not.toMatch(/(?!\n)\p{Cc}/u);
  });
});

function pressed(state: PreviewState, key: string): PreviewState {
  const press = key.length > 1 ? { key } : { text: key };
  const event = previewEventFor(press, state, () => previewFrame(state, { columns: 80, rows: 12 }, caret));
  return event ? updatePreview(state, event) : state;
}

/** The others act on the program. */
const ofPreview = previewBindings.filter(({ does }) => !('suspend' in does));

describe('keys', () => {
  const middle = (on: 'question' | 'help'): PreviewState =>
    on === 'help' ? { ...stateOf('help'), help: 2 } : stateOf('scrolled');

  it.each(ofPreview.flatMap(({ keys, on = 'question', help }) => keys.map(key => ({ key, on, help }))))(
    '$key: $help',
    ({ key, on }) => {
      expect(pressed(middle(on), key)).not.toEqual(middle(on));
    },
  );

  it.each(names)('mean one thing each, do something where they are shown, and lead out: %s', name => {
    const state = stateOf(name);
    const active = activePreviewBindings(state);
    const keys = active.flatMap(binding => binding.keys);
    expect(keys.filter((key, i) => keys.indexOf(key) < i)).toEqual([]);
    const idle = active.filter(({ keys: [key = ''], footer }) => {
      return footer !== undefined && isDeepStrictEqual(pressed(state, key), state);
    });
    expect(idle).toEqual([]);
    const left = pressed(pressed(state, 'escape'), 'escape');
    expect([left.over, pressed(state, 'ctrl-c').over]).toEqual(['left', 'interrupted']);
  });

  it('that are in the table are all in the help', () => {
    const help = screen(stateOf('help'), { columns: 100, rows: 60 });
    for (const { keys, help: text } of previewBindings) {
      expect(help).toContain(keys.map(keyName).join(' '));
      expect(help.replaceAll(/\s+/g, ' ')).toContain(text);
    }
  });

  it('that it does not know do nothing', () => {
    expect(pressed(start(), 'x')).toEqual(start());
    expect(pressed(stateOf('help'), 'r')).toEqual(stateOf('help'));
  });

  it('scroll no further than there is something', () => {
    const end = pressed(start(), 'end');
    expect(pressed(end, 'down').scroll).toBe(end.scroll);
    expect(end.scroll).toBeGreaterThan(5);
    expect(pressed(pressed(end, 'home'), 'up').scroll).toBe(0);
  });
});

describe('by ear', () => {
  function heard(preview: Preview, ...events: readonly PreviewEvent[]): string[] {
    const { transcript } = listenToPreview(preview, caret);
    const before = transcript().said.length;
    for (const event of events) preview.dispatch(event);
    return transcript().said.slice(before);
  }

  it('all is said at first, with formulas in the text and the keys at the end', () => {
    const { said } = listenToPreview(createPreview(start()), caret).transcript();
    expect(said[0]).toBe('dl-tutor, Preview, questions/cnn/q.md');
    expect(said).toContain('a line to write on');
    expect(said.some(line => /^W equals n times m equals \d+ times \d+ equals \d+$/.test(line))).toBe(true);
    expect(said.at(-1)).toBe('Keys: r draw again, Left seed before, g given, question mark help, q leave.');
  });

  it('after a save only what is new is said', () => {
    const text = GOOD.replace('each output has a bias as well', 'every output has one as well');
    expect(heard(createPreview(start()), saved(text))).toEqual([
      expect.stringMatching(/^\d+: every output has one as well$/),
      'Saved, and read again.',
    ]);
  });

  it('what is wrong is said, and nothing of what stayed', () => {
    const said = heard(createPreview(start()), saved(GOOD.replace('w + m', 'w + q')));
    expect(said[0]).toMatch(/^wrong: \d+:\d+: "w \+ q": unknown name "q"/);
    expect(said.at(-1)).toBe('Below: seed 7, the last that could be drawn.');
  });

  it('another variant is said from the beginning', () => {
    const said = heard(createPreview(start()), { type: 'action', action: 'given' });
    expect(said.slice(0, 2)).toEqual([
      'dl-tutor, Preview, questions/cnn/q.md',
      'given variant · 1 credit · 2 minutes · cnn',
    ]);
  });
});
