import { describe, expect, it } from 'vitest';
import { answer, open } from './support.ts';

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
