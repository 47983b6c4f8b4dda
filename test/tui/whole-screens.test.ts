import { expect, it } from 'vitest';
import { caret } from '../../src/commands/caret.ts';
import { examFrame } from '../../src/tui/exam/frame.ts';
import { frame } from '../../src/tui/frame.ts';
import { previewFrame } from '../../src/tui/preview/frame.ts';
import { type StyledLine, textOf } from '../../src/tui/styled.ts';
import type { Size } from '../../src/tui/view.ts';
import { ZONE } from '../app/support.ts';
import { examStateOf } from './exam/gallery.ts';
import { stateOf } from './gallery.ts';
import { previewStateOf } from './preview-gallery.ts';

/** Every screen of the program as it stands in a window: to be looked at when it changes. */

/** States of the gallery: each screen, and each kind of question. */
const SESSION = [
  'home',
  'home with a plan and an exam begun',
  'number while typing',
  'number after a hint',
  'second part',
  'several right',
  'shape',
  'formula while typing',
  'words while typing',
  'grid while typing',
  'table with many columns',
  'lines with blanks',
  'pairs',
  'page while writing',
  'scratch pad with results',
  'judge',
  'mark of a wrong number',
  'mark at a later step',
  'why a due question',
  'summary of a session',
  'finding what is worth practising',
  'the bank, with answers',
  'the bank, one question',
  'exams, with what to expect',
  'exams',
  'report of an exam',
  'settings',
  'history',
  'an old answer',
  'set aside',
  'plan',
  'statistics',
  'help at home',
];

/** In a window of common size a few more of them. */
const MORE = [
  'home after some answers',
  'home without questions',
  'mark of parts',
  'mark of several right',
  'mark of a table with many columns',
  'finding by a word',
  'finding nothing',
  'the bank, being filtered',
  'settings: a number being typed',
  'history while searching',
];

const EXAM = ['start', 'a number, with the story', 'overview', 'confirm', 'judge', 'report', 'answers', 'mark'];

/** Without what fills a large window: spaces at the ends of lines, the length of rules, and lines that hold nothing. */
function asText(lines: readonly StyledLine[]): string {
  return lines
    .map(line => textOf(line).trimEnd())
    .join('\n')
    .replaceAll(/─{60,}/g, ({ length }) => `──(${length})──`)
    .replaceAll(/(?:\n *│?(?=\n)){4,}/g, empty => `\n(${empty.split('\n').length - 1} lines with nothing on them)`);
}

const PREVIEW = ['question', 'broken', 'help'];

const shots = (size: Size): readonly (readonly [name: string, lines: readonly StyledLine[]])[] => [
  ...[...SESSION, ...(size.columns <= 80 ? MORE : [])].map(
    name => [name, frame(stateOf(name), size, ZONE).lines] as const,
  ),
  ...EXAM.map(name => [`exam: ${name}`, examFrame(examStateOf(name), size).lines] as const),
  ...PREVIEW.map(name => [`preview: ${name}`, previewFrame(previewStateOf(name), size, caret).lines] as const),
];

it.each([
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 200, rows: 60 },
])('every screen at $columns × $rows', async size => {
  const text = shots(size).map(([name, lines]) => `[${name}]\n${asText(lines)}\n`);
  await expect(text.join('\n')).toMatchFileSnapshot(`screens/${size.columns}x${size.rows}.txt`);
});
