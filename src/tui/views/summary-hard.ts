import type { LookBack, Seen } from '../../app/look-back.ts';
import { commentLines } from '../marks/head.ts';
import { creditsText } from '../marks/points.ts';
import { BLANK, indented, inline, literal, recoloured, type StyledLine, styled } from '../styled.ts';

/** What was hard in a session, and what to do about it. */

/** So many misconceptions are named in a list that is to be read at a glance. */
const NAMED = 3;

export function hardLines({ weakest, mistakes, missed }: LookBack, width: number): readonly StyledLine[] {
  const [worst] = missed;
  if (!worst) return [];
  const topic = weakest
    ? literal(`Hardest: ${weakest.topic}, ${creditsText(weakest.earned, weakest.credits)}.`, width)
    : [];
  const seen =
    mistakes.length > 0 ? literal(`Recognised: ${mistakes.slice(0, NAMED).map(named).join(', ')}.`, width) : [];
  const drill = `Worth a drill: "tutor drill ${worst.question}" asks it again with other numbers.`;
  return [BLANK, ...topic, ...seen, ...literal(drill, width)];
}

/** `"bias forgotten", 2 times` */
function named({ tag, times }: Seen): string {
  return times === 1 ? `"${tag}"` : `"${tag}" ${times} times`;
}

/** With room for it: each misconception with what is to be known of it, and the questions that were missed. */
export function summarySide({ mistakes, missed }: LookBack, width: number): readonly StyledLine[] {
  const seen = mistakes.flatMap(mistake => [
    ...recoloured(literal(named(mistake), width), 'strong'),
    ...(mistake.comment === null ? [] : indented(commentLines(mistake.comment, null, width - 2), 2)),
  ]);
  const again = missed.map(({ title, topic }): StyledLine => [...inline(title), styled(`  ${topic}`, 'muted')]);
  return [
    ...(seen.length > 0 ? [[styled('Mistakes that were recognised', 'heading')], ...seen, BLANK] : []),
    ...(again.length > 0 ? [[styled('To look at again', 'heading')], ...again] : []),
  ];
}
