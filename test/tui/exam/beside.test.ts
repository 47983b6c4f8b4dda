import { expect, it } from 'vitest';
import { sitting } from '../../app/exam/support.ts';
import { at, begun, ended, filled, shot } from './support.ts';

const WIDE = { columns: 160, rows: 30 };
const LOW = { columns: 160, rows: 14 };
const beside = (text: string): string[] => text.split('\n').map(line => line.split(' │ ')[1]?.trimEnd() ?? '');

it('shows all questions beside one, with how far they have come and which it is', () => {
  const exam = filled();
  exam.act('overview', 'up', 'submit');
  const lines = beside(shot(exam, WIDE));
  expect(lines.filter(line => line.includes('▸'))).toHaveLength(1);
  expect(lines).toContainEqual(expect.stringMatching(/^ {2}1\.1 +answered +flag +\S/));
  expect(lines).toContainEqual(expect.stringMatching(/^ {2}1\.2 +empty +\S/));
  expect(lines).toContainEqual(expect.stringMatching(/^1 {2}Multiple choice/));
});

it('keeps the one that it is in sight where there is not room for all', () => {
  for (const place of [0, 6, 12]) {
    const lines = beside(shot(at(place, begun()), LOW));
    expect(lines.filter(line => line.includes('▸'))).toHaveLength(1);
  }
});

it('shows the answers beside the report, the report beside the answers, and the answers beside a mark', () => {
  const report = ended('submit', 'submit');
  expect(shot(report, WIDE)).toMatch(/Result +│/);
  expect(beside(shot(report, WIDE))).toContainEqual(expect.stringMatching(/1\.1 +[\d.]+ \/ 2/));
  report.act('submit');
  expect(beside(shot(report, WIDE))).toContain('Result');
  report.act('down', 'submit');
  expect(beside(shot(report, WIDE))).toContainEqual(expect.stringMatching(/^▸ . 1\.2 /));
});

it('shows what an exam consists of before it begins, and all questions before it is handed in', () => {
  const start = beside(shot(sitting(), { columns: 140, rows: 40 }));
  expect(start[2]).toMatch(/^What it consists of +questions +credits +minutes$/);
  expect(start).toContainEqual(expect.stringMatching(/^1 {2}\S.* +\d+ +[\d.]+ +\d+$/));
  expect(start).toContainEqual(expect.stringMatching(/^Answers +number 4/));
  expect(beside(shot(sitting({ clock: 'none' }), WIDE)).join('\n')).not.toContain('minutes');
  const exam = filled();
  exam.act('hand-in');
  expect(shot(exam, WIDE)).toContain('Hand the exam in?');
  expect(beside(shot(exam, WIDE))).toContainEqual(expect.stringMatching(/^ {2}1\.1 +answered +flag +\S/));
});

it('has one pane in other windows', () => {
  expect(shot(begun(), { columns: 120, rows: 30 })).not.toContain(' │ ');
});
