import { expect, test } from 'vitest';
import { type AnswerKey, answerSpace } from '../../src/answers/answers.ts';
import type { AnswerSpace } from '../../src/answers/space.ts';
import { makeVariant } from '../../src/bank/variant.ts';
import type { Blueprint } from '../../src/exam/blueprint.ts';
import type { Form, FormQuestion } from '../../src/exam/form.ts';
import { letters } from '../../src/exam/letters.ts';
import type { PaperPart, PaperQuestion } from '../../src/exam/paper.ts';
import { reordered } from '../../src/exam/reorder.ts';
import { type PaperFacts, paperOf } from '../../src/exam/to-paper.ts';
import { blank } from '../answers/other-keys.ts';
import { fixtures, kindFixtures } from '../app/support.ts';

const blueprint: Blueprint = {
  name: 'mock',
  file: null,
  hash: '00',
  title: 'Deep *Learning*',
  subtitle: null,
  minutes: 90,
  credits: 45,
  pass: 22.5,
  details: [{ label: 'Room', text: '#1' }],
  aids: ['a pen'],
  rules: ['Write.'],
  problems: [],
  cover: [],
  ideas: 'free',
};
const FACTS: PaperFacts = { blueprint, code: 'mock.7', person: null, solutions: true };

/** Each question counts as often as it says, unless `credits` says otherwise for all of them. */
function form(credits: number | null = null, order: number | null = null): Form {
  const questions = [...fixtures(), ...kindFixtures()].map((template, i): FormQuestion => {
    const variant = makeVariant(template, 3);
    const number = `1.${i + 1}`;
    const parts = variant.parts.map(({ name, ask, credits: worth, key }, k) => ({
      name,
      label: `${number}${letters(k)}`,
      ask,
      credits: credits ?? worth,
      key: reordered(key, order),
    }));
    return { id: template.id, number, credits: credits ?? template.credits, seed: 3, order, variant, parts };
  });
  return { name: 'B', index: 1, problems: [{ number: 1, title: 'All', credits: 45, story: 'Once.', questions }] };
}

function asked(paper = paperOf(form(), FACTS)): readonly PaperQuestion[] {
  return paper.problems.flatMap(({ questions }) => questions);
}

const question = (title: string): PaperQuestion => asked().find(one => one.title === title) as PaperQuestion;
const only = (title: string): PaperPart => question(title).parts[0] as PaperPart;
/** As the only part of a paper with one question. */
function partOf(key: AnswerKey, credits: number): PaperPart {
  const [problem] = form().problems;
  const [question] = problem?.questions ?? [];
  const parts = question?.parts.slice(0, 1).map(part => ({ ...part, key, credits })) ?? [];
  const questions = question ? [{ ...question, credits, parts }] : [];
  return asked(paperOf({ name: 'A', index: 0, problems: problem ? [{ ...problem, questions }] : [] }, FACTS))[0]
    ?.parts[0] as PaperPart;
}
const keys = form().problems.flatMap(({ questions }) => questions.flatMap(({ parts }) => parts.map(({ key }) => key)));
const parts = asked().flatMap(one => one.parts);

test('a paper says what the blueprint and the form say', () => {
  const person = { name: 'Ada', id: '17' };
  const { problems, ...cover } = paperOf(form(), { ...FACTS, person, solutions: false });
  const { title, subtitle, minutes, credits, pass, details, aids, rules } = blueprint;
  expect(cover).toEqual({
    ...{ title, subtitle, minutes, credits, pass, details, aids, rules },
    ...{ person, solutions: false, code: 'mock.7', form: 'B' },
  });
  expect(problems).toMatchObject([{ number: 1, title: 'All', credits: 45, story: 'Once.' }]);
  expect(asked()).toMatchObject(
    form().problems.flatMap(({ questions }) =>
      questions.map(({ number, credits, variant: { template, stem, solution } }) => {
        return { number, credits, title: template.title, stem, solution };
      }),
    ),
  );
});

test('several parts are lettered, an only one is not', () => {
  expect(question('Two tasks in one').parts.map(({ label, ask }) => [label, ask])).toEqual([
    ['a', 'Unroll the average.'],
    ['b', 'What is what?'],
  ]);
  expect(only('A name for it').label).toBeNull();
});

test('every part has its space and its answer, in the order of the form', () => {
  expect(parts.map(({ space }) => space)).toEqual(keys.map(answerSpace));
  expect(new Set(parts.map(({ space }) => space.kind)).size).toBe(6);
  for (const { answer, space } of parts) if (space.kind !== 'page') expect(answer).not.toMatch(/undefined|NaN|^$/);
  const boxes = (order: number): AnswerSpace[] =>
    asked(paperOf(form(null, order), FACTS))
      .flatMap(one => one.parts.map(({ space }) => space))
      .filter(({ kind }) => kind === 'boxes');
  expect(boxes(1).map(blank)).not.toEqual(boxes(2).map(blank));
});

test('of a term a few wordings are printed, and not all that a program needs to know', () => {
  const many: AnswerKey = { kind: 'words', accepted: ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'], others: [], mistakes: [] };
  expect(partOf(many, 1).answer).toBe('**a1**, also a2, a3, a4, a5 and the like');
  expect(partOf({ ...many, accepted: many.accepted.slice(1) }, 1).answer).toBe('**a2**, also a3, a4, a5, a6');
});

test('what is worked out has room for the way, by its credits; what is ticked, written or quick has none', () => {
  const number = keys.find(({ kind }) => kind === 'number') as AnswerKey;
  const rooms = [0.5, 1, 1.5, 3, 9].map(credits => partOf(number, credits).room);
  expect(rooms).toEqual([0, 12, 18, 36, 45]);
  const kinds = new Map(keys.map(key => [key.kind, partOf(key, 2).room]));
  expect([...kinds].filter(([, room]) => room === 0).map(([kind]) => kind)).toEqual(
    expect.arrayContaining(['choice', 'match', 'order', 'rubric', 'words']),
  );
  expect(kinds.get('table')).toBeLessThan(kinds.get('tensor') as number);
});

test('answers say what else is accepted, and mistakes what they lead to', () => {
  expect(only('A name for it')).toMatchObject({
    answer: '**overfitting**, also high variance',
    mistakes: [{ shown: 'underfitting', tag: 'underfitting' }],
    reasons: [],
    scheme: [],
  });
});

test('what is told as the reason of an option is not told again as a mistake', () => {
  const choices = parts.filter(({ space }) => space.kind === 'boxes');
  expect(choices.length).toBeGreaterThan(0);
  for (const { reasons, mistakes, space } of choices) {
    expect(reasons).toHaveLength(space.kind === 'boxes' ? space.options.length : 0);
    expect(mistakes).toEqual([]);
  }
});

test('of free text the answer is the model, and the points are the scheme, which shares out the credits', () => {
  const { answer, scheme, credits } = only('Vanishing gradients');
  expect(answer).toMatch(/^Backpropagation through time/);
  expect(scheme.map(point => point.credits)).toEqual([2, 1, 0.5]);
  expect(credits).toBe(3.5);
  for (const { text } of scheme) expect(answer).not.toContain(text);
  const halved = asked(paperOf(form(1.75), FACTS)).find(one => one.title === 'Vanishing gradients');
  expect(halved?.parts[0]?.scheme.map(point => point.credits)).toEqual([1, 0.5, 0.25]);
  // Without a model answer the points say it all.
  expect(question('Dropout in words').parts[1]).toMatchObject({ answer: '', scheme: [{ credits: 1 }] });
});

test('a longer model answer gets more lines, up to twice as many and to a page', () => {
  const lines = (credits: number, model: string | null): number => {
    const key: AnswerKey = { kind: 'rubric', points: [{ text: 'a point', credits }], model };
    const space = answerSpace(key);
    return space.kind === 'page' ? space.lines : 0;
  };
  expect(lines(1, null)).toBe(3);
  expect(lines(1, 'Short.')).toBe(3);
  expect(lines(1, 'Words and words. '.repeat(20))).toBe(5);
  expect(lines(1, 'Words and words. '.repeat(99))).toBe(6);
  expect(lines(1, '- one\n- two\n- three\n- four')).toBe(4);
  expect(lines(1, `$${'\\operatorname{softmax}\\left(x\\right) '.repeat(6)}$`)).toBe(3);
  expect(lines(9, 'x'.repeat(100_000))).toBe(24);
});
