import { describe, expect, it } from 'vitest';
import { stepsOf } from '../../src/app/steps.ts';
import { makeVariant } from '../../src/bank/variant.ts';
import { shipped } from '../bank/shipped.ts';
import { on, wrong } from '../tui/gallery-steps.ts';

const FORMULA = '$$\na = 1\n\n+ 2\n$$';

describe('a solution as steps', () => {
  it.each<[string, string, readonly number[]]>([
    ['a formula belongs to the sentence before it', `One.\n\nTwo:\n\n${FORMULA}\n\nThree.`, [1, 2, 1]],
    ['each further formula is a step', 'One:\n\n$$a$$\n\n$$b$$\n$$c$$', [2, 1, 1]],
    ['a list belongs to what introduces it', 'These:\n\n- a\n- b\n\n- c\n\n  more of c\n\nEnd.', [4, 1]],
    ['a table too, and a figure with a blank line in it', 'T:\n\n| a |\n|---|\n\nF:\n\n```plot\na\n\nb\n```', [2, 2]],
    ['a sentence that goes on behind its formula', 'As\n\n$$a$$\n\nwhich is b.\n\nEnd.', [3, 1]],
    ['a heading sentence goes with the next one', 'With a:\n\nThe first:\n\n$$a$$', [3]],
    ['money opens no formula', 'It costs $5.\n\nAnd $6.', [1, 1]],
    ['nothing', '', []],
  ])('%s', (_, solution, blocks) => {
    expect(stepsOf(solution).map(step => blocksIn(step))).toEqual(blocks);
  });

  it('loses nothing of any solution of the bank, and cuts no formula in two', () => {
    const solutions = shipped().templates.flatMap(template => makeVariant(template, 5).solution ?? []);
    expect(solutions.length).toBeGreaterThan(100);
    const dense = (text: string): string => text.replaceAll(/\s/g, '');
    for (const solution of solutions) {
      const steps = stepsOf(solution);
      expect(dense(steps.join(''))).toBe(dense(solution));
      for (const step of steps) expect((step.split('$$').length - 1) % 2).toBe(0);
    }
  });
});

/** Blocks between blank lines, but for the blank lines within formulas and figures. */
function blocksIn(step: string): number {
  const closed = step.replaceAll(/\$\$[\s\S]*?\$\$|```[\s\S]*?```/g, block => block.replaceAll('\n', ' '));
  return closed.split(/\n\n/).length;
}

describe('going through it', () => {
  it('shows one step after the other, back to the first and on to the last, and then all', () => {
    const walk = on('cnn/filter-weights');
    wrong(walk);
    const at = (): unknown => {
      const { steps } = walk.mark();
      return steps && [steps.shown, steps.texts.length, steps.all];
    };
    expect(at()).toBeNull();
    walk.act('step');
    expect(at()).toBeNull();
    const seen = (['steps', 'step-back', 'step', 'step', 'step-back', 'step', 'steps', 'step'] as const).map(action => {
      walk.act(action);
      return at();
    });
    expect(seen).toEqual([
      [1, 2, false],
      [1, 2, false],
      [2, 2, false],
      [2, 2, false],
      [1, 2, false],
      [2, 2, false],
      [2, 2, true],
      [2, 2, true],
    ]);
    walk.act('steps');
    expect(at()).toEqual([1, 2, false]);
    walk.act('back');
    expect(at()).toBeNull();
    walk.act('next');
    expect(walk.state().screen?.name).toBe('question');
  });

  it('begins nothing where a solution has one step', () => {
    const walk = on('optimization/any-right');
    wrong(walk);
    const before = walk.mark();
    walk.act('steps');
    expect(walk.mark().steps).toBeNull();
    expect(before.presented.variant.solution).not.toBeNull();
  });
});
