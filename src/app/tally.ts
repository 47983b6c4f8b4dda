import type { Answered } from './state.ts';

/** `5 answered, 3 right, 1 self-marked, in 3:20`: what the student granted is not counted as right. */
export function tally(answered: readonly Answered[]): string {
  const right = answered.filter(entry => entry.credit === 1 && !entry.self).length;
  const ms = answered.reduce((sum, entry) => sum + entry.ms, 0);
  const self = answered.filter(entry => entry.self).length;
  const own = self === 0 ? '' : `, ${self} self-marked`;
  return `${answered.length} answered, ${right} right${own}, in ${minutesAndSeconds(ms)}`;
}

/** `4:05` */
export function minutesAndSeconds(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
