import { describe, expect, it } from 'vitest';
import type { ExamAction } from '../../../src/app/exam/state.ts';
import { columns } from '../../../src/notation/columns.ts';
import { createDesk } from '../../../src/tui/editor.ts';
import { ExamApp } from '../../../src/tui/exam/app.tsx';
import { examEventFor } from '../../../src/tui/exam/dispatch.ts';
import { examFrame } from '../../../src/tui/exam/frame.ts';
import { heardExam } from '../../../src/tui/exam/reader.ts';
import { listenWith } from '../../../src/tui/reader/transcript.ts';
import { textOf } from '../../../src/tui/styled.ts';
import { formOf, type Sitting, sitting } from '../../app/exam/support.ts';
import { type Headless, headlessOf } from '../headless.tsx';
import { examNames, examStateOf } from './gallery.ts';
import { at, begun, ended, filled, NORMAL, shot } from './support.ts';

describe.each(examNames)('%s', name => {
  const state = examStateOf(name);

  it.each([
    [80, 24],
    [40, 12],
    [200, 60],
    [61, 13],
    [39, 12],
  ])('fills a window of %d × %d and no more', (width, rows) => {
    const { lines } = examFrame(state, { columns: width, rows });
    expect(lines).toHaveLength(rows);
    expect(lines.map(textOf).filter(line => columns(line) > width)).toEqual([]);
  });

  it('leaves room for what is asked, tells the help and the time left', () => {
    const { lines, page } = examFrame(state, { columns: 40, rows: 12 });
    expect(page).toBeGreaterThanOrEqual(3);
    expect(textOf(lines.at(-1) ?? [])).toMatch(/\? (?:help|close)|Alt-\? help/);
    if (state.watch && !state.handedIn && !state.help) expect(textOf(lines[0] ?? [])).toMatch(/ \d+:\d\d $/);
  });
});

describe('what is shown', () => {
  it('begins with all that one must know', () => {
    const screen = shot(sitting());
    expect(screen).toMatch(/90 minutes, 23\.5 credits, 13 questions\. 11\.75 credits pass it\./);
    expect(screen).toContain('Expected: 12 of 23.5 credits, 9 in 10 such exams between 9 and 16.');
    expect(screen).toContain('The clock runs on while you are away.');
    expect(shot(sitting({ clock: 'none' }))).not.toMatch(/minutes|clock/);
    expect(shot(sitting({ minutes: 1 }))).toContain('1 minute, ');
    expect(shot(begun())).toContain('Problem 1: Multiple choice');
  });

  it('tells the story above the first question, and above the others on a key', () => {
    const exam = at(2);
    expect(shot(exam)).toMatch(/Problem 2: A net that counts \(7 credits\)\n A net looks at pictures/);
    exam.act('next');
    expect(shot(exam)).toMatch(/Problem 2 goes on; Alt-S tells its story again/);
    exam.act('story');
    expect(shot(exam)).toMatch(/A net looks at pictures/);
  });

  it('warns ten minutes and one minute before the end', () => {
    const exam = begun();
    exam.run(4799);
    expect(shot(exam)).not.toContain('minutes left');
    exam.run(1);
    expect(shot(exam)).toContain('Ten minutes left.');
    exam.run(9 * 60);
    expect(shot(exam)).toContain('The last minute.');
  });

  it('names what is not as it might be before it is handed in', () => {
    const exam = filled();
    exam.act('hand-in');
    expect(shot(exam)).toMatch(/Empty: 1\.2\n Flagged: 1\.1\n/);
  });

  it('reports credits, the line, problems, topics, own credits, time and forecast', () => {
    const exam = ended();
    exam.type('1');
    exam.act('submit', 'submit');
    const screen = shot(exam, { columns: 100, rows: 60 });
    expect(screen).toMatch(/18 of 23\.5 credits, 77 %\./);
    expect(screen).toMatch(/Passed: the line is at 11\.75 credits\./);
    expect(screen).toContain('You granted yourself 2 of these credits');
    expect(screen).toMatch(/1 {2}Multiple choice +█+·+ +2 \/ 3/);
    expect(screen).toMatch(/optimization +█+·+ +3 \/ 4/);
    expect(screen).toMatch(/What took longest:\n {3}0:12 {2}4\.4/);
    expect(screen).toContain('9 times in 10 between 9 and 16: the result lies above that.');
  });

  it('opens every answer with its mark and solution', () => {
    expect(shot(ended('submit', 'submit', 'submit', 'submit'), { columns: 80, rows: 40 })).toMatch(
      /✓ Right {2}2 of 2 credits[\s\S]*It damps zigzag[\s\S]*Solution[\s\S]*The question again/,
    );
    expect(shot(ended('submit', 'submit', 'submit', 'down', 'submit'))).toContain('Not answered  0 of 1 credit');
  });
});

const opened = (exam: Sitting, size = NORMAL, reader = false): Promise<Headless> =>
  headlessOf(
    {
      element: <ExamApp exam={exam.exam} desk={createDesk()} edit={async () => ({ failure: 'No editor.' })} />,
      machine: exam.exam,
      draw: room => examFrame(exam.state(), room).lines,
      listening: reader ? listenWith(exam.exam, heardExam) : null,
    },
    size,
  );

describe('at the keyboard', () => {
  it('is taken from the first key to the last, in a small window as well', async () => {
    const form = formOf(['optimization/any-right', 'cnn/filter-weights', 'words/overfitting', 'rubric/vanishing']);
    const exam = sitting({ form });
    const { press, screen, resize } = await opened(exam, { columns: 40, rows: 12 });
    await press('enter', 'b', 'c', 'enter', '7', '\x7f', '\x1bm');
    expect(screen()).toContain('1.2 (2/4) · !');
    await press('enter', ...'overfitting');
    // Letters are text here: n goes nowhere, with Alt it does.
    await press('\x1bn', ...'Products', '\x1bo', 'u');
    expect(screen()).toMatch(/▸ 1\.2 +empty +flag/);
    await resize({ columns: 200, rows: 60 });
    await press('h', 'enter', '1', 'enter');
    expect(screen()).toMatch(/Passed/);
    await press('enter', 'down', 'down', 'enter');
    expect(screen()).toMatch(/✓ Right {2}1 of 1 credit/);
    await press('q', 'q', 'q');
    expect(exam.state().over).toBe('left');
  });

  it('leaves no cell stale, whatever the window does between keys', async () => {
    const { press, resize, screen } = await opened(at(3));
    const sizes = [40, 200, 141, 61, 220, 139, 80].map((columns, i) => ({
      columns,
      rows: [12, 60, 20, 33][i % 4] ?? 24,
    }));
    for (const [i, size] of sizes.entries()) {
      await resize(size);
      await press(['7', '\x7f', 'tab'][i % 3] ?? '');
    }
    await resize({ columns: 30, rows: 5 });
    expect(screen()).toContain('40 × 12');
  });

  it('scrolls what is longer than the window', async () => {
    const exam = ended('submit', 'submit');
    const { press, screen } = await opened(exam, { columns: 40, rows: 12 });
    await press('pagedown', 'j');
    expect(screen()).not.toContain(' Result');
    expect(exam.state().scroll).toBeGreaterThan(1);
  });

  it('takes text only where there is something to write on', () => {
    const exam = sitting();
    const frame = (): never => {
      throw new Error('nothing scrolls');
    };
    expect(examEventFor({ text: 'x' }, exam.state(), frame)).toBeNull();
    exam.act('submit');
    expect(examEventFor({ text: 'a' }, exam.state(), frame)).toEqual({ type: 'text', text: 'a' });
    exam.act('help');
    expect(examEventFor({ text: 'a' }, exam.state(), frame)).toBeNull();
  });
});

describe('by ear', () => {
  it('says each screen, then what changes; of the time only warnings, and what is asked for', async () => {
    const exam = sitting({ form: formOf(['cnn/filter-weights', 'tensor/outer', 'rubric/vanishing']) });
    const listening = listenWith(exam.exam, heardExam);
    const said = (): readonly string[] => listening.transcript().said;
    expect(said()[0]).toBe('dl-tutor, Exam, form A, test.1.b.1-aaaaa-bbb');
    exam.act('submit');
    expect(said()).toContain('dl-tutor, Exam, form A, 1.1 (1 of 3)');
    const before = said().length;
    exam.run(60);
    expect(said()).toHaveLength(before);
    exam.act('time');
    expect(said().at(-1)).toBe('89 minutes left.');
    exam.type('7');
    expect(listening.transcript().current).toMatch(/7.*read as 7/);
    exam.act('submit');
    expect(listening.transcript().current).toMatch(/^current: row 1 of \d/);
    exam.run(4800 - 60);
    expect(said().at(-1)).toBe('Ten minutes left.');
    exam.act('overview');
    expect(listening.transcript().current).toMatch(/^current: question 2 of 3: 1\.2, empty/);
    exam.act('hand-in', 'submit');
    expect(said().at(-1)).toMatch(/^Keys: /);
    expect(said().join('\n')).toMatch(/By problem: 1, Some: 0 of [\d.]+ credits/);
    expect(said().join('\n')).not.toMatch(/[▸█·│]/);
    exam.act('submit');
    expect(said().slice(-4, -1)).toEqual([
      'wrong: 1.1, Weights of a filter: 0 of 2 credits',
      '1.2, An outer product: not answered, 1 credit missed',
      '1.3, Vanishing gradients: not answered, 3.5 credits missed',
    ]);
  });

  it('says what each key does, as often as it is pressed', () => {
    const exam = sitting({ form: formOf(['cnn/filter-weights', 'tensor/outer']) });
    exam.act('submit');
    const listening = listenWith(exam.exam, heardExam);
    const said = (action: ExamAction): readonly string[] => {
      const before = listening.transcript().said.length;
      exam.act(action);
      return listening.transcript().said.slice(before);
    };
    expect(listening.transcript().said.at(-1)).toMatch(/^Keys: .*Alt-T time left/);
    expect([said('flag'), said('flag')]).toEqual([['Flagged.'], ['Not flagged any more.']]);
    expect([said('previous'), said('previous')]).toEqual([
      ['This is the first question.'],
      ['This is the first question.'],
    ]);
    expect([said('time'), said('time')].flat()).toHaveLength(2);
    exam.run(5);
    expect(listening.transcript().said.filter(line => line.endsWith(' left.'))).toHaveLength(2);
  });

  it('is heard in a terminal as well', async () => {
    const exam = sitting({ form: formOf(['cnn/filter-weights']) });
    const { press } = await opened(exam, NORMAL, true);
    await press('enter', '7', 'enter', 'h', 'enter', 'q');
    expect(exam.disk.finished).toBe(1);
  });
});
