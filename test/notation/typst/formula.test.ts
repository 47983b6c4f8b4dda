import { expect, test } from 'vitest';
import { mathTypst } from '../../../src/notation/typst/formula.ts';
import { problemsOf } from './compiler.ts';

const r = String.raw;

/** LaTeX → what stands between the dollars of a display. */
const FORMULAS: readonly (readonly [string, string])[] = [
  ['x', 'x'],
  [r`W_{hh} x^{12}_i`, 'W_(h h) x_(i)^(12)'],
  [r`0.25 \cdot -3`, '0.25 · − 3'],
  [r`\frac{a}{\sqrt{b}} + \sqrt[3]{x}`, 'frac(a, sqrt(b)) + root(3, x)'],
  [r`\sum_{i=1}^n x_i`, '∑_(i = 1)^(n) x_(i)'],
  [r`\int_0^1 f(x)`, '∫_(0)^(1) f (x)'],
  [r`\log x + \operatorname{softmax}(z)`, 'log x + op("softmax") (z)'],
  [r`\max_i a_i`, 'max_(i) a_(i)'],
  [r`\operatorname*{argmax}_x f`, 'op("argmax", limits: #true)_(x) f'],
  [r`\hat{y} + \tilde W + \bar x + \overline{xy} + \vec v`, 'hat(y) + tilde(W) + macron(x) + overline(x y) + arrow(v)'],
  [r`\underbrace{a+b}_{\text{sum}}`, 'underbrace(a + b, "sum")'],
  [r`\overbrace{a}^{n}`, 'overbrace(a, n)'],
  [r`\left\lVert x \right\rVert_2 \left[0, 1\right)`, String.raw`lr(‖ x ‖)_(2) lr(\[ 0 \, 1 \))`],
  [r`\left(\frac{a}{b}\right)^2`, '(frac(a, b))^(2)'],
  [r`{(ab)}_i^2 {x_i}^2 {ab}^2`, '(a b)_(i)^(2) attach(x_(i), t: 2) attach(a b, t: 2)'],
  [r`\binom{n}{k}`, 'binom(n, k)'],
  [r`\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}`, 'display(mat(delim: "[", 1, 2; 3, 4))'],
  [
    r`\begin{cases} 1 & \text{if } x > 0 \\ 0 & \text{else} \end{cases}`,
    r`display(mat(delim: #("{", none), align: #left, 1, "if "x \> 0; 0, "else"))`,
  ],
  [r`\begin{aligned} a &= b \\ &= c \end{aligned}`, 'a & = b \\\n  & = c'],
  [r`\prod_{\substack{i \\ j}} x`, '∏_(inline(mat(delim: #none, i; j))) x'],
  [r`P(A \mid B) := a \bmod b`, 'P (A ∣ B) ≔ a class("binary", "mod") b'],
  [r`f' \, \mathbf{x}^\top \quad \mathcal{N} \mathbb{R}`, 'f^(′) med 𝐱^(⊤) quad 𝒩 ℝ'],
  [r`a/b, 5\% \text{für "x" \#} \$`, r`a \/ b \, 5 \%"für \"x\" #"\$`],
  [r`\boxed{x}`, '#box(stroke: 0.5pt, inset: 0.3em, baseline: 50% - 0.25em, { set par(leading: 0pt); $display(x)$ })'],
  ['', '""'],
];

/** The equation, without what is said in its place. */
function formulaOf(...latex: Parameters<typeof mathTypst>): string | undefined {
  return /^#math\.equation\((?:block: true, )?alt: "(?:[^"\\]|\\.)+", (\$.*\$)\);$/s.exec(mathTypst(...latex))?.[1];
}

test('formulas', () => {
  for (const [latex, typst] of FORMULAS) expect.soft(formulaOf(latex, true), latex).toBe(`$ ${typst} $`);
  expect(problemsOf(FORMULAS.map(([latex]) => mathTypst(latex, true)).join('\n\n'))).toEqual([]);
});

test('within a line: long formulas may be broken, short ones are one piece', () => {
  expect(formulaOf('x_1', false)).toBe('$x_(1)$');
  expect(formulaOf('x = 1', false)).toBe('$scripts(x = 1)$');
  expect(formulaOf('(x + 1)', false)).toBe('$scripts((x + 1))$');
  expect(formulaOf('a + b + c + d + e + f + g + h', false)).toBe('$a + b + c + d + e + f + g + h$');
});

test('LaTeX that cannot be set is shown as it is', () => {
  expect(mathTypst(r`\frac{a "#x`, false)).toBe(r`#box(raw("\\frac{a \"#x"));`);
  expect(mathTypst(r`\foo`, true)).toBe(r`#raw("\\foo", block: true);`);
  expect(mathTypst(`${'\\sqrt{'.repeat(40)}x${'}'.repeat(40)}`, true)).toMatch(/^#raw\("\\\\sqrt/);
});

test('a chain that is wider than the text has its relations below one another', () => {
  const chain = 'y = a + b + c + d = e + f + g + h = 12';
  expect(formulaOf(chain, true, 18)).toBe('$ y & = a + b + c + d \\\n  & = e + f + g + h \\\n  & = 12 $');
  expect(formulaOf(chain, true, 50)).toBe('$ y = a + b + c + d = e + f + g + h = 12 $');
});

test('a long side goes on before a term, and long formulas side by side get lines of their own', () => {
  expect(formulaOf('y = a + b + c + d + e + f', true, 10)).toBe(
    '$ y & = a + b + c \\\n  & quad quad class("binary", +) d + e + f $',
  );
  expect(formulaOf(r`x = 1 + 2 + 3, \quad y = 2 + 3 + 4`, true, 12)).toBe(
    '$ x & = 1 + 2 + 3 \\, \\\n  y & = 2 + 3 + 4 $',
  );
  expect(formulaOf('a + b + c + d + e + f = g', true, 12)).toBe('$ & a + b + c + d + e + f \\\n  & quad quad = g $');
  expect(formulaOf(r`\begin{aligned} a &= b + c + d = e + f + g \\ &= h \end{aligned}`, true, 12)).toBe(
    '$ a & = b + c + d \\\n  & = e + f + g \\\n  & = h $',
  );
});

test('whoever hears a formula is told it in one line, with scripts and fractions', () => {
  expect(mathTypst(r`\frac{\partial L}{\partial w_{11}}`, false)).toMatch(/^#math\.equation\(alt: "∂L\/∂w₁₁", \$/);
  expect(mathTypst(r`\text{"a" \#}`, true)).toMatch(/^#math\.equation\(block: true, alt: "\\"a\\" #", \$ /);
});
