import { expect } from 'vitest';
import type { AnswerKey } from '../../src/answers/answers.ts';
import { gridShape } from '../../src/answers/tensor/grid-text.ts';
import { rowsOf } from '../../src/app/entries/boxes.ts';
import type { GridEntry } from '../../src/app/entries/grid-cells.ts';
import { type LinesEntry, linesShown } from '../../src/app/entries/lines.ts';
import { type PageEntry, pageText } from '../../src/app/entries/page.ts';
import type { PairsEntry } from '../../src/app/entries/pairs.ts';
import type { JudgeScreen, MarkScreen, QuestionScreen } from '../../src/app/screens.ts';
import type { State } from '../../src/app/state.ts';
import { judgedPoints } from '../../src/app/update-judge.ts';

/** What must hold of every state that a student can reach. */
export function expectConsistent(state: State): void {
  const { screen, shown, answered, lane, why } = state;
  if (why) expect(['question', 'mark']).toContain(screen?.name);
  if (screen?.name === 'question') expect(shown.at(-1)?.question).toBe(screen.presented.variant.template.id);
  for (const { credit } of answered) expectShare(credit);
  if (screen?.name === 'question') expectQuestion(screen);
  if (screen?.name === 'mark') expectMark(screen, lane.kind);
  if (screen?.name === 'judge') expectJudge(screen);
  if (screen?.name === 'home') {
    expect(screen.row).toBeGreaterThanOrEqual(0);
    expect(screen.row).toBeLessThan(Math.max(1, screen.home.topics.length));
  }
}

function expectShare(credit: number): void {
  expect(credit).toBeGreaterThanOrEqual(0);
  expect(credit).toBeLessThanOrEqual(1);
}

function expectQuestion({ presented, entries, focus, asked, givenUp }: QuestionScreen): void {
  const { parts } = presented.variant;
  expect(entries).toHaveLength(parts.length);
  for (const i of [focus, ...givenUp, ...(asked === null ? [] : [asked])]) expect(parts[i]).toBeDefined();
  for (const [i, entry] of entries.entries()) {
    const key = parts[i]?.key;
    if (entry.kind === 'text') {
      expect(['number', 'shape', 'expression', 'words']).toContain(key?.kind);
      expect(entry.cursor).toBeGreaterThanOrEqual(0);
      expect(entry.cursor).toBeLessThanOrEqual(entry.characters.length);
      expect(entry.characters.length).toBeLessThanOrEqual(500);
      continue;
    }
    if (entry.kind === 'grid') {
      expectGrid(entry, key);
      continue;
    }
    if (entry.kind === 'lines' || entry.kind === 'pairs') {
      expectListed(entry, key);
      continue;
    }
    if (entry.kind === 'page') {
      expectPage(entry);
      continue;
    }
    if (key?.kind !== 'choice') throw new Error('boxes belong to a choice');
    expect(entry.row).toBeGreaterThanOrEqual(0);
    expect(entry.row).toBeLessThan(rowsOf(key));
    expect(key.options.map(option => option.label)).toEqual(expect.arrayContaining([...entry.ticked]));
    if (!key.many) expect(entry.none ? 2 : entry.ticked.length).toBeLessThanOrEqual(1);
    if (entry.none) expect(entry.ticked).toEqual([]);
  }
}

/** Only line breaks steer anything on a page, and the cursor is on it. */
export function expectPage(entry: PageEntry): void {
  const text = pageText(entry);
  expect(text.length).toBeLessThanOrEqual(20_000);
  expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  expect(entry.cursor).toBeGreaterThanOrEqual(0);
  expect(entry.cursor).toBeLessThanOrEqual(entry.characters.length);
}

function expectJudge({ question, row, ms }: JudgeScreen): void {
  expectQuestion(question);
  expect(ms).toBeGreaterThanOrEqual(0);
  expect(judgedPoints(question)[row]).toBeDefined();
}

/** As many cells as the key has, each a line of text, and the cursor in one of them. */
export function expectGrid({ cells, row, column }: GridEntry, key: AnswerKey | undefined): void {
  if (key?.kind !== 'tensor' && key?.kind !== 'table') throw new Error('a grid belongs to a tensor or a table');
  const { rows, columns } = gridShape(key);
  expect(cells.map(each => each.length)).toEqual(Array.from({ length: rows }, () => columns));
  expect(cells[row]?.[column]).toBeDefined();
  for (const { characters, cursor } of cells.flat()) {
    expect(characters.length).toBeLessThanOrEqual(500);
    expect(cursor).toBeGreaterThanOrEqual(0);
    expect(cursor).toBeLessThanOrEqual(characters.length);
  }
}

/** Lines in order, or options given to blanks: each is one of the key's, and the cursor is on one. */
export function expectListed(entry: LinesEntry | PairsEntry, key: AnswerKey | undefined): void {
  expect(entry.row).toBeGreaterThanOrEqual(0);
  if (entry.kind === 'pairs') {
    if (key?.kind !== 'match') throw new Error('pairs belong to a match');
    expect(entry.given).toHaveLength(key.blanks.length);
    expect(entry.row).toBeLessThan(key.blanks.length);
    expect([null, ...key.options.map(({ label }) => label)]).toEqual(expect.arrayContaining([...entry.given]));
    return;
  }
  if (key?.kind !== 'order') throw new Error('lines belong to an order');
  expect(entry.row).toBeLessThan(key.lines.length);
  expect(key.lines.map(({ label }) => label)).toEqual(expect.arrayContaining([...entry.chosen]));
  expect(new Set(entry.chosen).size).toBe(entry.chosen.length);
  expect(entry.fills).toHaveLength(key.lines.length);
  expect(entry.fills.every(({ characters }, i) => key.lines[i]?.blank || characters.length === 0)).toBe(true);
  if (entry.filling) expect(linesShown(entry, key)[entry.row]?.blank).not.toBeNull();
}

function expectMark({ presented, mark, replies, rating, forecasts }: MarkScreen, lane: string): void {
  const { parts } = presented.variant;
  expectShare(mark.credit);
  expect(mark.parts.map(part => part.name)).toEqual(parts.map(part => part.name));
  expect(mark.parts.every(part => part.error === null)).toBe(true);
  expect(replies).toHaveLength(parts.length);
  expect(rating === null).toBe(forecasts === null);
  if (lane !== 'study') expect(rating).toBeNull();
}
