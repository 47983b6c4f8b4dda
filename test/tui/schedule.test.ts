import { describe, expect, it } from 'vitest';
import type { Home } from '../../src/app/home.ts';
import { laneName } from '../../src/app/lane.ts';
import type { Answered, Lane, State } from '../../src/app/state.ts';
import type { Goal } from '../../src/schedule/goal.ts';
import type { RatingReason } from '../../src/schedule/rating.ts';
import type { Usual } from '../../src/schedule/speed.ts';
import { frame } from '../../src/tui/frame.ts';
import { heard } from '../../src/tui/reader/reader.ts';
import { textOf } from '../../src/tui/styled.ts';
import { onScreen, ZONE } from '../app/support.ts';
import { open, stateOf } from './gallery.ts';

/** What the screens say of the schedule. */

const textAt = (shown: State, columns = 80, rows = 24): string =>
  frame(shown, { columns, rows }, ZONE).lines.map(textOf).join('\n');
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

describe('home', () => {
  const at = (changes: Partial<Home>, columns = 80): string => {
    const state = stateOf('home');
    const screen = onScreen(state, 'home');
    return textAt({ ...state, screen: { ...screen, home: { ...screen.home, ...changes } } }, columns, 30);
  };

  it('tells what is to be repeated, due and new, how long that takes, and what waits', () => {
    const day = { steps: 2, due: 12, fresh: 10, waiting: 30, ms: 33 * 60_000 };
    expect(at(day)).toContain('2 to repeat, 12 due, 10 new for today, about 33 min. Enter begins.');
    expect(at(day)).toContain('30 more due: they wait their turn.');
    expect(at({ steps: 0, waiting: 0 })).not.toMatch(/repeat|wait/);
    expect(at({ due: 0, fresh: 0, steps: 1 })).toContain('1 to repeat, 0 due, 0 new');
  });

  it('says all of that in a narrow window, too', () => {
    const words = flat(at({ steps: 2, due: 12, fresh: 10, waiting: 300, ms: 200 * 60_000 }, 40));
    expect(words).toContain('2 to repeat, 12 due, 10 new for today, about 3 h 20 min. Enter begins.');
    expect(words).toContain('300 more due: they wait their turn.');
  });

  it('offers practice where nothing is due, and something has been met', () => {
    const nothing = { steps: 0, due: 0, fresh: 0 };
    expect(at({ ...nothing, met: 3 })).toContain('Nothing is due today. m practises what you know least');
    expect(at({ ...nothing, met: 0 })).not.toContain('practises');
  });

  it.each<[Partial<Home>, string]>([
    [{ streak: 0 }, ''],
    [{ streak: 1 }, ''],
    [{ streak: 5 }, ' 5 days in a row.'],
    [{ aside: 2 }, ' Set aside: 2.'],
    [{ streak: 5, aside: 2 }, ' 5 days in a row. Set aside: 2.'],
  ])('says below the table of %j: %s', (changes, words) => {
    expect(flat(at(changes))).toContain(`Answered today: 0. Due tomorrow: 0.${words} Enter`);
  });

  it('says of an older forecast how it is renewed, there and on the page of the plan', () => {
    const walk = open('plan other than the one in force');
    walk.act('minutes-fewer');
    const { screen, ...state } = walk.state();
    if (screen?.name !== 'plan' || screen.goal === null) throw new Error('there is a plan in force');
    const renewed = 'This is how it looks today: Enter renews the plan in force.';
    expect(textAt({ ...state, screen })).not.toContain(renewed);
    const goal = { ...screen.goal, made: screen.goal.made - 1 };
    expect(textAt({ ...state, screen: { ...screen, goal } })).toContain(renewed);
    expect(flat(at({ goal }, 200))).toContain('as of yesterday (p Enter renews it).');
    const { passing, ...older } = goal;
    expect(passing).toBeDefined();
    expect(flat(at({ goal: { ...older, made: goal.made - 2 } }))).toContain('as of 3 days ago (p Enter renews it).');
    expect(flat(at({ goal: screen.goal }))).not.toContain('renews');
  });

  it('says why what is due waits behind what is new', () => {
    const { screen } = open('plan other than the one in force').state();
    if (screen?.name !== 'plan' || screen.goal === null) throw new Error('there is a plan in force');
    const day = { goal: screen.goal, due: 2, fresh: 3 };
    expect(at({ ...day, waiting: 1 })).toContain('1 more due: it waits, as what is new gains more until the exam.');
    expect(at({ ...day, fresh: 0, waiting: 4 })).toContain('4 more due: they wait their turn.');
  });

  it('says on one line how likely it is that the exam is passed', () => {
    const walk = open('plan other than the one in force');
    const { screen } = walk.state();
    if (screen?.name !== 'plan' || screen.goal === null) throw new Error('there is a plan in force');
    const goal: Goal = screen.goal;
    const { today } = onScreen(stateOf('home'), 'home').home;
    const score = { mean: 0.62, low: 0.29, high: 0.89 };
    const told = (made: number, passing: number) =>
      at({ goal: { ...goal, exam: today + 41, made: today - made, score, passing } });
    expect(told(0, 0.714)).toContain('Exam in 41 days: expected 62 % (29–89), 71 % to pass.');
    expect(told(4, 0.714)).toContain('expected 62 %, 71 % to pass, 4 days ago (p Enter renews it).');
    expect(told(0, 0.004)).toContain(', 1 % to pass.');
    expect(told(0, 0.996)).toContain(', 99 % to pass.');
  });

  it('sends nobody to the settings for a date that is set', () => {
    const walk = open('plan other than the one in force');
    const { screen } = walk.state();
    if (screen?.name !== 'plan') throw new Error('there is a plan');
    expect(at({ isFirst: true, goal: null })).toContain('With , you set your exam date');
    expect(at({ isFirst: true, goal: screen.goal })).not.toContain('you set your exam date');
  });

  it('cuts no count and no name off in a narrow window', () => {
    const topics = [{ topic: 'backpropagation', due: 12, fresh: 3, met: 15, known: 4, fading: 2, total: 123 }];
    expect(at({ topics }, 40)).toMatch(/ backpropagation +12 +3 +15 of 123 *$/m);
  });

  it('leaves what was said of a session behind on the way to another page', () => {
    for (const action of ['plan', 'statistics', 'asides'] as const) {
      const walk = open('home with something set aside');
      walk.machine.dispatch({ type: 'notice', text: '1 answered, 0 right' });
      walk.act(action);
      expect(walk.state().screen?.name).not.toBe('home');
      expect(walk.state().notice).toBeNull();
    }
  });

  it('warns of a clock that stands before the last answer', () => {
    const behind = { behind: new Date('2026-11-21T00:00:00Z') };
    for (const columns of [40, 80]) {
      expect(flat(at(behind, columns))).toContain('The clock stands before your last answer.');
    }
    expect(at({})).not.toContain('clock');
  });
});

describe('a mark', () => {
  const at = (because: RatingReason, usual: Usual, columns = 80): string => {
    const state = stateOf('mark with a reason');
    const screen = onScreen(state, 'mark');
    return textAt({ ...state, screen: { ...screen, because, presented: { ...screen.presented, usual } } }, columns);
  };
  const usual: Usual = { ms: 83_000, from: 'kind' };

  it.each<[RatingReason, Usual['from'], string]>([
    ['hint', 'kind', 'Rated again: a hint was shown.'],
    ['guess', 'kind', 'Rated again: you declared a guess.'],
    ['slip', 'kind', 'Rated hard: all was right but for one slip.'],
    ['reread', 'kind', 'Rated hard: right, but you came back to read it a second time.'],
    ['slow', 'question', 'Rated hard: right, but slow; you usually take 1:23.'],
    ['slow', 'kind', 'Rated hard: right, but slow; going by your time for such questions it would be 1:23.'],
    ['slow', 'author', 'Rated hard: right, but slow; it is meant to take 1:23.'],
  ])('says why it was rated: %s, by the %s', (because, from, words) => {
    for (const columns of [40, 80]) expect(flat(at(because, { ms: 83_000, from }, columns))).toContain(words);
  });

  it.each<[string, string]>([
    ['mark of a wrong number', 'It comes back today, until you have answered it rightly once.'],
    ['mark of a repeat', 'It comes back today, until you have answered it rightly once.'],
    ['mark of a right number', ''],
    ['mark in a drill', ''],
  ])('says whether it comes back today: %s', (name, words) => {
    for (const columns of [40, 80]) {
      const text = flat(textAt(stateOf(name), columns));
      if (words) expect(text).toContain(words);
      else expect(text).not.toContain('comes back');
    }
  });

  it('says nothing where the credit says it', () => {
    expect(textAt(stateOf('mark of a right number'))).not.toContain('Rated');
  });

  it('is heard with its reason, and with each rating in a line of its own', () => {
    const { body, panel } = heard(stateOf('mark with a reason'), ZONE);
    expect(body[1]?.text).toBe('Rated hard: right, but slow; it is meant to take 1:00.');
    expect(panel.map(({ text }) => text)).toEqual([
      '1 again, tomorrow, Sat 21 Nov',
      '2 hard, in 2 days, Sun 22 Nov',
      '3 good, in 3 days, Mon 23 Nov',
      '4 easy, in 8 days, Sat 28 Nov',
    ]);
    expect(at('slow', usual, 40)).toMatch(/1 again .*2 hard .*3 good .*4 easy/);
  });

  it.each([
    ['mark of a right number', '0 left after this'],
    ['mark of a wrong number', '1 to repeat after this'],
    ['mark of a repeat', '1 to repeat after this'],
  ])('tells what comes back today apart from what is left: %s', (name, words) => {
    expect(textAt(stateOf(name)).split('\n')[0]).toMatch(new RegExp(` ${words} *$`));
    expect(heard(stateOf(name), ZONE).place).toBe(`dl-tutor, Study, ${words}`);
  });
});

describe('the summary', () => {
  const answer = (minutes: number): Answered => ({
    review: 'r',
    question: 'cnn/filter-weights',
    title: 'Weights of a filter',
    credit: 1,
    self: false,
    rating: 'good',
    ms: minutes * 60_000,
    expectedMs: 60_000,
    credits: 2,
    topic: 'cnn',
    mistakes: [],
  });
  const at = (lane: Lane, changes: Partial<State>, home: Partial<Home> = {}, columns = 80): string => {
    const state = stateOf('summary of a timed session');
    const screen = onScreen(state, 'summary');
    const left = { steps: 0, due: 0, fresh: 0, tomorrow: 4, ms: 0, ...home };
    const shown = { ...state, lane, ...changes, screen: { ...screen, home: { ...screen.home, ...left } } };
    return flat(textAt(shown, columns));
  };
  const timed: Lane = { kind: 'study', minutes: 20 };
  const some = { due: 5, fresh: 2, steps: 1, ms: 16 * 60_000 };

  it('has a place that names the minutes', () => {
    expect(laneName({ kind: 'study', minutes: 1 })).toBe('Study · 1 minute');
    expect(laneName({ kind: 'study', minutes: 20 })).toBe('Study · 20 minutes');
  });

  it('says that the time is used, and what is left', () => {
    for (const columns of [40, 80]) {
      const text = at(timed, { answered: [answer(12), answer(7)] }, some, columns);
      expect(text).toContain('Your 20 minutes are used. 8 left for today, about 16 min. Tomorrow 4 will be due.');
    }
  });

  it('says of a single minute that it is used', () => {
    const one: Lane = { kind: 'study', minutes: 1 };
    expect(at(one, { answered: [answer(1)] }, some)).toContain('Your 1 minute is used. 8 left');
    expect(at(one, { answered: [answer(0.5)] }, some)).toContain('Nothing more fits into your 1 minute. 8 left');
  });

  it('says that nothing more fits', () => {
    const text = at(timed, { answered: [answer(12)] }, some);
    expect(text).toContain('Nothing more fits into your 20 minutes. 8 left for today, about 16 min.');
    expect(at(timed, { answered: [], shown: [] }, some)).toContain(
      'None of what is left will probably fit into 20 minutes.',
    );
  });

  it('says no more of the time where all is done', () => {
    const text = at(timed, { answered: [answer(20)] });
    expect(text).toContain('Done for today. Tomorrow 4 will be due.');
    expect(text).not.toMatch(/minutes are|fits/);
  });

  it('says nothing of a time in other lanes', () => {
    expect(at({ kind: 'study' }, { answered: [answer(30)] }, some)).not.toMatch(/minutes are|fits/);
    expect(at({ kind: 'more' }, { answered: [answer(30)] }, some)).toContain('More practice · summary');
  });

  it('says why there was nothing to do', () => {
    const nothing = { answered: [], shown: [] };
    expect(at({ kind: 'study' }, nothing)).toContain('Nothing is due, and no new question is left for today.');
    expect(at({ kind: 'more' }, nothing)).toContain(
      'There is nothing to practise: all that you have met is set aside.',
    );
    const shown = [{ question: 'a', seed: 1 }];
    expect(at({ kind: 'study' }, { answered: [], shown }, some)).toContain('Nothing was answered.');
  });
});

describe.each([40, 80])('a page %d columns wide', columns => {
  const lines = (name: string): string[] =>
    textAt(stateOf(name), columns, 400)
      .split('\n')
      .map(line => line.trimEnd());

  it('goes on behind the bullet of what a plan rests on', () => {
    const shown = lines('plan');
    const rests = shown.slice(shown.findIndex(line => line.includes('What this rests on')) + 1);
    const list = rests.slice(0, rests.indexOf(''));
    expect(list.length).toBeGreaterThan(8);
    for (const line of list) expect(line).toMatch(/^ {3}(• | {2})\S/);
  });

  it('says of each period what was done, without a table that is broken', () => {
    const text = flat(lines('statistics').join('\n'));
    if (columns >= 80) expect(text).toContain('answers right self-marked rated new time Today 1 1 of 1, 100 %');
    else expect(text).toContain('Today: answers 1; right 1 of 1, 100 %; self-marked 0; rated 1; new 1; time');
  });
});

it('counts what is left in questions and minutes', () => {
  const corner = (name: string): string => textAt(stateOf(name)).split('\n')[0]?.trim() ?? '';
  expect(corner('number')).toMatch(/Study +1 left, 2 min$/);
  expect(corner('parts')).toMatch(/Study +1 left, 9 min$/);
  expect(corner('more practice')).toMatch(/More practice +cnn\/filter-weights$/);
});

it.each(['study for so many minutes', 'more practice', 'why this question now'])('tells in the help: %s', words => {
  expect(flat(textAt(stateOf('help at home'), 80, 300))).toContain(words);
});

it('is heard as sentences where it is drawn as a table', () => {
  const texts = (name: string): string[] => heard(stateOf(name), ZONE).body.map(({ text }) => text);
  expect(texts('plan')).toContain('topic to begin cnn: on today; last new Fri 20 Nov; new 1');
  expect(texts('statistics')).toEqual(
    expect.arrayContaining([
      'Today: answers 1; right 1 of 1, 100 %; self-marked 0; rated 1; new 1; time 0 min',
      'Next 7 days: due 1; about 1 min',
      'number: timed 1; median (min:s) 0:00; in all 0 min',
    ]),
  );
});
