import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Action, Event } from '../../src/app/events.ts';
import { startHome, startSession } from '../../src/app/session.ts';
import { expectConsistent } from './consistency.ts';
import { kindFixture, onScreen, type Session, session, WRITTEN_ELSEWHERE } from './support.ts';

const STUDY = startSession({ kind: 'study' });
const writing = (id: string): Session => session({ start: STUDY, templates: [kindFixture(id)] });
const judge = (walk: Session) => onScreen(walk.state(), 'judge');
const recorded = (walk: Session) => walk.store.reviews({ limit: 9 });

describe('one page', () => {
  let walk: Session;
  beforeEach(() => {
    walk = writing('rubric/vanishing');
  });

  it('is judged before anything is recorded, and the time ends when it is handed in', () => {
    walk.paste('Factors\nbelow 1');
    walk.clock.monotonic += 5000;
    walk.act('submit');
    expect(judge(walk)).toMatchObject({ row: 0, ms: 5000 });
    expect(recorded(walk)).toEqual([]);
    walk.clock.monotonic += 60_000;
    walk.type('2');
    walk.act('submit');
    const { mark, replies } = walk.mark();
    expect(replies).toEqual(['2\n\nFactors\nbelow 1']);
    expect(mark.parts).toMatchObject([{ credit: 1 / 3.5, self: true, readAs: '2' }]);
    expect(recorded(walk)).toMatchObject([{ ms: 5000, reply: ['2\n\nFactors\nbelow 1'] }]);
  });

  it('grants points by their digits, by Space, and takes them back; the cursor follows', () => {
    walk.paste('x');
    walk.act('submit');
    const granted = () => judge(walk).question.granted[0];
    walk.type('3');
    expect([granted(), judge(walk).row]).toEqual([[false, false, true], 2]);
    walk.act('down', 'up', 'up', 'up', 'toggle');
    expect([granted(), judge(walk).row]).toEqual([[true, false, true], 0]);
    walk.type('3');
    expect(granted()).toEqual([true, false, false]);
    walk.type('9');
    walk.type('x');
    walk.paste('no list of 2 points');
    expect(granted()).toEqual([true, false, false]);
    walk.paste('1, 2 3');
    expect(granted()).toEqual([false, true, true]);
  });

  it('can be gone back to, with nothing lost and the time as it was', () => {
    walk.paste('First words');
    walk.clock.monotonic += 1000;
    walk.act('submit');
    walk.type('1');
    walk.clock.monotonic += 60_000;
    walk.act('back');
    expect(walk.question().entries).toMatchObject([{ characters: [...'First words'] }]);
    walk.type('!');
    walk.clock.monotonic += 500;
    walk.act('submit');
    expect(judge(walk)).toMatchObject({ ms: 1500, question: { granted: [[true, false, false]] } });
    walk.act('submit');
    expect(walk.mark().replies).toEqual(['1\n\nFirst words!']);
  });

  it('is kept with its points when the session is left and taken up again', () => {
    walk = session({ start: startHome(), templates: [kindFixture('rubric/vanishing')] });
    walk.act('study');
    walk.paste('Kept');
    walk.act('submit', 'toggle', 'back', 'back', 'study');
    expect(walk.question()).toMatchObject({ entries: [{ characters: [...'Kept'] }], granted: [[true, false, false]] });
  });

  it('is asked for once when it is empty, then given up without judging', () => {
    walk.paste(' \n ');
    walk.act('submit');
    expect(walk.question().complaint).toBe(
      'Write an answer; you will mark it yourself. Ctrl-D again to leave it unanswered.',
    );
    walk.act('submit');
    expect(walk.mark().mark.parts).toMatchObject([{ credit: 0, readAs: null, comment: 'No answer.' }]);
    expect(walk.mark().replies).toEqual(['']);
  });

  it('is not recorded when the program is left in between, and nothing is taken back then', () => {
    walk.paste('x');
    walk.act('submit', 'undo');
    expect(walk.state().notice).toContain('Your reply would be lost');
    walk.act('quit');
    expect(walk.state().over).toBe('interrupted');
    expect(recorded(walk)).toEqual([]);
  });

  it('stays on the screen with its points when it cannot be recorded', () => {
    walk.paste('x');
    walk.act('submit', 'toggle');
    walk.failing.add('record');
    walk.act('submit');
    expect(judge(walk).question.granted).toEqual([[true, false, false]]);
    walk.failing.clear();
    walk.act('submit');
    expect(walk.mark().mark.parts[0]?.credit).toBe(2 / 3.5);
  });

  it('scrolls to the point under the cursor, and begins with what was written', () => {
    walk.paste('x');
    walk.act('submit');
    expect(walk.state().scroll).toBe(0);
    walk.act('down');
    expect(walk.state().scroll).toBeNull();
  });
});

describe('several parts', () => {
  it('are judged together; a part left empty is not, and what the program marks is not self-marked', () => {
    const walk = writing('rubric/mixed');
    const kept = 1 - (walk.question().presented.variant.vars.p as number);
    walk.type(`${kept}`);
    walk.act('submit');
    walk.paste('Written');
    walk.act('submit');
    expect(walk.question().focus).toBe(2);
    walk.act('submit', 'submit');
    expect(judge(walk).question.givenUp).toEqual([2]);
    walk.act('down', 'down', 'toggle', 'submit');
    expect(walk.mark().replies).toEqual([`${kept}`, '1\n\nWritten', '']);
    expect(walk.mark().mark.parts.map(({ credit, self }) => [credit, self])).toEqual([
      [1, false],
      [1, true],
      [0, false],
    ]);
  });

  it('count as marked by the program where nothing was written', () => {
    const walk = writing('rubric/mixed');
    walk.act('submit', 'submit', 'submit', 'submit', 'submit', 'submit');
    expect(walk.mark().mark.credit).toBe(0);
    expect(walk.state().answered).toMatchObject([{ self: false }]);
  });

  it('have their digits where the cursor is', () => {
    const walk = writing('rubric/mixed');
    walk.type('0.5');
    walk.act('next-part');
    walk.paste('b');
    walk.act('next-part');
    walk.paste('c');
    walk.act('submit', 'down');
    walk.type('2');
    expect(judge(walk)).toMatchObject({ row: 2, question: { granted: [[], [], [false, true]] } });
  });

  it('are not judged before all of them can be read', () => {
    const walk = writing('rubric/mixed');
    walk.type('half');
    walk.act('next-part');
    walk.paste('b');
    walk.act('submit', 'submit', 'submit');
    expect(walk.question().complaint).toContain('Part a');
  });
});

describe('an editor of one’s own', () => {
  it('gets the page, and what comes back takes its place without the line break that editors add', () => {
    const walk = writing('rubric/vanishing');
    walk.paste('Begun');
    walk.act('edit-page');
    expect(walk.question().entries).toMatchObject([{ characters: [...`Begun${WRITTEN_ELSEWHERE.trimEnd()}`] }]);
    expect(walk.state().notice).toBeNull();
  });

  it('is not asked where there is no page', () => {
    const walk = writing('rubric/mixed');
    const before = walk.state();
    walk.act('edit-page');
    expect(walk.state()).toBe(before);
    walk.machine.dispatch({ type: 'page-edited', part: 0, text: '7' });
    expect(walk.state()).toBe(before);
  });

  it('is spoken of where nothing was changed, or more was written than a page holds', () => {
    const walk = writing('rubric/vanishing');
    walk.paste('Same');
    walk.machine.dispatch({ type: 'page-edited', part: 0, text: 'Same\n' });
    expect(walk.state().notice).toContain('Nothing was changed');
    walk.machine.dispatch({ type: 'page-edited', part: 0, text: 'x'.repeat(20_001) });
    expect(walk.state().notice).toBe('Only the first 20000 characters are kept.');
    expect(walk.question().entries).toMatchObject([{ cursor: 20_000 }]);
  });
});

it('stays consistent, whatever is done on the way to the mark, and loses no word by going back', () => {
  const action = fc
    .constantFrom<Action>(
      'submit',
      'back',
      'up',
      'down',
      'toggle',
      'newline',
      'next-part',
      'edit-page',
      'undo',
      'study',
    )
    .map((chosen): Event => ({ type: 'action', action: chosen }));
  const submit = fc.constant<Event>({ type: 'action', action: 'submit' });
  const text = fc
    .oneof(fc.constantFrom('1', '2 1', '0.5', 'words'), fc.string({ unit: 'binary', maxLength: 90 }))
    .map((typed): Event => ({ type: 'text', text: typed, pasted: typed.length > 3 }));
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(fc.oneof(submit, action, text), { maxLength: 40, size: 'max' }), events => {
      const walk = session({ start: startHome(), templates: [kindFixture('rubric/mixed')] });
      walk.act('study');
      for (const event of events) {
        const before = walk.state().screen;
        walk.machine.dispatch(event);
        expectConsistent(walk.state());
        const after = walk.state().screen;
        seen.add(after?.name ?? 'none');
        if (before?.name === 'judge' && after?.name === 'question')
          expect([after.entries, after.granted]).toEqual([before.question.entries, before.question.granted]);
      }
    }),
    { numRuns: 60, seed: 20261120 },
  );
  expect(seen).toEqual(new Set(['home', 'question', 'judge', 'mark']));
});
