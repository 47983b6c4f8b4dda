import { describe, expect, it } from 'vitest';
import { columns } from '../../src/notation/columns.ts';
import { json, temporaryFolder, tutor } from './tutor.ts';

const evaluated = (...args: string[]): ReturnType<typeof json> => json(['eval', ...args], temporaryFolder());
const run = (...args: string[]): ReturnType<typeof tutor> => tutor(['eval', ...args], temporaryFolder());

describe('eval --json', () => {
  it('gives the value, its shape and the steps', async () => {
    expect(await evaluated('grad(y, x)', '--let', 'x=3', '--let', 'y=x^2')).toEqual({
      version: 1,
      value: 6,
      shape: [],
      steps: [
        { name: 'y', symbol: 'y', formula: 'x^{2}', substituted: '3^{2}', value: 9 },
        {
          name: 'dy_dx',
          symbol: expect.stringContaining('\\partial'),
          formula: expect.stringContaining('2'),
          substituted: expect.stringContaining('3'),
          value: 6,
        },
      ],
    });
  });

  it.each([
    ['16*7*7', 784, []],
    ['-2^2', -4, []],
    ['-x^2 + 1', -8, []],
    ['[1, 2; 3, 4] @ [x, 0]', [3, 9], [2]],
  ])('%s', async (formula, value, shape) => {
    expect(await evaluated(formula, '--let', 'x=3')).toMatchObject({ value, shape });
  });

  it('gives several results by name', async () => {
    const { value, shape, steps } = await evaluated('s', '--let', 's=momentum([1, 2], g=[2, 4], lr=0.25)');
    expect([value, shape]).toEqual([
      { v: [2, 4], theta: [0.5, 1] },
      { v: [2], theta: [2] },
    ]);
    expect(steps.map(({ name }: { name: string }) => name)).toEqual(['v', 'theta']);
  });

  it('takes definitions in the formula too, and says where the value is a matter of convention', async () => {
    expect(await evaluated('x = 0; grad(relu(x), x)')).toMatchObject({ value: 0, degenerate: true });
    expect(await evaluated('x = 1; grad(relu(x), x)')).not.toHaveProperty('degenerate');
  });

  it.each([
    [['x + yy', '--let', 'x=1'], 'unknown name "yy"', 4],
    [['x = 1; x +'], 'something is missing after "+"', 10],
    [['y', '--let', 'x=1', '--let', 'y= x + zz'], '--let y: unknown name "zz"', 7],
    [['1/0'], 'division by zero', 1],
    [[''], 'there is nothing to read', 0],
    [['('.repeat(3000)], 'nested more than 64 deep', expect.any(Number)],
    [['1'.repeat(5000)], '5000 characters are too long: at most 4000', 4000],
  ])('says what is wrong and where, with status 1: %j', async (args, message, position) => {
    const { status, stdout, stderr } = await run(...args, '--json');
    expect([status, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout)).toEqual({ version: 1, error: { message, position } });
  });
});

describe('eval for people', () => {
  it('shows the steps and then the value', async () => {
    const { status, stdout, stderr } = await run('x = [1, 2]; y = sum(x^2); y / 3');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/ y = .*= 5\n[\s\S]*≈ 1\.667\n[\s\S]*\n\n1\.66666666667\n$/);
  });

  it('shows a given number without steps', async () => {
    expect((await run('3')).stdout).toBe('3\n');
    expect((await run('x', '--let', 'x=[1, 2]')).stdout).toBe('[1, 2]\nshape (2)\n');
  });

  it('stays within 80 columns', async () => {
    const { stdout } = await run('softmax([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) / 3');
    for (const line of stdout.split('\n')) expect(columns(line)).toBeLessThanOrEqual(80);
    expect(stdout).toContain('shape (10)');
  });

  it('notes a kink', async () => {
    expect((await run('x = 0; grad(abs(x), x)')).stdout).toMatch(/Note: .*kink/);
    expect((await run('x = 2; grad(abs(x), x)')).stdout).not.toMatch(/Note/);
  });

  it.each([
    [['x + yy', '--let', 'x=1'], 'tutor: unknown name "yy"\n  x + yy\n      ^\n'],
    [['y', '--let', 'y=2 *'], 'tutor: --let y: something is missing after "*"\n  y=2 *\n       ^\n'],
  ])('points at what is wrong: %j', async (args, message) => {
    expect(await run(...args)).toEqual({ status: 1, stdout: '', stderr: message });
  });

  it('lets nothing in a formula steer the terminal', async () => {
    const { stderr } = await run('1 + \u001b[31m2');
    expect(stderr).toMatch(/"U\+001B" is no part of the language/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes are what must not be there
    expect(stderr).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f]/);
  });
});

describe('what cannot be asked', () => {
  it.each([
    ['a definition without a name', ['x', '--let', '=3'], /--let takes NAME=FORMULA.*"=3"/],
    ['a definition without a sign', ['x', '--let', 'x'], /--let takes NAME=FORMULA/],
    ['a comparison', ['x', '--let', 'x==3'], /--let takes NAME=FORMULA/],
    ['a name that is none', ['x', '--let', '2x=3'], /--let takes NAME=FORMULA/],
    ['a name of a function', ['x', '--let', 'relu=3'], /--let relu: "relu" is a function of the language: choose/],
    ['a word of the language', ['x', '--let', 'not=3'], /--let not: "not" is a word of the language/],
    ['a name twice', ['x', '--let', 'x=3', '--let', 'x=4'], /--let x: "x" is defined twice/],
    ['no formula', [], /missing required argument/],
    ['two formulas', ['1', '+', '2'], /Give one formula, in quotes/],
    ['an unknown flag', ['1', '--jsn'], /unknown option '--jsn'/],
  ])('%s is a usage error', async (_, args, message) => {
    const [plain, machine] = await Promise.all([run(...args), run(...args, '--json')]);
    expect(plain.stderr).toMatch(message);
    expect([plain.status, plain.stdout]).toEqual([2, '']);
    expect(machine).toEqual(plain);
  });
});
