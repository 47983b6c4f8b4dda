import type { Action } from './events.ts';
import { firstStep, type Steps, stepped } from './steps.ts';

/**
 * Going through a solution.
 *
 * @param steps null before it was begun
 * @returns undefined where the action is about something else
 */
export function stepsAfter(steps: Steps | null, solution: string | null, action: Action): Steps | null | undefined {
  if (action === 'steps') return steps && !steps.all ? { ...steps, all: true } : firstStep(solution);
  if (!steps || steps.all) return undefined;
  if (action === 'back') return null;
  if (action === 'step') return stepped(steps, 1);
  return action === 'step-back' ? stepped(steps, -1) : undefined;
}
