import { expect } from 'vitest';
import { rowsOf } from '../../src/app/entry.ts';
import type { MarkScreen, QuestionScreen, State } from '../../src/app/state.ts';

/** What must hold of every state that a student can reach. */
export function expectConsistent(state: State): void {
  const { screen, shown, answered, lane } = state;
  if (screen?.name === 'question') expect(shown.at(-1)?.question).toBe(screen.presented.variant.template.id);
  for (const { credit } of answered) expectShare(credit);
  if (screen?.name === 'question') expectQuestion(screen);
  if (screen?.name === 'mark') expectMark(screen, lane.kind);
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
      expect(key?.kind).toBe('number');
      expect(entry.cursor).toBeGreaterThanOrEqual(0);
      expect(entry.cursor).toBeLessThanOrEqual(entry.characters.length);
      expect(entry.characters.length).toBeLessThanOrEqual(500);
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

function expectMark({ presented, mark, replies, rating, forecasts }: MarkScreen, lane: string): void {
  const { parts } = presented.variant;
  expectShare(mark.credit);
  expect(mark.parts.map(part => part.name)).toEqual(parts.map(part => part.name));
  expect(mark.parts.every(part => part.error === null)).toBe(true);
  expect(replies).toHaveLength(parts.length);
  expect(rating === null).toBe(forecasts === null);
  if (lane === 'drill') expect(rating).toBeNull();
}
