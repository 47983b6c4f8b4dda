import * as v from 'valibot';
import { parseTolerance, TOLERANCE_FORMS } from '../answers/number/tolerance.ts';

/** The front matter of a question file. Every message says what belongs there. */

const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;
const TOPIC = /^[a-z0-9-]+(\/[a-z0-9-]+)*$/;

const text = (what: string) =>
  v.pipe(v.string(`must be text: ${what}`), v.trim(), v.nonEmpty(`must not be empty: ${what}`));
const name = v.pipe(v.string(), v.regex(NAME, 'names are a letter, then letters, digits or _'));
const number = v.pipe(v.number('must be a number'), v.finite('must be finite'));
const positive = v.pipe(number, v.gtValue(0, 'must be greater than 0'));
const count = v.pipe(number, v.integer('must be a whole number'), v.minValue(1, 'must be at least 1'));
const list = <T extends v.GenericSchema>(item: T, what: string) => v.array(item, `must be a list, such as ${what}`);

/** A list as a formula: YAML took the quotes, if any, so names in it stand bare again. */
function listText(value: unknown): string {
  return Array.isArray(value) ? `[${value.map(listText).join(', ')}]` : String(value);
}

/** YAML reads `2` and `[1, 2]` as data; in a formula they mean the same. */
const formula = v.pipe(
  v.union([v.string(), v.number(), v.array(v.any())], 'must be a formula, such as (1 - beta1) * g'),
  v.transform(value => (typeof value === 'string' ? value : listText(value))),
  v.trim(),
  v.nonEmpty('must be a formula, such as (1 - beta1) * g'),
);

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

const answer = {
  number: v.optional(formula),
  choice: v.optional(
    v.picklist(['one', 'many'], 'must be one (exactly one right option) or many (any number of them)'),
  ),
  tolerance: v.optional(
    v.pipe(
      v.union([v.string(), v.number()], `must be one of ${TOLERANCE_FORMS}`),
      v.transform(String),
      v.check(value => parseTolerance(value) !== null, `must be one of ${TOLERANCE_FORMS}`),
    ),
  ),
  tex: v.optional(text('the LaTeX of its symbol')),
  show: v.optional(v.pipe(count, v.minValue(2, 'at least two options must be shown'))),
};

interface AnswerInput {
  readonly number?: string | undefined;
  readonly choice?: 'one' | 'many' | undefined;
  readonly tolerance?: string | undefined;
  readonly tex?: string | undefined;
  readonly show?: number | undefined;
}

const oneKind = ({ number: value, choice }: AnswerInput): boolean => (value === undefined) !== (choice === undefined);
const fittingKeys = ({ number: value, tolerance, tex, show }: AnswerInput): boolean =>
  value === undefined ? tolerance === undefined && tex === undefined : show === undefined;
const ONE_KIND = 'needs exactly one of number: FORMULA or choice: one|many';
const FITTING_KEYS = 'show goes with choice; tolerance and tex go with number';

const part = v.pipe(
  v.strictObject({
    ...answer,
    name: v.optional(name),
    ask: text('what this part asks'),
    credits: v.optional(positive),
  }),
  v.check(input => oneKind(input), ONE_KIND),
  v.check(input => fittingKeys(input), FITTING_KEYS),
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
      v.pipe(
        v.strictObject(answer),
        v.check(input => oneKind(input), ONE_KIND),
        v.check(input => fittingKeys(input), FITTING_KEYS),
      ),
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
export type AnswerFields = AnswerInput;
