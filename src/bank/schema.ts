import * as v from 'valibot';
import { ANSWER_FIELDS, KIND_NAMES, kindsIn } from '../answers/authors.ts';
import { count, formula, list, name, number, positive, text } from '../answers/fields.ts';

/** The front matter of a question file. Every message says what belongs there. */

const TOPIC = /^[a-z0-9-]+(\/[a-z0-9-]+)*$/;

const drawn: v.GenericSchema<unknown> = v.union(
  [number, v.pipe(v.string(), v.nonEmpty()), v.array(v.lazy(() => drawn))],
  'must be a number, a word or a list of numbers',
);
const range = <T extends v.GenericSchema<number>>(end: T) =>
  v.pipe(
    v.strictTuple([end, end], 'must be [lowest, highest]'),
    v.check(([low, high]) => (low as number) <= (high as number), 'the lowest value comes first'),
  );

/** The side lengths of a list of lists, as far as its first elements tell. */
function sidesOf(value: unknown): number[] {
  return Array.isArray(value) ? [value.length, ...sidesOf(value[0])] : [];
}

const draw = v.pipe(
  v.strictObject({
    given: drawn,
    pick: v.optional(v.pipe(list(drawn, '[8, 16, 32]'), v.minLength(1, 'needs at least one value'))),
    int: v.optional(range(v.pipe(number, v.safeInteger('must be whole numbers; for others use real')))),
    step: v.optional(count),
    real: v.optional(range(number)),
    digits: v.optional(v.pipe(number, v.integer(), v.minValue(0), v.maxValue(9, 'at most 9 decimals'))),
    shape: v.optional(v.pipe(list(count, '[2, 3]'), v.minLength(1, 'needs at least one side'))),
    not: v.optional(list(number, '[0]')),
    tex: v.optional(text('the LaTeX of its symbol')),
  }),
  v.check(
    ({ pick, int, real }) => [pick, int, real].filter(rule => rule !== undefined).length === 1,
    'needs exactly one of pick: [values], int: [lowest, highest] or real: [lowest, highest]',
  ),
  v.check(
    ({ real, digits }) => real === undefined || digits !== undefined,
    'real: needs digits, the number of decimals',
  ),
  v.check(
    ({ real = [0, 0], digits = 0 }) => real.every(end => Number.isSafeInteger(Math.round(end * 10 ** digits))),
    'real: so many different numbers cannot be drawn: take a smaller range or fewer digits',
  ),
  v.check(
    ({ int, step, real, digits }) =>
      (int !== undefined || step === undefined) && (real !== undefined || digits === undefined),
    'step goes with int, and digits with real',
  ),
  v.check(
    ({ given, shape }) => shape === undefined || sidesOf(given).join() === shape.join(),
    'given must have this shape',
  ),
);

const definition = v.strictObject({
  tex: v.optional(text('the LaTeX of its symbol')),
  is: formula,
  why: v.optional(text('one line that says why the step is taken')),
});

/** The fields of an answer; which of them go together is the business of its kind. */
export type AnswerFields = Readonly<Record<string, unknown>>;

const oneKind = (fields: AnswerFields): boolean => kindsIn(fields).kinds.length === 1;
const noForeigner = (fields: AnswerFields): boolean => !oneKind(fields) || kindsIn(fields).foreign.length === 0;
const ONE_KIND = `needs exactly one kind of answer: ${KIND_NAMES.join(', ')}`;
const foreigners = ({ input }: { readonly input: AnswerFields }): string => {
  const { kinds, foreign } = kindsIn(input);
  return `${foreign.join(', ')}: does not go with ${kinds[0]}`;
};

const part = v.pipe(
  v.strictObject({
    ...ANSWER_FIELDS,
    name: v.optional(name),
    ask: text('what this part asks'),
    credits: v.optional(positive),
  }),
  v.check(input => oneKind(input), ONE_KIND),
  v.check(input => noForeigner(input), foreigners),
);

const mistake = v.pipe(
  v.strictObject({
    value: v.optional(formula),
    instead: v.optional(v.record(name, formula, 'must map the names of steps to other formulas')),
    because: text('the misconception, for the student to read'),
    part: v.optional(name),
    tag: v.optional(text('a short name for the statistics')),
  }),
  v.check(
    ({ value, instead }) => (value === undefined) !== (instead === undefined),
    'needs exactly one of value: FORMULA or instead: { step: FORMULA }',
  ),
);

export const frontMatterSchema = v.pipe(
  v.strictObject({
    title: text('the title of the question'),
    topics: v.pipe(
      list(v.pipe(v.string(), v.regex(TOPIC, 'topics are lower-case, such as cnn/parameters')), '[cnn/parameters]'),
      v.minLength(1, 'needs at least one topic'),
    ),
    source: v.optional(list(text('where the question comes from'), '[in2346-2022/1.3]')),
    credits: v.optional(positive),
    minutes: v.optional(positive),
    requires: v.optional(list(text('what to know first'), '[optimization/sgd]')),
    fewer: v.optional(text('why there are not many different variants')),
    allow: v.optional(v.record(v.string(), text('why the rule may be broken here'), 'must map rules to reasons')),
    vars: v.optional(v.record(name, draw, 'must map names to draws')),
    where: v.optional(
      v.pipe(
        v.union([list(formula, '[k <= H]'), formula], 'must be a condition or a list of them, such as [k <= H]'),
        v.transform(value => [value].flat()),
      ),
    ),
    let: v.optional(
      v.record(
        name,
        v.union(
          [
            v.pipe(
              formula,
              v.transform(is => ({ is, tex: undefined, why: undefined })),
            ),
            definition,
          ],
          'must be a formula, or { is: FORMULA } with tex: and why:',
        ),
        'must map names to formulas',
      ),
    ),
    answer: v.optional(
      v.pipe(v.strictObject(ANSWER_FIELDS), v.check(oneKind, ONE_KIND), v.check(noForeigner, foreigners)),
    ),
    parts: v.optional(v.pipe(list(part, '- { ask: …, number: … }'), v.minLength(1, 'needs at least one part'))),
    mistakes: v.optional(list(mistake, '- { value: …, because: … }')),
  }),
  v.check(
    ({ answer: single, parts }) => (single === undefined) !== (parts === undefined),
    'needs exactly one of answer: (one answer) or parts: (a list of them)',
  ),
);

export type FrontMatter = v.InferOutput<typeof frontMatterSchema>;
