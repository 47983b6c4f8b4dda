import { UsageError } from '../errors.ts';

const MOST = 600;

/** Minutes from a flag. @throws UsageError */
export function minutesOf(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= MOST) return value;
  throw new UsageError(`--minutes must be a whole number from 1 to ${MOST}, not "${text.slice(0, 40)}"`);
}
