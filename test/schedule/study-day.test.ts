import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayDate,
  dayNumber,
  daysBetween,
  startOfStudyDay,
  studyDay,
  studyDayNumber,
} from '../../src/schedule/study-day.ts';

const BERLIN = 'Europe/Berlin';
const day = (at: string, zone = BERLIN) => studyDay(new Date(at), zone);
const start = (date: string, zone: string) => startOfStudyDay(date, zone).toISOString();

describe('studyDay', () => {
  it('keeps an evening that runs past midnight UTC together', () => {
    expect(day('2026-11-20T23:59:00Z')).toBe('2026-11-20');
    expect(day('2026-11-21T00:01:00Z')).toBe('2026-11-20');
  });

  it('turns at 04:00 local time, not a millisecond earlier', () => {
    expect(day('2026-11-20T02:59:59.999Z')).toBe('2026-11-19');
    expect(day('2026-11-20T03:00:00.000Z')).toBe('2026-11-20');
  });

  it('turns at 04:00 by the clock on the wall on the days the clocks change', () => {
    expect(day('2026-03-29T01:59:59Z')).toBe('2026-03-28');
    expect(day('2026-03-29T02:00:00Z')).toBe('2026-03-29');
    expect(day('2026-10-25T02:59:59Z')).toBe('2026-10-24');
    expect(day('2026-10-25T03:00:00Z')).toBe('2026-10-25');
  });

  it('differs between places at one moment', () => {
    const noon = '2026-06-01T12:00:00Z';
    expect(day(noon, 'Pacific/Honolulu')).toBe('2026-05-31');
    expect(day(noon, 'UTC')).toBe('2026-06-01');
    expect(day('2026-06-01T16:00:00Z', 'Pacific/Kiritimati')).toBe('2026-06-02');
  });

  it('refuses a zone that does not exist', () => {
    expect(() => day('2026-06-01T12:00:00Z', 'Middle/Earth')).toThrow(RangeError);
  });
});

describe('startOfStudyDay', () => {
  it.each([
    ['2026-11-20', BERLIN, '2026-11-20T03:00:00.000Z'],
    ['2026-03-28', BERLIN, '2026-03-28T03:00:00.000Z'],
    ['2026-03-29', BERLIN, '2026-03-29T02:00:00.000Z'], // the clocks went forward two hours before
    ['2026-10-25', BERLIN, '2026-10-25T03:00:00.000Z'], // the clocks went back an hour before
    ['2026-03-08', 'America/New_York', '2026-03-08T08:00:00.000Z'],
    ['2026-11-01', 'America/New_York', '2026-11-01T09:00:00.000Z'],
    ['2026-11-20', 'Asia/Kathmandu', '2026-11-19T22:15:00.000Z'],
    ['2026-11-20', 'Pacific/Honolulu', '2026-11-20T14:00:00.000Z'],
    ['2026-11-20', 'Pacific/Apia', '2026-11-19T15:00:00.000Z'],
    ['2026-04-05', 'Australia/Lord_Howe', '2026-04-04T17:30:00.000Z'], // half an hour of daylight saving
    ['2026-11-20', 'UTC', '2026-11-20T04:00:00.000Z'],
  ])('%s in %s is %s', (date, zone, instant) => expect(start(date, zone)).toBe(instant));

  it('is the moment of the skip where a zone skipped the whole date', () => {
    expect(start('2011-12-29', 'Pacific/Apia')).toBe('2011-12-29T14:00:00.000Z');
    expect(start('2011-12-30', 'Pacific/Apia')).toBe('2011-12-30T10:00:00.000Z');
    expect(start('2011-12-31', 'Pacific/Apia')).toBe('2011-12-30T14:00:00.000Z');
  });

  it('is the moment of the skip where the clocks skipped 04:00, and the first 04:00 where it came twice', () => {
    expect(start('2015-03-29', 'Asia/Baku')).toBe('2015-03-29T00:00:00.000Z');
    expect(start('2015-10-25', 'Asia/Baku')).toBe('2015-10-24T23:00:00.000Z');
  });

  it.each(['2026-2-3', '2026-13-01', 'today', ''])('refuses the malformed day %j', date => {
    expect(() => startOfStudyDay(date, 'UTC')).toThrow(RangeError);
  });

  it('begins the day that studyDay names, everywhere', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const times = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(zones, times, (zone, at) => {
        const today = studyDay(at, zone);
        const begin = startOfStudyDay(today, zone);
        expect(begin.getTime()).toBeLessThanOrEqual(at.getTime());
        expect(studyDay(begin, zone)).toBe(today);
        expect(studyDay(new Date(begin.getTime() - 1), zone)).toBe(addDays(today, -1));
        expect(startOfStudyDay(addDays(today, 1), zone).getTime()).toBeGreaterThan(at.getTime());
      }),
      { numRuns: 500 },
    );
  });
});

describe('counting days', () => {
  it('crosses months, leap days and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
  });

  it('undoes itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), n => {
        expect(daysBetween('2026-11-20', addDays('2026-11-20', n))).toBe(n);
      }),
    );
  });
});

/** Where the clocks jump over 04:00, or over a whole date, the day begins with the jump. */
const WITH_A_JUMP: Readonly<Record<string, readonly string[]>> = { 'Asia/Baku': ['05:00'], 'Pacific/Apia': ['00:00'] };

describe('a study day as a number', () => {
  it('is counted from 1970-01-01', () => {
    expect([dayNumber('1970-01-01'), dayNumber('1969-12-31'), dayNumber('2026-11-20')]).toEqual([0, -1, 20_777]);
    expect([dayDate(0), dayDate(-1), dayDate(20_777)]).toEqual(['1970-01-01', '1969-12-31', '2026-11-20']);
  });

  it('turns into its date and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), n => {
        expect(dayNumber(dayDate(n))).toBe(n);
        expect(dayNumber(addDays(dayDate(n), 1))).toBe(n + 1);
      }),
    );
  });

  it('is that of the study day', () => {
    expect(studyDayNumber(new Date('2026-11-21T02:59:59Z'), BERLIN)).toBe(20_777);
    expect(studyDayNumber(new Date('2026-11-21T03:00:00Z'), BERLIN)).toBe(20_778);
    expect(() => studyDayNumber(new Date('2026-11-21T03:00:00Z'), 'Middle/Earth')).toThrow(RangeError);
  });

  it.each(['2026-2-3', '2026-13-01', 'today', ''])('is none of %j', date => {
    expect(() => dayNumber(date)).toThrow(RangeError);
  });

  it.each([
    [2026, BERLIN],
    [2026, 'America/New_York'],
    [2026, 'Europe/Athens'],
    [2026, 'Australia/Lord_Howe'],
    [2026, 'Africa/Casablanca'],
    [2026, 'Asia/Kathmandu'],
    [2015, 'Asia/Baku'],
    [2011, 'Pacific/Apia'],
  ])('goes on by one at 04:00 and never back, through every quarter of an hour of %d in %s', (year, zone) => {
    const wall = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
    const turns: string[] = [];
    const quarter = 15 * 60_000;
    const end = Date.UTC(year + 1, 0, 1);
    let last = studyDayNumber(new Date(Date.UTC(year, 0, 1) - quarter), zone);
    for (let time = Date.UTC(year, 0, 1); time < end; time += quarter) {
      const number = studyDayNumber(new Date(time), zone);
      if (number === last) continue;
      expect(number).toBe(last + 1);
      last = number;
      turns.push(wall.format(time));
    }
    expect(turns.length).toBeGreaterThanOrEqual(365);
    expect(turns.filter(turn => turn !== '04:00')).toEqual(WITH_A_JUMP[zone] ?? []);
  });
});
