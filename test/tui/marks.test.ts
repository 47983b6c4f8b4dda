import { describe, expect, it } from 'vitest';
import { markReply } from '../../src/answers/answers.ts';
import type { Template } from '../../src/bank/template.ts';
import { makeVariant, type VariantPart } from '../../src/bank/variant.ts';
import { drawMark } from '../../src/tui/marks/marks.ts';
import { textOf, widthOf } from '../../src/tui/styled.ts';
import { fixture, kindFixture } from '../app/support.ts';

const ASK = 'The mean squared error of the prediction over all samples of the batch, as a number';

function partOf(template: Template, changes: Partial<VariantPart> = {}): VariantPart {
  const [part] = makeVariant(template, null).parts;
  if (!part) throw new Error(`${template.id} has no part`);
  return { ...part, ...changes };
}

function drawn(part: VariantPart, reply: string, { width = 50, comment = null as string | null, several = true } = {}) {
  const mark = markReply(part.name, reply, part.key);
  return drawMark({ part, mark: { ...mark, comment }, reply, several, width, spoken: false });
}

describe('a part with a long name', () => {
  it.each([
    ['a number', fixture('cnn/filter-weights'), '1'],
    ['a grid', kindFixture('tensor/outer'), '1'],
    ['a page', kindFixture('rubric/vanishing'), 'Some words.'],
    ['an unanswered page', kindFixture('rubric/vanishing'), ''],
  ])('shows all of its question above the mark of %s', (_, template, reply) => {
    const lines = drawn(partOf(template, { name: 'disadvantage', ask: ASK }), reply);
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(50);
    expect(lines.map(textOf).join(' ').replaceAll(/\s+/g, ' ')).toContain(ASK);
  });
});

describe('a comment', () => {
  const text = (comment: string): string =>
    drawn(partOf(fixture('cnn/filter-weights')), '1', { comment, several: false })
      .map(textOf)
      .join('\n');

  it('is a sentence also where the author wrote none', () => {
    expect(text('the bias is forgotten')).toMatch(/→ The bias is forgotten\.$/);
    expect(text('this is $3 x_1$')).toMatch(/→ This is 3x₁\.$/);
    expect(text('Is that $x_1$?')).toMatch(/→ Is that x₁\?$/);
  });
});

it('names some of many terms that would have been right', () => {
  const part = partOf(kindFixture('words/overfitting'));
  const key = { ...part.key, accepted: ['overfitting', 'high variance', 'overtraining', 'overfit', 'overfitted'] };
  const lines = drawn({ ...part, key: key as VariantPart['key'] }, 'underfitting', { several: false });
  expect(lines.map(textOf)[0]).toBe('✗ underfitting — right is overfitting, also high');
  expect(lines.map(textOf)[1]?.trim()).toBe('variance, overtraining');
});

it('says of no cell whether it is right where a mark of another program does not tell', () => {
  const [part, reply] = [partOf(kindFixture('tensor/outer')), '3 9\n6 10'];
  const { cells, ...mark } = markReply(part.name, reply, part.key);
  expect(cells).toEqual([true, false, true, true]);
  const shown = (spoken: boolean): string[] =>
    drawMark({ part, mark: { ...mark, comment: null }, reply, several: false, width: 50, spoken }).map(line =>
      textOf(line).trim(),
    );
  expect(shown(false)).toEqual(['yours        right', '⎡ 3  9  ⎤    ⎡ 3   5 ⎤', '⎣ 6  10 ⎦    ⎣ 6  10 ⎦']);
  expect(shown(true)).toEqual([
    ...['yours:', 'row 1: column 1: 3; column 2: 9', 'row 2: column 1: 6; column 2: 10'],
    ...['right:', 'row 1: column 1: 3; column 2: 5', 'row 2: column 1: 6; column 2: 10'],
  ]);
});
