import { expect, it } from 'vitest';
import { nowAndThen, progress } from '../../src/commands/progress.ts';

/** A clock that is set by hand, in milliseconds. */
function clock(): { at: number; readonly monotonic: () => number } {
  const self = { at: 0, monotonic: () => self.at };
  return self;
}

it('says nothing of what is soon done, and then tells ten times a second how far it is', () => {
  const time = clock();
  const told: number[] = [];
  const add = nowAndThen(done => told.push(done), time.monotonic, 300);
  for (time.at = 10; time.at <= 1000; time.at += 10) add(1);
  expect(told).toEqual([30, 40, 50, 60, 70, 80, 90, 100]);
});

it('takes away what it drew, and nothing where it drew nothing', () => {
  const time = clock();
  const drawn = (ms: number): string => {
    let text = '';
    const stderr = { isTTY: true, columns: 60, write: (more: string) => (text += more) } as never;
    const { add, end } = progress({ stderr, variables: {}, monotonic: time.monotonic }, 10, 'questions', 300);
    time.at += ms;
    add(3);
    end();
    return text;
  };
  expect(drawn(200)).toBe('');
  expect(drawn(400)).toContain(' 30 %  3 questions\r\x1b[2K');
});
