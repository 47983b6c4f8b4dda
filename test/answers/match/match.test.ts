import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerSheet } from '../../../src/answers/answers.ts';
import type { MatchKey, MatchReply } from '../../../src/answers/match/key.ts';
import { matchKind } from '../../../src/answers/match/match.ts';
import { matchKey, matchKeys } from './case.ts';
import { accepted, empty, marks, rejected } from './replies.ts';

const { read, mark, print, data, show } = matchKind;
const key = matchKey('cab', 4);

function markOf(text: string, of: MatchKey) {
  const reading = read(text, of);
  if (reading.status !== 'read') throw new Error(`not read: ${text}`);
  return mark(reading.reply, of);
}

describe('ways to match', () => {
  test.each(accepted)('%j', (text, readAs) => {
    expect(read(text, key)).toMatchObject({ status: 'read', readAs });
    expect(read(readAs, key)).toEqual(read(text, key));
  });

  test.each(empty)('%j is no reply', text => {
    expect(read(text, key)).toEqual({ status: 'empty' });
  });

  test('blanks are called as in the figure', () => {
    const named: MatchKey = { ...key, blanks: key.blanks.map((blank, i) => ({ ...blank, label: `${[4, 11, 7][i]}` })) };
    expect(read('cab', named)).toMatchObject({ readAs: '4=c 11=a 7=b' });
    expect(read('11a 4c', named)).toMatchObject({ readAs: '4=c 11=a' });
    expect(read('1=c', named)).toMatchObject({ reason: '"1" names no blank: they are 4, 11, 7' });
  });
});

describe('what is no match is refused', () => {
  test.each(rejected)('%j', (text, reason, position) => {
    expect(read(text, key)).toEqual({ status: 'unreadable', reason, position });
  });
});

describe('marking', () => {
  test.each(marks)('%s earns %d thirds', (reply, thirds, mistake, cells, comment) => {
    const right = [...cells].map(cell => cell === 'x');
    expect(markOf(reply, key)).toEqual({ credit: thirds / 3, mistake, comment, cells: right });
  });

  test('credit is the share of the blanks that are right, and whole for all of them only', () => {
    const chosen = fc.array(fc.option(fc.nat(13)), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(matchKeys, chosen, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (of, picks, keep) => {
        const reply: MatchReply = of.blanks.map(({ answer }, i) => {
          const pick = picks[i] ?? null;
          if (keep[i]) return answer;
          return pick === null ? null : (of.options[pick % of.options.length]?.label ?? null);
        });
        const right = of.blanks.map(({ answer }, i) => answer === reply[i]);
        const { credit, cells, comment, mistake } = mark(reply, of);
        expect(cells).toEqual(right);
        expect(credit).toBe(right.filter(Boolean).length / right.length);
        expect(credit === 1).toBe(comment === null);
        expect((comment ?? '').split('\n').length).toBeLessThanOrEqual(4);
        const isSwapped = of.blanks.some(({ answer }, i) =>
          of.blanks.some((other, j) => answer !== other.answer && reply[i] === other.answer && reply[j] === answer),
        );
        expect(mistake).toBe(isSwapped ? 'swapped' : null);
      }),
      { numRuns: 500 },
    );
  });

  test('at most four remarks', () => {
    const { comment } = markOf('1=b', matchKey('aaaaaa', 2));
    expect(comment?.split('\n').map(remark => remark.slice(0, 7))).toEqual([
      '- **1**',
      '- **2**',
      '- **3**',
      '- **4**',
    ]);
  });

  test('each blank is swapped with one other at most', () => {
    expect(markOf('1=b 2=a 3=a', matchKey('abb', 2))).toMatchObject({
      credit: 0,
      mistake: 'swapped',
      comment:
        '- **1** and **2** are swapped: **1** is **a** (meaning a), and **2** is **b** (meaning b): reason 1\n- **3** is **b** (meaning b): reason 3',
    });
  });
});

describe('the key', () => {
  test('is printed, seen by scripts and shown', () => {
    expect(print(key)).toBe('1=c 2=a 3=b');
    expect(data(key)).toEqual({
      key: { 1: 'c', 2: 'a', 3: 'b' },
      blanks: [
        { label: '1', text: 'term 1' },
        { label: '2', text: '' },
        { label: '3', text: 'term 3' },
      ],
      options: ['a', 'b', 'c', 'd'].map(label => ({ label, text: `meaning ${label}` })),
    });
    expect(show(key)).toBe('- **1** – meaning c\n- **2** – meaning a\n- **3** – meaning b');
  });

  test('on paper there is room beside each blank, and the options stand below', () => {
    const lines = answerSheet(key).split('\n');
    expect(lines[0]).toMatch(/^- \*\*1\*\* term 1 …+$/);
    expect(lines[1]).toMatch(/^- \*\*2\*\* …+$/);
    expect(lines.slice(3)).toEqual([
      '',
      'Choose from:',
      '',
      '- **a** meaning a',
      '- **b** meaning b',
      '- **c** meaning c',
      '- **d** meaning d',
    ]);
  });
});
