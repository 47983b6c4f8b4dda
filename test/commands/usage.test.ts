import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/commands/errors.ts';
import { running } from './running.ts';
import { json, temporaryFolder, tutor } from './tutor.ts';

/** What becomes exit status 2. */
const USAGE = [UsageError, CommanderError] as const;

const CONV = 'cnn/conv-1x1-params';

describe('what cannot be', () => {
  it.each([
    [
      'an id that is nearly one',
      ['bank', 'show', 'cnn/conv-1x1-param', '--given'],
      /Did you mean cnn\/conv-1x1-params/,
    ],
    ['the end of an id', ['mark', 'flatten-sizes', '--given', '--reply', '1'], /cnn\/flatten-size/],
    ['no seed', ['bank', 'show', CONV], /--seed N .*--given/],
    ['two variants at once', ['bank', 'show', CONV, '--given', '--seed', '1'], /--seed N .*--given/],
    ['a negative seed', ['bank', 'show', CONV, '--seed', '-1'], /--seed must be a whole number/],
    ['a broken seed', ['bank', 'show', CONV, '--seed', '1.5'], /not "1.5"/],
    ['a seed beyond what a double holds', ['bank', 'show', CONV, '--seed', '9007199254740992'], /9007199254740991/],
    ['no reply', ['mark', CONV, '--given'], /takes one --reply; given: 0/],
    ['too many replies', ['mark', CONV, '--given', '--reply', '1', '--reply', '2'], /given: 2/],
    ['too few replies', ['mark', 'optimization/adam-first-step', '--given', '--reply', '1'], /3 replies.*a, b, c/],
    [
      'a rating there is not',
      ['review', CONV, '--seed', '1', '--reply', '1', '--rating', 'great'],
      /again, hard, good, easy/,
    ],
    ['an unknown command', ['histroy'], /Did you mean "tutor history"/],
    ['an unknown flag', ['due', '--jsn'], /--jsn'\n\(Did you mean --json\?\)/],
    ['a group without a command', ['bank'], /Usage: tutor bank/],
    ['an argument too many', ['plan', '2026-12-12'], /too many arguments for 'plan'/],
    ['a second topic', ['stats', 'cnn', 'rnn'], /too many arguments for 'stats'/],
    ['a plan to be tried and dropped', ['plan', '--try', '--drop'], /leave out --try, or --drop/],
    ['a plan to be made and dropped', ['plan', '--drop', '--exam', '2026-12-12'], /leave out --exam/],
    ['a plan for no date', ['plan', '--exam', 'soon'], /--exam must be a date such as 2026-12-12, not "soon"/],
    ['a plan for a day that no month has', ['plan', '--exam', '2027-02-30'], /must be a date .*not "2027-02-30"/],
    ['a plan for a day that is over', ['plan', '--exam', '2020-02-29'], /29 February 2020 is over/],
    ['a plan without a date', ['plan', '--minutes', '20'], /When is the exam/],
    ['a limit that is none', ['history', '--limit', 'all'], /--limit must be a whole number/],
    ['a topic without questions', ['drill', 'cnm'], /Did you mean cnn/],
    ['a missing bank', ['bank', 'list', '--bank', 'no/such/folder'], /no such folder/],
  ])('%s is a usage error', async (_, args, message) => {
    const { stdout, stderr, error } = await running({ TUTOR_DATA: temporaryFolder() }).run(...args);
    expect(`${stderr}${error?.message}`).toMatch(message);
    expect([stdout, USAGE.some(kind => error instanceof kind)]).toEqual(['', true]);
  });

  it.each(['tomorrow', '7', '2026-13-45T99:00:00Z', '9999-12-31T12:00:00Z', '0000-01-01T00:00:00Z'])(
    'a time such as %s is a usage error',
    async now => {
      const { status, stdout, stderr } = await tutor(['due', '--json'], temporaryFolder(), { TUTOR_NOW: now });
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toContain(`TUTOR_NOW is "${now}"`);
    },
  );

  it.each(['bank show', 'mark', 'review'])('is told without --json as well as with it: %s', async command => {
    const args = [...command.split(' '), 'no-such-question', '--given', '--reply', '1'].slice(
      0,
      command === 'bank show' ? 4 : 9,
    );
    const folder = temporaryFolder();
    const [plain, machine] = await Promise.all([tutor(args, folder), tutor([...args, '--json'], folder)]);
    expect(machine).toEqual(plain);
    expect(plain.status).toBe(2);
  });
});

describe('what is nearly right', () => {
  it.each([
    [['confg'], 'There is no command "confg". Did you mean "tutor config"?'],
    [['bank', 'lst'], 'There is no command "bank lst". Did you mean "tutor bank list"?'],
    [['exam', 'tak'], 'Or did you mean "tutor exam take"?'],
    [['exam', 'quizz'], 'Did you mean quiz'],
    [['config', 'colours'], 'There is no setting "colours". Did you mean colors?'],
    [['due', '--theme', 'drak'], '--theme must be auto, dark, light, contrast or none, not "drak". Did you mean dark?'],
    [['stats', 'cnm'], 'Did you mean cnn'],
    [['bank', 'list', 'cnm'], 'Did you mean cnn'],
    [['bank', 'functions', 'sofmax'], 'softmax'],
    [['why', 'cnn/flaten-size'], 'Did you mean cnn/flatten-size'],
    [['completion', 'zhs'], 'Did you mean zsh?'],
    [['completion', 'powershell'], 'There is one for bash, zsh, fish.'],
  ])('%j', async (args, message) => {
    const { stdout, error } = await running({ TUTOR_DATA: temporaryFolder() }).run(...args);
    expect([stdout, error]).toEqual(['', expect.any(UsageError)]);
    expect(error?.message).toContain(message);
  });
});

describe('what fails', () => {
  it('says in a line why it cannot draw a screen without a terminal', async () => {
    for (const args of [['study'], ['drill', 'cnn']]) {
      const { status, stdout, stderr } = await tutor(args, temporaryFolder());
      expect([status, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(/^tutor: This needs a terminal.*\n$/);
    }
  });

  it('explains a data folder that is a file', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    const { status, stdout, stderr } = await tutor(['due', '--json', '--data', join(folder, 'file')], folder);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^tutor: .*file.*\n$/);
  });

  it.skipIf(process.getuid?.() === 0)('explains a data folder that cannot be written', async () => {
    const folder = temporaryFolder();
    const locked = join(folder, 'locked');
    mkdirSync(locked, { mode: 0o500 });
    const { status, stderr } = await tutor(['due', '--data', locked], folder);
    chmodSync(locked, 0o700);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^tutor: .*(written|opened).*\n$/);
  });

  it('explains a history that is no database, and leaves it alone', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'tutor.db'), 'my diary, not a database at all, '.repeat(100));
    const { status, stderr } = await tutor(['history'], folder);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^tutor: .*tutor\.db is not a database.*\n$/);
  });

  it('records nothing of a reply that cannot be read, and says so', async () => {
    const folder = temporaryFolder();
    const reviewed = await json(['review', CONV, '--seed', '1', '--reply', 'two'], folder);
    expect(reviewed).toMatchObject({ review: null, credit: 0, rating: null, due: null, stability: null });
    expect(reviewed.parts[0].error).toMatch(/unknown name "two"/);
    expect((await json(['history'], folder)).reviews).toEqual([]);
  });

  it('has nothing to undo in a new history', async () => {
    const { status, stdout, stderr } = await tutor(['undo', '--json'], temporaryFolder());
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/no answer to take back/);
  });
});

describe('another bank', () => {
  it('serves what can be used, and names file and line of what cannot', async () => {
    const folder = temporaryFolder();
    const bank = join(folder, 'bank');
    mkdirSync(join(bank, 'own'), { recursive: true });
    const head = '---\ntitle: Mine\ntopics: [own]\nsource: [own/1]\ncredits: 1\n';
    writeFileSync(join(bank, 'own/good.md'), `${head}answer:\n  number: 7\n---\n\nSeven?\n`);
    writeFileSync(join(bank, 'own/broken.md'), `${head}answr: { number: 7 }\n---\n\nSeven?\n`);
    const { status, stdout, stderr } = await tutor(['bank', 'list', '--json', '--bank', bank], folder);
    expect(status).toBe(0);
    const ids = JSON.parse(stdout).questions.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(expect.arrayContaining(['own/good', CONV]));
    expect(ids).not.toContain('own/broken');
    expect(stderr).toMatch(/own\/broken\.md:6:1: answr: /);

    const asked = await tutor(['--bank', bank, 'bank', 'show', 'own/broken', '--given'], temporaryFolder());
    expect([asked.status, asked.stdout]).toEqual([1, '']);
    expect(asked.stderr).toMatch(
      /own\/broken\.md:6:1: answr: .*\ntutor: The question "own\/broken" cannot be used as it is\.\n$/s,
    );
    expect((await tutor(['mark', 'own/good', '--given', '--reply', '7', '--bank', bank], folder)).status).toBe(0);
  });
});
