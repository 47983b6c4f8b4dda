import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Line, lineText, lineWidth } from '../../src/notation/line.ts';
import { spokenFormula } from '../../src/notation/spoken/formula.ts';
import { signsInLine } from '../../src/notation/spoken/signs-in-line.ts';
import { renderInline, renderMarkdown } from '../../src/notation/terminal.ts';

const r = String.raw;
const CONTROL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
/** What a voice can say. */
const WORDS = /^[\p{L}\p{N}\p{M} .,;:'-]*$/u;
const width = fc.integer({ min: 10, max: 120 });

function expectSafe(lines: readonly Line[], limit: number): void {
  for (const line of lines) {
    expect(lineText(line)).not.toMatch(CONTROL);
    expect(lineWidth(line)).toBeLessThanOrEqual(limit);
  }
}

/** Text made of what Markdown and LaTeX give a meaning to. */
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
          '_',
          '^',
          '&',
          '\\\\',
          '|',
          '*',
          '**',
          '`',
          '```',
          '\n',
          '\n\n',
          '  ',
          '- ',
          '> ',
        ],
        ...['1. ', '| a | b |\n|---|---|\n', '# ', '<b>', '&#27;', '[x](y)', '\\frac', '\\sqrt', '\\left(', '\\right)'],
        ...[
          '\\begin{cases}',
          '\\end{cases}',
          '\\hat',
          '\\sum_{i=1}^n',
          '\\text{in}',
          '=',
          '-',
          '+',
          'x',
          'word',
          '𝒩',
          '学',
        ],
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 40 },
  )
  .map(parts => parts.join(''));

const formulas = fc.letrec<{ formula: string }>(tie => {
  const inner = tie('formula');
  return {
    formula: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom('x', '12.5', '-', '+', '=', r`\cdot`, r`\le`, r`\alpha`, r`\text{a word}`, r`\log`, ',', '|'),
      fc.tuple(inner, inner).map(([a, b]) => `${a} ${b}`),
      fc.tuple(inner, inner).map(([a, b]) => `\\frac{${a}}{${b}}`),
      fc.tuple(inner, inner).map(([a, b]) => `{${a}}_{${b}}`),
      fc.tuple(inner, inner).map(([a, b]) => `{${a}}^{${b}}`),
      inner.map(a => `\\sqrt{${a}}`),
      inner.map(a => `\\hat{${a}}`),
      inner.map(a => `\\left( ${a} \\right]`),
      inner.map(a => `\\sum_{${a}}`),
      fc.tuple(inner, inner).map(([a, b]) => `\\begin{bmatrix}${a}&${b}\\\\${b}\\end{bmatrix}`),
      fc.tuple(inner, inner).map(([a, b]) => `\\begin{aligned}${a}&=${b}\\\\&=${a}\\end{aligned}`),
    ),
  };
}).formula;

describe('any input, any width', () => {
  test('any string', () => {
    fc.assert(
      fc.property(fc.oneof(fragments, fc.string({ unit: 'binary', maxLength: 200 })), width, (markdown, limit) => {
        expectSafe(renderMarkdown(markdown, { width: limit }), limit);
        expectSafe([renderInline(markdown)], Number.POSITIVE_INFINITY);
      }),
      { numRuns: 500 },
    );
  });

  test('any formula', () => {
    fc.assert(
      fc.property(formulas, width, (latex, limit) => {
        expectSafe(renderMarkdown(`a $${latex}$ b\n\n$$${latex}$$`, { width: limit }), limit);
        expect(spokenFormula(latex) ?? '').toMatch(WORDS);
      }),
      { numRuns: 500 },
    );
  });

  test('any LaTeX and any text, for listening', () => {
    fc.assert(
      fc.property(fc.oneof(fragments, fc.string({ unit: 'binary', maxLength: 100 })), text => {
        expect(spokenFormula(text) ?? '').toMatch(WORDS);
        expect(signsInLine(text)).toMatch(WORDS);
        expectSafe(renderMarkdown(text, { width: 10_000 }), 10_000);
      }),
      { numRuns: 500 },
    );
  });
});

describe('hostile input is shown, soon', () => {
  const cases: Record<string, string> = {
    'an unclosed dollar': 'a $x + y and more',
    'an unclosed display': '$$x + y\n\nand more',
    'a thousand braces': `$${'{'.repeat(1000)}x${'}'.repeat(1000)}$`,
    'open braces': `$${'{'.repeat(20_000)}$`,
    'a thousand parentheses': `$$${'('.repeat(1000)}x${')'.repeat(1000)}$$`,
    'two thousand roots': `$$${'\\sqrt'.repeat(900)} x$$`,
    'a tower of powers': `$$${'x^{'.repeat(50)}x${'}'.repeat(50)}$$`,
    'fractions in fractions': `$$${'\\frac{1}{'.repeat(50)}x${'}'.repeat(50)}$$`,
    'matrices in matrices': `$$${'\\begin{matrix}1&'.repeat(40)}x${'\\end{matrix}'.repeat(40)}$$`,
    'a loop of macros': '$$\\def\\a{\\a\\a}\\a$$',
    'exploding macros': `$$\\def\\a#1{${'#1'.repeat(400)}}${'\\a{'.repeat(50)}x${'}'.repeat(50)}$$`,
    'a renewed command': '$\\renewcommand{\\frac}{x} \\frac$',
    graphics: '$\\includegraphics{/etc/passwd}$',
    links: '$\\href{javascript:x}{y}$ $\\url{x}$',
    'a very wide blank': '$$x\\hspace{100000em}y\\rule{9999em}{1em}\\kern9999em z$$',
    'a formula beyond the limit': `$$${'x + '.repeat(2000)}x$$`,
    'a formula just within it': `$$${'x + '.repeat(1200)}x$$`,
    'two thousand bars': `$$${'|x|'.repeat(1000)}$$`,
    'many columns': `$$\\begin{matrix}${'1&'.repeat(2000)}1\\end{matrix}$$`,
    'many dollars': '$'.repeat(20_000),
    'many half formulas': '$x '.repeat(5000),
    'deep quotes': `${'>'.repeat(5000)} x`,
    'deep lists': Array.from({ length: 200 }, (_, depth) => `${' '.repeat(2 * depth)}- x`).join('\n'),
    'many stars': '*a '.repeat(5000),
    'many brackets': '['.repeat(5000),
    'many combining marks': `a${'\u0301'.repeat(5000)}`,
    'a wide table': `${'| a '.repeat(300)}|\n${'|---'.repeat(300)}|\n${'| b '.repeat(300)}|`,
    'lone surrogates': '\ud800 a \udc00 $\ud800$',
  };

  test.each(Object.entries(cases))('%s', (_, markdown) => {
    const lines = renderMarkdown(markdown, { width: 40 });
    renderInline(markdown);
    renderMarkdown(markdown, { width: 10_000 });
    expectSafe(lines, 40);
    expect(lines.some(line => lineText(line).trim())).toBe(true);
  });
});
