import { expect, it } from 'vitest';
import type { ExamState } from '../../../src/app/exam/state.ts';
import { examFrame } from '../../../src/tui/exam/frame.ts';
import { textOf } from '../../../src/tui/styled.ts';
import { type Sitting, sitting } from '../../app/exam/support.ts';
import { at, begun, ended, shot } from './support.ts';

it('calls a wide forecast a guess, before the exam and after it', () => {
  const wide = (state: ExamState): ExamState => ({
    ...state,
    facts: { ...state.facts, forecast: { mean: 0.5, low: 0.05, high: 0.95 } },
  });
  const shown = (state: ExamState): string =>
    examFrame(wide(state), { columns: 100, rows: 60 }).lines.map(textOf).join('');
  expect(shown(sitting().state())).toMatch(/between 1 and 22\. So wide a range is little more than a guess/);
  expect(shown(ended('submit', 'submit').state())).toMatch(/between 1 and 22\. That was little more than a guess/);
});

it('has in the footer how to leave, also while typing, and nothing that does nothing', () => {
  const footer = (exam: Sitting): string => shot(exam).split('\n').at(-1) ?? '';
  expect(footer(at(10))).toMatch(/Esc overview .*Ctrl-C leave/);
  expect(footer(begun())).toMatch(/o overview .*q leave/);
  const narrow = begun();
  narrow.act('overview');
  expect(shot(narrow, { columns: 40, rows: 12 })).toMatch(/h hand in {3}\? help$/);
  expect([footer(ended()), footer(ended('submit'))]).toEqual([
    expect.not.stringContaining('before'),
    expect.stringContaining('p before'),
  ]);
  const [first, last] = [ended('submit', 'submit', 'submit', 'submit'), ended('submit', 'submit', 'submit')];
  for (let i = 0; i < 12; i++) last.act('down');
  last.act('submit');
  expect([footer(first), footer(last)]).toEqual([
    expect.stringMatching(/^ n next {3}Esc back/),
    expect.stringMatching(/^ p before {3}Esc back/),
  ]);
});
