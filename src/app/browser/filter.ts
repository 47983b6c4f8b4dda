import type { BrowserRow } from './state.ts';

/** What a filter leaves of the bank: every word of it must hold. */

type Holds = (row: BrowserRow) => boolean;

/** Words that say how a question stands. */
const STANDINGS: Readonly<Record<string, Holds>> = {
  new: ({ standing }) => !standing.met,
  due: ({ standing }) => standing.due,
  known: ({ standing }) => standing.known,
  aside: ({ standing }) => standing.aside,
  todo: ({ today }) => today,
};

/** What can be asked of a question by name, as in `kind:number`. */
const FIELDS: Readonly<Record<string, (value: string) => Holds>> = {
  kind:
    value =>
    ({ kinds }) =>
      kinds.some(kind => kind.startsWith(value)),
  credits: value => creditsHold(value),
  source:
    value =>
    ({ template }) =>
      template.source.some(item => item.toLowerCase().includes(value)),
  topic:
    value =>
    ({ template }) =>
      template.topics.some(topic => topic.startsWith(value) || topic.includes(`/${value}`)),
};

/** What can be typed, for those who do not know it yet. */
export const FILTER_WORDS: readonly string[] = [
  ...Object.keys(FIELDS).map(name => `${name}:`),
  ...Object.keys(STANDINGS),
];

export function filtered(rows: readonly BrowserRow[], filter: string): readonly BrowserRow[] {
  const conditions = filter.toLowerCase().split(/\s+/).filter(Boolean).map(conditionOf);
  return conditions.length === 0 ? rows : rows.filter(row => conditions.every(holds => holds(row)));
}

function conditionOf(word: string): Holds {
  const standing = STANDINGS[word];
  if (standing) return standing;
  const [name = '', ...rest] = word.split(':');
  const value = rest.join(':');
  const field = FIELDS[name];
  if (!field || rest.length === 0) return row => textOf(row).includes(word);
  // Nothing is asked yet where the value is still to be typed.
  return value === '' ? () => true : field(value);
}

/** `2`, `<2`, `>2`; anything else is said of no question. */
function creditsHold(text: string): Holds {
  const [, sign, digits] = /^([<>]?)(\d*(?:\.\d+)?)$/.exec(text) ?? [];
  if (digits === undefined) return () => false;
  const wanted = Number(digits);
  if (digits === '') return () => true;
  return ({ template: { credits } }) =>
    sign === '<' ? credits < wanted : sign === '>' ? credits > wanted : credits === wanted;
}

/** A row stands for a question as long as nothing happens to it, and is asked for its text at each key. */
const texts = new WeakMap<BrowserRow['template'], string>();

function textOf({ template }: BrowserRow): string {
  const known = texts.get(template);
  if (known !== undefined) return known;
  const text = [template.title, template.id, ...template.topics].join('\n').toLowerCase();
  texts.set(template, text);
  return text;
}
