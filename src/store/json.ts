/** JSON that keeps every number. Keys and values may hold −∞ (a masked attention score), which plain JSON makes null. */

const TAG = '$number';

export function toJson(value: unknown): string {
  return JSON.stringify(value, (_, v) => (isLost(v) ? { [TAG]: Object.is(v, -0) ? '-0' : String(v) } : v)) ?? 'null';
}

export function fromJson(text: string): unknown {
  if (!text.includes(TAG)) return JSON.parse(text);
  return JSON.parse(text, (_, v) => (isTagged(v) ? Number(v[TAG]) : v));
}

function isLost(value: unknown): boolean {
  return typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0));
}

function isTagged(value: unknown): value is { [TAG]: string } {
  return typeof value === 'object' && value !== null && TAG in value && typeof value[TAG] === 'string';
}
