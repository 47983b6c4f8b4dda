import fc from 'fast-check';
import { Marked, type Token } from 'marked';
import { describe, expect, test } from 'vitest';
import { blockText, lineOf } from '../../src/exam/markdown/blocks.ts';
import { plainText } from '../../src/exam/markdown/inline.ts';
import { paperMarkdown } from '../../src/exam/markdown/paper.ts';
import { hostilePaper } from './hostile-paper.ts';

const r = String.raw;
/** A reader as forges have them, but for formulas. */
const forge = new Marked({ gfm: true });
const exam = paperMarkdown(hostilePaper(false));
const solved = paperMarkdown(hostilePaper(true));

/** The kinds of what a forge finds in a text, at any depth. */
function kinds(markdown: string): ReadonlySet<string> {
  const found = new Set<string>();
  forge.walkTokens(forge.lexer(markdown), (token: Token) => {
    found.add(token.type);
  });
  return found;
}

const ELSEWHERE = ['html', 'link', 'image', 'def', 'del'];
const leading = (markdown: string): readonly string[] => ELSEWHERE.filter(kind => kinds(markdown).has(kind));

describe.each([
  ['exam', exam],
  ['solutions', solved],
])('whatever the texts, the %s', (_, markdown) => {
  test('has no raw HTML, links or images for a forge', () => {
    expect(leading(markdown)).toEqual([]);
    expect(markdown).not.toMatch(/[\u202a-\u202e]/);
  });

  test('prints every text as it is', () => {
    const html = forge.parse(markdown, { async: false });
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; ]]&gt; &lt;/style&gt;');
    expect(html).toContain('&amp; go see https://example.org @someone abc مرحبا');
    expect(html).toContain('<td>Ada &lt;b&gt; | *x* ');
    expect(html).toContain('w'.repeat(500));
  });
});

test('our Markdown keeps its meaning', () => {
  const markdown =
    '# Title\n\nSome **strong *and* quick** `a|b`, 3*4 and a~b.\n\n- [x] done\n  - inner\n- open\n\n3. third\n\n> said\n\n```\n```` no fence\n```';
  expect(blockText(markdown)).toBe(
    '##### Title\n\nSome **strong *and* quick** `a|b`, 3\\*4 and a\\~b.\n\n- [x] done\n  - inner\n- open\n\n3. third\n\n> said\n\n`````text\n```` no fence\n`````'.replace(
      '- [ ] open',
      '- open',
    ),
  );
  expect(lineOf('- no *list*')).toBe('- no *list*');
  expect(blockText('1\\) none\n\n\\# none\n\n\\- none\n\\+ none\n\\===')).not.toMatch(/^(?:#|-|=|1\))/m);
});

test('formulas stand between dollars, without what others would take for tags', () => {
  expect(blockText(r`If $a<b$ then $$x > \frac{1}{2}$$`)).toBe(r`If $a \lt b$ then $$x \gt \frac{1}{2}$$`);
  expect(blockText('$$\nx\n<script>\n$$')).toBe(r`$$
x \lt script \gt
$$`);
  expect(lineOf(r`$\href{javascript:alert(1)}{x}$ costs \$5`)).toBe(
    r`${'`'}\href{javascript:alert(1)}{x}${'`'} costs \$5`,
  );
  expect(
    blockText(r`| a |
|---|
| $\|x\|$ |`),
  ).toContain(r`| $\vert x\vert $ |`);
});

test('plots are drawn in characters and told in words', () => {
  const text = blockText('```plot Loss\na: 1, 2\n```\n\n```figure Two boxes\n[]-[]\n```');
  expect(text).toContain('```text\nLoss\n2.0┤');
  expect(text).toContain('*Plot: Loss. a, 2 points: 1; 2.*');
  expect(text).toContain('```text\n[]-[]\n```\n\n*Figure: Two boxes.*');
});

test('the exam has empty spaces and gives nothing away; the solutions fill them', () => {
  const count = (markdown: string, part: string): number => markdown.split(part).length - 1;
  expect([count(exam, '&nbsp;\n\n___'), count(solved, '&nbsp;\n\n___')]).toEqual([5, 0]);
  expect([count(exam, '- [ ] **'), count(solved, '- [x] **a**')]).toEqual([2, 1]);
  expect([count(exam, '- \\[ \\_\\_ \\] **'), count(solved, '- \\[ **2** \\] **1** $a = 3$')]).toEqual([3, 1]);
  expect(solved).toContain('| gate | $7$ |');
  expect(solved).toContain('> **Credit scheme**\n>\n> | What is said | Credits |');
  expect(solved).toContain('> **Common mistakes**\n>\n> - $3$');
  expect(exam).not.toMatch(/\*\*Answer|Worked solution|Credit scheme|Common mistakes|Sample solution|Thus|\*\*right/);
  expect(paperMarkdown(hostilePaper(true))).toBe(solved);
});

const fragments = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '<',
          '>',
          '<script>',
          '<b x="',
          '-->',
          '[',
          ']',
          '(',
          ')',
          '](',
          '![',
          'http://e.org',
          'www.e.org',
          'me@e.org',
          'mailto:me@e.org',
          '[x]: http://e',
        ],
        ...[
          '`',
          '```',
          '\\',
          '\n',
          '\n\n',
          '  ',
          '- ',
          '> ',
          '1. ',
          '# ',
          '**',
          '*',
          '_',
          '~',
          '~~',
          '|',
          '\n|--|--|\n',
          '$',
          '$$',
        ],
        ...['&lt;b&gt;', '&#60;i>', '    ', '\t', 'x', '=', '---'],
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 25 },
  )
  .map(parts => parts.join(''));

test('whatever the Markdown, a forge finds no raw HTML, links or images in it', () => {
  fc.assert(
    fc.property(fragments, markdown => {
      expect(leading(blockText(markdown))).toEqual([]);
      expect(leading(`a ${lineOf(markdown)}`)).toEqual([]);
      expect(
        [...kinds(`a ${plainText(markdown)}`)].filter(kind => !['paragraph', 'text', 'escape'].includes(kind)),
      ).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
