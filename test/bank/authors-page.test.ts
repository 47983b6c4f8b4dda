import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printKey } from '../../src/answers/answers.ts';
import { ANSWER_FIELDS, authorOf, KIND_NAMES } from '../../src/answers/authors.ts';
import { DOMAINS } from '../../src/answers/expression/expression.ts';
import { RULE_NAMES } from '../../src/bank/lint/rules.ts';
import { markVariant } from '../../src/bank/marking.ts';
import { readTemplate } from '../../src/bank/read-template.ts';
import { frontMatterSchema } from '../../src/bank/schema.ts';
import { makeVariant } from '../../src/bank/variant.ts';
import { SEEDS } from './support.ts';

/** The page for authors is held against the program: its examples are run, and its keys are those of the schema. */

const page = readFileSync(join(import.meta.dirname, '../../questions/README.md'), 'utf8');

/** Fenced blocks of a language; a longer fence may hold others. */
function blocks(language: string): string[] {
  const fenced = /^(`{3,})(\w*)\n([\s\S]*?)^\1$/gm;
  return [...page.matchAll(fenced)].flatMap(([, , lang, text = '']) => (lang === language ? [text] : []));
}

const titleIn = (text: string): string => /^title: (.*)$/m.exec(text)?.[1] ?? text;

describe('every example that is a whole question', () => {
  const examples = blocks('markdown').map(text => ({ title: titleIn(text), text }));

  it('has been found, of every kind', () => {
    const kinds = examples.flatMap(({ text }) =>
      readTemplate(text, 'page/q', 'README.md').parts.map(({ answer }) => answer.kind),
    );
    expect(new Set(kinds)).toEqual(new Set(KIND_NAMES));
    expect(new Set(examples.map(({ title }) => title)).size).toBe(examples.length);
  });

  it.each(examples)('$title', ({ text }) => {
    const template = readTemplate(text, 'page/q', 'README.md');
    for (const seed of [null, ...SEEDS]) {
      const variant = makeVariant(template, seed);
      const { credit } = markVariant(
        variant,
        variant.parts.map(({ key }) => printKey(key)),
      );
      expect({ seed, credit }).toEqual({ seed, credit: 1 });
      const texts = [variant.stem, variant.hint ?? '', variant.solution ?? '', ...variant.parts.map(({ ask }) => ask)];
      expect(texts.filter(one => /\{\{|NaN|undefined/.test(one))).toEqual([]);
    }
  });
});

const snippets = blocks('yaml').map(text => ({ text, names: text.match(/^ {2}\w+/gm)?.join(',') ?? text }));

it.each(snippets)('the snippet of$names is front matter as it stands', ({ text }) => {
  const question = `---\ntitle: A snippet\ntopics: [page]\n${text}answer: { number: 1 }\n---\nHow many?\n`;
  const template = readTemplate(question, 'page/q', 'README.md');
  expect(SEEDS.map(seed => makeVariant(template, seed))).toHaveLength(SEEDS.length);
});

/** A schema of valibot, as far as keys are looked for. */
interface Schema {
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly pipe?: readonly Schema[];
  readonly wrapped?: Schema;
  readonly item?: Schema;
  readonly value?: Schema;
  readonly options?: readonly Schema[];
}

/** All schemas in a schema. */
function within(schema: Schema): Schema[] {
  const { pipe = [], wrapped, item, value, options = [] } = schema;
  const inner = [...pipe.filter(one => one !== schema), ...options, wrapped, item, value].flatMap(one => one ?? []);
  return [schema, ...inner.flatMap(within)];
}

/** The keys of the mapping that a schema asks for; none where it asks for something else. */
function keysOf(schema: Schema | undefined): string[] {
  return schema ? Object.keys(entriesOf(schema)) : [];
}

function entriesOf(schema: Schema): Readonly<Record<string, Schema>> {
  return within(schema).find(({ entries }) => entries)?.entries ?? {};
}

/** The keys that the first column of a table names, below a heading. */
function documented(heading: string): string[] {
  const start = page.indexOf(`\n${heading}`);
  expect(start, heading).toBeGreaterThan(0);
  const [, below = ''] = page.slice(start).split(/\n#+ .*\n/);
  return [...below.matchAll(/^\| `([\w.-]+)` \|/gm)].map(([, key]) => key as string);
}

const top = entriesOf(frontMatterSchema as unknown as Schema);
const answers = ANSWER_FIELDS as unknown as Readonly<Record<string, Schema>>;

describe('every key is documented, and every documented key is there', () => {
  const nested = Object.entries(answers).flatMap(([field, schema]) => keysOf(schema).map(key => `${field}.${key}`));
  it.each<[string, readonly string[]]>([
    ['### The question', Object.keys(top)],
    ['### Draws', keysOf(top.vars)],
    ['### Steps', keysOf(top.let)],
    ['### Parts', keysOf(top.parts).filter(key => !Object.hasOwn(answers, key))],
    ['### Mistakes', keysOf(top.mistakes)],
    ['### Answers', Object.keys(answers)],
    ['### Inside answers', nested],
    ['## Ten kinds', KIND_NAMES],
    ['## Checks', RULE_NAMES],
  ])('%s', (heading, keys) => {
    expect(keys.length).toBeGreaterThanOrEqual(3);
    expect(documented(heading).toSorted()).toEqual(keys.toSorted());
  });

  it('the domains of symbols', () => {
    for (const domain of DOMAINS) expect(page).toMatch(new RegExp(`\`${domain}\`|domain: ${domain}\\b`));
  });

  it.each(KIND_NAMES)('the keys that go with %s', kind => {
    const rows = [...page.matchAll(/^\| `(\w+)` \| ([a-z, ]+) \| /gm)].filter(([, key = '']) =>
      Object.hasOwn(answers, key),
    );
    const told = rows.filter(([, , kinds = '']) => kinds.split(', ').some(one => one.split(' ')[0] === kind));
    expect(told.map(([, key]) => key).toSorted()).toEqual(Object.keys(authorOf({ kind }).fields).toSorted());
  });
});

it('links to what is there, and keeps its lines short', () => {
  for (const [, target = ''] of page.matchAll(/\]\(([^)#:]+)\)/g))
    expect(readFileSync(join(import.meta.dirname, '../../questions', target), 'utf8').length).toBeGreaterThan(100);
  const long = page.split('\n').filter(line => line.length > 132 && !line.startsWith('|'));
  expect(long).toEqual([]);
});
