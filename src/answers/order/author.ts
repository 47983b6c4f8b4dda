import * as v from 'valibot';
import { type Located, type Place, startOf } from '../../language/located.ts';
import type { Author, Making, Written } from '../author.ts';
import { list, name, text } from '../fields.ts';
import { draw, shuffled } from '../shuffle.ts';
import { HIDDEN, type OrderKey, type OrderLine } from './key.ts';
import { orderProblems } from './problems.ts';

/** `order:` with the named lines of a derivation, which of them each rests on, and decoys. */

type Line =
  | string
  | {
      readonly line: string;
      readonly after?: string | readonly string[];
      readonly why?: string;
      readonly decoy?: string;
      readonly accepts?: readonly string[];
    };

interface OrderFields {
  readonly order: Readonly<Record<string, Line>>;
}

interface LineTemplate {
  readonly name: string;
  /** A piece in [[ ]] can be hidden, to be filled in. */
  readonly text: Located;
  readonly after: readonly string[];
  readonly why: Located | null;
  readonly decoy: boolean;
  readonly accepts: readonly Located[];
}

export interface OrderAnswer {
  readonly kind: 'order';
  readonly lines: readonly LineTemplate[];
}

const content = text('the line');
const names = v.union(
  [
    v.pipe(
      name,
      v.transform(one => [one]),
    ),
    v.array(name),
  ],
  'must be the names of lines',
);
const line = v.union(
  [
    content,
    v.pipe(
      v.strictObject({
        line: content,
        after: v.optional(names),
        why: v.optional(text('why it comes after these')),
        decoy: v.optional(text('why it is wrong')),
        accepts: v.optional(list(text('another way to fill the blank'), '[b^2]')),
      }),
      v.check(
        ({ after, decoy }) => after === undefined || decoy === undefined,
        'a decoy rests on nothing: leave out after:',
      ),
    ),
  ],
  'must be a line, or { line: …, after: [names] }',
);

/** The piece of a line that can be hidden. */
const PIECE = /\[\[(.*?)\]\](?!\])/;

/** Unless it says what it rests on, a line rests on the one above it. */
function read({ order }: OrderFields, { textAt }: Written): OrderAnswer {
  let above: string | null = null;
  const lines = Object.entries(order).map(([own, written]): LineTemplate => {
    const fields = typeof written === 'string' ? { line: written } : written;
    const at = typeof written === 'string' ? [] : ['line'];
    const decoy = fields.decoy !== undefined;
    const after = decoy ? [] : ((fields.after as readonly string[] | undefined) ?? (above === null ? [] : [above]));
    if (!decoy) above = own;
    const why = fields.decoy ?? fields.why;
    return {
      name: own,
      text: textAt(fields.line, 'order', own, ...at),
      after,
      why: why === undefined ? null : textAt(why, 'order', own, decoy ? 'decoy' : 'why'),
      decoy,
      accepts: (fields.accepts ?? []).map((one, i) => textAt(one, 'order', own, 'accepts', i)),
    };
  });
  return { kind: 'order', lines };
}

/** With every piece hidden that can be. */
function problems({ lines }: OrderAnswer): (Place & { message: string })[] {
  const found: string[] = [
    ...orderProblems(
      lines.map(({ name: own, text: written, after, decoy, accepts }) => {
        const piece = PIECE.exec(written.text)?.[1];
        const blank = piece === undefined ? null : { answer: piece, accepts: accepts.map(one => one.text) };
        return { name: own, text: written.text.replace(PIECE, () => HIDDEN), after, decoy, blank };
      }),
    ),
  ];
  const idle = lines.find(one => one.accepts.length > 0 && !PIECE.test(one.text.text));
  if (idle) found.push(`${idle.name} has accepts: but no piece in [[ ]] that could be hidden`);
  const crowded = lines.find(one => PIECE.test(one.text.text.replace(PIECE, '')));
  if (crowded) found.push(`${crowded.name} has two pieces in [[ ]]: only one of a line can be hidden`);
  return found.map(message => ({ ...startOf((lines[0] as LineTemplate).text), message: `order: ${message}` }));
}

const isBlankable = (one: LineTemplate): boolean => !one.decoy && PIECE.test(one.text.text);

/** How many lines have a blank is drawn too, so that each variant says for itself how hard it is. */
function key({ lines }: OrderAnswer, making: Making): OrderKey {
  const { fade } = making;
  const blankable = lines.filter(isBlankable);
  const blanked = new Set(fade ? draw(blankable, fade(0, blankable.length), fade) : []);
  const shownLines = shuffled(lines, making.shuffle);
  const labels = new Map(shownLines.map((one, i) => [one.name, `${i + 1}`]));
  return {
    kind: 'order',
    lines: shownLines.map((one): OrderLine => {
      const written = making.fill(one.text);
      const hidden = blanked.has(one) ? (PIECE.exec(written)?.[1] ?? null) : null;
      return {
        label: labels.get(one.name) as string,
        name: one.name,
        text: written.replace(PIECE, hidden === null ? (_, piece: string) => piece : () => HIDDEN),
        after: one.after.map(other => labels.get(other) as string),
        why: one.why && making.fill(one.why),
        decoy: one.decoy,
        blank: hidden === null ? null : { answer: hidden, accepts: one.accepts.map(making.fill) },
      };
    }),
  };
}

export const orderAuthor: Author<OrderFields, OrderAnswer, OrderKey> = {
  fields: {
    order: v.optional(
      v.pipe(
        v.any(),
        v.check(value => !Array.isArray(value), 'must map the names of lines to lines'),
        v.record(name, line, 'must map the names of lines to lines'),
        v.check(lines => Object.keys(lines).length > 0, 'needs its lines: name: line'),
      ),
    ),
  },
  read,
  formulas: () => [],
  texts: ({ lines }) => lines.flatMap(one => [one.text, ...(one.why ? [one.why] : []), ...one.accepts]),
  problems,
  recognises: false,
  shuffles: () => true,
  fades: ({ lines }) => lines.some(isBlankable),
  key,
};
