import * as v from 'valibot';
import type { Located } from '../../language/located.ts';
import type { Author } from '../author.ts';
import { list, positive, text } from '../fields.ts';
import type { RubricKey } from './rubric.ts';

/** `rubric:` with the points that an answer is to make, each with its credits, and a `model:` answer. */

type Point = string | { readonly point: string; readonly credits?: number };

interface RubricFields {
  readonly rubric: readonly Point[];
  readonly model?: string;
}

export interface RubricAnswer {
  readonly kind: 'rubric';
  readonly points: readonly { readonly text: Located; readonly credits: number }[];
  readonly model: Located | null;
}

const said = text('what must be said');
const point = v.union(
  [said, v.strictObject({ point: said, credits: v.optional(positive) })],
  'must be a point, or { point: …, credits: 1 }',
);

export const rubricAuthor: Author<RubricFields, RubricAnswer, RubricKey> = {
  fields: {
    rubric: v.optional(v.pipe(list(point, '- the gradient vanishes'), v.minLength(1, 'needs at least one point'))),
    model: v.optional(text('a model answer')),
  },
  read: ({ rubric, model }, { textAt }) => ({
    kind: 'rubric',
    points: rubric.map((one, i) =>
      typeof one === 'string'
        ? { text: textAt(one, 'rubric', i), credits: 1 }
        : { text: textAt(one.point, 'rubric', i, 'point'), credits: one.credits ?? 1 },
    ),
    model: model === undefined ? null : textAt(model, 'model'),
  }),
  formulas: () => [],
  texts: ({ points, model }) => [...points.map(one => one.text), ...(model ? [model] : [])],
  problems: () => [],
  recognises: false,
  shuffles: () => false,
  worth: ({ points }) => points.reduce((sum, one) => sum + one.credits, 0),
  key: ({ points, model }, making) => ({
    kind: 'rubric',
    points: points.map(one => ({ text: making.fill(one.text), credits: one.credits })),
    model: model && making.fill(model),
  }),
};
