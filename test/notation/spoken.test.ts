import { describe, expect, test } from 'vitest';
import { lineText } from '../../src/notation/line.ts';
import { lettersInBothCases, spokenFormula } from '../../src/notation/spoken/formula.ts';
import { formulasInWords, lettersOf } from '../../src/notation/spoken/markdown.ts';
import { signsInLine } from '../../src/notation/spoken/signs-in-line.ts';
import { renderMarkdown } from '../../src/notation/terminal.ts';

const r = String.raw;

/** LaTeX → what a listener hears. */
const table: Record<string, readonly (readonly [latex: string, words: string])[]> = {
  'letters and numbers': [
    [r`x`, 'x'],
    [r`-1.5`, 'minus 1.5'],
    [r`\alpha + \theta`, 'alpha plus theta'],
    [r`\Delta\theta`, 'capital delta theta'],
    [r`\mathbf{W}\mathbf{x}`, 'bold W bold x'],
    [r`\mathcal{L}`, 'script L'],
    [r`x \in \mathbb{R}^{n \times d}`, 'x in the reals to the power of n by d, end power'],
    [r`1.2 \times 10^{-3}`, '1.2 times 10 to the power of minus 3'],
    [r`50\%`, '50 percent'],
  ],
  accents: [
    [r`\hat h_1`, 'h hat sub 1'],
    [r`\tilde c_t`, 'c tilde sub t'],
    [r`\bar x + \dot y + \ddot z`, 'x bar plus y dot plus z double dot'],
    [r`\vec{x}`, 'vector x'],
    [r`\overline{x + y}`, 'the bar over x plus y, end bar'],
  ],
  scripts: [
    [r`x^2 + y^3`, 'x squared plus y cubed'],
    [r`e^{-x}`, 'e to the power of minus x'],
    [r`e^{-x^2/2}`, 'e to the power of minus x squared divided by 2, end power'],
    [r`W_{ij} x_j`, 'W sub i j, end sub x sub j'],
    [r`h_{t-1}`, 'h sub t minus 1, end sub'],
    [r`x_{y_z}`, 'x sub y sub z'],
    [r`W^\top x + b`, 'W transpose x plus b'],
    [r`W^T \beta^T`, 'W transpose beta to the power of T'],
    [r`(X^\top X)^{-1} X^\top y`, 'open paren X transpose X close paren inverse X transpose y'],
    [r`(1 + e^{-z})^{-1}`, 'open paren 1 plus e to the power of minus z close paren to the power of minus 1'],
    [r`{a + b}^2`, 'open paren a plus b close paren squared'],
    [r`{\frac{a}{b}}^2`, 'open paren a over b close paren squared'],
    [r`w_{11}^{\text{new}}`, 'w sub 11 super new'],
    [r`W^{(f)\top} h_t^{(b)}`, 'W super f transpose h sub t super b'],
    [r`f'(x) + g''`, 'f prime of x plus g double prime'],
    [r`w^* W^\perp`, 'w star W perp'],
    [r`a^{\odot 2}`, 'a to the Hadamard power of 2'],
    [r`90^\circ`, '90 degrees'],
  ],
  fractions: [
    [r`\frac{1}{2}`, '1 over 2'],
    [r`\frac{1}{2} x`, '1 over 2, times x'],
    [r`\frac{a + b}{c}`, 'the fraction with numerator a plus b and denominator c, end fraction'],
    [
      r`\gamma \frac{u + 1}{2} I`,
      'gamma times the fraction with numerator u plus 1 and denominator 2, end fraction times I',
    ],
    [r`\frac{\partial L}{\partial W}`, 'the partial derivative of L with respect to W'],
    [r`\frac{\partial L}{\partial Y} W^\top`, 'the partial derivative of L with respect to Y, times W transpose'],
    [r`\frac{\partial^2 L}{\partial w^2}`, 'the second partial derivative of L with respect to w'],
    [r`\frac{\partial^2 f}{\partial x \, \partial y}`, 'the second partial derivative of f with respect to x and y'],
    [r`\frac{d}{dx} f`, 'the derivative with respect to x of f'],
    [r`\partial L / \partial w_1 \cdot x`, 'the partial derivative of L with respect to w sub 1 times x'],
    [r`\binom{n}{k}`, 'n choose k'],
    [r`6 / 2`, '6 divided by 2'],
  ],
  'roots, norms, brackets': [
    [r`\sqrt{2} + \sqrt[3]{x}`, 'the square root of 2 plus the cube root of x'],
    [r`\sqrt{x + 1}`, 'the square root of x plus 1, end root'],
    [r`\sqrt{\sigma^2}`, 'the square root of sigma squared, end root'],
    [r`\lVert x \rVert`, 'the norm of x'],
    [r`\lVert x \rVert^2 + \lVert x^2 \rVert`, 'the norm of x, end norm squared plus the norm of x squared, end norm'],
    [r`|x| + \lvert a - b \rvert`, 'the absolute value of x plus the absolute value of a minus b, end absolute value'],
    [r`\left\lfloor \frac{n}{2} \right\rfloor`, 'the floor of n over 2, end floor'],
    [r`a \cdot (-1)`, 'a times minus 1'],
    [r`3 - (-1)`, '3 minus open paren minus 1 close paren'],
    [r`[0, 1)`, 'open bracket 0, 1 close paren'],
    [r`\left.f\right|_{x=0}`, 'f, evaluated at x equals 0'],
    [r`\{x \mid x > 0\}`, 'open brace x such that x is greater than 0 close brace'],
  ],
  functions: [
    [r`f(x)`, 'f of x'],
    [r`\sigma(z)(1 - \sigma(z))`, 'sigma of z, times open paren 1 minus sigma of z close paren'],
    [r`s (1 - s)`, 's open paren 1 minus s close paren'],
    [r`\tanh(W h + b)`, 'tanh of open paren W h plus b close paren'],
    [r`2 \ln x`, '2 natural log of x'],
    [r`\log_2 x`, 'log base 2 of x'],
    [r`p(h = 1 \mid v)`, 'p of open paren h equals 1 given v close paren'],
    [r`E[X^2] E[Y]`, 'E of X squared, times E of Y'],
    [r`\mathbb{E}[x + y]`, 'the expectation of open bracket x plus y close bracket'],
    [r`\max_\theta L(\theta)`, 'max over theta of L of theta'],
    [r`\underset{x}{\operatorname{argmax}} f(x)`, 'arg max over x of f of x'],
    [r`\operatorname{Var}(x) u`, 'variance of x, times u'],
  ],
  'sums, limits, gradients': [
    [r`\sum_{i=1}^n x_i`, 'the sum from i equals 1 to n of x sub i'],
    [r`\sum_{i>2} x`, 'the sum over i greater than 2 of x'],
    [r`\prod_t f_t`, 'the product over t of f sub t'],
    [r`\int_0^1 x^2 \, dx`, 'the integral from 0 to 1 of x squared d x'],
    [r`\lim_{n \to \infty} a_n`, 'the limit as n approaches infinity of a sub n'],
    [r`\nabla_\theta J`, 'the gradient with respect to theta of J'],
    [r`\nabla f`, 'the gradient of f'],
  ],
  relations: [
    [r`a \le b \ge c \ne d`, 'a is at most b is at least c is not equal to d'],
    [r`x \approx 2, \quad y \propto z`, 'x approximately 2; y is proportional to z'],
    [r`A \odot B`, 'A Hadamard product B'],
    [r`n \times d`, 'n by d'],
    [r`3 \times 4 = 12`, '3 times 4 equals 12'],
    [r`u \to s \Rightarrow t`, 'u goes to s implies t'],
    [r`\pm c`, 'plus or minus c'],
    [r`x \sim \mathcal{N}(0, 1)`, 'x is distributed as script N of open paren 0, 1 close paren'],
    [r`a \overset{!}{=} b`, 'a equals, with factorial above, b'],
  ],
  tables: [
    [r`\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}`, '2 by 2 matrix, row 1: 1, 2; row 2: 3, 4, end matrix'],
    [r`\begin{bmatrix} 1 \\ -2 \end{bmatrix}^\top x`, 'column vector: 1, minus 2, end vector transpose times x'],
    [r`\begin{bmatrix} 1 & 2 \end{bmatrix}`, 'row vector: 1, 2, end vector'],
    [
      r`\begin{vmatrix} a & b \\ c & d \end{vmatrix}`,
      'the determinant of the 2 by 2 matrix, row 1: a, b; row 2: c, d, end matrix',
    ],
    [
      r`\begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}`,
      '2 cases: case 1: x if x is greater than 0; case 2: 0 otherwise; end cases',
    ],
    [r`\begin{aligned} a &= b \\ &= c + d \end{aligned}`, 'a equals b; equals c plus d'],
    [r`\underbrace{a + b}_{\text{sum}}`, 'braced a plus b, end brace, with sum below'],
    [r`\boxed{x = 2}`, 'boxed x equals 2, end box'],
  ],
};

describe.each(Object.entries(table))('%s', (_, cases) => {
  test.each(cases)('%s', (latex, words) => {
    expect(spokenFormula(latex)).toBe(words);
  });
});

describe('capital letters', () => {
  test('are called so where the question uses the small letter too', () => {
    const both = lettersInBothCases([r`W x`, r`\frac{w}{Y}`, r`\mathbf{y}^{(x)}`]);
    expect(both).toEqual(new Set(['w', 'y']));
    expect(spokenFormula('W X y', both)).toBe('capital W X y');
  });

  test('of all texts of a question', () => {
    expect(lettersOf([r`Let $X$ be`, 'no $5 and $10', '`$x$` and\n\n$$\nx + 1\n$$'])).toEqual(new Set(['x']));
  });
});

describe('Markdown', () => {
  test('keeps its formulas formulas, so that their words are no markup', () => {
    expect(formulasInWords('at $x_1$, $$y^2$$ then')).toBe(r`at $\text{x sub 1}$,  $\text{y squared}$  then`);
  });

  test('leaves alone what is none, or cannot be read', () => {
    for (const text of ['`$x_1$`', '```\n$x_1$\n```', r`\$x_1\$`, '$5 or $6', r`$\foo{x_1}$`]) {
      expect(formulasInWords(text)).toBe(text);
    }
  });

  test('in lines without an end is said, and drawn in others', () => {
    const text = (width: number) => renderMarkdown('so\n\n$$\\frac{a}{b}$$', { width }).map(lineText);
    expect(text(10_000)).toEqual(['so', '', 'a over b']);
    expect(text(400)).toEqual(['so', '', '  a', '  ─', '  b']);
  });
});

test.each([
  ['½', '1 over 2'],
  ['⑴', '1'],
  ['∂L/∂w₁₁', 'partial L divided by partial w sub 11'],
  ['ŷ₁ − x̃²', 'y hat sub 1 minus x tilde squared'],
  ['W⁻¹x + Wᵀ', 'W inverse x plus W transpose'],
  ['1.2 · 10⁻³', '1.2 times 10 to the power of minus 3'],
  ['Σᵢ αᵢ', 'the sum sub i alpha sub i'],
  ['[1 −2; 3 4]', 'open bracket 1 minus 2; 3 4 close bracket'],
  ['a name: café, 2', 'a name: café, 2'],
])('a line without its LaTeX is said sign by sign: %s', (line, words) => {
  expect(signsInLine(line)).toBe(words);
});
