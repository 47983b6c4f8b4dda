import { type AnswerKey, answerSpace, type KindName } from '../../src/answers/answers.ts';
import type { AnswerSpace } from '../../src/answers/space.ts';

/** Keys that look alike on paper, and differ in what is right. */

type Others = { readonly [Kind in KindName]: (key: Extract<AnswerKey, { kind: Kind }>) => AnswerKey };

const OTHERS: Others = {
  choice: key => ({ ...key, options: key.options.map(option => ({ ...option, right: !option.right })) }),
  number: key => ({ ...key, value: key.value + 1, accepts: [key.value + 1, key.value + 2] }),
  tensor: key => ({ ...key, values: key.values.map(value => value / 2 + 1) }),
  table: key => ({ ...key, values: key.values.map(value => value / 2 + 1) }),
  shape: key => ({ ...key, shape: [] }),
  expression: key => ({ ...key, text: '1' }),
  order: key => ({
    ...key,
    lines: key.lines.map(line => ({
      ...line,
      after: [],
      decoy: !line.decoy,
      blank: line.blank && { answer: 'other', accepts: [] },
    })),
  }),
  match: key => ({
    ...key,
    blanks: key.blanks.map(blank => ({ ...blank, answer: key.options.at(-1)?.label ?? '' })),
  }),
  words: key => ({ ...key, accepted: ['underfitting'] }),
  rubric: key => ({ ...key, points: key.points.map(({ credits }) => ({ text: 'another', credits })) }),
};

export function otherKey(key: AnswerKey): AnswerKey {
  return (OTHERS[key.kind] as (key: AnswerKey) => AnswerKey)(key);
}

/** A space without what belongs in its places: what an exam prints. */
export function blank(space: AnswerSpace): unknown {
  switch (space.kind) {
    case 'line':
    case 'page':
      return space;
    case 'boxes':
      return { ...space, options: space.options.map(({ label, text }) => ({ label, text })) };
    case 'grid':
      return { ...space, rows: space.rows.map(({ heading, cells }) => ({ heading, cells: cells.map(() => '') })) };
    case 'order':
      return { ...space, lines: space.lines.map(({ label, text }) => ({ label, text })) };
    case 'pairs':
      return { ...space, blanks: space.blanks.map(({ label, text }) => ({ label, text })) };
  }
}

/** What is filled in, in the notation in which the key is printed; null for a space that holds no answer. */
export function filledIn(key: AnswerKey): unknown {
  const space = answerSpace(key);
  switch (space.kind) {
    case 'line':
    case 'page':
      return null;
    case 'boxes':
      return space.options.filter(({ right }) => right).map(({ label }) => label);
    case 'grid':
      return space.rows.flatMap(({ cells }) => cells);
    case 'order':
      return space.lines
        .filter(({ place }) => place !== null)
        .sort((a, b) => Number(a.place) - Number(b.place))
        .map(({ label }) => label);
    case 'pairs':
      return Object.fromEntries(space.blanks.map(({ label, answer }) => [label, answer]));
  }
}
