import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Edit } from '../../src/app/entries/entry.ts';
import type { Action, Event } from '../../src/app/events.ts';
import { startHome, startSession } from '../../src/app/session.ts';
import { expectConsistent } from './consistency.ts';
import { kindFixtures, session } from './support.ts';

const ACTIONS: readonly Action[] = [
  ...(['study', 'drill', 'submit', 'next', 'skip', 'hint', 'guess', 'undo', 'help', 'back', 'up', 'down'] as const),
  ...(['study-minutes', 'more', 'why', 'why'] as const),
  ...([
    'toggle',
    'none',
    'newline',
    'next-part',
    'previous-part',
    'rate-again',
    'rate-hard',
    'rate-good',
    'rate-easy',
  ] as const),
];
const EDITS: readonly Edit[] = ['erase', 'erase-next', 'erase-all', 'left', 'right', 'start', 'end'];

// Submitting and going on come often, so that runs get past the first question.
const action = fc.oneof(fc.constantFrom<Action>('submit', 'next', 'study'), fc.constantFrom(...ACTIONS));
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 5, arbitrary: action.map((chosen): Event => ({ type: 'action', action: chosen })) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('7', 'a', 'bd', '3/8', '2 · 7', ',').map((text): Event => ({ type: 'text', text })),
  },
  {
    weight: 1,
    arbitrary: fc.string({ unit: 'binary', maxLength: 600 }).map((text): Event => ({ type: 'text', text })),
  },
  { weight: 1, arbitrary: fc.constantFrom(...EDITS).map((edit): Event => ({ type: 'edit', edit })) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.integer(), fc.nat()).map(([to, furthest]): Event => ({ type: 'scroll', to, furthest })),
  },
);
const start = fc.constantFrom(
  startHome(),
  startSession({ kind: 'study' }),
  startSession({ kind: 'drill', topic: 'optimization' }),
);

it('stays consistent in every way of making a reply', () => {
  const study = startSession({ kind: 'study' });
  const typed = fc.constantFrom('[1 2; 3 4]', '1=c 2=a', '3 1 2 | 2: b', 'sqrt(2/n)', '(N, 2)', 'two\nlines', ';');
  const more = fc.record({ type: fc.constant('text' as const), text: typed, pasted: fc.boolean() });
  const moves = fc.constantFrom<Action>('next-cell', 'previous-cell', 'move-up', 'move-down', 'fill', 'newline');
  const any = fc.oneof(
    event,
    more,
    moves.map((chosen): Event => ({ type: 'action', action: chosen })),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...kindFixtures()),
      fc.array(any, { maxLength: 60, size: 'max' }),
      (template, events) => {
        const walk = session({ start: study, templates: [template] });
        for (const next of events) {
          walk.machine.dispatch(next);
          expectConsistent(walk.state());
        }
      },
    ),
    { numRuns: 60, seed: 20261120 },
  );
});

it('never throws and stays consistent, whatever is pressed in whatever order', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(start, fc.array(event, { maxLength: 60, size: 'max' }), (begin, events) => {
      const walk = session({ start: begin, newPerDay: 1 });
      for (const next of events) {
        walk.machine.dispatch(next);
        expectConsistent(walk.state());
        seen.add(walk.state().screen?.name ?? 'none');
      }
    }),
    { numRuns: 60, seed: 20261120 },
  );
  expect(seen).toEqual(new Set(['home', 'question', 'mark', 'summary']));
});
