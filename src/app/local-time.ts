/** Making a formatter takes far longer than using it, and a list has many times of one zone. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** `2026-12-01 18:59`: an instant on the clock of a zone. */
export function localTime(at: Date, zone: string): string {
  const known = formats.get(zone);
  // Swedish dates are ISO dates.
  const format = known ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  if (!known) formats.set(zone, format);
  return format.format(at);
}
