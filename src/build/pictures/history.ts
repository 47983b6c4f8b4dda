import { printKey } from '../../answers/answers.ts';
import type { Action } from '../../app/events.ts';
import { createMachine, type Machine } from '../../app/machine.ts';
import { startSession } from '../../app/session.ts';
import type { VariantPart } from '../../bank/variant.ts';
import { type Context, openContext } from '../../commands/context.ts';
import { effectRunner } from '../../commands/effects/effects.ts';
import type { Environment } from '../../commands/environment.ts';
import { adopt, planner } from '../../commands/schedule/planning.ts';
import { studyDayNumber } from '../../schedule/study-day.ts';

/** Three weeks of a student who knows some things and not others: what the pictures show. */

const DAY = 86_400_000;
const MINUTE = 60_000;
const DAYS = 19;
const A_DAY = 9;
/** Days to the exam. */
const AHEAD = 22;
/** Evenings that went by without an answer. */
const FREE: ReadonlySet<number> = new Set([5, 12]);

/**
 * @param until the evening of the pictures; the last answers are from the day before
 * @param environment with a source of randomness that gives the same each time, so that each picture does too
 */
export async function writeHistory(environment: Environment, folder: string, until: Date): Promise<void> {
  let [at, monotonic] = [until, 0];
  const world: Environment = { ...environment, now: () => at, monotonic: () => monotonic, zone: 'UTC' };
  const context = await openContext(world, { data: folder });
  try {
    for (let day = DAYS; day >= 1; day--) {
      if (FREE.has(day)) continue;
      at = new Date(until.getTime() - day * DAY);
      const pass = (ms: number): void => {
        at = new Date(at.getTime() + ms);
        monotonic += ms;
      };
      evening(context, world, day, pass);
    }
    at = until;
    adopt(context, planner(context).plan({ exam: studyDayNumber(until, 'UTC') + AHEAD, minutes: 25, credits: 90 }));
  } finally {
    context.close();
  }
}

function evening(
  context: Context,
  { now, monotonic, zone }: Environment,
  day: number,
  pass: (ms: number) => void,
): void {
  const machine = createMachine(startSession({ kind: 'study' }), {
    run: effect => (effect.type === 'edit-page' ? [] : effectRunner(context)(effect)),
    moment: () => ({ at: now(), zone, monotonic: monotonic() }),
    explain: () => null,
  });
  for (let i = 0; i < A_DAY && machine.state().screen?.name === 'question'; i++) {
    pass(1.2 * MINUTE + ((7 * i + day) % 5) * 0.4 * MINUTE);
    answer(machine, isKnown(machine, day, i));
    act(machine, 'next');
  }
}

function act(machine: Machine, action: Action): void {
  machine.dispatch({ type: 'action', action });
}

/** Some topics go well from the beginning, others with time. */
function isKnown(machine: Machine, day: number, i: number): boolean {
  const { screen } = machine.state();
  const id = screen?.name === 'question' ? screen.presented.variant.template.id : '';
  const effort = [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 97, 7);
  return (effort + 13 * i + 5 * day) % 97 > 22;
}

function answer(machine: Machine, right: boolean): void {
  const { screen } = machine.state();
  if (screen?.name !== 'question') return;
  for (const part of screen.presented.variant.parts) {
    fill(machine, part, right);
    act(machine, 'submit');
  }
  const { screen: after } = machine.state();
  if (after?.name !== 'judge') return;
  const points = after.question.presented.variant.parts.flatMap(({ key }) =>
    key.kind === 'rubric' ? printKey(key).split(' ') : [],
  );
  if (right) for (const number of points) machine.dispatch({ type: 'text', text: number });
  act(machine, 'submit');
}

function fill(machine: Machine, { key }: VariantPart, right: boolean): void {
  const write = (text: string): void => machine.dispatch({ type: 'text', text, pasted: true });
  if (key.kind === 'rubric') write('In a few words, as one would in an exam.');
  else if (key.kind === 'choice') {
    const wanted = key.options.filter(option => option.right === right).map(({ label }) => label);
    if (wanted.length === 0) act(machine, 'none');
    for (const label of right ? wanted : wanted.slice(0, 1)) machine.dispatch({ type: 'text', text: label });
  } else if (right) write(printKey(key));
  // Left empty, and given up with a second Enter.
  else act(machine, 'submit');
}
