import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inlineMarkdownHtml, markdownHtml } from '../../../src/notation/html/markdown.ts';
import { dangers, tagsOf } from './well-formed.ts';

const r = String.raw;

test('blocks and lines of Markdown are HTML of the same meaning', () => {
  const html = markdownHtml(
    '# Title\n\nSome **strong *and* quick** `a < b`.\n\n- [x] done\n- open\n\n3. third\n\n| a | b |\n|--:|---|\n| $x$ | 2 |\n\n> said\n\n---\n\n```\n<code>\n```',
  );
  const names = tagsOf(html).map(({ name }) => name);
  expect(names.filter(name => name !== 'math' && name !== 'mi').join(' ')).toBe(
    'h4 p strong em code ul li li ol li table thead tr th th tbody tr td td blockquote p hr pre code',
  );
  expect(html).toContain('<strong>strong <em>and</em> quick</strong> <code>a &lt; b</code>');
  expect(html).toContain('<li dir="auto" class="task">☑ done</li>');
  expect(html).toContain('<ol start="3">');
  expect(html).toContain('<th scope="col" dir="auto" class="right">a</th>');
  expect(html).toContain('<pre dir="ltr"><code>&lt;code&gt;</code></pre>');
  expect(inlineMarkdownHtml('- no *list*')).toBe('- no <em>list</em>');
});

test('formulas are MathML, set apart where they stand apart', () => {
  expect(markdownHtml(r`$\frac{a}{2} < b$`)).toBe(
    '<p dir="auto"><math><mrow><mfrac><mi>a</mi><mn>2</mn></mfrac><mo>&lt;</mo><mi>b</mi></mrow></math></p>',
  );
  expect(markdownHtml('$$x$$')).toMatch(/^<div class="display"><math display="block"[^>]*><mi>x<\/mi><\/math><\/div>$/);
  // The sign between a function and its argument cannot be seen, but is heard.
  expect(inlineMarkdownHtml(r`$\ln x$`)).toContain('<mo>\u2061</mo>');
});

test.each([r`\bad{x`, r`\href{javascript:alert(1)}{x}`, r`\def\x{y}\x`, r`\includegraphics{http://example.org/x.png}`])(
  'what cannot be read as a formula stands as it is: %s',
  latex => {
    expect(inlineMarkdownHtml(`$${latex}$`)).toBe(`<code class="tex" dir="ltr">${latex}</code>`);
  },
);

test('links, images and raw HTML are text', () => {
  const html = markdownHtml(
    '[click](javascript:alert(1)) ![a picture](http://example.org/x.png) <https://example.org> <img src=x onerror="alert(1)"> &lt;b&gt; &amp;lt;\n\n<script>alert("x")</script>\n\n[ref]: http://example.org',
  );
  expect(html).toContain(
    'click a picture https://example.org &lt;img src=x onerror=&quot;alert(1)&quot;&gt; &lt;b&gt;',
  );
  expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
  expect(tagsOf(html).map(({ name }) => name)).toEqual(['p', 'p']);
});

test('drawings say what they show', () => {
  const html = markdownHtml(
    '```figure A "small" net\no──o <\n```\n\n```plot Loss\na: 1, 2\n```\n\n```plot Loss\na: ?\n```',
  );
  expect(html).toContain(
    '<pre dir="ltr" role="img" aria-label="Figure: A &quot;small&quot; net."><code>o──o &lt;</code></pre>',
  );
  expect(html).toContain('role="img" aria-label="Plot: Loss. a, 2 points: 1; 2."');
  expect(html).toContain('<pre dir="ltr"><code>a: ?</code></pre>');
  expect(markdownHtml(`\`\`\`\n${'x'.repeat(500)}\n\`\`\``)).toContain('<pre dir="ltr" class="wide">');
});

test('nothing turns the direction of what follows, and names keep their joiners', () => {
  const html = markdownHtml('مرحبا \u202eabc\u202c می\u200cخواهم\u0000\u001b[31m');
  expect(html).toBe('<p dir="auto">مرحبا abc می\u200cخواهم[31m</p>');
});

const fragments = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '$',
          '$$',
          '\\',
          '{',
          '}',
          '`',
          '```',
          '\n',
          '\n\n',
          '- ',
          '> ',
          '1. ',
          '# ',
          '**',
          '*',
          '|',
          '\n|---|---|\n',
        ],
        ...[
          '<script>',
          '</style>',
          ']]>',
          '<!--',
          '"',
          "'",
          '&',
          '&#60;',
          '[x](javascript:y)',
          '![x](http://e/x)',
          '<a href="x">',
        ],
        ...[
          '```plot T"<\na: 1, 2\n```\n',
          '```figure F"<\n',
          r`\text{<b>"}`,
          r`\frac`,
          r`\tag{"}`,
          r`\color{red}`,
          r`\rule{1em}{1em}`,
        ],
        ...['\u202e', '\u0000', '\ufffe', 'x', ' '],
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 30 },
  )
  .map(parts => parts.join(''));

test('whatever the Markdown, the HTML is well-formed and harmless', () => {
  fc.assert(
    fc.property(fragments, markdown => {
      expect(dangers(tagsOf(markdownHtml(markdown)))).toEqual([]);
      expect(dangers(tagsOf(inlineMarkdownHtml(markdown)))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
