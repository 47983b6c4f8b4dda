import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectClose, expectSame, numbersOf, scalarOf } from './same.ts';

/** Rates over time, running averages, clipping and stopping. */

const real = fc.integer({ min: -300, max: 300 }).map(n => n / 100);
const above = fc.integer({ min: 1, max: 300 }).map(n => n / 100);
const decay = fc.constantFrom(0.5, 0.9, 0.99);

describe('running averages', () => {
  const case_ = fc.record({ values: fc.array(real, { minLength: 1, maxLength: 8 }), beta: decay });

  test('are sums with the unrolled weights, which add up to 1 − βᵗ', () => {
    fc.assert(
      fc.property(case_, values => {
        const t = values.values.length;
        expectSame('running_average(values, beta).last', `sum(ema_weights(${t}, beta) * values)`, values);
        expectSame(`sum(ema_weights(${t}, beta))`, `1 - beta^${t}`, values);
      }),
    );
  });

  test('of a constant are that constant, once corrected', () => {
    expect(scalarOf('bias_correction(running_average([3, 3, 3, 3], beta=0.9).last, beta=0.9, t=4)')).toBeCloseTo(3, 12);
  });
});

describe('clipping by norm', () => {
  const gradient = fc.record({ g: fc.array(real, { minLength: 1, maxLength: 6 }), limit: above });

  test('shortens to the limit, keeps the direction, and does nothing twice', () => {
    fc.assert(
      fc.property(gradient, values => {
        const clipped = numbersOf('clip_by_norm(g, limit).clipped', values);
        const length = Math.hypot(...values.g);
        expect(Math.hypot(...clipped)).toBeCloseTo(Math.min(length, values.limit), 9);
        expectClose(
          clipped,
          values.g.map(x => x * Math.min(1, values.limit / (length || 1))),
        );
        expectClose(numbersOf('clip_by_norm(g, limit).clipped', { ...values, g: clipped }), clipped);
      }),
    );
  });

  test('of two gradients is that of both in one', () => {
    fc.assert(
      fc.property(gradient, values => {
        const parts = 'clip_by_global_norm(g, 2*g, limit)';
        expectSame(`concat(${parts}.a, ${parts}.b)`, 'clip_by_norm(concat(g, 2*g), limit).clipped', values);
      }),
    );
  });
});

describe('schedules', () => {
  test('the cosine falls from lr to min and is symmetric about the middle', () => {
    const at = (t: number): number => scalarOf(`cosine_schedule(0.1, t=${t}, total=40, min=0.02)`);
    expectClose([at(0), at(20), at(40)], [0.1, 0.06, 0.02]);
    for (let t = 0; t < 40; t++) {
      expect(at(t) + at(40 - t)).toBeCloseTo(0.12, 12);
      expect(at(t + 1)).toBeLessThan(at(t));
    }
  });

  test('a warmup ends at lr, where the fall begins', () => {
    for (const call of [
      'warmup_linear(0.1, t=T, warmup=10)',
      'warmup_linear(0.1, t=T, warmup=10, total=50)',
      'warmup_cosine(0.1, t=T, warmup=10, total=50)',
    ]) {
      const at = (t: number): number => scalarOf(call.replace('T', String(t)));
      expectClose([at(0), at(5), at(10)], [0, 0.05, 0.1]);
      expect(at(11)).toBeLessThanOrEqual(0.1);
    }
    expect(scalarOf('warmup_linear(0.1, t=50, warmup=10, total=50)')).toBe(0);
  });

  test('the transformer’s schedule is largest at the end of its warmup', () => {
    const at = (t: number): number => scalarOf(`inverse_sqrt_schedule(${t}, d_model=64, warmup=10)`);
    expect(at(10)).toBeCloseTo((64 * 10) ** -0.5, 12);
    for (const t of [1, 5, 9, 11, 20]) expect(at(t)).toBeLessThan(at(10));
  });

  test('one cycle starts at lr/div, peaks at lr and ends at lr/(div · final_div)', () => {
    const at = (t: number): number => scalarOf(`one_cycle(0.1, t=${t}, total=21, rise=0.5, div=10, final_div=100)`);
    expect(at(0)).toBeCloseTo(0.01, 12);
    expect(at(20)).toBeCloseTo(0.0001, 12);
    for (let t = 0; t <= 20; t++) expect(at(t)).toBeLessThanOrEqual(0.1);
    expect(scalarOf('one_cycle(0.1, t=9, total=20, rise=0.5)')).toBeCloseTo(0.1, 12);
  });
});

test('training stops at the first epoch after which patience epochs have brought nothing better', () => {
  const training = fc.record({
    losses: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 10 }),
    patience: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(training, ({ losses, patience }) => {
      const isStuck = (epoch: number): boolean =>
        epoch > patience &&
        losses.slice(epoch - patience, epoch).every(loss => loss >= Math.min(...losses.slice(0, epoch - patience)));
      const epochs = losses.map((_, i) => i + 1);
      const stop = epochs.find(isStuck);
      const best = losses.indexOf(Math.min(...losses.slice(0, stop)));
      const text = (field: string): string => `early_stopping(losses, patience=${patience}).${field}`;
      expect(scalarOf(text('stop_epoch'), { losses })).toBe(stop ?? losses.length);
      expect(scalarOf(text('stopped'), { losses })).toBe(stop === undefined ? 0 : 1);
      expect(scalarOf(text('best_epoch'), { losses })).toBe(best + 1);
      expect(scalarOf(text('best_loss'), { losses })).toBe(losses[best]);
    }),
    { numRuns: 300 },
  );
});
