import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Goal } from '../../src/schedule/goal.ts';
import { createScheduler } from '../../src/schedule/memory.ts';
import { buildQueue, type Queue, type QueueInput } from '../../src/schedule/queue.ts';
import { type Card, RATINGS } from '../../src/schedule/review.ts';
import type { TodaysAnswer } from '../../src/schedule/steps.ts';
import { type SyllabusQuestion, syllabusOf } from '../../src/schedule/syllabus.ts';
import { UNTUNED } from '../../src/schedule/tuning.ts';
import { banks, requiredFrom } from './bank.ts';
import { answer, cardOf, cardsOf, forgotten, hourOf, questionOf, repeat, TODAY, ZONE } from './reviews.ts';

const MINUTE = 60_000;
const scheduler = createScheduler(UNTUNED);

interface World {
  readonly bank?: readonly SyllabusQuestion[];
  readonly cards?: readonly Card[];
  readonly aside?: readonly string[];
}

function inputOf({ bank = [], cards = [], aside = [] }: World, rest: Partial<QueueInput> = {}): QueueInput {
  const known = new Set(bank.map(({ id }) => id));
  const unsaid = cards.flatMap(({ question }) => (known.has(question) ? [] : [questionOf(question)]));
  return {
    syllabus: syllabusOf([...bank, ...unsaid]),
    cards: cardsOf(...cards),
    aside: new Set(aside),
    today: TODAY,
    now: hourOf(TODAY),
    scheduler,
    expectedMs: () => MINUTE,
    answered: [],
    newPerDay: 10,
    reviewsPerDay: 50,
    budgetMs: null,
    goal: null,
    ...rest,
  };
}

const queue = (world: World, rest: Partial<QueueInput> = {}): Queue => buildQueue(inputOf(world, rest));
const asked = ({ items }: Queue): string[] => items.map(({ question }) => question);
const reasons = ({ items }: Queue): string[] => items.map(({ why }) => why);

const many = (count: number, folder: string): string[] =>
  Array.from({ length: count }, (_, i) => `${folder}/${String(i).padStart(2, '0')}`);
const questions = (count: number, folder: string): SyllabusQuestion[] => many(count, folder).map(id => questionOf(id));
const dueCards = (count: number, rest: Partial<Card> = {}): Card[] => many(count, 'due').map(id => cardOf(id, rest));
const metToday = (id: string): Card => cardOf(id, { firstDay: TODAY, lastDay: TODAY, dueDay: TODAY + 3 });
const doneToday = (id: string): Card => cardOf(id, { lastDay: TODAY, dueDay: TODAY + 9 });

describe('an item', () => {
  it('tells why it is asked, what is known of it, and how long it takes', () => {
    const card = cardOf('due/00');
    const { items } = queue({ bank: [questionOf('new/a')], cards: [card] }, { expectedMs: id => id.length * 1000 });
    expect(items).toEqual([
      { question: 'due/00', why: 'due', card, retrievability: expect.closeTo(0.9, 9), ms: expect.closeTo(6600, 3) },
      { question: 'new/a', why: 'new', card: null, retrievability: null, ms: 7500 },
    ]);
  });

  it('is neither what is set aside nor what is no longer in the bank', () => {
    const world = { bank: questions(3, 'new'), cards: dueCards(3), aside: ['due/01', 'new/01'] };
    expect(asked(queue(world)).toSorted()).toEqual(['due/00', 'due/02', 'new/00', 'new/02']);
    const syllabus = syllabusOf([]);
    expect(queue(world, { syllabus, answered: [forgotten('due/00')] }).items).toEqual([]);
    const cards = [metToday('a')];
    expect(queue({ cards, aside: ['a'] }, { answered: [forgotten('a')] }).items).toEqual([]);
  });
});

describe('the limits of a day', () => {
  const world = (met: number, done: number): World => ({
    bank: questions(20, 'new'),
    cards: [...dueCards(20), ...many(met, 'met').map(metToday), ...many(done, 'done').map(doneToday)],
  });
  const answers = (met: number, done: number): TodaysAnswer[] =>
    [...many(met, 'met'), ...many(done, 'done')].map(id => answer(id));

  it.each([
    [0, 0, 4, 6],
    [1, 0, 3, 6],
    [4, 0, 0, 6],
    [9, 0, 0, 6],
    [0, 2, 4, 4],
    [3, 5, 1, 1],
    [0, 6, 4, 0],
    [0, 9, 4, 0],
  ])('after %d met and %d repeated today are %d new and %d due', (met, done, fresh, due) => {
    const { counts, waiting } = queue(world(met, done), {
      answered: answers(met, done),
      newPerDay: 4,
      reviewsPerDay: 6,
    });
    expect(counts).toEqual({ step: 0, new: fresh, due, ahead: 0 });
    expect(waiting).toBe(20 - due);
  });

  it('count neither practice nor drills', () => {
    const played = many(9, 'done').flatMap(id => [
      repeat(id, { credit: 0 }),
      answer(id, { mode: 'drill', rating: null }),
    ]);
    const { counts } = queue(world(0, 9), { answered: played, newPerDay: 4, reviewsPerDay: 6 });
    expect(counts).toMatchObject({ new: 4, due: 6 });
  });

  it('count a question once that was rated on two machines on one day', () => {
    const twice = [answer('done/00'), answer('done/00'), answer('met/00'), answer('met/00')];
    const { counts } = queue(world(1, 1), { answered: twice, newPerDay: 4, reviewsPerDay: 6 });
    expect(counts).toMatchObject({ new: 3, due: 5 });
  });

  it('leave those waiting that would gain least', () => {
    const cards = [cardOf('a', { difficulty: 9.9, stability: 900 }), cardOf('b'), cardOf('c', { stability: 2 })];
    const byOne = [1, 2, 3].map(reviewsPerDay => asked(queue({ cards }, { reviewsPerDay })));
    expect(byOne.map(ids => ids.length)).toEqual([1, 2, 3]);
    expect(byOne[1]).not.toContain('a');
  });
});

/** Answers the first item each time, until nothing is left: the questions in that order with their reasons. */
function walk(
  start: QueueInput,
  isWrong: (question: string) => boolean = () => false,
): { question: string; why: string }[] {
  const cards = new Map(start.cards);
  const answered = [...start.answered];
  const order: { question: string; why: string }[] = [];
  for (let i = 0; i < 500; i++) {
    const now = new Date(start.now.getTime() + i * MINUTE);
    const [first] = buildQueue({ ...start, cards, answered, now }).items;
    if (!first) return order;
    const { question, why, card } = first;
    order.push({ question, why });
    const rating = isWrong(question) ? 'again' : 'good';
    if (why === 'step') answered.push({ ...repeat(question), at: now });
    else {
      cards.set(question, { question, ...scheduler.rate(question, card, rating, { at: now, zone: ZONE, day: TODAY }) });
      answered.push({ ...answer(question, { rating, credit: rating === 'good' ? 1 : 0 }), at: now });
    }
  }
  throw new Error('the session has no end');
}

describe('the mix of due and new questions', () => {
  it.each([
    [10, 10],
    [50, 10],
    [3, 20],
    [0, 5],
    [5, 0],
    [7, 1],
  ])('is even at every moment of a session of %d due and %d new', (due, fresh) => {
    const start = inputOf({ bank: questions(fresh, 'new'), cards: dueCards(due) }, { newPerDay: 99 });
    expect(asked(buildQueue(start))).toHaveLength(due + fresh);
    let [d, f] = [0, 0];
    for (const { why } of walk(start)) {
      if (why === 'due') d += 1;
      else f += 1;
      // Neither is ahead of its share by more than the one that was just asked.
      if (due > 0 && fresh > 0)
        expect(Math.abs(d / due - f / fresh)).toBeLessThanOrEqual(Math.max(1 / due, 1 / fresh) + 1e-9);
    }
    expect([d, f]).toEqual([due, fresh]);
  });

  it('is that of the whole queue: nothing changes by being built anew after each answer', () => {
    const start = inputOf({ bank: questions(8, 'new'), cards: dueCards(20) });
    expect(walk(start).map(({ why }) => why)).toEqual(reasons(buildQueue(start)));
  });

  it('takes up where the day was left', () => {
    const cards = [...dueCards(5), ...many(5, 'done').map(doneToday)];
    const answered = many(5, 'done').map(id => answer(id));
    const [first] = queue({ bank: questions(5, 'new'), cards }, { answered }).items;
    expect(first?.why).toBe('new');
  });
});

describe('related questions', () => {
  const about = (id: string, topic: string, rest: Partial<SyllabusQuestion> = {}) =>
    questionOf(id, { topics: [topic], ...rest });

  it('lie three apart where there are others to ask', () => {
    const topics = ['cnn/a', 'cnn/b', 'cnn/c', 'cnn/d'];
    const bank = many(12, 'due').map((id, i) => about(id, topics[Math.floor(i / 3)] as string));
    const { items } = queue({ bank, cards: dueCards(12) });
    const { related } = syllabusOf(bank);
    for (const [i, { question }] of items.entries()) {
      const before = items.slice(Math.max(0, i - 3), i);
      expect(before.filter(other => related(question, other.question))).toEqual([]);
    }
  });

  it('come together only where nothing else is left', () => {
    const numbers = fc.array(fc.nat(3), { minLength: 1, maxLength: 15 });
    fc.assert(
      fc.property(numbers, topics => {
        const bank = topics.map((topic, i) => about(many(15, 'due')[i] as string, `cnn/${topic}`));
        const { items } = queue({ bank, cards: dueCards(topics.length) });
        const { related } = syllabusOf(bank);
        expect(items).toHaveLength(topics.length);
        for (const [i, { question }] of items.entries()) {
          const before = items.slice(Math.max(0, i - 3), i);
          const clashes = (id: string): boolean => before.some(other => related(id, other.question));
          if (clashes(question)) expect(items.slice(i).every(later => clashes(later.question))).toBe(true);
        }
      }),
    );
  });

  it('stay away from what was asked last, too', () => {
    const bank = [about('due/00', 'cnn/a'), about('due/01', 'cnn/b'), about('x', 'cnn/a')];
    const cards = [...dueCards(1, { dueDay: TODAY - 1 }), cardOf('due/01'), doneToday('x')];
    const world = { bank, cards };
    expect(asked(queue(world))[0]).toBe('due/00');
    expect(asked(queue(world, { answered: [answer('x')] }))[0]).toBe('due/01');
    expect(asked(queue(world, { answered: [answer('x'), ...many(3, 'y').map(id => answer(id))] }))[0]).toBe('due/00');
  });

  it('never make a new question pass one that it requires', () => {
    const bank = [
      about('a/1', 'a/x'),
      about('a/2', 'a/x', { requires: [] }),
      about('b/1', 'b/y', { requires: ['a/2'] }),
    ];
    expect(asked(queue({ bank }))).toEqual(['a/1', 'a/2', 'b/1']);
  });
});

describe('steps', () => {
  const cards = [metToday('new/00'), metToday('new/01'), ...dueCards(2)];
  const others = many(4, 'other').map(id => answer(id));

  it('come first when they are ready, and last when they are not', () => {
    const waiting = queue({ cards }, { answered: [forgotten('new/00')] });
    expect(reasons(waiting)).toEqual(['due', 'due', 'step']);
    const ready = queue({ cards }, { answered: [forgotten('new/00'), ...others] });
    expect(reasons(ready)).toEqual(['step', 'due', 'due']);
    expect(ready.items[0]).toMatchObject({ question: 'new/00', card: metToday('new/00'), retrievability: 1 });
  });

  it('are all that is left in the end, ready or not', () => {
    const answered = [forgotten('new/00'), forgotten('new/01')];
    expect(asked(queue({ cards: cards.slice(0, 2) }, { answered }))).toEqual(['new/00', 'new/01']);
  });

  it('are no reviews, and wait for no limit', () => {
    const answered = [forgotten('new/00'), ...others];
    expect(queue({ cards }, { answered, reviewsPerDay: 0, newPerDay: 0 }).counts).toMatchObject({ step: 1, due: 0 });
    expect(queue({ cards }, { answered: [...answered, repeat('new/00')], reviewsPerDay: 6 }).waiting).toBe(0);
  });

  it('come back in a session after four others, or when nothing else is left', () => {
    const start = inputOf({ bank: questions(7, 'new') });
    const order = walk(start, question => question === 'new/01' || question === 'new/06');
    expect(order.map(({ question, why }) => (why === 'step' ? `${question} again` : question))).toEqual([
      'new/00',
      'new/01',
      'new/02',
      'new/03',
      'new/04',
      'new/05',
      'new/01 again',
      'new/06',
      'new/06 again',
    ]);
  });
});

describe('a session of so many minutes', () => {
  it('is filled, with at most half of it for new questions where there is a backlog', () => {
    const world = { bank: questions(30, 'new'), cards: dueCards(50) };
    const { counts, waiting, ms } = queue(world, { budgetMs: 20 * MINUTE, newPerDay: 30 });
    // Of a minute each; with the repeats it is half as much again for a new one, and a tenth for one due.
    expect(counts).toMatchObject({ new: 6, due: 10 });
    expect([waiting, ms / MINUTE]).toEqual([40, expect.closeTo(20, 3)]);
    const quiet = queue({ ...world, cards: dueCards(4) }, { budgetMs: 20 * MINUTE, newPerDay: 30 });
    expect(quiet.counts).toMatchObject({ due: 4, new: 10 });
    const reviews = queue(world, { budgetMs: 20 * MINUTE, newPerDay: 0 });
    expect(reviews.counts).toMatchObject({ due: 18, new: 0 });
  });

  it('lets shorter ones pass what does not fit', () => {
    const expectedMs = (id: string): number => (id === 'due/00' ? 30 : 3) * MINUTE;
    const cards = dueCards(3);
    expect(asked(queue({ cards }, { expectedMs, budgetMs: 20 * MINUTE }))).toEqual(['due/01', 'due/02']);
  });

  it('asks nothing new whose requirement does not fit', () => {
    const bank = [
      questionOf('a'),
      questionOf('b', { requires: ['a'] }),
      questionOf('c', { requires: ['b'] }),
      questionOf('d'),
    ];
    const expectedMs = (id: string): number => (id === 'a' ? 30 : 3) * MINUTE;
    expect(asked(queue({ bank }, { expectedMs, budgetMs: 20 * MINUTE }))).toEqual(['d']);
  });

  it('meets a new question too long for half the time, once a day, where no other fits', () => {
    const bank = [questionOf('new/a'), questionOf('new/b', { requires: ['new/a'] }), questionOf('new/c')];
    const expectedMs = (id: string): number => (id.startsWith('new') ? 15 : 4) * MINUTE;
    const world = { bank, cards: dueCards(10) };
    const first = queue(world, { expectedMs, budgetMs: 20 * MINUTE });
    expect(first.counts).toMatchObject({ new: 1, due: 0 });
    expect(asked(first)).toContain('new/a');
    expect(first.ms).toBe(20 * MINUTE);
    const later = { ...world, cards: [...world.cards, metToday('x')] };
    expect(queue(later, { expectedMs, budgetMs: 20 * MINUTE }).counts).toMatchObject({ new: 0, due: 4 });
    expect(queue(world, { expectedMs, budgetMs: 10 * MINUTE }).counts).toMatchObject({ new: 0, due: 2 });
  });

  it('finishes what was begun before anything else gets time', () => {
    const cards = [...many(3, 'met').map(metToday), ...dueCards(5)];
    const answered = [...many(3, 'met').map(id => forgotten(id)), ...many(4, 'x').map(id => answer(id))];
    const { counts } = queue({ cards }, { answered, budgetMs: 4 * MINUTE });
    expect(counts).toMatchObject({ step: 3, due: 1, new: 0 });
  });

  it.each([0, -5 * MINUTE])('asks nothing more in %d ms, a step no more than the rest', budgetMs => {
    const world = { bank: questions(3, 'new'), cards: [...dueCards(3), metToday('met/00')] };
    const answered = [forgotten('met/00'), ...many(4, 'x').map(id => answer(id))];
    expect(queue(world, { answered, budgetMs })).toMatchObject({ items: [], ms: 0, waiting: 3 });
  });
});

describe('with an exam', () => {
  const share = { mean: 0.5, low: 0.4, high: 0.6 };
  const goal: Goal = {
    exam: TODAY + 5,
    minutes: 20,
    credits: 90,
    newPerDay: 4,
    lastNewDay: TODAY + 3,
    toMeet: 100,
    made: TODAY,
    remembered: share,
    score: share,
  };
  const soon = many(4, 'soon').map(id => cardOf(id, { stability: 3, dueDay: TODAY + 2 }));

  it('asks what is not due yet as soon as that helps, and says so', () => {
    const { items, counts, waiting } = queue({ cards: [...soon, ...dueCards(2)] }, { goal });
    expect(counts).toEqual({ step: 0, due: 2, new: 0, ahead: 4 });
    expect(
      items
        .filter(({ why }) => why === 'ahead')
        .map(({ question }) => question)
        .toSorted(),
    ).toEqual(soon.map(({ question }) => question));
    expect(waiting).toBe(0);
    expect(queue({ cards: soon }).items).toEqual([]);
  });

  it('fills the minutes of the day, less those of the answers that were given', () => {
    const world = { cards: dueCards(90) };
    const whole = queue(world, { goal }).ms;
    expect(whole).toBeLessThanOrEqual(21 * MINUTE);
    const answered = [answer('x', { ms: 15 * MINUTE })];
    expect(queue(world, { goal, answered }).ms).toBeLessThan(whole / 2);
    expect(queue(world, { goal, answered: [answer('x', { ms: 20 * MINUTE })] })).toMatchObject({
      items: [],
      waiting: 90,
    });
  });

  it('takes the new questions of the plan, unless the student says otherwise', () => {
    const bank = questions(9, 'new');
    expect(queue({ bank }, { goal, newPerDay: null }).counts.new).toBe(4);
    expect(queue({ bank }, { goal, newPerDay: 2 }).counts.new).toBe(2);
    expect(queue({ bank, cards: [metToday('x')] }, { goal, newPerDay: null }).counts.new).toBe(3);
    expect(queue({ bank }, { goal: { ...goal, lastNewDay: TODAY - 1 }, newPerDay: null }).counts.new).toBe(0);
    expect(queue({ bank }, { newPerDay: null }).counts.new).toBe(5);
  });

  it('asks what was forgotten today once, as a step', () => {
    // Over the line where the date changes, the last rated answer can lie a day before today's.
    const cards = soon.slice(0, 1).map(card => ({ ...card, lastDay: TODAY - 1 }));
    expect(reasons(queue({ cards }, { goal }))).toEqual(['ahead']);
    expect(reasons(queue({ cards }, { goal, answered: [forgotten('soon/00')] }))).toEqual(['step']);
  });
});

it('is the same for the same input, however the cards are held', () => {
  const [cards, bank] = [dueCards(9), questions(9, 'new')];
  const one = queue({ bank, cards }, { budgetMs: 9 * MINUTE });
  expect(queue({ bank, cards }, { budgetMs: 9 * MINUTE })).toEqual(one);
  const syllabus = syllabusOf([...bank, ...cards.map(({ question }) => questionOf(question))]);
  expect(queue({ cards: cards.toReversed() }, { syllabus, budgetMs: 9 * MINUTE })).toEqual(one);
});

it('asks a question at most once, keeps its limits and its time, and counts what it asks, in any day', () => {
  const days = fc.record({
    bank: banks,
    kinds: fc.array(fc.constantFrom('new', 'new', 'due', 'later', 'today', 'aside'), { minLength: 14, maxLength: 14 }),
    log: fc.array(
      fc.record({ at: fc.nat(13), rating: fc.option(fc.constantFrom(...RATINGS)), credit: fc.constantFrom(0, 1) }),
      { maxLength: 20 },
    ),
    limits: fc.record({ newPerDay: fc.nat(8), reviewsPerDay: fc.nat(8) }),
    budget: fc.option(fc.integer({ min: -5, max: 40 })),
  });
  fc.assert(
    fc.property(days, ({ bank, kinds, log, limits, budget }) => {
      const of = (kind: string): string[] => bank.flatMap(({ id }, i) => (kinds[i] === kind ? [id] : []));
      const cards = [
        ...of('due').map(id => cardOf(id)),
        ...of('later').map(id => cardOf(id, { dueDay: TODAY + 1 })),
        ...of('today').map(metToday),
      ];
      const answered = log.flatMap(({ at, rating, credit }) => {
        const question = bank[at];
        const mode = rating === null ? 'practice' : 'study';
        return question ? [answer(question.id, { rating, credit, mode })] : [];
      });
      const budgetMs = budget === null ? null : budget * MINUTE;
      const expectedMs = (id: string): number => (bank.find(each => each.id === id)?.minutes ?? 3) * MINUTE;
      const input = inputOf({ bank, cards, aside: of('aside') }, { ...limits, answered, budgetMs, expectedMs });
      const { items, counts, waiting, ms } = buildQueue(input);
      expect(new Set(items.map(({ question }) => question)).size).toBe(items.length);
      expect(counts.new).toBeLessThanOrEqual(Math.max(0, limits.newPerDay - of('today').length));
      expect(counts.due).toBeLessThanOrEqual(limits.reviewsPerDay);
      expect(counts.step + counts.due + counts.new).toBe(items.length);
      for (const why of ['step', 'due', 'new', 'ahead'] as const) {
        expect(items.filter(item => item.why === why)).toHaveLength(counts[why]);
      }
      expect(waiting).toBe(of('due').length - counts.due);
      expect(ms).toBe(items.reduce((sum, item) => sum + item.ms, 0));
      if (budgetMs !== null) expect(ms).toBeLessThanOrEqual(Math.max(0, budgetMs) + 1e-6);
      const { requires } = input.syllabus;
      const fresh = items.filter(({ why }) => why === 'new').map(({ question }) => question);
      for (const [i, id] of fresh.entries()) {
        for (const before of requires(id)) {
          if (!of('new').includes(before) || requiredFrom(before, requires).has(id)) continue;
          expect(fresh.slice(0, i), `${before} before ${id}`).toContain(before);
        }
      }
    }),
    { numRuns: 300 },
  );
});
