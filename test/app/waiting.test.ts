import { expect, it } from 'vitest';
import { bringToLife } from '../../src/app/machine.ts';

/** What an effect answers later: all that comes meanwhile waits for it, in its order. */

interface State {
  readonly screen: string;
  readonly said: readonly string[];
  readonly notice: string | null;
}

/** `open` is answered late, all else at once; on every screen a key means something else. */
function waiting(answer: Promise<readonly string[]>) {
  const start: State = { screen: 'home', said: [], notice: null };
  const update = (state: State, event: string): readonly [State, readonly string[]] => {
    if (event === 'open') return [state, ['load', 'after']];
    if (event.startsWith('opened ')) return [{ ...state, screen: event.slice('opened '.length) }, []];
    return [{ ...state, said: [...state.said, event] }, []];
  };
  return bringToLife([start, []], update, {
    run: (effect: string) => (effect === 'load' ? answer : ['carried out after it']),
    moment: () => ({ at: new Date(0), zone: 'UTC', monotonic: 0 }),
    explain: error => (error instanceof RangeError ? error.message : null),
  });
}

/** The answer to be given, and given. */
const later = () => Promise.withResolvers<readonly string[]>();

it('keeps keys for the screen that they are meant for, and does them in their order', async () => {
  const { promise, resolve } = later();
  const machine = waiting(promise);
  const seen: string[] = [];
  machine.subscribe(() => seen.push(machine.state().screen));
  const press = (key: string): void => machine.inTurn(() => machine.dispatch(`${key} on ${machine.state().screen}`));
  press('a');
  machine.dispatch('open');
  press('b');
  machine.dispatch('pasted');
  expect(machine.state()).toMatchObject({ screen: 'home', said: ['a on home'] });
  resolve(['opened exams']);
  await promise;
  await Promise.resolve();
  press('c');
  expect(machine.state().said).toEqual(['a on home', 'carried out after it', 'b on exams', 'pasted', 'c on exams']);
  expect(seen.at(-1)).toBe('exams');
});

it('says what went wrong while it was waited for, and goes on', async () => {
  const { promise, reject } = later();
  const machine = waiting(promise);
  machine.dispatch('open');
  machine.dispatch('typed ahead');
  reject(new RangeError('The disk is full.'));
  await promise.catch(() => undefined);
  await Promise.resolve();
  expect(machine.state()).toEqual({ screen: 'home', said: ['typed ahead'], notice: 'The disk is full.' });
});
