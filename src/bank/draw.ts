import type { Stream } from '../answers/author.ts';
import { stream } from './streams.ts';
import type { Draw, DrawnValue, Template } from './template.ts';

/** Values for the variables of a question. */

/** Draws of an excluded value are repeated this often before the whole variant is drawn anew. */
const TRIES = 100;

export type Drawn = Readonly<Record<string, DrawnValue>>;

/** The values of the source exam. */
export function givenValues(template: Template): Drawn {
  return Object.fromEntries(Object.entries(template.vars).map(([name, draw]) => [name, draw.given]));
}

/** Fresh values; null where one of them could not avoid its excluded values. */
export function drawValues(template: Template, seed: number, attempt: number): Drawn | null {
  const values: Record<string, DrawnValue> = {};
  for (const [name, draw] of Object.entries(template.vars)) {
    const value = drawTensor(draw, stream(seed, template.id, `var ${name}`, attempt), draw.shape);
    if (value === null) return null;
    values[name] = value;
  }
  return values;
}

function drawTensor(draw: Draw, next: Stream, shape: readonly number[]): DrawnValue | null {
  const [length, ...inner] = shape;
  if (length === undefined) return drawNumber(draw, next);
  const items = Array.from({ length }, () => drawTensor(draw, next, inner));
  return items.includes(null) ? null : (items as DrawnValue[]);
}

function drawNumber(draw: Draw, next: Stream): DrawnValue | null {
  for (let i = 0; i < TRIES; i++) {
    const value = drawOnce(draw, next);
    if (typeof value !== 'number' || !draw.not.includes(value)) return value;
  }
  return null;
}

function drawOnce({ pick, int, step, real, digits }: Draw, next: Stream): DrawnValue {
  if (pick) return pick[next(0, pick.length - 1)] as DrawnValue;
  if (int) return int[0] + step * next(0, Math.floor((int[1] - int[0]) / step));
  const [low, high] = real as readonly [number, number];
  const scale = 10 ** digits;
  // Dividing a whole number by a power of ten gives the very double that the decimal would be read as.
  return next(Math.ceil(low * scale - ROUNDING), Math.floor(high * scale + ROUNDING)) / scale;
}

/** 0.1 · 10³ may come out a hair beside 100. */
const ROUNDING = 1e-6;
