import { describe, expect, it } from 'vitest';
import { replyText } from '../../../src/app/entries/entries.ts';
import { standings } from '../../../src/app/exam/standing.ts';
import type { ExamState } from '../../../src/app/exam/state.ts';
import { DISK_FAILURE } from '../support.ts';
import { formOf, type Sitting, sitting } from './support.ts';

const MINUTE = 60_000;
const begun = (options?: Parameters<typeof sitting>[0]): Sitting => {
  const exam = sitting(options);
  exam.act('submit');
  return exam;
};
const replies = ({ sheets, questions }: ExamState): string[][] =>
  sheets.map(({ entries }, i) =>
    entries.map((entry, j) => replyText(entry, (questions[i]?.question.parts ?? [])[j] as never)),
  );
const answerAll = (exam: Sitting): void => {
  for (let i = 0; i < exam.state().questions.length; i++) {
    exam.answer();
    exam.act('next');
  }
};

describe('an exam', () => {
  it('begins with the clock that was chosen, and keeps nothing before', () => {
    const exam = sitting();
    exam.act('clock');
    exam.type('x');
    exam.run(5);
    expect(exam.disk).toMatchObject({ startedAt: null, elapsedMs: 0 });
    exam.act('submit');
    expect(exam.state().screen.name).toBe('question');
    expect(exam.disk.clock).toBe('pauses');
  });

  it('takes every kind of answer, marks nothing before the end, and then all of it', () => {
    const exam = begun();
    answerAll(exam);
    expect(standings(exam.state())).toEqual(exam.state().questions.map(() => 'answered'));
    expect(exam.state().outcome).toBeNull();
    exam.act('overview', 'hand-in', 'submit');
    // Two questions are judged by their writer: every point of them.
    expect(exam.state().screen).toMatchObject({ name: 'judge', which: 0 });
    exam.type('1');
    exam.type('2');
    exam.type('3');
    exam.act('submit', 'submit');
    expect(exam.state().screen.name).toBe('report');
    const { marks, answered, self, earned } = exam.disk.outcome ?? { marks: [], answered: [], self: 0, earned: 0 };
    expect(answered.every(Boolean)).toBe(true);
    const names = exam.state().questions.map(({ question }) => question.id);
    expect(names.filter((_, i) => marks[i]?.credit !== 1)).toEqual(['rubric/mixed']);
    expect(self).toBeGreaterThan(0);
    expect(earned).toBeGreaterThan(exam.state().facts.credits - 4);
    expect(exam.disk.finished).toBe(1);
  });

  it('is walked through freely: on, back, by the overview, only what is open; and flagged', () => {
    const exam = begun();
    exam.act('previous');
    expect(exam.state()).toMatchObject({ at: 0, notice: 'This is the first question.' });
    exam.answer();
    exam.act('flag', 'next', 'next', 'previous', 'overview');
    expect(exam.state().screen).toEqual({ name: 'overview', row: 1, open: false });
    exam.act('up', 'flag', 'down', 'down', 'flag');
    expect(exam.state().flags.flatMap((flag, i) => (flag ? [i] : []))).toEqual([2]);
    exam.act('only-open');
    // The first is answered: what was the third row is now the second.
    expect(exam.state().screen).toEqual({ name: 'overview', row: 1, open: true });
    exam.act('up', 'submit');
    expect(exam.state()).toMatchObject({ at: 1, screen: { name: 'question' } });
    exam.act('overview', 'back');
    expect(exam.state()).toMatchObject({ at: 1, screen: { name: 'question' } });
  });

  it('goes on by Enter: to the empty parts, the questions, the overview', () => {
    const exam = begun({ form: formOf(['losses/two-steps', 'shape/flatten']) });
    exam.type('3');
    exam.act('submit');
    expect(exam.state()).toMatchObject({ at: 0, sheets: [{ focus: 1 }, {}] });
    expect(standings(exam.state())).toEqual(['begun', 'empty']);
    exam.act('submit');
    expect(exam.state().at).toBe(1);
    exam.type('nonsense?');
    exam.act('submit');
    expect(exam.state().screen.name).toBe('overview');
    expect(standings(exam.state())).toEqual(['begun', 'unreadable']);
  });

  it('asks before it is handed in, and then lets nothing be changed', () => {
    const exam = begun({ form: formOf(['shape/flatten']) });
    exam.act('hand-in', 'back');
    expect(exam.state()).toMatchObject({ handedIn: null, screen: { name: 'overview' } });
    exam.act('back', 'hand-in', 'submit');
    expect(exam.state()).toMatchObject({ screen: { name: 'report' }, outcome: { earned: 0, answered: [false] } });
    const before = exam.state().sheets;
    exam.type('(N, 2)');
    exam.act('submit', 'submit', 'next', 'back', 'back', 'overview');
    expect(exam.state().sheets).toBe(before);
    expect(exam.state().screen.name).toBe('report');
  });

  it('writes pages in an editor, too', () => {
    const exam = begun({ form: formOf(['rubric/vanishing']) });
    exam.type('Products');
    exam.act('edit-page');
    expect(replies(exam.state())[0]?.[0]).toContain('Products … and more.');
    expect(exam.disk.drafts.get('reply:1.1')).toEqual({
      focus: 0,
      entries: [{ kind: 'page', text: 'Products … and more.' }],
    });
  });

  it('marks what was typed in from paper by its own letters, and keeps those of the variant', () => {
    for (const order of [1, 2, 3]) {
      const exam = begun({ form: formOf(['optimization/any-right', 'optimization/one-right'], order), clock: 'none' });
      answerAll(exam);
      exam.act('hand-in', 'submit');
      expect(exam.disk.outcome?.marks.map(({ credit }) => credit)).toEqual([1, 1]);
      const own = exam.state().questions.map(({ question }) => question.variant.parts[0]?.key);
      const right = own.map(key =>
        key?.kind === 'choice'
          ? key.options.flatMap(option => (option.right ? [option.label] : [])).join(',') || 'none'
          : '',
      );
      expect(exam.disk.outcome?.replies).toEqual(right.map(reply => [reply]));
    }
  });
});

describe('survival', () => {
  it('goes on after a kill at any moment, with every reply, flag and place', () => {
    let exam = begun();
    for (let i = 0; i < exam.state().questions.length; i++) {
      exam.answer();
      if (i % 3 === 0) exam.act('flag');
      const before = exam.state();
      exam = exam.again();
      const after = exam.state();
      expect(replies(after)).toEqual(replies(before));
      expect([after.flags, after.at, after.screen.name]).toEqual([before.flags, before.at, 'question']);
      exam.act('next');
    }
    exam.act('hand-in', 'submit');
    exam.type('1');
    exam.act('submit');
    exam.type('1');
    const judging = exam.state();
    exam = exam.again();
    expect(exam.state().screen).toMatchObject({ name: 'judge', which: 1 });
    expect(exam.state().granted).toEqual(judging.granted);
    exam.act('submit');
    expect(exam.disk.finished).toBe(1);
    expect(exam.disk.outcome?.replies.flat().filter(reply => /^1\n/.test(reply))).toHaveLength(2);
  });

  it('takes no key that cannot be saved, and says why', () => {
    const exam = begun();
    exam.act('next', 'next');
    exam.type('1');
    exam.failing.add('save');
    exam.type('2');
    expect(exam.state().notice).toBe(DISK_FAILURE);
    expect(replies(exam.state())[2]).toEqual(['1']);
    exam.failing.clear();
    exam.type('3');
    expect(replies(exam.again().state())[2]).toEqual(['13']);
  });

  it('can be left where nothing can be saved, also when the time is up', () => {
    for (const [action, seconds] of [
      ['leave', 3],
      ['quit', 3],
      ['quit', 2 * 60],
    ] as const) {
      const exam = begun({ minutes: 1 });
      for (const effect of ['save', 'beat', 'hand-in'] as const) exam.failing.add(effect);
      exam.run(seconds);
      expect(exam.state().notice).toBe(DISK_FAILURE);
      exam.act(action);
      expect(exam.state().over).not.toBeNull();
    }
  });

  it('stays at the end until the result can be written down', () => {
    const exam = begun({ form: formOf(['shape/flatten']) });
    exam.failing.add('finish');
    exam.act('hand-in', 'submit');
    expect(exam.state()).toMatchObject({ screen: { name: 'closing' }, notice: DISK_FAILURE });
    exam.failing.clear();
    exam.act('submit');
    expect(exam.state().screen.name).toBe('report');
    expect(exam.disk.finished).toBe(1);
  });

  it('leaves a part empty whose draft does not fit, as its question was changed', () => {
    const exam = begun({ form: formOf(['shape/flatten', 'match/gates']) });
    for (const draft of [null, 7, { entries: 'x' }, { focus: 9, entries: [{ kind: 'grid', cells: [['1']] }] }]) {
      exam.disk.drafts.set('reply:1.1', draft);
      exam.disk.drafts.set('reply:1.2', draft);
      expect(standings(exam.again().state())).toEqual(['empty', 'empty']);
    }
  });
});

describe('the clock', () => {
  it('hands in by itself when the time is up, with all that is there', () => {
    const exam = begun({ minutes: 2 });
    exam.act('next', 'next');
    exam.run(119);
    exam.type('12');
    expect(exam.state().handedIn).toBeNull();
    exam.run(1);
    expect(exam.state().screen.name).toBe('report');
    expect(exam.disk).toMatchObject({ elapsedMs: 2 * MINUTE, handedInAt: exam.clock.at });
    expect(exam.disk.outcome?.replies[2]).toEqual(['12']);
    expect(exam.state().spent[2]).toBe(2 * MINUTE);
  });

  it('counts no key that comes after the end', () => {
    const exam = begun({ minutes: 1, form: formOf(['cnn/filter-weights']) });
    exam.type('1');
    exam.sleep(MINUTE);
    exam.type('2');
    expect(exam.disk.outcome?.replies).toEqual([['1']]);
  });

  it('runs out while an editor is open, and says that the page counts as it was before', () => {
    for (const ticks of [60, 0]) {
      const exam = begun({ minutes: 1, form: formOf(['rubric/vanishing']) });
      exam.type('Products');
      exam.run(ticks);
      exam.sleep(MINUTE);
      exam.exam.dispatch({ type: 'page-edited', part: 0, text: 'Products of many factors' });
      expect(exam.state()).toMatchObject({ screen: { name: 'judge' }, notice: expect.stringMatching(/came too late/) });
      exam.act('submit');
      expect(exam.disk.outcome?.replies[0]?.[0]).toMatch(/Products$/);
    }
  });

  it('runs on while the program is closed, and hands in what was there when it is opened too late', () => {
    let exam = begun({ minutes: 10, form: formOf(['cnn/filter-weights', 'shape/flatten']) });
    exam.type('7');
    exam.run(10);
    exam.sleep(5 * MINUTE);
    exam = exam.again();
    exam.run(1);
    expect(exam.disk.elapsedMs).toBe(5 * MINUTE + 11_000);
    exam.sleep(60 * MINUTE);
    const end = (exam.disk.startedAt?.getTime() ?? 0) + 10 * MINUTE;
    exam = exam.again();
    expect(exam.state().screen.name).toBe('report');
    expect(exam.disk).toMatchObject({ elapsedMs: 10 * MINUTE, handedInAt: new Date(end) });
    expect(exam.disk.outcome?.replies[0]).toEqual(['7']);
    // Nobody looked at the question for that long.
    expect(exam.state().spent[0]).toBe(11_000);
  });

  it('pauses while the program is closed or the computer asleep', () => {
    let exam = begun({ clock: 'pauses', minutes: 10 });
    exam.run(30);
    exam.sleep(60 * MINUTE);
    exam.run(1);
    expect(exam.disk.elapsedMs).toBe(32_000);
    exam.sleep(60 * MINUTE);
    exam = exam.again();
    exam.run(10);
    expect(exam.disk.elapsedMs).toBe(42_000);
  });

  it.each(['runs', 'pauses'] as const)('gives no time where it is set back (%s)', policy => {
    let exam = begun({ clock: policy, minutes: 10 });
    exam.run(30);
    exam.sleep(-60 * MINUTE);
    exam.run(30);
    expect(exam.disk.elapsedMs).toBe(MINUTE);
    exam = exam.again();
    exam.run(30);
    expect(exam.disk.elapsedMs).toBe(1.5 * MINUTE);
  });

  it('does not go for answers from paper', () => {
    const exam = begun({ clock: 'none', minutes: 1 });
    exam.run(100);
    expect(exam.state().handedIn).toBeNull();
    expect(exam.disk.elapsedMs).toBe(0);
  });

  it('is told when asked', () => {
    const exam = begun();
    exam.run(61);
    exam.act('time');
    expect(exam.state().notice).toBe('88 minutes and 59 seconds left.');
    exam.run(1);
    expect(exam.state().notice).not.toBeNull();
  });
});
