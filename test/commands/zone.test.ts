import { expect, it } from 'vitest';
import { zoneOf } from '../../src/commands/environment.ts';
import { startOfStudyDay, studyDay } from '../../src/schedule/study-day.ts';
import { temporaryFolder, tutor } from './tutor.ts';

it.each([
  ['Europe/Berlin', -60, 'Europe/Berlin'],
  [undefined, 0, 'UTC'],
  ['Etc/Unknown', 0, 'UTC'],
  ['Foo/Bar', -180, '+03:00'],
  [undefined, 210, '-03:30'],
])('a system zone %s that is %i minutes behind UTC is %s', (name, behind, zone) => {
  expect(zoneOf(name, behind)).toBe(zone);
});

it('a distance from UTC counts study days like a zone', () => {
  expect(studyDay(new Date('2026-11-21T00:59:00Z'), '+03:00')).toBe('2026-11-20');
  expect(studyDay(new Date('2026-11-21T01:00:00Z'), '+03:00')).toBe('2026-11-21');
  expect(startOfStudyDay('2026-11-21', '-03:30').toISOString()).toBe('2026-11-21T07:30:00.000Z');
});

it.each(['', 'Foo/Bar', 'UTC+3', ':/etc/localtime'])('records an answer where TZ is %j', async TZ => {
  const folder = temporaryFolder();
  const args = ['review', 'cnn/flatten-size', '--given', '--reply', '784'];
  const { status, stderr } = await tutor(args, folder, { TZ });
  expect([status, stderr]).toEqual([0, '']);
});
