import * as v from 'valibot';
import { numberOf } from '../../compute/node.ts';
import { type Located, piece } from '../../language/located.ts';
import type { Author, Making } from '../author.ts';
import { symbols } from '../fields.ts';
import type { Dimension } from './dimension.ts';
import { dimension, type ShapeKey } from './shape.ts';

/** `shape: [N, 2, H, H]`: each side a formula, or a product with one of the `symbols: [N]` that stay open. */

interface ShapeFields {
  readonly shape: readonly (string | number)[];
  readonly symbols?: unknown;
}

export interface ShapeAnswer {
  readonly kind: 'shape';
  readonly sides: readonly Located[];
  readonly symbols: readonly string[];
}

const side = v.union([v.pipe(v.string(), v.trim(), v.nonEmpty()), v.number()], 'must be a side such as N, 28 or 2*H');

/** The factors of a side: symbols that stay open, and formulas. */
function factorsOf(written: Located, declared: readonly string[]): { open: string[]; formulas: Located[] } {
  const isOpen = (one: Located): boolean => declared.includes(one.text);
  const factors = piecesOf(written, '*');
  // Without a symbol in it a side is one formula, whatever it is made of.
  if (!factors.some(isOpen)) return { open: [], formulas: [written] };
  return { open: factors.filter(isOpen).map(one => one.text), formulas: factors.filter(one => !isOpen(one)) };
}

function sideOf(written: Located, declared: readonly string[], making: Making): Dimension {
  const { open, formulas } = factorsOf(written, declared);
  const factor = formulas.reduce((product, one) => {
    const node = making.evaluate(one);
    return product * (node.shape.length === 0 ? numberOf(node) : Number.NaN);
  }, 1);
  if (!Number.isInteger(factor) || factor < 0) {
    making.reject(`a side of a shape is a whole number, not ${factor}`, written);
  }
  return dimension([factor, ...open].join('*'), declared);
}

/** `[N, 2, 28]` as the texts of its sides. */
function sidesIn(written: Located): Located[] {
  const start = /^\s*[[(]/.exec(written.text)?.[0].length ?? 0;
  const end = /[\])]\s*$/.exec(written.text)?.index ?? written.text.length;
  return piecesOf(piece(written, start, end), ',');
}

/** What stands between separators outside of brackets. */
function piecesOf(written: Located, separator: string): Located[] {
  const { text } = written;
  const ends: number[] = [];
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string;
    if ('(['.includes(character)) depth++;
    if (')]'.includes(character)) depth--;
    if (character === separator && depth === 0) ends.push(i);
  }
  return [...ends, text.length].flatMap((end, i) => {
    const from = i === 0 ? 0 : (ends[i - 1] as number) + 1;
    const own = text.slice(from, end);
    const start = from + own.length - own.trimStart().length;
    return own.trim() === '' ? [] : [piece(written, start, start + own.trim().length)];
  });
}

export const shapeAuthor: Author<ShapeFields, ShapeAnswer, ShapeKey> = {
  fields: {
    shape: v.optional(v.array(side, 'must be a list of sides, such as [N, 2, 28, 28]')),
    symbols: v.optional(symbols),
  },
  read: (fields, { textAt, refuse }) => {
    const declared = fields.symbols ?? [];
    if (!Array.isArray(declared)) return refuse('must be a list of the names that stay open, such as [N]', 'symbols');
    return {
      kind: 'shape',
      sides: fields.shape.map((text, i) => textAt(String(text), 'shape', i)),
      symbols: declared,
    };
  },
  formulas: ({ sides, symbols: declared }) => sides.flatMap(written => factorsOf(written, declared).formulas),
  texts: () => [],
  problems: () => [],
  recognises: true,
  shuffles: () => false,
  key: ({ sides, symbols: declared }, making) => {
    const shape = sides.map(written => sideOf(written, declared, making));
    const mistakes = making.told.map(({ value, tag, because, ...place }) => {
      const wrong = sidesIn(value).map(written => sideOf(written, declared, making));
      if (JSON.stringify(wrong) === JSON.stringify(shape))
        making.object(`the mistake of line ${place.line} is the key`, place);
      return { shape: wrong, tag, because };
    });
    return {
      kind: 'shape',
      shape,
      symbols: declared,
      mistakes: mistakes.filter(mistake => JSON.stringify(mistake.shape) !== JSON.stringify(shape)),
    };
  },
};
