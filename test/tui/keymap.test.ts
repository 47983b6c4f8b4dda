import { expect, it } from 'vitest';
import type { State } from '../../src/app/state.ts';
import { suspends } from '../../src/tui/dispatch.ts';
import { keyName } from '../../src/tui/key-name.ts';
import { activeBindings, bindingFor } from '../../src/tui/keymap.ts';
import type { Binding } from '../../src/tui/keys/binding.ts';
import { bindings } from '../../src/tui/keys/table.ts';
import { textOf } from '../../src/tui/styled.ts';
import { helpView } from '../../src/tui/views/help.ts';
import { names, open, stateOf } from './gallery.ts';
import { type Bench, benchFor, press } from './pressing.ts';

/** Whether a key, in the session as it is, does what its binding says, and that changes something or is a wish that cannot be met. */
function hasEffect({ state, after }: Bench, { does }: Binding, key: string): boolean {
  // It acts on the program, and not on the session.
  if ('suspend' in does) return suspends({ key }, activeBindings(state));
  const before: State = 'scroll' in does ? { ...state, scroll: 1 } : state;
  const next = after(key, before);
  return next !== before && JSON.stringify(next) !== JSON.stringify(before);
}

/** What could not be read a moment ago still cannot. */
const IDLE: Readonly<Record<string, readonly string[]>> = {
  'number that cannot be read': ['answer'],
  'scratch pad with a line that cannot be read': ['work out', 'into reply'],
};

/** Keys that would do two things; ↑ and ↓ move among boxes before they move among parts. */
function ambiguous(state: State): readonly string[] {
  const active = activeBindings(state);
  return active.flatMap(({ keys, when }, i) =>
    keys
      .filter(key => active.slice(0, i).some(earlier => earlier.keys.includes(key)))
      .filter(key => !(['up', 'down'].includes(key) && when.join(' ') === 'question parts')),
  );
}

/** The keys that work in a state, as its help tells them: all, and no others. */
function toldInHelp(state: State): string {
  const { body } = helpView({ ...state, help: true }, { columns: 400, rows: 400, side: 0, spoken: false });
  const lines = body.map(textOf);
  return lines
    .slice(1, lines.indexOf(''))
    .map(line => line.trimEnd())
    .join('\n');
}

/** Keys that did something somewhere, of each binding. */
const working = new Map<Binding, Set<string>>(bindings.map(binding => [binding, new Set()]));
/** Of each state, the keys in its footer that did nothing. */
const tried = new Map<string, readonly (string | undefined)[]>();

/** Every state is tried once: all keys in its footer, and of the others those that did nothing so far. */
function tryKeys(name: string, bench = benchFor(name)): readonly (string | undefined)[] {
  const known = tried.get(name);
  if (known) return known;
  const active = activeBindings(bench.state);
  const isFirst = (binding: Binding, key: string): boolean => active.find(({ keys }) => keys.includes(key)) === binding;
  const idle = active.filter(binding => {
    const works = working.get(binding);
    const shown = binding.footer === undefined ? undefined : binding.keys[0];
    for (const key of binding.keys) {
      const isWanted = key === shown || (isFirst(binding, key) && !works?.has(key));
      if (isWanted && hasEffect(bench, binding, key)) works?.add(key);
      else if (key === shown) return true;
    }
    return false;
  });
  const labels = idle.map(({ footer }) => footer);
  tried.set(name, labels);
  return labels;
}

it.each(names)('%s: keys shown do something, mean one thing, are told in the help, and lead out', name => {
  const bench = benchFor(name);
  const { state } = bench;
  const active = activeBindings(state);
  expect(tryKeys(name, bench)).toEqual(IDLE[name] ?? []);
  expect(ambiguous(state)).toEqual([]);
  if (!state.help) {
    expect(active.some(({ does, footer }) => 'action' in does && does.action === 'help' && footer)).toBe(true);
    const told = active.map(({ keys, help }) => `${`  ${keys.map(keyName).join(' ')}`.padEnd(21)} ${help}`);
    expect(toldInHelp(state)).toBe(told.join('\n'));
  }
  const machine = bench.alive();
  press(machine, 'escape', 'escape', 'escape', 'escape', 'escape');
  expect(machine.state().over).toBe('left');
  expect(bench.after('ctrl-c').over).toBe('interrupted');
});

it('every key of the table does something in a state where it is meant to', () => {
  for (const name of names) tryKeys(name);
  const idle = bindings.flatMap(binding =>
    binding.keys
      .filter(key => !working.get(binding)?.has(key))
      .map(key => `${key} (${binding.when.join(' ')}: ${binding.help})`),
  );
  expect(idle).toEqual([]);
});

it.each(['plan', 'statistics', 'set aside'])('takes no answer back where none is in sight: %s', name => {
  expect(bindingFor('u', stateOf(name))).toBeNull();
});

it('tells the key that ends a plan where one is in force', () => {
  const walk = open('plan');
  expect(bindingFor('d', walk.state())).toBeNull();
  press(walk.machine, 'enter');
  expect(bindingFor('d', walk.state())?.footer).toBe('end plan');
});

it('offers a search where there is something to search, and after one that found nothing', () => {
  expect(bindingFor('/', stateOf('history without answers'))).toBeNull();
  expect(bindingFor('/', stateOf('history of a search in vain'))).not.toBeNull();
});

it('takes letters as text as soon as something is typed', () => {
  const walk = open('number while typing');
  press(walk.machine, 'h', 'u', 'q', '?', 'space', 'n');
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
