/** What a plan rests on, told to the student. */

import type { Posterior } from './posterior.ts';
import type { PlanInput } from './types.ts';

export function assumptionsOf(
  { first }: Posterior,
  { minutes, examCredits, newPerDay, weights }: PlanInput,
): readonly string[] {
  return [
    `You study about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} on every day up to the eve of the exam, at least one question, and what the program asks.`,
    firstAnswers(first),
    'What you have never met you may still answer right, and it counts as known with the chance of a first answer. This is taken to be the same in every topic, and no higher for what you studied around it.',
    `The exam is drawn at random from this bank, up to ${examCredits} credits, and marked as here; it may ask what you have set aside.`,
    'A wrong answer earns the share of the credits that your wrong answers earned so far.',
    weights
      ? 'Your memory fades as FSRS-6 says, with weights near your own and those that would explain your answers as well. Who forgets faster than that scores lower.'
      : 'Your memory fades as FSRS-6 says, with any weights that would explain your answers. Who forgets faster than that scores lower.',
    'What you get wrong is asked once more on the same day. That takes time, and the memory is counted from the first answer.',
    'If all this holds, the interval holds the score in 9 of 10 cases: the luck of the exam and of your answers, what is not yet known of your memory, and how far FSRS is usually off.',
    ...(newPerDay === null
      ? []
      : [`At most ${newPerDay} new ${newPerDay === 1 ? 'question' : 'questions'} a day, as you set it.`]),
  ];
}

function firstAnswers({ seen, right }: Posterior['first']): string {
  if (seen === 0)
    return 'Nothing is known yet of how often you answer a new question right: anything is held possible.';
  return `You answer new questions right as often as so far: ${right} of ${seen} (${Math.round((100 * right) / seen)} %).`;
}
