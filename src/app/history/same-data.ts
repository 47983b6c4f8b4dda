/** Numbers closer than this, relatively, differ only by rounding: other processors compute the last digits otherwise. */
const ROUNDING = 1e-9;

/** Whether two pieces of plain data are the same, but for rounding. */
export function sameData(one: unknown, other: unknown): boolean {
  if (typeof one === 'number' && typeof other === 'number') return sameNumber(one, other);
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, i) => sameData(item, other[i]));
  }
  if (!isRecord(one) || !isRecord(other)) return one === other;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every(name => Object.hasOwn(other, name) && sameData(one[name], other[name]))
  );
}

export function sameNumber(one: number, other: number): boolean {
  const size = Math.max(Math.abs(one), Math.abs(other));
  return Object.is(one, other) || (Number.isFinite(size) && Math.abs(one - other) <= ROUNDING * size);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
