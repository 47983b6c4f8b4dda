import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerKey } from '../../src/answers/answers.ts';
import { makeVariant } from '../../src/bank/variant.ts';
import type { Form, FormQuestion } from '../../src/exam/form.ts';
import { letters } from '../../src/exam/letters.ts';
import { moodleNumber } from '../../src/exam/moodle/numbers.ts';
import { moodleXml } from '../../src/exam/moodle/quiz.ts';
import { weights } from '../../src/exam/moodle/weights.ts';
import { fixtures, kindFixtures } from '../app/support.ts';
import { dangers, tagsOf } from '../notation/html/well-formed.ts';
import { HOSTILE } from './hostile-paper.ts';

const templates = [...fixtures(), ...kindFixtures()];
const base = makeVariant(templates[0] as (typeof templates)[number], 3);

interface Asked {
  readonly keys: readonly AnswerKey[];
  readonly stem?: string;
  readonly title?: string;
  readonly credits?: number;
  readonly solution?: string | null;
}

function asked({ keys, stem = 'Stem.', title = 'Title', credits = 1, solution = null }: Asked): FormQuestion {
  const parts = keys.map((key, i) => {
    const label = keys.length === 1 ? '1.1' : `1.1${letters(i)}`;
    return { name: `p${i}`, label, ask: keys.length === 1 ? '' : `Ask ${i}.`, credits, key };
  });
  const variant = { ...base, template: { ...base.template, title }, stem, solution };
  return { id: 'q', number: '1.1', credits: credits * keys.length, seed: 3, order: null, variant, parts };
}

function formOf(questions: readonly FormQuestion[], story: string | null = null): Form {
  return { name: 'A', index: 0, problems: [{ number: 1, title: 'P', credits: 1, story, questions }] };
}

const quiz = (one: Asked, story: string | null = null): string => moodleXml(formOf([asked(one)], story), 'T');

const SIGNS: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
const unescaped = (text: string): string => text.replaceAll(/&(?:lt|gt|quot|#39|amp);/g, sign => SIGNS[sign] ?? sign);

/** The text in the elements of a name: what an XML reader makes of it. */
function textsIn(xml: string, name: string): readonly string[] {
  const pattern = new RegExp(`<${name}[^>]*>\\s*<text>((?:<!\\[CDATA\\[[\\s\\S]*?\\]\\]>|[^<])*)</text>`, 'g');
  return [...xml.matchAll(pattern)].map(([, raw = '']) =>
    raw.includes('<![CDATA[') ? raw.replaceAll(/<!\[CDATA\[|\]\]>/g, '') : unescaped(raw),
  );
}

const typesIn = (xml: string): readonly string[] =>
  [...xml.matchAll(/<question type="(\w+)">/g)].flatMap(([, type = '']) => (type === 'category' ? [] : [type]));
const fractions = (xml: string): readonly number[] =>
  [...xml.matchAll(/fraction="([^"]*)"/g)].map(([, one]) => Number(one));
/** Places for answers as Moodle finds them: weight, type, and alternatives. */
const holes = (xml: string): readonly string[] =>
  textsIn(xml, 'questiontext').flatMap(text =>
    [...text.matchAll(/\{(\d*:[A-Z_]+:(?:\\.|[^}])*)\}/g)].map(([, hole = '']) => hole),
  );

const option = (label: string, text: string, right: boolean) => ({ label, text, right, why: `why ${label}` });
const choice = (
  rights: string,
  many: boolean,
  rule: 'all-or-nothing' | 'per-option' | 'negative' = 'all-or-nothing',
): AnswerKey => ({
  kind: 'choice',
  many,
  rule,
  options: [...'abcd'].map(label => option(label, `option $${label}$`, rights.includes(label))),
});
const number = (value: number, by: number): AnswerKey => ({
  kind: 'number',
  value,
  accepts: [value - by, value + by],
  mistakes: [{ value: -value, accepts: [-value, -value], tag: 'sign', because: 'the **sign**' }],
});
const words = (...accepted: string[]): AnswerKey => ({ kind: 'words', accepted, others: [], mistakes: [] });
const rubric: AnswerKey = { kind: 'rubric', points: [{ text: 'says *why*', credits: 2 }], model: 'Because.' };

test('every kind of question of the bank becomes a type of Moodle, in well-formed XML without anything that loads', () => {
  const questions = templates.map((template, i): FormQuestion => {
    const variant = makeVariant(template, 3);
    const parts = variant.parts.map((part, k) => ({ ...part, label: `1.${i + 1}${letters(k)}` }));
    return { id: template.id, number: `1.${i + 1}`, credits: template.credits, seed: 3, order: null, variant, parts };
  });
  const xml = moodleXml(formOf(questions, HOSTILE), HOSTILE);
  tagsOf(xml);
  expect(new Set(typesIn(xml))).toEqual(
    new Set(['multichoice', 'numerical', 'shortanswer', 'matching', 'essay', 'cloze']),
  );
  for (const html of textsIn(xml, 'questiontext')) {
    const found = dangers(tagsOf(html)).filter(tag => !tag.startsWith('img src="@@PLUGINFILE@@/plot-'));
    expect(found).toEqual([]);
  }
  expect(textsIn(xml, 'generalfeedback').every(text => text !== '')).toBe(true);
  expect(moodleXml(formOf(questions, HOSTILE), HOSTILE)).toBe(xml);
});

test('the questions lie in a category of the exam and the form, whatever it is called', () => {
  const xml = moodleXml(formOf([]), 'A/B <c>\n& "d"');
  expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<quiz>\n<question type="category">/);
  expect(textsIn(xml, 'category')).toEqual(['$course$/top/A//B <c> & "d"/Form A']);
});

describe('choices', () => {
  test('one right option earns all, in the order printed', () => {
    const xml = quiz({ keys: [choice('c', false)], credits: 2.5 });
    expect([typesIn(xml), fractions(xml)]).toEqual([['multichoice'], [0, 0, 100, 0]]);
    expect(xml).toContain('<single>true</single>\n<shuffleanswers>false</shuffleanswers>');
    expect(xml).toContain('<defaultgrade>2.5</defaultgrade>\n<penalty>0</penalty>');
    expect(textsIn(xml, 'answer')[2]).toBe('<p dir="auto">option \\(c\\)</p>');
    expect(textsIn(xml, 'feedback')).toContain('<p dir="auto">why c</p>');
  });

  test.each([
    ['ab', 'all-or-nothing', [50, 50, -100, -100, -100]],
    ['abc', 'all-or-nothing', [33.33333, 33.33333, 33.33333, -100, -100]],
    ['', 'all-or-nothing', [-100, -100, -100, -100, 100]],
    ['a', 'negative', [100, -33.33333, -33.33333, -33.33333, -100]],
  ] as const)('any number of right options, of which %j are: %s', (rights, rule, expected) => {
    const xml = quiz({ keys: [choice(rights, true, rule)] });
    expect(xml).toContain('<single>false</single>');
    expect(fractions(xml)).toEqual(expected);
    expect(textsIn(xml, 'answer').at(-1)).toBe('<p dir="auto">None of them.</p>');
  });

  test('options that count by themselves are asked about by themselves', () => {
    const xml = quiz({ keys: [choice('b', true, 'per-option')], credits: 4 });
    expect(typesIn(xml)).toEqual(['cloze']);
    expect(holes(xml)).toEqual(
      ['right~=wrong', '=right~wrong', 'right~=wrong', 'right~=wrong'].map(rest => `1:MULTICHOICE_H:${rest}`),
    );
  });
});

test('a number is accepted within its interval, and mistakes are told', () => {
  const xml = quiz({ keys: [number(2, 0.25)] });
  expect([typesIn(xml), fractions(xml)]).toEqual([['numerical'], [100, 0]]);
  expect(textsIn(xml, 'answer')).toEqual(['2', '-2']);
  expect([...xml.matchAll(/<tolerance>(.*)<\/tolerance>/g)].map(([, one]) => one)).toEqual(['0.25', '0']);
  expect(textsIn(xml, 'feedback')[1]).toBe('<p dir="auto">the <strong>sign</strong></p>');
  const value = fc.double({ min: -1e12, max: 1e12, noNaN: true });
  fc.assert(
    fc.property(value, fc.double({ min: 0, max: 1e3, noNaN: true }), (key, by) => {
      const [low, high] = [key - by, key + by];
      const shown = moodleNumber(key, [low, high]);
      const [middle, margin] = [Number(shown.value), Number(shown.tolerance)];
      const noise = Number.EPSILON * Math.abs(key);
      expect(middle - margin).toBeLessThanOrEqual(low + noise);
      expect(middle + margin).toBeGreaterThanOrEqual(high - noise);
      expect(margin).toBeLessThanOrEqual((by + 6e-12 * Math.abs(key)) * (1 + 1e-4) + 1e-300);
      // What Moodle reads as a number.
      for (const text of [shown.value, shown.tolerance]) expect(text).toMatch(/^-?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/);
    }),
  );
});

test('words are accepted in each spelling, and a star is a star', () => {
  const xml = quiz({ keys: [words('A* search', 'A-star', '<b> & "c"')] });
  expect([typesIn(xml), fractions(xml)]).toEqual([['shortanswer'], [100, 100, 100]]);
  expect(textsIn(xml, 'answer')).toEqual(['A\\* search', 'A-star', '<b> & "c"']);
});

test('free text is marked by hand, with model answer and credit scheme at hand', () => {
  const xml = quiz({ keys: [rubric], credits: 2, solution: 'Worked $x$.' });
  expect(typesIn(xml)).toEqual(['essay']);
  expect(xml).toContain('<responsefieldlines>10</responsefieldlines>');
  expect(textsIn(xml, 'graderinfo')[0]).toMatch(/Because\.[\s\S]*says <em>why<\/em> \(2 credits\)/);
  expect(textsIn(xml, 'generalfeedback')).toEqual(['<p dir="auto">Worked \\(x\\).</p>']);
});

test('pairs are matched by text, or by letter where the text is more than plain', () => {
  const pairs = (text: string): AnswerKey => ({
    kind: 'match',
    blanks: [{ label: '1', text: '$x$', answer: 'b', why: null }],
    options: [
      { label: 'a', text },
      { label: 'b', text: 'gate' },
    ],
  });
  const [plain, formatted] = [quiz({ keys: [pairs('cell')] }), quiz({ keys: [pairs('$c$')] })];
  expect([typesIn(plain), textsIn(plain, 'answer')]).toEqual([['matching'], ['gate', 'cell']]);
  expect(textsIn(plain, 'subquestion')).toEqual(['<p dir="auto"><strong>1</strong> \\(x\\)</p>', '']);
  expect(textsIn(formatted, 'answer')).toEqual(['b', 'a']);
  expect(textsIn(formatted, 'questiontext')[0]).toContain('<strong>a</strong> \\(c\\)');
});

describe('answers within a text', () => {
  const tensor: AnswerKey = {
    kind: 'tensor',
    shape: [2, 2],
    values: [1, -2.5, 0, 1e-7],
    accepts: { absolute: 0.5, relative: 0 },
    mistakes: [],
  };
  const line = (label: string, after: readonly string[], decoy = false) => ({
    label,
    name: label,
    text: `$${label}$`,
    after,
    why: null,
    decoy,
    blank: null,
  });

  test('cells, places and parts are asked for one by one, by the credits of their parts', () => {
    const order: AnswerKey = { kind: 'order', lines: [line('1', ['2']), line('2', []), line('3', [], true)] };
    const xml = quiz({ keys: [tensor, number(3, 0), choice('b', false), order, words('k#1', 'a~b}')], credits: 4 });
    expect(typesIn(xml)).toEqual(['cloze']);
    expect(holes(xml)).toEqual([
      ...['1:0.5', '-2.5:0.5', '0:0.5', '1e-7:0.5'].map(rest => `3:NUMERICAL:=${rest}`),
      '12:NUMERICAL:=3:0',
      '12:MULTICHOICE_H:a~=b~c~d',
      ...['1~=2~–', '=1~2~–', '1~2~=–'].map(rest => `4:MULTICHOICE:${rest}`),
      '12:SHORTANSWER:=k\\#1~=a\\~b\\}',
    ]);
    expect(textsIn(xml, 'name')).toEqual(['1.1 Title (set its mark to 20)']);
    expect(textsIn(xml, 'questiontext')[0]).toContain(
      '<tr><td>{3:NUMERICAL:=1:0.5}</td><td>{3:NUMERICAL:=-2.5:0.5}</td></tr>',
    );
  });

  test('what Moodle cannot judge is marked by hand, each part by itself', () => {
    const free: AnswerKey = { kind: 'order', lines: [line('1', []), line('2', [])] };
    const xml = quiz({ keys: [number(3, 0), free, tensor], credits: 4 });
    expect(typesIn(xml)).toEqual(['numerical', 'essay', 'cloze']);
    expect(textsIn(xml, 'name')).toEqual(['1.1a Title', '1.1b Title', '1.1c Title']);
    expect(textsIn(xml, 'questiontext')[1]).toMatch(/Stem\.[\s\S]*<blockquote>[\s\S]*Ask 0\.[\s\S]*Ask 1\.[\s\S]*<li/);
  });

  test('what only looks like a place for an answer stays text', () => {
    const xml = quiz({ keys: [tensor], stem: `${HOSTILE} $\\frac{1}{2}$`, title: HOSTILE }, HOSTILE);
    expect(holes(xml)).toHaveLength(4);
    expect(textsIn(xml, 'questiontext')[0]).toContain('&#123;1:NUMERICAL:=5} &#123;#1}');
    expect(textsIn(xml, 'questiontext')[0]).toContain('\\(\\frac{1}{2}\\)');
    expect(textsIn(xml, 'name')[0]).toContain('<script>alert("1")</script> ]]>');
  });

  test('weights are whole and add up to the credits where they can', () => {
    expect(
      weights([
        { credits: 2, count: 1 },
        { credits: 4, count: 2 },
      ]),
    ).toEqual([2, 2]);
    expect(
      weights([
        { credits: 0.5, count: 1 },
        { credits: 1, count: 3 },
      ]),
    ).toEqual([3, 2]);
    expect(
      weights([
        { credits: 1 / 3, count: 1 },
        { credits: 2 / 3, count: 1 },
      ]),
    ).toEqual([1, 2]);
  });
});

test('formulas are set by Moodle, texts that look like formulas are not, and drawings are files', () => {
  const stem =
    'A $a<b$ and \\\\(x\\\\) and `\\(y\\)` and $\\bad{$\n\n$$c$$\n\n```plot Loss\na: 1, 2\n```\n\n```plot Gain\na: 2, 3\n```';
  const xml = quiz({ keys: [number(1, 0)], stem });
  const [html = ''] = textsIn(xml, 'questiontext');
  expect(html).toContain('A \\(a&lt;b\\) and \\<span></span>(x\\<span></span>) and <code>\\<span></span>(y\\)</code>');
  expect(html).toContain('\\[c\\]');
  expect(html).toContain('<img src="@@PLUGINFILE@@/plot-2.svg" alt="Plot: Gain. a, 2 points: 2; 3.">');
  const files = [...xml.matchAll(/<file name="([^"]*)" path="\/" encoding="base64">([^<]*)<\/file>/g)];
  expect(files.map(([, name]) => name)).toEqual(['plot-1.svg', 'plot-2.svg']);
  expect(Buffer.from(files[1]?.[2] ?? '', 'base64').toString()).toMatch(/^<svg[\s\S]*Gain[\s\S]*<\/svg>$/);
});
