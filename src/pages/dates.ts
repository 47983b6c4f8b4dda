import { studyDay } from '../schedule/study-day.ts';

/** Days and times as a person says them. */

export function inDays(days: number): string {
  if (days <= 1) return 'tomorrow';
  if (days < 60) return `in ${days} days`;
  if (days < 730) return `in ${Math.round(days / 30.4)} months`;
  return `in ${Math.round(days / 365)} years`;
}

/** `12 d`, `3 mo`, `2 y`: where there is no room for words. */
export function daysInBrief(days: number): string {
  if (days < 60) return `${days} d`;
  return days < 730 ? `${Math.round(days / 30.4)} mo` : `${Math.round(days / 365)} y`;
}

const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });

/** `Tue 24 Nov`: the study day that an instant lies in. */
export function dayName(at: Date, zone: string): string {
  return WEEKDAY.format(new Date(`${studyDay(at, zone)}T00:00:00Z`)).replace(',', '');
}
