import { expect, it } from 'vitest';
import type { ExamState } from '../../../src/app/exam/state.ts';
import { suspends } from '../../../src/tui/dispatch.ts';
import type { ExamBinding } from '../../../src/tui/exam/binding.ts';
import { examHelp } from '../../../src/tui/exam/help.ts';
import { activeExamBindings, examBindings } from '../../../src/tui/exam/keys.ts';
import { keyName } from '../../../src/tui/key-name.ts';
import { textOf } from '../../../src/tui/styled.ts';
import { examNames, examStateOf } from './gallery.ts';
import { examAfter, examLeft, isIdleInExam } from './support.ts';

function bindingFor(key: string, state: ExamState): ExamBinding | undefined {
  return activeExamBindings(state).find(({ keys }) => keys.includes(key));
}

function hasEffect(state: ExamState, { does }: ExamBinding, key: string): boolean {
  if ('suspend' in does) return suspends({ key }, activeExamBindings(state));
  return !isIdleInExam('scroll' in does ? { ...state, scroll: 1 } : state, key);
}

it('every key of the table does something in a state where it is meant to', () => {
  const states = examNames.map(examStateOf);
  const idle = examBindings.flatMap(binding =>
    binding.keys
      .filter(key => !states.some(state => bindingFor(key, state) === binding && hasEffect(state, binding, key)))
      .map(key => `${key} (${binding.when.join(' ')}: ${binding.help})`),
  );
  expect(idle).toEqual([]);
});

it.each(examNames)('%s: keys shown do something, mean one thing, are told in the help, and lead out', name => {
  const state = examStateOf(name);
  const active = activeExamBindings(state);
  const idle = active.filter(
    binding => binding.footer !== undefined && !hasEffect(state, binding, binding.keys[0] as string),
  );
  expect(idle.map(({ footer }) => footer)).toEqual([]);
  // ↑ and ↓ move among boxes before they move among parts.
  const parted = (key: string, binding: ExamBinding): boolean =>
    ['up', 'down'].includes(key) && binding.when.join(' ') === 'question parts';
  const twice = active.flatMap(binding =>
    binding.keys.filter(key => bindingFor(key, state) !== binding && !parted(key, binding)),
  );
  expect(twice).toEqual([]);
  const told = examHelp(state, 400).map(line => textOf(line).trimEnd());
  const here = active.map(({ keys, help }) => `${`  ${keys.map(keyName).join(' ')}`.padEnd(21)} ${help}`);
  if (!state.help) expect(told.slice(1, told.indexOf(''))).toEqual(here);
  expect(active.some(({ does, footer }) => 'action' in does && does.action === 'help' && footer)).toBe(true);
  expect(examLeft(state, 4).over).toBe('left');
  expect(examAfter(state, 'ctrl-c')[0].over).toBe('interrupted');
});
