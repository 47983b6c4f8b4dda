import { describe, expect, it } from 'vitest';
import { planForm } from '../../../src/exam/draw/plan-form.ts';
import { bankOf, blueprint, messageOf } from './support.ts';

/** What is said of a blueprint that the bank cannot meet. */

const bank = bankOf(
  { id: 'cnn/one', credits: 1, topics: ['cnn'], source: ['x/1'] },
  { id: 'cnn/two', credits: 2, topics: ['cnn'], source: ['x/2'] },
  { id: 'cnn/four', credits: 4, topics: ['cnn/pooling'], source: ['x/2'] },
  { id: 'rnn/two', credits: 2, topics: ['rnn'], source: ['x/3'], kind: 'choice' },
  { id: 'rnn/other', credits: 2, topics: ['rnn'], source: ['x/4'], kind: 'per-option' },
  { id: 'rnn/third', credits: 2.3, topics: ['rnn'], source: ['x/5'] },
);

const problem = (credits: number, ...questions: readonly string[]): string =>
  [`  - title: P`, `    credits: ${credits}`, `    questions:`, ...questions.map(one => `      - ${one}`)].join('\n');
const said = (...problems: readonly string[]): string => draw(`problems:\n${problems.join('\n')}`);
const draw = (yaml: string): string =>
  messageOf(() => planForm({ blueprint: blueprint(yaml), seed: 1, vary: 'order' }, bank, 0));

describe('names that the bank does not know', () => {
  it('are all told at once, each with what is near', () => {
    expect(said(problem(4, 'cnn/tow', '{ topics: [rn, cnn], worth: 2 }', '{ any: [cnn/one, rnn/third] }'))).toBe(
      [
        'x.yaml:7:9: problem 1: there is no question cnn/tow: did you mean cnn/two?',
        'x.yaml:8:9: problem 1: no question is on rn: did you mean rnn?',
        'x.yaml:9:9: problem 1: rnn/third is worth 2.3 credits, and an exam counts in steps of 0.5',
      ].join('\n'),
    );
    expect(draw(`cover: [gan]\nproblems:\n${problem(1, 'cnn/one')}`)).toBe('x.yaml:3:1: cover: no question is on gan');
  });
});

describe('a slot that cannot be filled', () => {
  it.each([
    ['too few', '{ topics: rnn, count: 3 }', 'problem 1 needs 3 questions on rnn; 2 fit'],
    [
      'none',
      '{ topics: [cnn, rnn], kinds: rubric, count: 1 }',
      'problem 1 needs 1 question on cnn or rnn (rubric); no question fits',
    ],
    [
      'a rule',
      '{ rule: per-option, each: 2, count: 2 }',
      'problem 1 needs 2 questions of 2 credits each (marked per-option); 1 fits',
    ],
    [
      'one idea',
      '{ topics: cnn, count: 3 }',
      'problem 1 needs 3 questions on cnn; 3 fit, but not so many of them without a shared idea (see ideas)',
    ],
    [
      'credits',
      '{ topics: cnn, worth: 16 }',
      'problem 1 needs 16 credits on cnn; the questions that fit (3) make 5 at most',
    ],
    [
      'credits between',
      '{ topics: rnn, worth: 3 }',
      'problem 1 needs 3 credits on rnn; the questions that fit (2) make 2 or 4, and nothing between',
    ],
    [
      'little',
      '{ topics: cnn/pooling, worth: 1 }',
      'problem 1 needs 1 credit on cnn/pooling; the questions that fit (1) make 4 at least',
    ],
  ])('%s', (_, slot, message) => {
    const credits = slot.includes('each') ? 4 : Number.parseFloat(/worth: (\S+)/.exec(slot)?.[1] ?? '6');
    expect(said(problem(credits, slot))).toBe(`x.yaml:7:9: ${message}`);
  });

  it('is told of every slot', () => {
    const both = said(problem(16, '{ topics: cnn, worth: 16 }'), problem(6, '{ topics: rnn, count: 3 }'));
    expect(both.split('\n').map(line => line.split(';')[0])).toEqual([
      'x.yaml:7:9: problem 1 needs 16 credits on cnn',
      'x.yaml:11:9: problem 2 needs 3 questions on rnn',
    ]);
  });
});

it('tells what the slots of a problem make together', () => {
  expect(said(problem(7, '{ topics: cnn, count: 1 }', '{ topics: rnn, count: 1 }'))).toBe(
    'x.yaml:4:12: problem 1 is worth 7 credits; its questions together make 6 at most: change its credits, or let more questions fit',
  );
});

it('tells who took what is missing', () => {
  expect(said(problem(2, 'rnn/two'), problem(4, '{ topics: rnn, worth: 4 }'))).toBe(
    'x.yaml:11:9: problem 2 needs 4 credits on rnn; the questions that fit (1) make 2 at most (1 more is ruled out by problem 1)',
  );
  expect(said(problem(2, '{ topics: rnn, worth: 2 }'), problem(4, '{ topics: rnn, worth: 4 }'))).toBe(
    'x.yaml:8:12: problem 2 cannot be met beside problem 1: they need the same questions or ideas; ask for less, let more questions fit, or say ideas: free',
  );
});

describe('a topic of the cover', () => {
  it('that no slot reaches', () => {
    expect(draw(`cover: [cnn, rnn]\nproblems:\n${problem(2, '{ topics: cnn, worth: 2 }')}`)).toBe(
      'x.yaml:3:1: cover: rnn: no problem can ask about it: let a problem ask for it, or take it out of cover',
    );
  });

  it('that never goes with the credits', () => {
    expect(draw(`cover: [cnn/pooling]\nproblems:\n${problem(3, '{ topics: cnn, worth: 3 }')}`)).toBe(
      'x.yaml:3:1: cover: cnn/pooling: the 1 question on it that could be drawn never goes with the rest: let a problem ask for it, or take it out of cover',
    );
  });

  it('that never goes with another', () => {
    expect(draw(`cover: [cnn, rnn]\nproblems:\n${problem(2, '{ topics: [cnn, rnn], worth: 2 }')}`)).toBe(
      'x.yaml:3:1: cover: these topics are never asked about all in one form: take one out, or ask for more questions',
    );
  });
});

it('comes to an end where everything fits and nothing goes together', () => {
  // Every question shares an idea with many others, in a way that no bound sees.
  const tangled = bankOf(
    ...Array.from({ length: 60 }, (_, i) => ({
      id: `t/q${i}`,
      credits: 1 + (i % 3) / 2,
      topics: ['t'],
      source: [`own${i}`, ...Array.from({ length: 8 }, (_unused, j) => `s${(i * 7 + j * 13) % 40}`)],
    })),
  );
  const asked = blueprint(`problems:\n${problem(40, '{ topics: t, worth: 40 }')}`);
  expect(messageOf(() => planForm({ blueprint: asked, seed: 1, vary: 'order' }, tangled, 0))).toMatch(
    /no form was found|problem 1 needs 40 credits on t/,
  );
}, 30_000);
