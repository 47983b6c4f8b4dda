import { describe, expect, it } from 'vitest';
import { running } from './running.ts';
import { json, temporaryFolder, tutor } from './tutor.ts';

const CONV = 'cnn/conv-1x1-params';
const ADAM = 'optimization/adam-first-step';
const SIGMOID = 'activations/sigmoid-properties';

describe('bank list', () => {
  it('names every question of the bank, in the order of their ids', async () => {
    const { questions } = await json(['bank', 'list'], temporaryFolder());
    const ids = questions.map(({ id }: { id: string }) => id);
    expect(ids).toContain(CONV);
    expect(ids).toEqual(ids.toSorted());
    expect(questions.find(({ id }: { id: string }) => id === CONV)).toEqual({
      id: CONV,
      title: 'Parameters of a 1×1 convolution filter',
      topics: ['cnn/parameters'],
      source: ['in2346-2022/1.3'],
      credits: 2,
      kinds: ['number'],
      randomized: true,
    });
  });

  it('lists them for people', async () => {
    const { stdout, stderr, status } = await tutor(['bank', 'list'], temporaryFolder());
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^cnn: \d+ questions, [\d.]+ credits$/m);
    expect(stdout).toMatch(/^ {2}conv-1x1-params +2 +Parameters of a 1×1 convolution filter$/m);
    expect(stdout.split('\n').every(line => line.length <= 80)).toBe(true);
    const { questions } = await json(['bank', 'list'], temporaryFolder());
    expect(stdout).toContain(`In all ${questions.length} questions`);
  });

  it('lists those of a topic', async () => {
    const { questions } = await json(['bank', 'list', 'cnn/receptive-field'], temporaryFolder());
    expect(questions.length).toBeGreaterThan(1);
    for (const { topics } of questions) expect(topics).toContain('cnn/receptive-field');
    const { status, stderr } = await tutor(['bank', 'list', 'recptive'], temporaryFolder());
    expect(status).toBe(2);
    expect(stderr).toContain('cnn/receptive-field');
  });
});

describe('bank show', () => {
  it('gives the source its own numbers', async () => {
    const shown = await json(['bank', 'show', CONV, '--given'], temporaryFolder());
    expect(shown).toMatchObject({
      id: CONV,
      seed: null,
      vars: { N: 16, C: 32, H: 64 },
      parts: [{ name: 'a', kind: 'number', ask: '', credits: 2, key: 33, accepts: [33, 33] }],
      hint: expect.stringContaining('filter'),
    });
    expect(shown.hash).toMatch(/^[0-9a-f]+$/);
    expect(shown.stem).toContain('$16');
    expect(shown.mistakes).toContainEqual({ part: 'a', value: 32, because: expect.stringContaining('bias') });
    expect(shown.steps.at(-1)).toEqual({
      name: expect.any(String),
      symbol: expect.any(String),
      formula: expect.any(String),
      substituted: expect.stringContaining('32'),
      value: 33,
    });
    expect(shown.solution).toContain('33');
  });

  it('gives the same variant for the same seed, up to the largest', async () => {
    const folder = temporaryFolder();
    const largest = String(2 ** 53 - 1);
    const [one, other, last] = await Promise.all([
      json(['bank', 'show', CONV, '--seed', '7'], folder),
      json(['bank', 'show', CONV, '--seed', '7'], folder, { TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8' }),
      json(['bank', 'show', CONV, '--seed', largest], folder),
    ]);
    expect(one).toEqual(other);
    expect([one.seed, last.seed]).toEqual([7, 2 ** 53 - 1]);
  });

  it('shows options in their order with why, and the right labels as the key', async () => {
    const { parts } = await json(['bank', 'show', SIGMOID, '--seed', '3'], temporaryFolder());
    expect(parts).toHaveLength(1);
    const [{ kind, many, options, key }] = parts;
    expect([kind, many]).toEqual(['choice', true]);
    expect(options.map(({ label }: { label: string }) => label)).toEqual(['a', 'b', 'c', 'd']);
    expect(options[0]).toEqual({ label: 'a', text: expect.any(String), why: expect.any(String) });
    expect(['a', 'b', 'c', 'd']).toEqual(expect.arrayContaining(key));
  });

  it('shows question, answer and solution to people', async () => {
    const { status, stdout } = await tutor(['bank', 'show', CONV, '--given'], temporaryFolder());
    expect(status).toBe(0);
    expect(stdout).toMatch(/16 × 32 × 64[\s\S]*Answer[\s\S]*33[\s\S]*Solution[\s\S]*= 33/);
  });
});

describe('mark', () => {
  it('marks without recording anything', async () => {
    const folder = temporaryFolder();
    const marked = await json(['mark', CONV, '--given', '--reply', '32'], folder);
    expect(marked).toEqual({
      version: 1,
      credit: 0,
      parts: [
        {
          name: 'a',
          credit: 0,
          readAs: '32',
          error: null,
          mistake: 'bias forgotten',
          carried: false,
          self: false,
          comment: expect.stringContaining('bias'),
        },
      ],
    });
    expect((await json(['history'], folder)).reviews).toEqual([]);
  });

  it.each([
    ['16*7*7', '784'],
    ['1 024', '1024'],
    ['2^-4', '0.0625'],
    ['-.5', '-0.5'],
    [',5', '0.5'],
    ['−3', '-3'],
    ['5%', '0.05'],
  ])('reads %s as %s, also where it looks like a flag', async (reply, readAs) => {
    const { parts } = await json(['mark', CONV, '--given', '--reply', reply], temporaryFolder());
    expect(parts[0].readAs).toBe(readAs);
  });

  it('says why a reply cannot be read, with status 0', async () => {
    const replies = ['two', '1/0', '('.repeat(5000), '1'.repeat(10_000)];
    const folder = temporaryFolder();
    for (const reply of replies) {
      const { credit, parts } = await json(['mark', CONV, '--given', '--reply', reply], folder);
      expect([credit, parts[0].readAs]).toEqual([0, null]);
      expect(parts[0].error).toMatch(/\(at character \d+\)$/);
    }
  });

  it('sets what it says of a mistake for reading, and leaves it as it is in JSON', async () => {
    const folder = temporaryFolder();
    const [id, replies] = ['autoencoders/tied-weights', ['1', '1,1', '1', '1'].flatMap(one => ['--reply', one])];
    const { parts } = await json(['mark', id, '--given', ...replies], folder);
    expect(parts[0].comment).toMatch(/\$W_1\^\\top\$/);
    const { stdout } = await tutor(['mark', id, '--given', ...replies], folder);
    expect(stdout).toContain('W₁ᵀ');
    expect(stdout).not.toMatch(/[$\\]/);
  });

  it('weighs the parts by their credits', async () => {
    const folder = temporaryFolder();
    const shown = await json(['bank', 'show', ADAM, '--given'], folder);
    const [first, ...others] = shown.parts as { key: number; credits: number }[];
    const replies = ['--reply', String(first?.key), ...others.flatMap(() => ['--reply', '123456'])];
    const { credit } = await json(['mark', ADAM, '--given', ...replies], folder);
    const total = shown.parts.reduce((sum: number, part: { credits: number }) => sum + part.credits, 0);
    expect(credit).toBeCloseTo((first?.credits ?? 0) / total, 12);
  });

  it('takes choices by letter, and none', async () => {
    const folder = temporaryFolder();
    const { parts } = await json(['bank', 'show', SIGMOID, '--seed', '3'], folder);
    const right = parts[0].key.join(',') || 'none';
    expect((await json(['mark', SIGMOID, '--seed', '3', '--reply', right], folder)).credit).toBe(1);
    const { parts: unread } = await json(['mark', SIGMOID, '--seed', '3', '--reply', 'z'], folder);
    expect(unread[0].error).toMatch(/"z" names no option/);
  });
});

it('is listened to: no drawing, no formula, no line below a heading', async () => {
  const { run } = running({ INK_SCREEN_READER: 'true' });
  for (const id of ['lstm/cell-drawing', 'optimization/rmsprop-step']) {
    const { stdout, error } = await run('bank', 'show', id, '--given');
    expect([id, error]).toEqual([id, null]);
    expect(stdout).not.toMatch(/[\u2500-\u259f\u239b-\u23b3▶▲▼]|[√∂∑₀-₉⁰-⁹]/u);
  }
  expect((await run('bank', 'show', 'lstm/cell-drawing', '--given')).stdout).toContain(
    'A cell with an upper and a lower line.',
  );
  expect((await run('eval', '[1, 2] * 2')).stdout).toMatch(/^column vector: 1, 2, end vector times 2 equals /);
});
