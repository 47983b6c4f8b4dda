import type { Answered } from './state.ts';

/** `5 answered, 4 right, in 3:20` */
export function tally(answered: readonly Answered[]): string {
  const right = answered.filter(entry => entry.credit === 1).length;
  const ms = answered.reduce((sum, entry) => sum + entry.ms, 0);
  return `${answered.length} answered, ${right} right, in ${minutesAndSeconds(ms)}`;
}

/** `4:05` */
function minutesAndSeconds(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
