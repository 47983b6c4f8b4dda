import * as v from 'valibot';
import { KIND_NAMES } from '../../answers/authors.ts';
import { CHOICE_RULES } from '../../answers/choice/choice.ts';
import { count, list, number, positive, text } from '../../answers/fields.ts';

/** A blueprint file. Every message says what belongs there. */

const credits = v.pipe(
  positive,
  v.check(value => Number.isInteger(value * 2), 'must be in steps of 0.5'),
);
const PATH = /^[^\s/]+(\/[^\s/]+)*$/;
const id = v.pipe(
  v.string('must be the id of a question, such as cnn/same-size'),
  v.regex(PATH, 'must be an id, such as cnn/same-size'),
);
const topic = v.pipe(
  v.string('must be a topic, such as cnn/pooling'),
  v.regex(PATH, 'must be a topic, such as cnn/pooling'),
);

/** One of them may stand without brackets. */
const oneOrMore = <T extends string>(item: v.GenericSchema<T>, what: string) =>
  v.pipe(
    v.union([v.array(item), item], `must be ${what}, or a list of them`),
    v.transform((value): readonly T[] => (typeof value === 'string' ? [value] : value)),
    v.minLength(1, `must be ${what}, or a list of them`),
  );

const slot = v.strictObject({
  any: v.optional(v.pipe(list(id, '[cnn/same-size, cnn/flatten-size]'), v.minLength(1, 'needs at least one id'))),
  topics: v.optional(oneOrMore(topic, 'a topic, such as cnn/pooling')),
  kinds: v.optional(oneOrMore(v.picklist(KIND_NAMES, `must be one of ${KIND_NAMES.join(', ')}`), 'a kind of answer')),
  rule: v.optional(v.picklist(CHOICE_RULES, `must be one of ${CHOICE_RULES.join(', ')}`)),
  each: v.optional(credits),
  count: v.optional(count),
  worth: v.optional(credits),
});

const problem = v.strictObject({
  title: text('the title of the problem'),
  credits,
  story: v.optional(text('what its questions have in common')),
  free: v.optional(v.boolean('must be true or false: whether forms may change the order of its questions')),
  questions: v.pipe(
    list(
      v.union([id, slot], 'must be the id of a question, or what is drawn, such as { topics: cnn, worth: 6 }'),
      '- { topics: cnn, worth: 6 }',
    ),
    v.minLength(1, 'needs at least one question'),
  ),
});

const PASS = 'must be credits, such as 45, or a share of them, such as 50 %';

export const blueprintSchema = v.strictObject({
  title: text('the title of the exam'),
  subtitle: v.optional(text('what stands below the title')),
  minutes: v.pipe(count, v.maxValue(24 * 60, 'must be at most a day, 1440')),
  credits: v.optional(credits),
  pass: v.optional(
    v.union([v.pipe(number, v.minValue(0, PASS)), v.pipe(v.string(), v.regex(/^\d{1,3}(?:\.\d+)?\s*%$/, PASS))], PASS),
  ),
  details: v.optional(
    v.record(
      v.string(),
      v.pipe(
        v.union([v.string(), v.number(), v.null()], 'must be text, or nothing for a blank to fill in'),
        v.transform(value => (value === null ? '' : String(value))),
      ),
      'must map labels to texts, such as { Room: 101 }',
    ),
  ),
  aids: v.optional(list(text('what may be used'), '- a pocket calculator')),
  rules: v.optional(list(text('a rule'), '- Write legibly.')),
  cover: v.optional(list(topic, '[cnn, optimization]')),
  ideas: v.optional(
    v.picklist(['source', 'topic', 'free'], 'must be source, topic or free: what two questions may not share'),
  ),
  problems: v.pipe(
    list(problem, '- { title: …, credits: 6, questions: … }'),
    v.minLength(1, 'needs at least one problem'),
  ),
});

export type BlueprintFile = v.InferOutput<typeof blueprintSchema>;
export type ProblemFile = BlueprintFile['problems'][number];
export type SlotFile = ProblemFile['questions'][number];
