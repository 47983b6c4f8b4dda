import { expect, it } from 'vitest';
import type { CurvePoint } from '../../src/schedule/plan/types.ts';
import { courseOf } from '../../src/schedule/plan-course.ts';

const curve = (days: number, mean: (day: number) => number): CurvePoint[] =>
  Array.from({ length: days + 1 }, (_, i) => ({ day: 20_000 + i, mean: mean(i), low: 0, high: 1 }));

it.each([1, 2, 22, 29, 30, 91, 365, 730])('has the exam in %d days as its last point, and few of them', days => {
  const course = courseOf({ curve: curve(days, i => i / days), withoutStudy: curve(days, i => 1 - i / days) });
  const { first = 0, step = 0, studying = [], idle = [] } = course ?? {};
  expect(studying.length).toBeLessThanOrEqual(30);
  expect(idle).toHaveLength(studying.length);
  expect(first + step * (studying.length - 1)).toBe(days);
  expect(first).toBeLessThan(step);
  for (const [i, share] of studying.entries()) {
    expect(share).toBeCloseTo((first + i * step) / days, 3);
    expect(share + (idle[i] ?? 0)).toBeCloseTo(1, 3);
  }
  expect(studying.at(-1)).toBe(1);
});

it('is none where there is no way to go', () => {
  expect(courseOf({ curve: curve(0, () => 0.5), withoutStudy: curve(0, () => 0.5) })).toBeNull();
});
