import { describe, expect, it } from 'vitest';
import type { Action, Event } from '../../src/app/events.ts';
import { startHome, startSession } from '../../src/app/session.ts';
import type { State } from '../../src/app/state.ts';
import { heard } from '../../src/tui/reader/reader.ts';
import { listen, listenWith } from '../../src/tui/reader/transcript.ts';
import { fixture, kindFixture, type Session, session, ZONE } from '../app/support.ts';

const STUDY = startSession({ kind: 'study' });

/** What is said after each step of a session. */
function heardAt(walk: Session, ...steps: readonly (() => void)[]): (readonly string[])[] {
  const listening = listen(walk.machine, ZONE);
  return steps.map(step => {
    const before = listening.transcript().said.length;
    step();
    const { said, current } = listening.transcript();
    return [...said.slice(before), `> ${current}`];
  });
}

describe('only changes are said', () => {
  it('of a number: what is typed, what is objected to, and the same objection to another attempt', () => {
    const walk = session({ start: STUDY, templates: [fixture('cnn/filter-weights')] });
    const type = (text: string) => () => walk.type(text);
    const act = (action: Action) => () => walk.act(action);
    expect(heardAt(walk, type('t'), type('w'), act('submit'), act('submit'), type('o'), act('hint'))).toEqual([
      [expect.stringMatching(/^Keys now: .*Escape leave/), '> current: Answer: t, not a number yet'],
      ['> current: Answer: tw, not a number yet'],
      [expect.stringMatching(/^unknown name "tw"/), '> current: Answer: tw, not a number yet'],
      [expect.stringMatching(/^unknown name "tw"/), '> current: Answer: tw, not a number yet'],
      ['> current: Answer: two, not a number yet'],
      ['Hint', 'A filter spans all input channels.', '> current: Answer: two, not a number yet'],
    ]);
  });

  it('of parts: the part that one comes to, and nothing of the one that one leaves', () => {
    const walk = session({ start: STUDY, templates: [fixture('losses/two-steps')] });
    const next = () => walk.act('next-part');
    expect(
      heardAt(walk, () => walk.type('43'), next, next).map(lines => lines.filter(line => !/^Keys/.test(line))),
    ).toEqual([
      ['> current: part a: answer: 43, read as 43'],
      ['current: b, Its square', '> current: part b: answer: empty'],
      ['current: a, The sum a plus 1', '> current: part a: answer: 43, read as 43'],
    ]);
  });

  it('of a table: the cell in use with its labels, and of a paste the rows that it filled', () => {
    const walk = session({ start: STUDY, templates: [kindFixture('table/sequence')] });
    const said = heardAt(
      walk,
      () => walk.type('0.5'),
      () => walk.act('next-cell'),
      () => walk.act('down'),
      () => walk.act('up'),
      () => walk.machine.dispatch({ type: 'edit', edit: 'left' }),
      () => walk.machine.dispatch({ type: 'edit', edit: 'left' }),
      () => walk.paste('1 2\n3 4'),
    ).map(lines => lines.filter(line => !/^Keys|^Space or Tab/.test(line)));
    expect(said).toEqual([
      ['> current: row 1 of 2, t equals 1, column 1 of 2, s sub t: 0.5, read as 0.5'],
      ['> current: row 1 of 2, t equals 1, column 2 of 2, h sub t: empty'],
      ['> current: row 2 of 2, t equals 2, column 2 of 2, h sub t: empty'],
      ['> current: row 1 of 2, t equals 1, column 2 of 2, h sub t: empty'],
      ['> current: row 1 of 2, t equals 1, column 1 of 2, s sub t: 0.5, read as 0.5'],
      ['> current: row 1 of 2, t equals 1, column 1 of 2, s sub t: 0.5, read as 0.5, cursor on 5'],
      [
        'row 1, t equals 1: s sub t: 1; h sub t: 2',
        '> current: row 2 of 2, t equals 2, column 2 of 2, h sub t: 4, read as 4',
      ],
    ]);
  });

  it('of a formula: what is understood, in one line and in its order', () => {
    const walk = session({ start: STUDY, templates: [kindFixture('expression/deviation')] });
    const said = heardAt(
      walk,
      () => walk.type('sqrt(2/'),
      () => walk.type('n)'),
    );
    expect(said.map(lines => lines.at(-1))).toEqual([
      '> current: Answer: sqrt(2/, cannot be read yet',
      '> current: Answer: sqrt(2/n), read as the square root of 2 over n, end root',
    ]);
  });

  it('of options: the one under the cursor, and one whose tick is gone', () => {
    const walk = session({ start: STUDY, templates: [fixture('optimization/one-right')] });
    const said = heardAt(
      walk,
      () => walk.act('down'),
      () => walk.act('toggle'),
      () => walk.type('a'),
    );
    expect(said).toEqual([
      [expect.stringMatching(/^> current: option 2 of 3: not ticked, b, /)],
      [expect.stringMatching(/^> current: option 2 of 3: ticked, b, /)],
      [expect.stringMatching(/^not ticked, b, /), expect.stringMatching(/^> current: option 1 of 3: ticked, a, /)],
    ]);
  });

  it('of a page: the line under the cursor, and the character under it', () => {
    const walk = session({ start: STUDY, templates: [kindFixture('rubric/vanishing')] });
    const said = heardAt(
      walk,
      () => walk.paste('First line\nsecond'),
      () => walk.act('newline'),
      () => walk.type('[x]'),
      () => walk.act('up'),
      () => walk.machine.dispatch({ type: 'edit', edit: 'start' }),
    );
    expect(said).toEqual([
      ['> current: line 2 of 2: second'],
      ['> current: line 3 of 3: empty'],
      ['> current: line 3 of 3: [x]'],
      ['> current: line 2 of 3: second, cursor on o'],
      ['> current: line 2 of 3: second, cursor on s'],
    ]);
  });

  it('of points: the one under the cursor and the sum', () => {
    const walk = session({ start: STUDY, templates: [kindFixture('rubric/vanishing')] });
    walk.paste('x');
    walk.act('submit');
    expect(
      heardAt(
        walk,
        () => walk.act('down'),
        () => walk.act('toggle'),
      ),
    ).toEqual([
      ['> current: point 2 of 3: not ticked, 2, factors smaller than 1 make it vanish (1 credit)'],
      [
        'You grant yourself 1 of 3.5 credits.',
        '> current: point 2 of 3: ticked, 2, factors smaller than 1 make it vanish (1 credit)',
      ],
    ]);
  });

  it('of the home screen: the topic; and all of it again behind the help', () => {
    const walk = session({ start: startHome() });
    const said = heardAt(
      walk,
      () => walk.act('down'),
      () => walk.act('help'),
      () => walk.act('help'),
    );
    expect(said[0]).toEqual(
      ['> current: topic 2 of 3: losses: 0 due, 1 new, 0 of 1 met'].map(line => expect.stringContaining(line.slice(2))),
    );
    expect(said[1]?.[0]).toBe('dl-tutor, Help');
    expect(said[2]?.[0]).toBe('dl-tutor, Home');
  });

  it('of a message: again at each key that brings it, and not when something is scrolled or does nothing', () => {
    const walk = session({ start: STUDY, templates: [fixture('optimization/one-right')] });
    const nothing = 'There is no answer to take back.';
    const undo = () => walk.act('undo');
    const scroll = () => walk.machine.dispatch({ type: 'scroll', to: 1, furthest: 9 });
    expect(
      heardAt(walk, undo, undo, scroll, () => walk.act('next'), undo).map(lines =>
        lines.map(line => (line.startsWith('> ') ? '>' : line)),
      ),
    ).toEqual([[nothing, '>'], [nothing, '>'], ['>'], ['>'], [nothing, '>']]);
  });

  it('of a text: every character that is typed, a comma and a blank as well', () => {
    const walk = session({ start: STUDY, templates: [kindFixture('shape/flatten')] });
    const said = heardAt(walk, ...['(N', ',', ' ', '3', ')'].map(text => () => walk.type(text)));
    expect(said.map(lines => lines.at(-1))).toEqual([
      '> current: Answer: (N, cannot be read yet',
      '> current: Answer: (N,, cannot be read yet',
      '> current: Answer: (N, , cannot be read yet',
      '> current: Answer: (N, 3, cannot be read yet',
      '> current: Answer: (N, 3), read as (N, 3)',
    ]);
  });

  it('of blanks: what was given, and not once more among the options', () => {
    const walk = session({ start: STUDY, templates: [kindFixture('match/gates')] });
    const said = heardAt(
      walk,
      () => walk.type('a'),
      () => walk.act('up'),
      () => walk.machine.dispatch({ type: 'edit', edit: 'erase' }),
    );
    expect(said).toEqual([
      [expect.stringMatching(/^a given: 1, Forget gate: /), expect.stringMatching(/^> current: blank 2 of 3: nothing/)],
      [expect.stringMatching(/^> current: blank 1 of 3: a given: 1, Forget gate: /)],
      ['> current: blank 1 of 3: nothing given: 1, Forget gate'],
    ]);
  });

  it('of lines in order: where the line under the cursor stands', () => {
    const walk = session({ start: STUDY, templates: [kindFixture('order/average')] });
    const said = heardAt(
      walk,
      () => walk.act('toggle'),
      () => walk.act('up'),
    );
    expect(said.map(lines => lines.at(-1))).toEqual([
      expect.stringMatching(/^> current: line 2 of 4, still to place: \(2\) /),
      expect.stringMatching(/^> current: line 1 of 4, in your order: 1\. \(1\) /),
    ]);
  });

  it('of a guess: that it is declared, and that it is none any more', () => {
    const walk = session({ start: STUDY, templates: [fixture('cnn/filter-weights')] });
    const guess = () => walk.act('guess');
    expect(heardAt(walk, guess, guess).map(lines => lines.slice(0, -1))).toEqual([
      [expect.stringMatching(/^Declared a guess: /)],
      ['It is no declared guess any more.'],
    ]);
  });
});

it('a message is said once, however many answers follow from the key that brought it', () => {
  const start = session({ start: STUDY, templates: [fixture('optimization/one-right')] }).state();
  let [now, latest]: [State, Event | null] = [{ ...start, notice: 'Being read.' }, null];
  let tell = (): void => undefined;
  const listening = listenWith(
    {
      state: () => now,
      latest: () => latest,
      subscribe: listener => {
        tell = listener;
        return () => undefined;
      },
    },
    state => heard(state, ZONE),
  );
  const said = (event: Event | null): number => {
    const before = listening.transcript().said.length;
    [now, latest] = [{ ...now }, event];
    tell();
    return listening.transcript().said.length - before;
  };
  const key: Event = { type: 'action', action: 'undo' };
  expect([said(null), said(key), said(key), said({ ...key })]).toEqual([0, 1, 0, 1]);
});
