import type { Left } from '../../app/screens.ts';

const MINUTE = 60_000;

/** `7 left, 12 min` */
export function leftText({ questions, ms }: Left): string {
  return `${questions} left, ${minutesText(ms)}`;
}

/** `about 12 min`; what is under a minute is that without a doubt. */
export function aboutText(ms: number): string {
  const text = minutesText(ms);
  return /^\d/.test(text) ? `about ${text}` : text;
}

/** `under a minute`, `12 min`, `2 h 5 min` */
export function minutesText(ms: number): string {
  const minutes = Math.round(ms / MINUTE);
  if (minutes < 1) return ms > 0 ? 'under a minute' : '0 min';
  return minutes < 100 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
