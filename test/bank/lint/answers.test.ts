import { describe, expect, it } from 'vitest';
import { said } from './support.ts';

/** Rules about answers and mistakes. */

const vars = 'vars:\n  n: { given: 3, int: [2, 40] }\n';

describe('key', () => {
  it('wants each mistake to be recognised when it is typed', () => {
    const words = (mistake: string): string =>
      `answer: { words: [overfitting] }\nmistakes:\n  - { value: ${mistake}, because: no }`;
    expect(said('key', words('overfitting'))).toEqual([
      expect.stringMatching(/^cnn\/q\.md:6:5: .*this mistake leads to "overfitting", which is right: .*\[key\]/),
      ...said('key', words('overfitting')).slice(1),
    ]);
    expect(said('key', words('underfitting'))).toEqual([]);
  });

  it('wants options that differ', () => {
    const match = (is: string): string =>
      `answer:\n  match:\n    - { text: one, is: '{{n}}' }\n    - { text: two, is: '${is}' }\n    - { text: three, is: four }\n${vars}`;
    expect(said('key', match('seven'))).toEqual([]);
    const order = (third: string): string =>
      `answer:\n  order:\n    a: first\n    b: second\n    c: third\n    d: { line: '${third}', decoy: no }\n${vars}`;
    expect(said('key', order('Second'))).toEqual([
      expect.stringMatching(/two options or lines read "second"/),
      ...said('key', order('Second')).slice(1),
    ]);
    expect(said('key', order('fourth'))).toEqual([]);
  });
});

describe('mistakes', () => {
  const two = 'mistakes:\n  - { value: n, because: no }\n  - { value: 3 * n, because: no }';

  it('wants two ways to get a computed answer wrong', () => {
    expect(said('mistakes', `${vars}answer: { number: 2 * n }`)).toEqual([
      expect.stringMatching(/^cnn\/q\.md:6:1: part a: no mistake is listed; list at least 2 ways/),
    ]);
    expect(said('mistakes', `${vars}answer: { number: 2 * n }\n${two.split('\n').slice(0, 2).join('\n')}`)).toEqual([
      expect.stringMatching(/only one mistake is listed/),
    ]);
    expect(said('mistakes', `${vars}answer: { number: 2 * n }\n${two}`)).toEqual([]);
  });

  it('counts those of the part, and replaced steps for all of them', () => {
    const front = `${vars}let: { m: n + 1 }\nparts:\n  - { ask: One, number: 2 * m }\n  - { ask: Two, number: 3 * m }\nmistakes:\n  - { instead: { m: n }, because: no }\n  - { part: a, value: n, because: no }`;
    expect(said('mistakes', front)).toEqual([expect.stringMatching(/part b: only one mistake is listed/)]);
  });

  it('wants none where nothing is computed', () => {
    expect(said('mistakes', 'answer: { words: [overfitting] }')).toEqual([]);
  });
});

describe('idle-mistake', () => {
  const front = (second: string): string =>
    `${vars}let: { m: n + 1 }\nparts:\n  - { ask: One, number: 5 * m }\n  - { ask: Two, number: 7 * n }\nmistakes:\n  - { instead: { m: n }, because: no }\n  - ${second}`;

  it('wants every mistake to show', () => {
    expect(said('idle-mistake', front('{ part: b, instead: { m: n + 2 }, because: this never bears on b }'))).toEqual([
      expect.stringMatching(/^cnn\/q\.md:12:5: this mistake shows at no seed/),
    ]);
    expect(said('idle-mistake', front('{ part: b, value: n, because: no }'))).toEqual([]);
  });

  it('tells mistakes with the same words apart', () => {
    const same = `${vars}answer: { number: 5 * n }\nmistakes:\n  - { value: n, because: no }\n  - { value: 2 * n, because: no }`;
    expect(said('idle-mistake', same)).toEqual([]);
  });

  it('comes to an end with many values in the words', () => {
    const vector = `vars:\n  n: { given: [${'1, '.repeat(29)}1], int: [1, 9], shape: [30] }\n`;
    const words = (end: string): string => `'no ${'{{n}}, '.repeat(8)}${end}'`;
    const front = `${vector}answer: { number: 7 * sum(n) }\nmistakes:\n  - { value: sum(n), because: ${words('done')} }\n  - { value: 2 * sum(n), because: ${words('made')} }`;
    expect(said('idle-mistake', front, 'Seven times the sum of {{n}}?', 2)).toEqual([]);
  });

  it('knows values in the words', () => {
    const filled = `${vars}answer: { number: 5 * n }\nmistakes:\n  - { value: n, because: 'not $n = {{n}}$' }`;
    expect(said('idle-mistake', filled)).toEqual([]);
  });

  it('looks at the options of a number that is asked as a choice', () => {
    const choice = (show: number): string =>
      `${vars}answer: { number: 5 * n, as: choice, show: ${show} }\nmistakes:\n${[1, 2, 3].map(k => `  - { value: ${k} * n, because: no ${k} }`).join('\n')}`;
    expect(said('idle-mistake', choice(3))).toEqual([expect.stringMatching(/^cnn\/q\.md:10:5: /)]);
    expect(said('idle-mistake', choice(4))).toEqual([]);
  });
});

describe('same-mistake', () => {
  const shape = (second: string): string =>
    `${vars}answer: { shape: [n, 7] }\nmistakes:\n  - { value: '[n, 1]', because: one }\n  - { value: '${second}', because: two }`;

  it('wants mistakes that lead to different values', () => {
    expect(said('same-mistake', shape('[n, 2 - 1]'))).toEqual([
      expect.stringMatching(
        /^cnn\/q\.md:9:5: part a: this mistake leads to the same as the one of line 8 at every seed/,
      ),
    ]);
    expect(said('same-mistake', shape('[n, 2]'))).toEqual([]);
  });

  it('lets them agree now and then', () => {
    expect(said('same-mistake', shape('[3, 1]'))).toEqual([]);
  });
});

describe('guessable', () => {
  const choice = (options: readonly string[], kind = 'one', show = ''): string[] =>
    said('guessable', `answer: { choice: ${kind}${show} }`, ['Which?', '', ...options].join('\n'));

  it.each([
    [
      'no longer',
      ['- [x] a very long answer indeed', '- [ ] shorter', '- [ ] short'],
      /clearly the longest in 100 % of the seeds/,
    ],
    [
      'no shorter',
      ['- [x] short', '- [ ] a long answer', '- [ ] another long answer'],
      /clearly the shortest in 100 %/,
    ],
  ])('wants a right option that is %s than the others', (_, options, message) => {
    expect(choice(options)).toEqual([expect.stringMatching(message)]);
  });

  it('measures what is seen', () => {
    expect(choice(['- [x] $\\mathbf{\\operatorname{x}}$', '- [ ] one', '- [ ] two'])).toEqual([]);
    expect(choice(['- [x] half', '- [ ] third', '- [ ] quarters'])).toEqual([]);
  });

  it('lets a long right option be where it is one of several', () => {
    const pool = ['- [x] a very long answer indeed', '- [x] short', '- [x] brief', '- [ ] shorter', '- [ ] shortest'];
    expect(choice(pool, 'one', ', show: 3')).toEqual([]);
  });

  it.each(['All of the above', 'None of these', 'Both a and b', 'neither (a) nor (c)'])('objects to "%s"', text => {
    expect(choice([`- [x] ${text}`, '- [ ] something else', '- [ ] something more'])).toContainEqual(
      expect.stringMatching(/speaks of the other options/),
    );
  });

  it.each(['Both $a$ and $b$ vanish', 'All of the weights', 'None of its inputs', 'both layers'])(
    'allows "%s"',
    text => {
      const found = choice([`- [x] ${text}`, '- [ ] something else, longer', '- [ ] something more']);
      expect(found.filter(one => one.includes('speaks'))).toEqual([]);
    },
  );

  it('wants right ones among many that are as long as the wrong ones', () => {
    const long = ['- [x] a very long answer', '- [x] another very long answer', '- [ ] shorter', '- [ ] short'];
    expect(choice(long, 'many')).toEqual([expect.stringMatching(/the right options are clearly the longest in 100 %/)]);
    expect(choice([...long.slice(0, 3), '- [ ] a wrong long answer'], 'many')).toEqual([]);
  });

  it('wants right and wrong ones among many', () => {
    expect(choice(['- [x] one', '- [x] two', '- [x] six'], 'many')).toEqual([
      expect.stringMatching(/all of the options shown are right, or none/),
    ]);
    expect(choice(['- [x] one', '- [x] two', '- [ ] six'], 'many')).toEqual([]);
  });
});

describe('order', () => {
  const order = (...decoys: string[]): string[] =>
    said(
      'order',
      `answer:\n  order:\n    a: first\n    b: second\n    c: third\n${decoys.map((text, i) => `    d${i}: { line: ${text}, decoy: no }`).join('\n')}`,
    );

  it('wants two decoys', () => {
    expect(order()).toEqual([expect.stringMatching(/^cnn\/q\.md:6:8: part a: no line is a decoy/)]);
    expect(order('fourth')).toEqual([expect.stringMatching(/only one line is a decoy/)]);
    expect(order('fourth', 'fifth')).toEqual([]);
  });
});
