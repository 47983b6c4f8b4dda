import { expect } from 'vitest';
import { fieldsOf } from '../../src/compute/fields.ts';
import type { Node } from '../../src/compute/node.ts';
import { type Nested, tensor } from '../../src/compute/tensor.ts';
import { type Step, trace } from '../../src/compute/trace.ts';
import { ValueError } from '../../src/language/error.ts';
import { readTensor } from '../../src/language/evaluate.ts';
import { studentText } from './latex.ts';

/** What every printed step must be, whatever computed it. Returns how many of its steps could be computed again. */
export function expectSoundSteps(node: Node): number {
  const results = [...(fieldsOf(node) ?? new Map([['a', node]]))];
  const steps = trace(results);
  expect(new Set(steps.map(({ name }) => name)).size, 'names are assigned once').toBe(steps.length);
  return steps.filter(step => {
    expectNothingUgly(step);
    return computedAgain(step);
  }).length;
}

function expectNothingUgly({ tex }: Step): void {
  expect(tex).not.toMatch(/NaN|Infinity|undefined|null|--|\+ -|- -|\\cdot -|\\odot -/);
  expect(tex, 'no negative zero').not.toMatch(/-0(?![.\d])/);
  expect(tex, 'no noise of binary fractions').not.toMatch(/\.\d*(?:0{9}|9{9})\d/);
  const parts = equationsOf(tex);
  expect(
    parts.every((part, i) => part !== parts[i - 1]),
    `a doubled part in ${tex}`,
  ).toBe(true);
}

/** The parts between = and ≈, not looking into brackets such as Iverson's [a = b]. */
function equationsOf(tex: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const piece of tex.split(/(\\left|\\right| = | \\approx )/)) {
    if (piece === '\\left') depth++;
    if (piece === '\\right') depth--;
    if (depth === 0 && / = | \\approx /.test(piece)) parts.push('');
    else parts[parts.length - 1] += piece;
  }
  return parts;
}

/** A student's formula is no longer than this. */
const LONGEST = 500;
const EXACT = 1e-9;
/** What is left where large numbers cancel, relative to these. */
const NOISE = 1e-12;
/** Closer than this, nobody asks what was rounded. */
const ROUNDED = 1e-3;

/**
 * The printed substitution, typed by a student, gives the printed result, up to the rounding of what was substituted.
 * False where it contains something that cannot be typed, such as dots.
 */
function computedAgain({ tex, substituted, value, element }: Step): boolean {
  const text = studentText(substituted);
  if (text === null || text.length > LONGEST) return false;
  const isRounded = tex.includes('\\approx');
  const again = retyped(text, isRounded);
  if (again === null) return false;
  const expected = tensor((element ?? []).reduce<Nested>((part, i) => (part as Nested[])[i] as Nested, value)).data;
  expect(again.length, `${tex}\n${text}`).toBe(expected.length);
  const scale = Math.max(...expected.map(Math.abs), 1e-12);
  const offs = again.map((x, i) => Math.abs(x - (expected[i] as number)));
  const near = (isRounded ? ROUNDED : EXACT) * scale + NOISE * largestIn(text);
  if (offs.every(off => off <= near)) return true;
  const doubts = isRounded ? roundingErrors(text, again) : again.map(() => 0);
  offs.forEach((off, i) => {
    expect(off, `${tex}\n${text} is ${again[i]}`).toBeLessThanOrEqual(near + 2 * (doubts[i] as number));
  });
  return true;
}

function largestIn(text: string): number {
  return Math.max(1, ...[...text.matchAll(SHOWN)].map(([number]) => Number(number)));
}

/** Numbers are shown to four significant digits, so each may be off by this, relatively: a 1 can stand for 1.0004. */
const HALF_DIGIT = 5e-4;
const SHOWN = /\d+(?:\.\d+)?/g;

/** How far each result can be off because of what was rounded: every shown number is moved up and down by half its last digit. */
function roundingErrors(text: string, again: Float64Array): Float64Array {
  const errors = again.map(() => 0);
  const numbers = [...text.matchAll(SHOWN)].map(([number]) => number);
  // Each by itself, and equal ones together, for these are mostly one and the same.
  const moves = [
    ...numbers.map((_, i) => (k: number) => k === i),
    ...[...new Set(numbers)].map(shown => (k: number) => numbers[k] === shown),
  ];
  for (const isMoved of moves) {
    const moved = (factor: number): Float64Array | null => {
      let k = 0;
      return retyped(
        text.replaceAll(SHOWN, number => (isMoved(k++) ? `${Number(number) * factor}` : number)),
        true,
      );
    };
    const both = [moved(1 - HALF_DIGIT), moved(1 + HALF_DIGIT)];
    errors.forEach((error, i) => {
      const offs = both.map(other =>
        other ? Math.abs((other[i] as number) - (again[i] as number)) : Number.POSITIVE_INFINITY,
      );
      errors[i] = error + Math.max(...offs);
    });
  }
  return errors;
}

/** null where rounding left nothing to compute with, as a divisor that became 0. */
function retyped(text: string, isRounded: boolean): Float64Array | null {
  try {
    return readTensor(text).data;
  } catch (error) {
    if (isRounded && error instanceof ValueError) return null;
    throw error;
  }
}
