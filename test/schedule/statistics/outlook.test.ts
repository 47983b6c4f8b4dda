import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineText } from '../../../src/notation/line.ts';
import { sectionLines } from '../../../src/pages/page.ts';
import { outlook } from '../../../src/pages/statistics/outlook.ts';
import { outlookOf } from '../../../src/schedule/statistics/outlook.ts';
import { placesOf } from '../../../src/schedule/statistics/places.ts';
import { type Statistics, statisticsOf } from '../../../src/schedule/statistics/statistics.ts';
import type { History } from '../../../src/schedule/statistics/types.ts';
import { cardOf, cardsOf, TODAY } from '../reviews.ts';
import { histories, QUESTIONS, scheduler } from './histories.ts';

/** What of the memory will be left in the weeks to come. */

it('is the mean over what was met of each topic, falls from day to day, and has the exam among the days', () => {
  const exams = fc.option(fc.integer({ min: -3, max: 60 }));
  fc.assert(
    fc.property(histories, exams, (history, until) => {
      const { today, cards } = history;
      const { days, all, topics } = outlookOf(
        { ...history, exam: until === null ? null : today + until },
        placesOf(QUESTIONS),
      );
      const wanted = [0, 7, 14, 28, ...(until === null || until < 0 ? [] : [until])];
      expect(days.map(({ ahead }) => ahead)).toEqual([...new Set(wanted)].sort((a, b) => a - b));
      expect(days.filter(({ exam }) => exam).map(({ day }) => day - today)).toEqual(
        until === null || until < 0 ? [] : [until],
      );
      const met = QUESTIONS.flatMap(({ id }) => cards.get(id) ?? []);
      expect(all.questions).toBe(met.length);
      expect(topics.reduce((sum, { questions }) => sum + questions, 0)).toBe(met.length);
      for (const [i, { day }] of days.entries()) {
        const sum = topics.reduce((total, { questions, recall }) => total + questions * (recall[i] ?? 0), 0);
        if (met.length > 0) expect(all.recall[i]).toBeCloseTo(sum / met.length, 12);
        for (const { recall } of topics) expect(recall[i]).toBeLessThanOrEqual(recall[Math.max(0, i - 1)] ?? 0);
        // A question alone in its topic has the memory of the topic.
        const loose = cards.get('loose');
        const own = topics.find(({ topic }) => topic === 'loose');
        expect(own?.recall[i]).toEqual(loose && scheduler.retrievability(loose, day));
      }
    }),
  );
});

/** Statistics of a student who has met three questions of two topics, five days ago. */
function statistics(exam: number | null): Statistics {
  const cards = cardsOf(
    cardOf('cnn/one', { stability: 5 }),
    cardOf('cnn/two', { stability: 100 }),
    cardOf('rnn/one', { stability: 0.5 }),
  );
  const history: History = {
    ...{ answers: [], cards, questions: QUESTIONS, mistakes: [], aside: new Set(), today: TODAY, exam },
    ...{ retrievability: scheduler.retrievability, expectedMs: () => 1000 },
  };
  return statisticsOf(history);
}

const page = (width: number, exam: number | null = null, isHeard = false): string => {
  const room = { width, isHeard };
  return sectionLines(outlook(statistics(exam), room), room)
    .map(lineText)
    .join('\n');
};

it('is a heat map with its numbers, and the exam as a column where it stands in time', () => {
  expect(page(80, TODAY + 22)).toMatchInlineSnapshot(`
    "
    Memory in the weeks to come
             today   1 week  2 weeks     exam  4 weeks
      cnn  95 % ██  91 % ██  88 % ██  86 % ▓▓  85 % ▓▓
      rnn  69 % ▒▒  61 % ░░  57 % ░░  54 % ░░  52 % ░░
      all  86 % ▓▓  81 % ▓▓  78 % ▓▓  75 % ▓▓  74 % ▒▒
      The mean chance that you would still know a question of the topic that you
      have met, if you answered nothing until then, by FSRS-6. The exam is in 22
      days."
  `);
  expect(page(80)).not.toContain('exam');
  // By itself a shade says nothing; where there is no room for both, the number stays.
  expect(page(46, TODAY + 22)).not.toMatch(/[░▒▓█]/);
  expect(page(46, TODAY + 22)).toMatch(/ cnn +95 % /);
});

it('is told in a sentence for each topic where there is no room, and to listeners', () => {
  expect(page(36, TODAY + 22)).toMatchInlineSnapshot(`
    "
    Memory in the weeks to come
      • cnn (2 questions): today 95 %; 1
        week 91 %; 2 weeks 88 %; exam
        86 %; 4 weeks 85 %
      • rnn (1 question): today 69 %; 1
        week 61 %; 2 weeks 57 %; exam
        54 %; 4 weeks 52 %
      • all (3 questions): today 86 %; 1
        week 81 %; 2 weeks 78 %; exam
        75 %; 4 weeks 74 %
      The mean chance that you would
      still know a question of the topic
      that you have met, if you answered
      nothing until then, by FSRS-6. The
      exam is in 22 days."
  `);
  expect(page(1000, TODAY + 22, true)).toMatchInlineSnapshot(`
    "
    Memory in the weeks to come
      cnn (2 questions): today 95 %; in 1 week 91 %; in 2 weeks 88 %; on the exam day, in 22 days, 86 %; in 4 weeks 85 %
      rnn (1 question): today 69 %; in 1 week 61 %; in 2 weeks 57 %; on the exam day, in 22 days, 54 %; in 4 weeks 52 %
      all (3 questions): today 86 %; in 1 week 81 %; in 2 weeks 78 %; on the exam day, in 22 days, 75 %; in 4 weeks 74 %
      The mean chance that you would still know a question of the topic that you have met, if you answered nothing until then, by FSRS-6. The exam is in 22 days."
  `);
});

it('says so where nothing is remembered', () => {
  const nothing = { ...statistics(null), outlook: { days: [], all: { questions: 0, recall: [] }, topics: [] } };
  expect(outlook(nothing, { width: 80, isHeard: false }).blocks).toEqual(['No question is remembered yet.']);
});
