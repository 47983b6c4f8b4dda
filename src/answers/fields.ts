import * as v from 'valibot';
import { parseTolerance, TOLERANCE_FORMS } from './number/tolerance.ts';

/** Values of front matter that several kinds of answer share. Every message says what belongs there. */

const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

export const text = (what: string) =>
  v.pipe(v.string(`must be text: ${what}`), v.trim(), v.nonEmpty(`must not be empty: ${what}`));
export const name = v.pipe(v.string(), v.regex(NAME, 'names are a letter, then letters, digits or _'));
export const number = v.pipe(v.number('must be a number'), v.finite('must be finite'));
export const positive = v.pipe(number, v.gtValue(0, 'must be greater than 0'));
export const count = v.pipe(number, v.integer('must be a whole number'), v.minValue(1, 'must be at least 1'));
export const list = <T extends v.GenericSchema>(item: T, what: string) =>
  v.array(item, `must be a list, such as ${what}`);

/** A list as a formula: YAML took the quotes, if any, so names in it stand bare again. */
function listText(value: unknown): string {
  return Array.isArray(value) ? `[${value.map(listText).join(', ')}]` : String(value);
}

/** YAML reads `2` and `[1, 2]` as data; in a formula they mean the same. */
export const formula = v.pipe(
  v.union([v.string(), v.number(), v.array(v.any())], 'must be a formula, such as (1 - beta1) * g'),
  v.transform(value => (typeof value === 'string' ? value : listText(value))),
  v.trim(),
  v.nonEmpty('must be a formula, such as (1 - beta1) * g'),
);

export const tolerance = v.pipe(
  v.union([v.string(), v.number()], `must be one of ${TOLERANCE_FORMS}`),
  v.transform(String),
  v.check(value => parseTolerance(value) !== null, `must be one of ${TOLERANCE_FORMS}`),
);

export const symbol = text('the LaTeX of its symbol');
export const shown = v.pipe(count, v.minValue(2, 'at least two options must be shown'));
/** Names that stay open: a list of them, or with what is known of each. Which of the two is the business of the kind. */
export const symbols = v.union(
  [v.array(name), v.record(v.string(), v.any())],
  'must be a list of names, or names with their domains, such as { n: natural }',
);
