import { describe, expect, it } from 'vitest';
import { startHome } from '../../src/app/session.ts';
import { update } from '../../src/app/update.ts';
import { goalOf, PLAN } from '../../src/schedule/goal.ts';
import { dayDate, studyDayNumber } from '../../src/schedule/study-day.ts';
import { onScreen, type Session, session, simpleQuestions, ZONE } from './support.ts';

/** The plan from the home screen. */

function opened(): Session {
  const walk = session({ start: startHome() });
  walk.act('plan');
  return walk;
}

function plan(walk: Session) {
  const { planned, ...screen } = onScreen(walk.state(), 'plan');
  if (planned.plan === null) throw new Error('the plan is not reckoned yet');
  return { ...screen, planned };
}
const MOMENT = { at: new Date('2026-11-20T18:00:00Z'), zone: ZONE, monotonic: 0 };
const today = studyDayNumber(new Date('2026-11-20T18:00:00Z'), ZONE);

describe('the plan', () => {
  it('begins with six weeks and twenty minutes, and puts nothing in force by itself', () => {
    const walk = opened();
    expect(plan(walk).planned.draft).toEqual({ exam: today + 42, minutes: 20, credits: 90 });
    expect(plan(walk).goal).toBeNull();
    walk.act('back');
    expect(walk.state().screen?.name).toBe('home');
    expect(walk.store.settings().has(PLAN)).toBe(false);
  });

  it('stands there with the date and the minutes before it is reckoned, as that takes a moment', () => {
    const walk = session({ start: startHome(), templates: simpleQuestions(60) });
    const [state, effects] = update(walk.state(), { type: 'action', action: 'plan' }, MOMENT);
    const draft = { exam: today + 42, minutes: 20, credits: 90 };
    expect(onScreen(state, 'plan')).toMatchObject({ planned: { draft, plan: null }, goal: null });
    expect(effects).toEqual([{ type: 'try-plan', draft: null }]);
    // Whatever is asked for meanwhile: what is not there cannot be changed or put in force.
    for (const action of ['exam-later', 'minutes-more', 'adopt', 'drop-plan'] as const) {
      expect(update(state, { type: 'action', action }, MOMENT)).toEqual([state, []]);
    }
    expect(update(state, { type: 'action', action: 'back' }, MOMENT)[1]).toEqual([
      { type: 'load-home', summary: false },
    ]);
    // Of a few questions it is there at once.
    const few = session({ start: startHome() });
    const [home, same] = update(few.state(), { type: 'action', action: 'plan' }, MOMENT);
    expect([home.screen?.name, same]).toEqual(['home', effects]);
  });

  it('moves with the date and the minutes', () => {
    const walk = opened();
    const before = plan(walk).planned.plan.curve.length;
    walk.act('exam-later');
    expect(plan(walk).planned.plan.curve).toHaveLength(before + 1);
    walk.act('exam-week-earlier', 'exam-earlier');
    expect(plan(walk).planned.draft.exam).toBe(today + 42 + 1 - 7 - 1);
    walk.act('minutes-more', 'minutes-more', 'minutes-fewer');
    expect(plan(walk).planned.draft.minutes).toBe(25);
  });

  it('stops at tomorrow, at a year, and at five minutes', () => {
    const walk = opened();
    for (let i = 0; i < 10; i++) walk.act('exam-week-earlier', 'minutes-fewer');
    expect(plan(walk).planned.draft).toMatchObject({ exam: today + 1, minutes: 5 });
    for (let i = 0; i < 60; i++) walk.act('exam-week-later');
    expect(plan(walk).planned.draft.exam).toBe(today + 365);
  });

  it.each([
    ['today', 0, 'exam-earlier'],
    ['beyond a year, by the command', 500, 'exam-later'],
  ] as const)('stays where it is where it can go no further: %s', (_, days, further) => {
    const walk = opened();
    walk.act('adopt', 'back');
    const adopted = walk.store.settings().get(PLAN) as object;
    walk.store.set(PLAN, { ...adopted, exam: dayDate(today + days) });
    walk.act('plan', 'minutes-more', further);
    expect(plan(walk).planned.draft).toMatchObject({ exam: today + days, minutes: 25 });
  });

  it('put in force, is what the home screen and the queue follow, until it is dropped', () => {
    const walk = opened();
    walk.act('minutes-more', 'adopt');
    const { score } = plan(walk).planned.plan;
    expect(goalOf(walk.store.settings(), today)).toMatchObject({ exam: today + 42, minutes: 25, made: today, score });
    walk.act('back');
    expect(onScreen(walk.state(), 'home').home).toMatchObject({ minutes: 25, goal: { score } });
    walk.act('plan');
    expect(plan(walk).planned.draft.minutes).toBe(25);
    walk.act('drop-plan');
    expect(plan(walk).goal).toBeNull();
    expect(walk.store.settings().has(PLAN)).toBe(false);
    // Plans that were in force stay in the log, with what they had stated.
    expect(walk.store.settingHistory(PLAN)).toHaveLength(2);
  });

  it('counts what has been answered since', () => {
    const walk = opened();
    const unmet = (): number => {
      const { toMeet, notMet } = plan(walk).planned.plan;
      return toMeet + notMet;
    };
    const before = unmet();
    walk.act('back', 'study');
    walk.answer('right');
    walk.act('back', 'plan');
    expect(unmet()).toBe(before - 1);
  });
});

describe('the statistics', () => {
  it('are those of the answers so far, and leave to home', () => {
    const walk = session({ start: startHome() });
    walk.act('statistics');
    expect(onScreen(walk.state(), 'statistics').statistics.answers).toBe(0);
    walk.act('back', 'study');
    walk.answer('right');
    walk.act('back', 'statistics');
    const { statistics } = onScreen(walk.state(), 'statistics');
    expect(statistics.answers).toBe(1);
    expect(statistics.streak.current).toBe(1);
    walk.act('back');
    expect(walk.state().screen?.name).toBe('home');
  });
});
