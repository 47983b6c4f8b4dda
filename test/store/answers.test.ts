import { describe, expect, it } from 'vitest';
import { answer, open } from './support.ts';

it('counts the answers of each study day that are not taken back', () => {
  const store = open();
  const on = (date: number): { readonly id: string; readonly day: number } =>
    store.record(answer('cnn/a', `2026-11-${date}T12:00:00Z`), {});
  expect([...store.answerCounts(0, 30_000)]).toEqual([]);
  const { day } = on(10);
  const [second, third, alone] = [on(10), on(10), on(12)];
  on(14);
  const counted = (first = day, last = day + 4): unknown => {
    const found = [...store.answerCounts(first, last)];
    const listed = Map.groupBy(store.answers(), each => each.day);
    expect(found).toEqual([...listed].filter(([on]) => on >= first && on <= last).map(([on, all]) => [on, all.length]));
    return found.map(([on, count]) => [on - day, count]);
  };
  expect(counted()).toEqual([
    [0, 3],
    [2, 1],
    [4, 1],
  ]);
  expect([counted(day + 1, day + 2), counted(day + 3, day + 3)]).toEqual([[[2, 1]], []]);
  for (const { id } of [second, third, alone]) store.correct(id, { kind: 'undo' });
  expect(counted()).toEqual([
    [0, 1],
    [4, 1],
  ]);
  // Of taking back and putting in force again the last one counts, and other corrections change nothing.
  store.correct(second.id, { kind: 'restore' });
  store.correct(second.id, { kind: 'undo' });
  store.correct(third.id, { kind: 'restore' });
  store.correct(third.id, { kind: 'rating', rating: 'hard' });
  expect(counted()).toEqual([
    [0, 2],
    [4, 1],
  ]);
});

describe('mistakes that were recognised', () => {
  it('are counted by question, part and tag, without what was taken back', () => {
    const store = open();
    const mark = {
      parts: [
        { name: 'a', mistake: 'sign' },
        { name: 'b', mistake: null },
      ],
    };
    store.record(answer('cnn/a', '2026-11-20T12:00:00Z', { mark }), {});
    const { day } = store.record(answer('cnn/a', '2026-11-22T12:00:00Z', { mark }), {});
    const { id } = store.record(answer('cnn/b', '2026-11-22T12:00:00Z', { mark }), {});
    store.correct(id, { kind: 'undo' });
    expect(store.mistakes()).toEqual([{ question: 'cnn/a', part: 'a', tag: 'sign', times: 2, lastDay: day }]);
  });

  it.each([
    ['parts that are no objects', { parts: ['x', 5, null, ['y'], { name: 'a', mistake: 'sign' }] }, 1],
    ['parts without a name', { parts: [{ mistake: 'sign' }, { name: null, mistake: 'sign' }] }, 0],
    ['tags that are no texts', { parts: [{ name: 'a', mistake: { mistake: 'sign' } }] }, 0],
    ['parts that are a text', { parts: '{"mistake":"sign"}', besides: { mistake: 'sign' } }, 0],
  ])('are not looked for in %s, as another program may write them', (_, mark, count) => {
    const store = open();
    store.record(answer('cnn/a', '2026-11-20T12:00:00Z', { mark }), {});
    expect(store.mistakes()).toHaveLength(count);
  });
});
