import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { createPreview } from '../../src/app/preview/machine.ts';
import type { Found, PreviewEvent, PreviewState } from '../../src/app/preview/state.ts';
import { staleText, startPreview, troublesOf, updatePreview } from '../../src/app/preview/update.ts';
import { problemText } from '../../src/bank/problem.ts';
import { LARGEST_SEED } from '../../src/bank/streams.ts';
import { broken } from '../bank/broken-files.ts';
import { FILE, problemsOf, question } from '../bank/support.ts';

const DRAW = 'vars: { n: { given: 3, int: [1, 999] } }\n';
const GOOD = question(`${DRAW}answer: { number: 2 * n }`, 'Twice {{n}}?');
const OTHER = question(`${DRAW}answer: { number: 3 * n }`, 'Thrice {{n}}?');
const BROKEN = question(`${DRAW}answer: { number: 2 * n + }`, 'Twice {{n}}?');
const UNDRAWABLE = question(`${DRAW}where: n > 999\nanswer: { number: n }`, 'What is {{n}}?');

function start(text: string, seed: number | null = 1): PreviewState {
  return startPreview({ id: 'cnn/q', file: FILE, seed, found: { text } });
}

const saved = (text: string): PreviewEvent => ({ type: 'found', found: { text } });
const press = (action: Extract<PreviewEvent, { type: 'action' }>['action']): PreviewEvent => ({
  type: 'action',
  action,
});

function follow(state: PreviewState, ...events: readonly PreviewEvent[]): PreviewState {
  return events.reduce(updatePreview, state);
}

/** What is wrong, as a message names it. */
function told(state: PreviewState): string[] {
  return troublesOf(state).flatMap(trouble =>
    trouble.kind === 'problems' ? trouble.problems.map(problemText) : [trouble.kind],
  );
}

describe('a file that is saved', () => {
  it('is drawn anew at the same seed and place', () => {
    const before = follow(start(GOOD, 7), { type: 'scroll', to: 4, furthest: 9 });
    const now = follow(before, saved(OTHER));
    expect(now.variant?.stem).toBe(`Thrice ${now.variant?.vars.n}?`);
    expect(now.variant?.vars).toEqual(before.variant?.vars);
    expect([now.seed, now.scroll, now.notice]).toEqual([7, 4, 'Saved, and read again.']);
    expect(told(now)).toEqual([]);
  });

  it('is told to be broken above the last good variant, until it is mended', () => {
    const before = follow(start(GOOD, 7), { type: 'scroll', to: 4, furthest: 9 });
    const bad = follow(before, saved(BROKEN));
    expect(told(bad)).toEqual([`${FILE}:5:26: "2 * n +": something is missing after "+"`]);
    expect(bad.variant).toEqual(before.variant);
    expect([bad.seed, bad.scroll, bad.text]).toEqual([7, 4, BROKEN]);
    const mended = follow(bad, saved(GOOD));
    expect([told(mended), mended.scroll, staleText(mended)]).toEqual([[], 4, null]);
  });

  it('may be none from the beginning', () => {
    const bad = start('nothing');
    expect([told(bad), bad.variant, staleText(bad)]).toEqual([
      [`${FILE}:1: a question begins with front matter between two lines of ---`],
      null,
      null,
    ]);
    expect(follow(bad, saved(GOOD)).variant?.seed).toBe(1);
  });

  it('may be gone, or not be readable, for a while', () => {
    const found: readonly Found[] = [{ missing: true }, { error: 'EACCES: permission denied' }];
    const [gone, locked] = found.map(one => follow(start(GOOD), { type: 'found', found: one }));
    expect([gone, locked].map(state => state && told(state))).toEqual([['missing'], ['unreadable']]);
    expect(gone?.variant?.stem).toMatch(/^Twice/);
    expect(gone && staleText(gone)).toBe('Below: seed 1 of the file as it was before.');
    expect(gone && told(follow(gone, saved(GOOD)))).toEqual([]);
  });

  test.each(broken)('is said to be wrong at the same places as anywhere: %s', (_, content) => {
    const problems = problemsOf(content);
    expect(problems).not.toEqual([]);
    expect(told(start(content, null))).toEqual(problems);
  });
});

describe('seeds', () => {
  it('go up and down, and the given variant is left where it was entered', () => {
    const seeds = (...events: readonly PreviewEvent[]): unknown => follow(start(GOOD), ...events).seed;
    expect(seeds(press('next'), press('next'))).toBe(3);
    expect(seeds(press('previous'))).toBe(0);
    expect(seeds(press('previous'), press('previous'))).toBe(0);
    expect(seeds(press('given'))).toBeNull();
    expect(seeds(press('next'), press('given'), press('next'))).toBe(3);
    expect(seeds(press('next'), press('given'), press('previous'))).toBe(2);
  });

  it('end where the numbers of a seed end', () => {
    expect(follow(start(GOOD, LARGEST_SEED), press('next')).seed).toBe(LARGEST_SEED);
    expect(follow(start(GOOD, null), press('next')).seed).toBe(1);
  });

  it('that cannot be drawn are told, with the last that could be', () => {
    const given = start(UNDRAWABLE.replace('given: 3', 'given: 1000'), null);
    expect(given.variant?.stem).toBe('What is 1000?');
    const drawn = follow(given, press('next'));
    expect(told(drawn)).toEqual([expect.stringMatching(/^cnn\/q\.md:5:8: no draw in 200 will do at seed 1: widen/)]);
    expect([drawn.seed, drawn.variant?.seed]).toEqual([1, null]);
    expect(staleText(drawn)).toBe('Below: given variant, the last that could be drawn.');
    expect(told(follow(drawn, press('given')))).toEqual([]);
  });

  it('can be changed while the file is broken: its last good text is drawn', () => {
    const bad = follow(start(GOOD), saved(BROKEN), press('next'));
    expect([bad.variant?.seed, told(bad).length]).toEqual([2, 1]);
  });
});

describe('the help', () => {
  it('scrolls by itself, and gives the question back at its place', () => {
    const before = follow(start(GOOD), { type: 'scroll', to: 4, furthest: 9 });
    const help = follow(before, press('help'), { type: 'scroll', to: 2, furthest: 5 });
    expect([help.help, help.scroll]).toEqual([2, 4]);
    const back = follow(help, press('back'));
    expect([back.help, back.scroll, back.over]).toEqual([null, 4, null]);
    expect(follow(back, press('back')).over).toBe('left');
    expect(follow(help, press('quit')).over).toBe('interrupted');
  });
});

describe('warnings', () => {
  const warning = { line: 2, rule: 'source', message: 'is missing', seed: null };

  it('belong to the text that they were looked for in', () => {
    const state = start(GOOD);
    const hash = state.template?.hash ?? '';
    const checked = follow(state, { type: 'checked', hash, warnings: [warning] });
    expect(checked.warnings).toEqual([warning]);
    expect(follow(checked, press('next')).warnings).toEqual([warning]);
    expect(follow(checked, saved(BROKEN), saved(GOOD)).warnings).toEqual([warning]);
    expect(follow(checked, saved(OTHER)).warnings).toBeNull();
    expect(follow(checked, saved(OTHER), { type: 'checked', hash, warnings: [warning] }).warnings).toBeNull();
  });
});

it('tells its listeners of what changes, and of nothing else', () => {
  const preview = createPreview(start(GOOD));
  let heard = 0;
  const end = preview.subscribe(() => heard++);
  preview.dispatch(press('next'));
  preview.dispatch({ type: 'checked', hash: 'of an older text', warnings: [] });
  expect(heard).toBe(1);
  end();
  preview.dispatch(press('next'));
  expect([heard, preview.state().seed]).toEqual([1, 3]);
});

const anyText = fc.oneof(
  fc.constantFrom(GOOD, OTHER, BROKEN, UNDRAWABLE, ''),
  fc.constantFrom(...broken.map(([, content]) => content)),
);
const anyEvent: fc.Arbitrary<PreviewEvent> = fc.oneof(
  anyText.map(saved),
  fc.constantFrom<PreviewEvent>(
    { type: 'found', found: { missing: true } },
    { type: 'found', found: { error: 'EIO' } },
    press('next'),
    press('previous'),
    press('given'),
    press('help'),
  ),
  fc.record({ type: fc.constant('scroll' as const), to: fc.integer(), furthest: fc.nat() }),
);

it('never loses a variant, whatever is saved and pressed', () => {
  fc.assert(
    fc.property(anyText, fc.array(anyEvent, { maxLength: 12 }), (text, events) => {
      let state = start(text);
      for (const event of events) {
        const next = updatePreview(state, event);
        if (state.variant) expect(next.variant).not.toBeNull();
        // What is shown is what was asked for, or it is said that it is not.
        if (troublesOf(next).length === 0) expect(next.variant?.seed).toBe(next.seed);
        else if (next.variant) expect(staleText(next)).not.toBeNull();
        expect(next.scroll).toBeGreaterThanOrEqual(0);
        state = next;
      }
    }),
    { numRuns: 200 },
  );
});
