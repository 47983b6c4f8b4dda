import { describe, expect, it } from 'vitest';
import { eventFor, suspends } from '../../src/tui/dispatch.ts';
import { frame } from '../../src/tui/frame.ts';
import { keyName } from '../../src/tui/key-name.ts';
import { activeBindings, bindingFor, bindings } from '../../src/tui/keymap.ts';
import type { Binding } from '../../src/tui/keys/binding.ts';
import { type Session, ZONE } from '../app/support.ts';
import { names, open, stateOf } from './gallery.ts';

const SMALL = { columns: 80, rows: 12 };

/** Presses a key as the program does. */
function press(walk: Session, key: string): void {
  const state = walk.state();
  const named = key.length > 1 ? { key } : { text: key };
  const event = eventFor(named, state, () => frame(state, SMALL, ZONE));
  if (event) walk.machine.dispatch(event);
}

/** Whether a key, in the session as it is, does what its binding says, and that changes something or is a wish that cannot be met. */
function hasEffect(name: string, { does }: Binding, key: string): boolean {
  const walk = open(name);
  // It acts on the program, and not on the session.
  if ('suspend' in does) return suspends({ key }, activeBindings(walk.state()));
  if ('scroll' in does) {
    const middle = { type: 'scroll', to: 1, furthest: 99 } as const;
    walk.machine.dispatch(middle);
  }
  const before = walk.state();
  press(walk, key);
  return walk.state() !== before && JSON.stringify(walk.state()) !== JSON.stringify(before);
}

it.each(
  bindings.flatMap(binding => binding.keys.map(key => ({ key, binding, help: binding.help, when: binding.when }))),
)('$key does something where it is meant to ($when: $help)', ({ key, binding }) => {
  const where = names.filter(name => bindingFor(key, stateOf(name)) === binding);
  expect(where.some(name => hasEffect(name, binding, key))).toBe(true);
});

/** What could not be read a moment ago still cannot. */
const IDLE: Readonly<Record<string, readonly string[]>> = {
  'number that cannot be read': ['answer'],
  'scratch pad with a line that cannot be read': ['work out', 'into reply'],
};

describe.each(names)('%s', name => {
  it('shows only keys that do something', () => {
    const shown = activeBindings(stateOf(name)).filter(binding => binding.footer !== undefined);
    const idle = shown.filter(binding => !hasEffect(name, binding, binding.keys[0] as string));
    expect(idle.map(binding => binding.footer)).toEqual(IDLE[name] ?? []);
  });

  it('gives no key two meanings, but for ↑ and ↓ that move among boxes before they move among parts', () => {
    const active = activeBindings(stateOf(name));
    const twice = active.flatMap(({ keys, when }, i) =>
      keys
        .filter(key => active.slice(0, i).some(earlier => earlier.keys.includes(key)))
        .map(key => ({ key, when: when.join(' ') })),
    );
    expect(twice.filter(({ key, when }) => !(['up', 'down'].includes(key) && when === 'question parts'))).toEqual([]);
  });

  it('is left by Escape, level by level, and at once by Ctrl-C', () => {
    const walk = open(name);
    for (let i = 0; i < 3 && !walk.state().over; i++) press(walk, 'escape');
    expect(walk.state().over).toBe('left');
    const interrupted = open(name);
    press(interrupted, 'ctrl-c');
    expect(interrupted.state().over).toBe('interrupted');
  });
});

it.each(['plan', 'statistics', 'set aside'])('takes no answer back where none is in sight: %s', name => {
  expect(bindingFor('u', stateOf(name))).toBeNull();
});

it('tells the key that ends a plan where one is in force', () => {
  const walk = open('plan');
  expect(bindingFor('d', walk.state())).toBeNull();
  press(walk, 'enter');
  expect(bindingFor('d', walk.state())?.footer).toBe('end plan');
});

it('offers a search where there is something to search, and after one that found nothing', () => {
  expect(bindingFor('/', stateOf('history without answers'))).toBeNull();
  expect(bindingFor('/', stateOf('history of a search in vain'))).not.toBeNull();
});

it('takes letters as text as soon as something is typed', () => {
  const walk = open('number while typing');
  for (const letter of ['h', 'u', 'q', '?', ' ', 'n']) press(walk, letter === ' ' ? 'space' : letter);
  expect(walk.question().entries).toMatchObject([{ characters: ['7', 'h', 'u', 'q', '?', ' ', 'n', '8'] }]);
});

it('says every key as a person would', () => {
  expect(['ctrl-a', 'alt-h', 'enter', 'pagedown', 'G', '?'].map(keyName)).toEqual([
    'Ctrl-A',
    'Alt-H',
    'Enter',
    'PgDn',
    'G',
    '?',
  ]);
  const unnamed = bindings.flatMap(({ keys }) => keys.map(keyName)).filter(name => /^[a-z]{2,}/.test(name));
  expect(unnamed).toEqual([]);
});
