import { describe, expect, it } from 'vitest';
import { KIND_NAMES } from '../../src/answers/authors.ts';
import { factsOf, sectionsOf } from '../../src/app/preview/sections.ts';
import { readTemplate } from '../../src/bank/read-template.ts';
import { starterFile } from '../../src/bank/starter.ts';
import { makeVariant } from '../../src/bank/variant.ts';
import { given, template } from '../bank/support.ts';
import { fixture, kindFixture } from './support.ts';

function section(front: string, title: string, body?: string): string | undefined {
  return sectionsOf(given(front, body)).find(found => found.title === title)?.markdown;
}

const starter = (kind: (typeof KIND_NAMES)[number]) =>
  makeVariant(readTemplate(starterFile(kind, 'cnn'), `cnn/${kind}`, `${kind}.md`), 5);

describe('the whole question for its author', () => {
  it.each(KIND_NAMES)('%s: has its key, its hint and its solution, and nothing is left to fill in', kind => {
    const variant = starter(kind);
    const sections = sectionsOf(variant);
    const titles = sections.map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining([null, 'Answer', 'Hint', 'Solution']));
    expect(sections.filter(({ markdown }) => /\{\{|undefined|NaN|^\s*$/.test(markdown))).toEqual([]);
    // Whoever computes has mistakes, whoever chooses has reasons.
    const remarks = { choice: ['Reasons'], order: ['Reasons'], match: ['Reasons'], rubric: [] }[kind as string];
    expect(titles).toEqual(expect.arrayContaining(remarks ?? ['Mistakes']));
  });

  it('tells parts apart by name and credits', () => {
    const [question, answer] = sectionsOf(makeVariant(fixture('losses/two-steps'), null));
    expect(question?.markdown).toMatch(/^\*\*a\)\*\* .*\*\(\d+ credits?\)\*$/m);
    expect(answer?.markdown).toMatch(/^\*\*a\)\*\* \$/m);
    expect(answer?.markdown).toMatch(/^\*\*b\)\*\* \$/m);
  });

  it('says of a single part neither name nor credits', () => {
    const [question] = sectionsOf(given('answer: { number: 1 }', 'How many?'));
    expect(question?.markdown).toMatch(/^How many\?\n\n…+$/);
  });
});

describe('mistakes', () => {
  it('are told with the value that they lead to', () => {
    const front =
      'answer: { number: 1/3 }\nmistakes: [{ value: 2/3, because: so }, { value: 3, because: upside down }]';
    expect(section(front, 'Mistakes')).toBe('- $\\approx 0.6667$: so\n- $3$: upside down');
  });

  it('that do not show with these numbers are said not to', () => {
    const front =
      'vars: { a: { given: 2, int: [3, 9] } }\nanswer: { number: a^2 }\nmistakes: [{ value: 2 * a, because: doubled a, tag: doubled }, { value: a, because: not squared }]';
    expect(section(front, 'Mistakes')).toBe('- $2$: not squared\n- *Does not show with these numbers:* doubled');
    expect(
      sectionsOf(makeVariant(template(front), 1)).find(({ title }) => title === 'Mistakes')?.markdown,
    ).not.toContain('Does not show');
  });

  it('of what takes lines of its own stand below the comment', () => {
    const front = "answer: { tensor: '[1, 2]' }\nmistakes: [{ value: '[2, 1]', because: the other way round }]";
    expect(section(front, 'Mistakes')).toMatch(
      /^- the other way round:\n {2}\n {2}\$\$\\begin\{bmatrix\} 2[\s\S]*1[\s\S]*\$\$$/,
    );
  });

  it('of a number that is asked as a choice are its options', () => {
    const front =
      'answer: { number: 6, as: choice }\nmistakes: [{ value: 5, because: low }, { value: 7, because: high }]';
    expect(section(front, 'Reasons')).toMatch(/is wrong: low/);
    expect(section(front, 'Mistakes')).toBeUndefined();
  });
});

it('shows the graph of a derivation, its decoys and why', () => {
  const reasons = sectionsOf(makeVariant(kindFixture('order/average'), 1)).find(({ title }) => title === 'Reasons');
  expect(reasons?.markdown).toMatch(/\*\*\d\*\* may stand first/);
  expect(reasons?.markdown).toMatch(/\*\*\d\*\* rests on \*\*\d\*\*: the rule is put into itself/);
  expect(reasons?.markdown).toMatch(/\*\*\d\*\* does not belong: the older gradients count too/);
});

it('says in a few words what it counts', () => {
  expect(factsOf(template('credits: 1\nminutes: 2.5\nanswer: { number: 1 }'))).toEqual(['1 credit', '2.5 minutes']);
  expect(factsOf(template('answer: { number: 1 }'))).toEqual(['1 credit']);
});
