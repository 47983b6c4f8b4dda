import { describe, expect, it } from 'vitest';
import { library } from '../../src/compute/library.ts';
import { columns } from '../../src/notation/columns.ts';
import { type Document, json, temporaryFolder, tutor } from './tutor.ts';

const KEYS = 'name signature chapter summary formula shapes convention parameters example source'.split(' ');

describe('bank functions', () => {
  it('names every function with all that is known', async () => {
    const { functions } = await json(['bank', 'functions'], temporaryFolder());
    expect(functions.map(({ name }: Document) => name).sort()).toEqual([...library.keys()].sort());
    for (const entry of functions) expect(Object.keys(entry)).toEqual(KEYS);
    expect(functions.find(({ name }: Document) => name === 'sigmoid')).toEqual({
      name: 'sigmoid',
      signature: 'sigmoid(x)',
      chapter: 'Numbers',
      summary: 'Sigmoid, the logistic function.',
      formula: '\\sigma(x) = \\frac{1}{1 + e^{-x}}',
      shapes: null,
      convention: null,
      parameters: [
        {
          name: 'x',
          type: 'tensor',
          means: 'a number or a list of any depth',
          default: null,
          optional: false,
          named: false,
          words: null,
        },
      ],
      example: 'sigmoid(0)',
      source: expect.any(String),
    });
  });

  it('has examples that eval computes', async () => {
    const folder = temporaryFolder();
    const { functions } = await json(['bank', 'functions', 'softmax'], folder);
    expect(functions).toHaveLength(1);
    const { value } = await json(['eval', functions[0].example], folder);
    expect(value.reduce((sum: number, share: number) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('lists them by chapter, in 80 columns', async () => {
    const { status, stdout, stderr } = await tutor(['bank', 'functions'], temporaryFolder());
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Numbers\n {2}sqrt\(x\)\n {4}Square root\.\n/);
    expect(stdout).toMatch(/\n\nOptimizers\n {2}/);
    for (const line of stdout.split('\n')) expect(columns(line)).toBeLessThanOrEqual(80);
  });

  it('shows one in full', async () => {
    const { status, stdout } = await tutor(['bank', 'functions', 'adam'], temporaryFolder());
    expect(status).toBe(0);
    expect(stdout).toMatch(/^adam\(theta, g, m=0, /);
    expect(stdout).toMatch(/mₜ = β₁mₜ₋₁[\s\S]*• eps_place: one of the words outside, inside; outside unless given/);
    expect(stdout).toMatch(/Example: adam\(.*\)\.theta ≈ 0\.9\n[\s\S]*Source: Kingma/);
    for (const line of stdout.split('\n')) expect(columns(line)).toBeLessThanOrEqual(80);
  });

  it('names none where none is near, and does not mind capitals', async () => {
    const none = await tutor(['bank', 'functions', 'nosuch'], temporaryFolder());
    expect(none.stderr).toBe('tutor: There is no function "nosuch". See "tutor bank functions".\n');
    const capitals = await tutor(['bank', 'functions', 'ADAM'], temporaryFolder());
    expect(capitals.stderr).toContain('Did you mean adam ');
  });

  it('names the nearest where there is none', async () => {
    const { status, stdout, stderr } = await tutor(['bank', 'functions', 'sofmax'], temporaryFolder());
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^tutor: There is no function "sofmax"\. Did you mean softmax\b.*\?\n$/);
  });
});
