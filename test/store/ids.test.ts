import fc from 'fast-check';
import { validate, version } from 'uuid';
import { describe, expect, it } from 'vitest';
import { nextId } from '../../src/store/ids.ts';

const NOON = new Date('2026-11-20T12:00:00Z');
const ONES = new Uint8Array(16).fill(255);
const ZEROS = new Uint8Array(16);

describe('nextId', () => {
  it('is a UUID of version 7 that begins with the time', () => {
    const id = nextId(null, NOON, ONES);
    expect(validate(id) && version(id)).toBe(7);
    expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(NOON.getTime());
  });

  it.each([
    ['stands still', NOON],
    ['was set back', new Date('2020-01-01')],
    ['lies before 1970', new Date('1960-01-01')],
    ['moves on', new Date(NOON.getTime() + 1)],
  ])('sorts after the newest when the clock %s, with the least luck in random bits', (_, now) => {
    const newest = nextId(null, NOON, ONES);
    expect(nextId(newest, now, ZEROS) > newest).toBe(true);
  });

  it('moves on to the next millisecond when the sequence is used up', () => {
    const full = '019aa1a4-c400-7fff-bfff-fcffffffffff';
    const next = nextId(full, new Date(0), ZEROS);
    expect(next > full).toBe(true);
    expect(next.startsWith('019aa1a4-c401-7')).toBe(true);
  });

  it('always sorts after all before it', () => {
    const times = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    const steps = fc.array(fc.tuple(times, fc.uint8Array({ minLength: 16, maxLength: 16 })), { maxLength: 30 });
    fc.assert(
      fc.property(steps, all => {
        let newest: string | null = null;
        for (const [now, random] of all) {
          const id: string = nextId(newest, now, random);
          expect(validate(id) && version(id)).toBe(7);
          if (newest !== null) expect(id > newest).toBe(true);
          newest = id;
        }
      }),
    );
  });
});
