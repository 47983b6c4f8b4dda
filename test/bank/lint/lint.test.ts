import { describe, expect, it, test } from 'vitest';
import { RULE_NAMES, RULES } from '../../../src/bank/lint/rules.ts';
import { template } from '../support.ts';
import { findingsOf, SOUND_BODY, SOUND_FRONT, said, saidOf } from './support.ts';

test('a sound question has no finding', () => {
  expect(findingsOf(template(SOUND_FRONT, SOUND_BODY), [], 1000)).toEqual([]);
});

test('every rule has a name of its own and is told in a sentence', () => {
  expect(new Set(RULE_NAMES).size).toBe(RULES.length);
  for (const { name, about } of RULES) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(about).toMatch(/^[A-Z].*\.$/);
  }
});

describe('findings', () => {
  it('are told once, with the first seed and how many seeds show them', () => {
    const front = 'vars:\n  n: { given: 300, int: [1, 300] }\nwhere: n > 299\nanswer: { number: n }';
    expect(said('draw', front)).toEqual([
      expect.stringMatching(/^cnn\/q\.md:6:8: no draw in 200 .*, in 10 of [12]\d seeds \[draw\] \(seed \d\)$/),
    ]);
  });

  it('are at most three of a rule', () => {
    const front = `vars:\n${['a', 'b', 'c', 'd', 'e'].map(name => `  ${name}: { given: 1, int: [1, 9] }`).join('\n')}\nanswer: { number: 7 }`;
    expect(said('unused', front)).toHaveLength(3);
  });

  it('of a question without any variant are about the file and its draws', () => {
    const front = "answer: { expression: 'log(x)', symbols: { x: [-2, -1] } }";
    const rules = findingsOf(template(front)).map(({ rule }) => rule);
    expect(rules).toContain('draw');
    expect(rules).not.toContain('tolerance');
  });

  it('of the given variant alone say so, and have no seed', () => {
    const front = `vars:\n  n: { given: 0, int: [2, 900] }\nanswer: { number: 1 / n }`;
    expect(said('draw', front)).toEqual([
      expect.stringMatching(/^cnn\/q\.md:6:21: the given variant: .*zero.*\[draw\]$/),
    ]);
  });
});

describe('an exception', () => {
  const broken = 'answer: { number: 7 }\nfewer: a fixed fact';

  it('takes the findings of its rule away', () => {
    expect(said('source', broken)).toHaveLength(1);
    expect(findingsOf(template(`allow: { source: a classic }\n${broken}`)).map(({ rule }) => rule)).not.toContain(
      'source',
    );
  });

  it('that is not needed is a finding', () => {
    expect(said('allow', `source: [exam/1]\nallow:\n  source: a classic\n${broken}`)).toEqual([
      'cnn/q.md:6:11: allow.source: nothing breaks this rule: leave the exception out [allow]',
    ]);
  });

  it('names a rule', () => {
    expect(said('allow', `allow: { sorce: a classic }\n${broken}`)).toEqual([
      'cnn/q.md:4:17: allow.sorce: there is no such rule: did you mean source? [allow]',
    ]);
  });

  it('is told of a rule that is like no other', () => {
    expect(said('allow', `allow: { whatever: a classic }\n${broken}`)).toEqual([
      'cnn/q.md:4:20: allow.whatever: there is no such rule; questions/README.md lists them all [allow]',
    ]);
  });

  it('is refused where nothing can make it sound', () => {
    const front = `vars:\n  n: { given: 3, int: [1, 9] }\nwhere: n > 9\nanswer: { number: n }\nallow: { draw: I know }`;
    const one = template(front);
    expect(saidOf('allow', one)).toEqual([expect.stringMatching(/allow\.draw: this rule has no exceptions/)]);
    expect(saidOf('draw', one)).not.toEqual([]);
  });
});
