import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mathTypst } from '../../../src/notation/typst/formula.ts';
import { inlineTypst, markdownTypst } from '../../../src/notation/typst/markdown.ts';
import { printableLine } from '../../../src/notation/typst/printable.ts';
import { typstString, typstText } from '../../../src/notation/typst/quote.ts';
import { PLAIN, problemsOf, valuesOf } from './compiler.ts';

const r = String.raw;

/** What means something to Typst, to Markdown or to LaTeX. */
const SIGNS = [
  ...['#read("/etc/passwd")', 'std.read("x")', '#import "x"', '#', '"', '\\', '$', '$$', '*/', '/*', '//', '@a', '<a>'],
  ...['[', ']', '{', '}', '(', ')', ',', ';', ':', '_', '^', '&', '`', '```', '~', '--', '...', '- ', '+ ', '/ ', '= '],
  ...['1. ', '1.', '.5', '\n', '\n\n', ' ', 'a', 'x', '-', "'", '!', '|', '‖', '√', '=>', ':=', 'http://a.b', 'x.y('],
  ...['> ', '**', '*', '| a | b |\n|---|---|\n', '```figure x"#y\n', '![a"](x)', '[a](b)', '&#35;', '&quot;'],
  ...['```plot #read("x")\nx: "#", 1\na": 1, 2, 3\n```\n', 'שלום', '😀', '学', '\u202e', '\u200d', '\u2028', '\ud800'],
  ...[r`\text{"}`, r`\text{#read("/etc/passwd")}`, r`\operatorname{#x"}`, r`\mathrm{a"b}`, r`\#`, r`\$`, r`\{`, r`\|`],
  ...[r`\frac`, r`\sqrt`, r`\binom`, r`\left(`, r`\right]`, r`\left.`, r`\hat`, r`\sum_{i}^n`, r`\\`, r`\boxed{`],
  ...[r`\begin{cases}`, r`\end{cases}`, r`\begin{matrix}`, r`\end{matrix}`, r`\underbrace{`, '}_{', '}^{', 'sqrt'],
];

const text = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...SIGNS) }, fc.string({ unit: 'binary', maxLength: 3 })), {
    maxLength: 30,
  })
  .map(parts => parts.join(''));

const formula = fc.letrec<{ formula: string }>(tie => {
  const inner = tie('formula');
  const pair = fc.tuple(inner, inner);
  return {
    formula: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom(...['x', '12.5', '-', '=', r`\le`, r`\text{"#x}`, r`\log`, ',', ';', '|', ':', '!', r`\#`, '/']),
      fc.constantFrom(...['(', ')', '[', ']', r`\{`, r`\$`, r`\&`, '"', "'", '@', '`', '.', '<', '#', '*', r`\quad`]),
      pair.map(([a, b]) => `${a} ${b}`),
      pair.map(([a, b]) => `\\frac{${a}}{${b}}`),
      pair.map(([a, b]) => `{${a}}_{${b}}^{${a}}`),
      inner.map(a => `\\sqrt{${a}}\\hat{${a}}\\overline{${a}}`),
      inner.map(a => `\\left( ${a} \\right]\\boxed{${a}}`),
      pair.map(([a, b]) => `\\sum_{${a}}\\underbrace{${a}}_{${b}}\\binom{${a}}{${b}}`),
      pair.map(([a, b]) => `\\begin{bmatrix}${a}&${b}\\\\${b}\\end{bmatrix}`),
      pair.map(([a, b]) => `\\begin{aligned}${a}&=${b}\\\\&=${a}\\end{aligned}`),
    ),
  };
}).formula;

/** Wherever texts are put, nothing is read, nothing is closed that they did not open, and nothing behind them is taken. */
function everywhere(text: string): string {
  return [
    `#block[${markdownTypst(text, { width: 8 })}]`,
    `#list([${markdownTypst(text)}])`,
    `#table([${inlineTypst(text)}], [b])`,
    `${inlineTypst(text)}(x)`,
    `#"a";${typstText(text)}(x)`,
    `#${typstString(text)};`,
    `${mathTypst(text, false)}${mathTypst(text, true, 8)}`,
  ].join('\n\n');
}

test('no text becomes code', { timeout: 30_000 }, () => {
  const batches = fc.array(
    fc.oneof(
      text,
      formula,
      formula.map(latex => `a $${latex}$ b\n\n$$${latex}$$`),
    ),
    {
      minLength: 40,
      maxLength: 60,
    },
  );
  fc.assert(
    fc.property(batches, texts => {
      expect(problemsOf(texts.map(everywhere).join('\n\n'))).toEqual([]);
    }),
    { numRuns: 5, endOnFailure: true },
  );
});

test('text is printed as it is', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 200, maxLength: 200 }), texts => {
      const isolates = /[\u2068\u2069]/g;
      const printed = valuesOf(PLAIN + texts.map(line => `#metadata(plain([a${typstText(line)}b]))<it>`).join('\n'));
      const blanks = / +/g;
      expect(printed.map(line => String(line).replaceAll(isolates, '').replaceAll(blanks, ' '))).toEqual(
        texts.map(line => `a${printableLine(line)}b`.replaceAll(blanks, ' ')),
      );
    }),
    { numRuns: 3, endOnFailure: true },
  );
});

test('what is nested too deeply, too wide or too long compiles nonetheless', { timeout: 30_000 }, () => {
  const nested = (open: string, close: string, count: number): string => {
    const latex = `${open.repeat(count)}x${close.repeat(count)}`;
    return `${'> '.repeat(9)}${'- '.repeat(9)}a $$${latex}$$ and $${latex}$`;
  };
  const pairs: readonly (readonly [string, string])[] = [
    ['\\frac{1}{', '}'],
    ['\\sqrt{', '}'],
    ['x^{', '}'],
    ['\\left(', '\\right)'],
    ['\\begin{pmatrix}1&', '\\end{pmatrix}'],
    ['\\left(\\begin{aligned}a&=', '\\end{aligned}\\right)'],
    ['\\boxed{', '}'],
  ];
  const texts = [
    ...pairs.flatMap(([open, close]) => [12, 16, 50].map(count => nested(open, close, count))),
    '>'.repeat(5000),
    '*a **b '.repeat(60),
    `a${'\u0301'.repeat(5000)}`,
    `${'| a '.repeat(100)}|\n${'|---'.repeat(100)}|\n${'| b '.repeat(100)}|`,
    `$${'{'.repeat(2000)}$ $$${'x + '.repeat(300)}x$$`,
    `\`${'x'.repeat(500)}\`\n\n\`\`\`\n${'y'.repeat(500)}\n\`\`\``,
  ];
  expect(problemsOf(texts.map(text => `#enum([#table([${markdownTypst(text)}])])`).join('\n\n'))).toEqual([]);
});
