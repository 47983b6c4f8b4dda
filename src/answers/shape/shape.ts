import { LanguageError } from '../../language/error.ts';
import type { AnswerKind, Judgement, Reading } from '../kind.ts';
import { type Dimension, dimensionTex, dimensionText, sameShape, shapeText } from './dimension.ts';
import { element } from './element.ts';
import { plain } from './plain.ts';
import { readShape } from './read.ts';
import { remark } from './remark.ts';
import { tokens } from './tokens.ts';

/** The shape of a tensor: whole numbers, and symbols such as the batch size N. */

/** A misconception and the shape that it leads to. */
export interface ShapeMistake {
  readonly shape: readonly Dimension[];
  readonly tag: string;
  readonly because: string;
}

export interface ShapeKey {
  readonly kind: 'shape';
  readonly shape: readonly Dimension[];
  /** What may stand in a reply beside numbers. */
  readonly symbols: readonly string[];
  readonly mistakes: readonly ShapeMistake[];
}

const LONGEST = 200;

/** A dimension as an author gives it: `28`, `'N'`, `'2*N'`. @throws LanguageError */
export function dimension(value: number | string, symbols: readonly string[]): Dimension {
  return element(tokens(plain(String(value)), symbols), symbols);
}

function read(text: string, key: ShapeKey): Reading<readonly Dimension[]> {
  const trimmed = text.trim();
  if (trimmed === '') return { status: 'empty' };
  const unreadable = (reason: string, position: number): Reading<never> => ({ status: 'unreadable', reason, position });
  const tooLong = (): Reading<never> => unreadable('this is too long for a shape: give one such as (3, 5)', 0);
  if (trimmed.length > LONGEST) return tooLong();
  const start = text.indexOf(trimmed);
  try {
    const reply = readShape(trimmed, key.symbols, key.shape.length);
    const readAs = shapeText(reply);
    return readAs.length > LONGEST ? tooLong() : { status: 'read', reply, readAs };
  } catch (error) {
    if (!(error instanceof LanguageError)) throw error;
    return unreadable(error.message, start + error.position);
  }
}

function mark(reply: readonly Dimension[], key: ShapeKey): Judgement {
  if (sameShape(reply, key.shape)) return { credit: 1, mistake: null, comment: null };
  const shown = key.mistakes.find(mistake => sameShape(reply, mistake.shape));
  return { credit: 0, mistake: shown?.tag ?? null, comment: shown?.because ?? remark(reply, key.shape) };
}

/** `$N \times 2 \times 28 \times 28$` */
function show({ shape }: ShapeKey): string {
  if (shape.length === 0) return 'a scalar: $()$';
  const written = shape.map(dimensionTex).join(' \\times ');
  return shape.length === 1 ? `$(${written})$` : `$${written}$`;
}

/** For scripts: plain numbers stay numbers. */
function lengths(shape: readonly Dimension[]): (number | string)[] {
  return shape.map(one => (one.symbols.length === 0 ? one.factor : dimensionText(one)));
}

export const shapeKind: AnswerKind<ShapeKey, readonly Dimension[]> = {
  read,
  mark,
  print: key => shapeText(key.shape),
  data: key => ({ key: lengths(key.shape) }),
  show,
  space: () => ({ kind: 'line', note: null }),
  mistakes: key =>
    key.mistakes.map(({ shape, tag, because }) => {
      return { value: lengths(shape), shown: show({ ...key, shape }), tag, because };
    }),
};
