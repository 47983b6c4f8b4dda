import { describe, expect, test } from 'vitest';
import { paperHtml } from '../../src/exam/html/paper.ts';
import { dangers, tagsOf } from '../notation/html/well-formed.ts';
import { HOSTILE, hostilePaper } from './hostile-paper.ts';

const exam = paperHtml(hostilePaper(false));
const solved = paperHtml(hostilePaper(true));
/** What the style sheet says is no markup. */
const body = (html: string): string => html.replace(/<style>[\s\S]*?<\/style>/, '');
const text = (html: string): string => body(html).replaceAll(/<[^>]*>/g, '');
const count = (html: string, pattern: RegExp): number => [...html.matchAll(pattern)].length;

describe.each([
  ['exam', exam],
  ['solutions', solved],
])('whatever the texts, the page of the %s', (_, html) => {
  test('is well-formed, loads nothing and runs nothing', () => {
    expect(dangers(tagsOf(body(html)))).toEqual([]);
    expect(count(html, /<style>/g)).toBe(1);
    expect(/<style>([\s\S]*?)<\/style>/.exec(html)?.[1]).not.toMatch(/url\(|@import|<|javascript:/);
    expect(html).toContain(
      `http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`,
    );
    expect(html).not.toMatch(/[\u202a-\u202e]/);
  });

  test('prints every text as it is', () => {
    expect(text(html)).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; ]]&gt; &lt;/style&gt;');
    expect(text(html)).toContain('&amp; go see https://example.org @someone abc مرحبا');
    expect(text(html)).toContain('Ada &lt;b&gt; | *x* ');
    expect(text(html)).toContain('w'.repeat(500));
  });
});

test('the page has a language, headings in order, and headed tables', () => {
  expect(exam).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
  const headings = tagsOf(body(solved)).flatMap(({ name }) => /^h([1-6])$/.exec(name)?.[1] ?? []);
  expect(headings[0]).toBe('1');
  expect(headings.every((level, i) => i === 0 || Number(level) <= Number(headings[i - 1]) + 1)).toBe(true);
  expect(exam).toContain('<th scope="row" dir="auto">gate</th>');
  expect(exam).toContain('<thead><tr><td></td><th scope="col" dir="auto"><math>');
  const ids = [...solved.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, id] of solved.matchAll(/aria-labelledby="([^"]*)"/g)) expect(ids).toContain(id);
});

test('the exam has empty spaces of every kind and gives nothing away', () => {
  expect(count(exam, /<div class="rule">/g)).toBe(1 + 3 + 1);
  expect(count(exam, /☐/g)).toBe(2);
  expect(count(exam, /<span class="place"><\/span>/g)).toBe(3);
  expect(count(exam, /<td><\/td>/g)).toBe(4 + 3);
  expect(text(exam)).toMatch(/1\.1 Single \/ 1 credit\n/);
  expect(text(exam)).toContain('a) / 1 credit');
  expect(exam).not.toMatch(
    /☒|class="key|Worked solution|Credit scheme|Common mistakes|Sample solution|Thus|right: |<strong>right/,
  );
});

test('the solutions fill the same spaces, and tell what is known by frame and label', () => {
  expect(count(solved, /<div class="rule">/g)).toBe(0);
  expect([count(solved, /☒/g), count(solved, /☐/g)]).toEqual([1, 1]);
  expect(solved).toContain('<span class="place"><strong class="key">2</strong></span>');
  expect(solved).toContain('<span class="place"><strong class="key">–</strong></span>');
  expect(solved).toContain('<span class="place"><strong class="key">b</strong></span>');
  expect(solved).toContain('<td><strong class="key"><math><mn>7</mn></math></strong></td>');
  expect(solved).toContain('<h4>Worked solution</h4>');
  expect(text(solved)).toContain('0.33 credits');
  expect(solved).toContain('<section class="aside scheme">\n<h5>Credit scheme</h5>');
  expect(solved).toContain('<section class="aside mistakes">\n<h5>Common mistakes</h5>');
  expect(solved).toContain('<p class="sample">Sample solution</p>');
  for (const shape of ['3px double', '2px dashed', '5px dotted']) expect(solved).toContain(shape);
});

test('a copy without a person has fields to fill in, and sheets have their size', () => {
  const { person: _, ...paper } = hostilePaper(false);
  const html = paperHtml({ ...paper, person: null }, { size: 'us-letter' });
  expect(html).toContain('<dt dir="auto">Name</dt><dd dir="auto"></dd>');
  expect(html).toContain('@page { size: letter;');
  expect(exam).toContain('@page { size: A4;');
  expect(exam).toContain('@top-right { content: "Form A \\b7  mock\\2e 7"; }');
  expect(paperHtml({ ...paper, person: null }, { size: 'us-letter' })).toBe(html);
  expect(HOSTILE).toContain('</style>');
});
