import { expect, it } from 'vitest';
import type { BlueprintRow } from '../../src/app/exams/state.ts';
import { textOf, widthOf } from '../../src/tui/styled.ts';
import { examDetail } from '../../src/tui/views/exams-detail.ts';
import { onScreen } from '../app/support.ts';
import { stateOf } from './gallery.ts';

it('tells the problems of an exam in whole, in a narrow pane as well', () => {
  const { rows } = onScreen(stateOf('exams, at one that can be taken'), 'exams');
  const row = rows.find((one): one is BlueprintRow => one.kind === 'blueprint');
  if (!row) throw new Error('no blueprint');
  const problems = [
    { title: 'Gradients over long gaps', credits: 9, questions: 3 },
    { title: 'Gates', credits: 10.5, questions: 1 },
  ];
  const lines = examDetail({ ...row, problems }, 44);
  expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(44);
  const at = lines.findIndex(line => textOf(line).startsWith('1  '));
  expect(lines.slice(at, at + 3).map(textOf)).toEqual([
    '1  Gradients over       3 questions     9 cr',
    '   long gaps',
    '2  Gates                 1 question  10.5 cr',
  ]);
});
