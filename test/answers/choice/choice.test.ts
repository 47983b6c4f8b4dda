import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerSheet, keyData, markReply, printKey, readReply, showKey } from '../../../src/answers/answers.ts';
import { CHOICE_RULES } from '../../../src/answers/choice/choice.ts';
import { choiceKey, choiceKeys } from './case.ts';
import { accepted, credits, rejected } from './replies.ts';

const many = choiceKey('-x-x');
const one = choiceKey('-x--', false);

describe('ways to name options', () => {
  test.each(accepted)('%j is %s', (text, readAs) => {
    expect(readReply(text, many)).toMatchObject({ status: 'read', readAs });
  });
});

describe('what names no options is refused', () => {
  test.each(rejected)('%j', (text, reason, position) => {
    expect(readReply(text, many)).toEqual({ status: 'unreadable', reason, position });
  });

  test('where one option is right, exactly one may be named', () => {
    expect(readReply('b', one)).toMatchObject({ status: 'read', readAs: 'b' });
    expect(readReply('b,d', one)).toMatchObject({ reason: 'one option is right: name only one' });
    expect(readReply('none', one)).toMatchObject({ reason: 'one option is right: name it (a–d)' });
    expect(readReply('e', one)).toMatchObject({ reason: '"e" names no option: they are a–d' });
  });
});

describe('the credit of ticks', () => {
  test.each(credits)('%s, %s: %s earns %d', (rule, options, reply, credit) => {
    const mark = markReply('a', reply, choiceKey(options, true, rule));
    expect(mark).toMatchObject({ readAs: reply, mistake: null });
    expect(mark.credit).toBeCloseTo(credit, 15);
  });

  test('by any rule it is whole if every box is as it should be, and only then', () => {
    fc.assert(
      fc.property(choiceKeys, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (key, ticks) => {
        const ticked = key.options.filter((_, i) => ticks[i]).map(({ label }) => label);
        if (!key.many && ticked.length !== 1) return;
        const { credit } = markReply('a', ticked.join(',') || 'none', key);
        expect(credit === 1).toBe(key.options.every(({ label, right }) => right === ticked.includes(label)));
        expect(credit).toBeGreaterThanOrEqual(0);
        expect(credit).toBeLessThanOrEqual(1);
      }),
      { numRuns: 2000 },
    );
  });

  test('a box put right never costs anything', () => {
    fc.assert(
      fc.property(
        choiceKeys,
        fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        fc.nat(7),
        (key, ticks, place) => {
          if (!key.many) return;
          const earned = (boxes: readonly boolean[]): number => {
            const labels = key.options.filter((_, i) => boxes[i]).map(({ label }) => label);
            return markReply('a', labels.join(',') || 'none', key).credit;
          };
          const better = ticks.with(place, key.options[place]?.right ?? false);
          expect(earned(better)).toBeGreaterThanOrEqual(earned(ticks));
        },
      ),
    );
  });

  test.each(CHOICE_RULES)('where one option is right, %s is all or nothing, and nobody need know of it', rule => {
    const key = choiceKey('-x--', false, rule);
    expect(['a', 'b', 'c', 'd'].map(reply => markReply('a', reply, key).credit)).toEqual([0, 1, 0, 0]);
    expect(showKey(key)).toBe('**b**');
    expect(answerSheet(key)).toBe(answerSheet(one));
  });

  test.each(CHOICE_RULES)('no answer is no "none", also %s', rule => {
    expect(markReply('a', ' ', choiceKey('----', true, rule))).toMatchObject({ credit: 0, comment: 'No answer.' });
  });
});

describe('what is told of it', () => {
  test('none may be right', () => {
    const nothing = choiceKey('----');
    expect(printKey(nothing)).toBe('none');
    expect(showKey(nothing)).toBe('none of the options');
  });

  test.each(CHOICE_RULES)('the comment names each box that is not as it should be, with its reason: %s', rule => {
    const key = choiceKey('-x-x', true, rule);
    expect(markReply('a', 'a,b', key).comment).toBe('- **a** is wrong: reason a\n- **d** is right.');
  });

  test('the key is shown by its letters, with the rule where it is a special one', () => {
    expect(showKey(many)).toBe('**b, d**');
    expect(showKey(choiceKey('-x-x', true, 'per-option'))).toBe(
      '**b, d** (marked per option: each counts by itself, ticked if it is right and left open if it is wrong)',
    );
    expect(showKey(choiceKey('----', true, 'negative'))).toBe(
      'none of the options (marked with minus points: right ticks earn equal shares, wrong ticks cost equal shares, and the credit never falls below 0)',
    );
  });

  test('on paper a special rule stands above the boxes, and nothing tells which are right', () => {
    expect(answerSheet(many)).toBe('- ☐ **a** option a\n- ☐ **b** option b\n- ☐ **c** option c\n- ☐ **d** option d');
    for (const rule of CHOICE_RULES) {
      expect(answerSheet(choiceKey('x--x', true, rule))).toBe(answerSheet(choiceKey('-x--', true, rule)));
    }
    expect(answerSheet(choiceKey('-x', true, 'negative'))).toMatch(/^Marked with minus points: .*\.\n\n- ☐/);
  });

  test('scripts see the rule by its name', () => {
    expect(keyData(choiceKey('-x', true, 'negative'))).toMatchObject({ key: ['b'], many: true, rule: 'negative' });
  });
});
