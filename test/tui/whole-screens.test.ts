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
  'one right',
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

/** In a window of common size: each kind of answer, and what is seen more rarely. */
const MORE_OF_EXAMS = [
  'start, from paper',
  'options',
  'two parts, the story folded',
  'pairs',
  'lines',
  'grid',
  'words on a page',
  'a blank being filled in',
  'the last minute',
  'only open',
  'nothing open',
  'a mark of words',
];

/** Without what fills a large window: spaces at the ends of lines, the length of rules, and lines that hold nothing. */
function asText(lines: readonly StyledLine[]): string {
  return lines
    .map(line => textOf(line).trimEnd())
    .join('\n')
    .replaceAll(/─{60,}/g, ({ length }) => `──(${length})──`)
    .replaceAll(/(?:\n *│?(?=\n)){4,}/g, empty => `\n(${empty.split('\n').length - 1} lines with nothing on them)`);
}

const PREVIEW = ['question', 'broken', 'help'];
const MORE_OF_PREVIEWS = ['given', 'broken from the beginning', 'missing', 'cannot be drawn', 'with warnings'];

type Shot = readonly [name: string, lines: readonly StyledLine[]];

const shots = (size: Size): readonly Shot[] => {
  const isCommon = size.columns === 80;
  return [
    ...[...SESSION, ...(isCommon ? MORE : [])].map((name): Shot => [name, frame(stateOf(name), size, ZONE).lines]),
    ...[...EXAM, ...(isCommon ? MORE_OF_EXAMS : [])].map(
      (name): Shot => [`exam: ${name}`, examFrame(examStateOf(name), size).lines],
    ),
    ...[...PREVIEW, ...(isCommon ? MORE_OF_PREVIEWS : [])].map(
      (name): Shot => [`preview: ${name}`, previewFrame(previewStateOf(name), size, caret).lines],
    ),
  ];
};

/** States in which other keys work than in the rest. */
const HELPED = [
  'home',
  'number',
  'several right',
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
  'finding by a word',
  'the bank, with answers',
  'the bank, one question',
  'the bank, being filtered',
  'exams with one that is not finished',
  'report of an exam',
  'settings',
  'settings: a number being typed',
  'history',
  'history while searching',
  'an old answer',
  'set aside',
  'plan',
  'statistics',
];

const HELPED_EXAMS = [
  'start',
  'options',
  'words on a page',
  'overview',
  'confirm',
  'judge',
  'report',
  'answers',
  'mark',
];

function written(all: readonly Shot[]): string {
  return all.map(([name, lines]) => `[${name}]\n${asText(lines)}\n`).join('\n');
}

it.each([
  { columns: 40, rows: 12 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 200, rows: 60 },
])('every screen at $columns × $rows', async size => {
  await expect(written(shots(size))).toMatchFileSnapshot(`screens/${size.columns}x${size.rows}.txt`);
});

/** The part of the help that is not the same on every screen. */
function hereAndNow([name, lines]: Shot): Shot {
  const isBlank = (line: StyledLine): boolean => textOf(line).trim() === '';
  return [name, lines.slice(0, lines.findIndex(isBlank))];
}

it('the keys of every screen, as its help tells them', async () => {
  const size = { columns: 80, rows: 100 };
  const helps = [
    ...HELPED.map((name): Shot => [name, frame({ ...stateOf(name), help: true }, size, ZONE).lines]),
    ...HELPED_EXAMS.map((name): Shot => [`exam: ${name}`, examFrame({ ...examStateOf(name), help: true }, size).lines]),
  ];
  await expect(written(helps.map(hereAndNow))).toMatchFileSnapshot('screens/keys.txt');
});

it('what a window is told that is too small', async () => {
  const all = [
    { columns: 39, rows: 11 },
    { columns: 12, rows: 5 },
    { columns: 1, rows: 1 },
  ].flatMap((size): Shot[] => [
    [`${size.columns} × ${size.rows}`, frame(stateOf('page while writing'), size, ZONE).lines],
    [`exam: ${size.columns} × ${size.rows}`, examFrame(examStateOf('words on a page'), size).lines],
    [`preview: ${size.columns} × ${size.rows}`, previewFrame(previewStateOf('question'), size, caret).lines],
  ]);
  await expect(written(all)).toMatchFileSnapshot('screens/too-small.txt');
});
