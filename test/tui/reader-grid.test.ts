import { describe, expect, it } from 'vitest';
import { startSession } from '../../src/app/session.ts';
import { readTemplate } from '../../src/bank/read-template.ts';
import type { Template } from '../../src/bank/template.ts';
import { listen } from '../../src/tui/reader/transcript.ts';
import { kindFixture, session, ZONE } from '../app/support.ts';

/** What is said of a question before it is answered, and of its mark; keys, ratings and what is said of all marks left out. */
function said(template: Template, reply: string): { readonly asked: string[]; readonly marked: string[] } {
  const walk = session({ start: startSession({ kind: 'study' }), templates: [template] });
  const listening = listen(walk.machine, ZONE);
  const news = (from: number): string[] =>
    listening
      .transcript()
      .said.slice(from)
      .filter(line => !/^(current: )?[1-4] |^Keys|^dl-tutor|^It comes back/.test(line));
  const asked = news(0);
  if (reply !== '') walk.paste(reply);
  const before = listening.transcript().said.length;
  walk.act('submit', 'submit');
  return { asked, marked: news(before) };
}

describe('cells are heard with the names of their rows and columns', () => {
  const table = kindFixture('table/sequence');

  it('before they are filled in', () => {
    expect(said(table, '').asked.slice(2)).toEqual([
      'columns: s sub t; h sub t',
      'row 1, t equals 1: all empty',
      'row 2, t equals 2: all empty',
      'Space or Tab: next cell. All cells can be pasted at once.',
    ]);
  });

  it.each([
    ['9 18\n94 100', ['yours: 3 of the 4 cells are right', 'row 2, t equals 2: h sub t: 100 instead of 188']],
    ['9 _\n94 188', ['yours: 3 of the 4 cells are right', 'row 1, t equals 1: h sub t: empty instead of 18']],
    ['9 18\n94 188', ['yours: all 4 cells are right']],
  ])('in a mark of a table: %j', (reply, lines) => {
    const { marked } = said(table, reply);
    const verdict = marked.findIndex(line => /^(Partly r|R)ight, /.test(line));
    expect(marked.slice(verdict + 1, marked.indexOf('Solution'))).toEqual(lines);
  });

  it.each([
    ['tensor/outer', '10 9\n5 5', ['yours: 3 of the 4 cells are right', 'row 1: column 2: 9 instead of 10']],
    ['tensor/free', '3 1 2', ['yours:', 'row 3, p: 2', 'for example:', 'row 3, p: 3']],
    ['tensor/stack', '0 0 0; 0 0 0; -1 -2 -7; 0 0 0', ['row 4, matrix 2: column 1: 0 instead of minus 3']],
  ])('in a mark of %s: %j', (id, reply, lines) => {
    const { marked } = said(kindFixture(id), reply);
    for (const line of lines) expect(marked.filter(own => own.startsWith(line))).toHaveLength(1);
    // What a listing of cells would say has been said.
    expect(marked.filter(line => /Wrong: |Left blank: /.test(line))).toEqual([]);
  });
});

it('a table in a text is heard row by row, and a title as the Markdown that it is, wherever it stands', () => {
  const text = [
    "---\ntitle: 'The size of $W^2$'\ntopics: [cnn]\nanswer: { number: '1' }\n---\nLook:\n",
    '| split | size $n$ |\n|---|---|\n| train | 5 |\n| test | $n^2$ |\n',
    '| | a | b |\n|---|--:|---|\n| first | 1 | |\n',
    'And answer.\n',
  ].join('\n');
  const template = readTemplate(text, 'cnn/heard', 'cnn/heard.md');
  const { asked, marked } = said(template, '2');
  expect(asked).toEqual([
    'The size of W squared, (1 credit)',
    'Look:',
    'row 1: split: train; size n: 5',
    'row 2: split: test; size n: n squared',
    'row 1, first: a: 1; b: empty',
    'And answer.',
  ]);
  expect(marked[0]).toBe('Wrong, 0 of 1 credit, The size of W squared');
  const walk = session({ start: startSession({ kind: 'study' }), templates: [template] });
  walk.paste('2');
  walk.act('submit', 'undo');
  const listening = listen(walk.machine, ZONE);
  expect(listening.transcript().said).toContain('Taken back: The size of W squared. Here it is again, drawn anew.');
});
