import { describe, expect, test } from 'vitest';
import { inlineFormula } from '../../src/notation/math/formula.ts';

const r = String.raw;

/** What a formula looks like within a line: LaTeX → text. */
const table: Record<string, readonly (readonly [latex: string, text: string])[]> = {
  'worked solutions': [
    [r`\hat m_1 = \frac{m_1}{1 - \beta_1^{1}} = \frac{0.2}{1 - 0.9^{1}} = 2`, 'm̂₁ = m₁/(1 − β₁¹) = 0.2/(1 − 0.9¹) = 2'],
    [r`P = (k \cdot k \cdot C_{\text{in}} + 1) \cdot C_{\text{out}} = 33`, 'P = (k · k · C_in + 1) · C_out = 33'],
    [
      r`\frac{\partial L}{\partial w_{11}} = \left(\hat y_1 - y_1\right) \cdot v_{11} + \ldots`,
      '∂L/∂w₁₁ = (ŷ₁ − y₁) · v₁₁ + …',
    ],
    [r`\operatorname{Var}(W) = \frac{2}{d}`, 'Var(W) = 2/d'],
    [r`1.5 \cdot 10^{-5}`, '1.5 · 10⁻⁵'],
    [r`\sigma(0.25 \cdot 0.7 + 0.3 \cdot 0 + 0) = 0.5436`, 'σ(0.25 · 0.7 + 0.3 · 0 + 0) = 0.5436'],
    [r`{16} \times 32 \times 64`, '16 × 32 × 64'],
    [r`h_t = \tanh(W_{hh} h_{t-1} + b)`, 'hₜ = tanh(Wₕₕ hₜ₋₁ + b)'],
    [r`\left\lfloor \frac{n + 2p - k}{s} \right\rfloor + 1`, '⌊(n + 2p − k)/s⌋ + 1'],
    [r`\theta \leftarrow \theta - \eta \nabla_\theta J(\theta)`, 'θ ← θ − η∇_θ J(θ)'],
  ],
  fractions: [
    [r`\frac{a}{b}`, 'a/b'],
    [r`\frac{a+b}{c}`, '(a + b)/c'],
    [r`\frac{a}{bc}`, 'a/(bc)'],
    [r`\frac{n(n-1)}{2}`, 'n(n − 1)/2'],
    [r`\frac{1}{n(n-1)}`, '1/(n(n − 1))'],
    [r`\frac{-1}{2}`, '−1/2'],
    [r`\frac{\frac ab}{c}`, '(a/b)/c'],
    [r`\frac{\exp(x_i)}{\sum_j \exp(x_j)}`, 'exp(xᵢ)/(Σⱼ exp(xⱼ))'],
    [r`\frac{1}{n}\sum_i x_i`, '(1/n) Σᵢ xᵢ'],
    [r`\frac{1}{2n}\sum_i x_i`, '1/(2n) Σᵢ xᵢ'],
    [r`\frac{1}{2} x`, '1/2 x'],
    [r`\frac{a}{\lVert u \rVert} I`, 'a/‖u‖ I'],
    [r`\frac{a}{b} \cdot c + \frac{a}{b}, \quad x`, 'a/b · c + a/b,  x'],
    [r`\frac{\partial L}{\partial Y} W^\top`, '∂L/∂Y Wᵀ'],
    [r`\nabla_u \frac{1}{\lVert u \rVert}`, '∇ᵤ(1/‖u‖)'],
    [r`\nabla f`, '∇f'],
    [r`\log\frac{a}{b}`, 'log(a/b)'],
    [r`\frac{\partial^2 L}{\partial w^2}`, '∂²L/∂w²'],
    [r`\frac{dL}{dw}`, 'dL/dw'],
    [r`\frac{\text{toString}}{2}`, 'toString/2'],
    [r`\frac{2}{d (1 + a)^2}`, '2/(d(1 + a)²)'],
    [r`\frac{b^2}{d x}`, 'b²/(dx)'],
    [r`\frac{\text{true positives}}{n}`, '(true positives)/n'],
    [r`\left(\frac12\right)^2`, '(1/2)²'],
    [r`\binom{n}{k}`, '(n choose k)'],
  ],
  roots: [
    [r`\sqrt{x}`, '√x'],
    [r`\sqrt{d_k}`, '√dₖ'],
    [r`\sqrt{\hat v_1}`, '√v̂₁'],
    [r`\sqrt{x+1}`, '√(x + 1)'],
    [r`\sqrt{x^2}`, '√(x²)'],
    [r`\sqrt[3]{x}`, '∛x'],
    [r`\sqrt[n]{x}`, 'ⁿ√x'],
  ],
  scripts: [
    ['x^2', 'x²'],
    [r`\beta_1`, 'β₁'],
    ['10^{-3}', '10⁻³'],
    ['h_{t-1}', 'hₜ₋₁'],
    ['x_W', 'x_W'],
    ['x_{hid}', 'x_(hid)'],
    [r`x_{\text{hid}}`, 'x_hid'],
    [r`x_{\mathrm{hid}}`, 'x_hid'],
    [r`C_{\text{in}}^2`, 'C²_in'],
    ['x_{i,j}', 'x_(i,j)'],
    ['w_{ij}^{(l)}', 'wᵢⱼ⁽ˡ⁾'],
    ['W_{xi} x_t + w_{ij} x_i + 2x_i y_i', 'Wₓᵢ xₜ + wᵢⱼ xᵢ + 2xᵢyᵢ'],
    ['e^{-x}', 'e⁻ˣ'],
    ['e^{-x^2/2}', 'e^(−x²/2)'],
    [r`x^\top W^T x`, 'xᵀWᵀx'],
    [r`A^{-\top}`, 'A⁻ᵀ'],
    [r`\theta^*`, 'θ*'],
    ["f'(x) + g''", 'f′(x) + g″'],
    ['W^{[1]}', 'W^[1]'],
    [r`90^\circ`, '90°'],
  ],
  'sums and limits': [
    [r`\sum_{i=1}^n x_i`, 'Σᵢ₌₁ⁿ xᵢ'],
    [r`\sum_{c=1}^{C} y_c \log \hat y_c`, 'Σ_(c=1)^C y_c log ŷ_c'],
    [r`\prod_{t=1}^T p_t`, 'Πₜ₌₁ᵀ pₜ'],
    [r`\max_{x} f(x)`, 'maxₓ f(x)'],
    [r`\operatorname*{arg\,max}_\theta f`, 'arg max_θ f'],
    [r`\int_0^1 f(x)\,dx`, '∫₀¹ f(x) dx'],
    [r`\left.f\right|_{x=0}`, 'f|ₓ₌₀'],
  ],
  signs: [
    ['a-b', 'a − b'],
    ['-x', '−x'],
    ['a=-1', 'a = −1'],
    [r`a \cdot (-1)`, 'a · (−1)'],
    [r`-\log p(y \mid x)`, '−log p(y | x)'],
    ['2^{-4}', '2⁻⁴'],
  ],
  symbols: [
    [r`a \le b \ge c \ne d \approx e \to f \in g`, 'a ≤ b ≥ c ≠ d ≈ e → f ∈ g'],
    [r`A \odot B \otimes C`, 'A ⊙ B ⊗ C'],
    [r`x \in \mathbb{R}^n, \mathcal{L}, \mathcal{N}(0, \sigma^2)`, 'x ∈ ℝⁿ, ℒ, 𝒩(0, σ²)'],
    [r`\|x\|_2 + |y - z| + \lVert w \rVert^2`, '‖x‖₂ + |y − z| + ‖w‖²'],
    [r`D_{\mathrm{KL}}(p \| q)`, 'D_KL(p ‖ q)'],
    ['p(y|x)', 'p(y|x)'],
    [r`a_1, \ldots, a_n \quad b`, 'a₁, …, aₙ  b'],
    [r`f: X \to Y`, 'f: X → Y'],
    ['a := b', 'a := b'],
    [r`y \in \{0,1\}`, 'y ∈ {0, 1}'],
    ['x \\in [0,1)', 'x ∈ [0, 1)'],
    ['1{,}000', '1,000'],
    [r`5\% + 5\,\text{MB}`, '5% + 5 MB'],
    [r`\bar x + \tilde x + \hat\theta + \dot x`, 'x̄ + x̃ + θ̂ + ẋ'],
    [r`\hat{y_i}`, 'ŷᵢ'],
    [r`\overline{AB}`, 'A̅B̅'],
    [r`\bar{x + y}`, 'bar(x + y)'],
    [r`\underset{x}{\operatorname{argmax}} f(x)`, 'argmaxₓ f(x)'],
    [r`\overbrace{a + b}^{n} + \underbrace{c + d}_{\text{sum}}`, '(a + b)ₙ + (c + d)_sum'],
    [r`\left(\frac{a}{b} \middle| c\right)`, '(a/b | c)'],
    [r`\big(x + 1\big)^2`, '(x + 1)²'],
    [r`\big(x {\big) y} z`, '(x)yz'],
    [r`\widehat{xy}`, 'hat(xy)'],
    [r`\mathit{ab} + \mathbf{W}`, 'ab + 𝐖'],
  ],
  tables: [
    [r`\begin{bmatrix}1&2\\3&4\end{bmatrix}`, '[1 2; 3 4]'],
    [r`\begin{pmatrix}x+1&2\\3&-4\end{pmatrix}`, '[x + 1, 2; 3, −4]'],
    [r`A = \begin{vmatrix}a&b\\c&d\end{vmatrix}`, 'A = |a b; c d|'],
    [r`\begin{cases}1 & \text{if } x>0\\0&\text{otherwise}\end{cases}`, '{1 if x > 0; 0 otherwise}'],
    [r`\begin{cases}x & x>0\\ 0 & x \le 0\end{cases}`, '{x, x > 0; 0, x ≤ 0}'],
    [r`\begin{aligned}a&=b+c\\&=d\end{aligned}`, 'a = b + c = d'],
    [r`a \\ b`, 'a; b'],
  ],
};

for (const [topic, cases] of Object.entries(table)) {
  describe(topic, () => {
    test.each(cases)('%s', (latex, text) => {
      expect(inlineFormula(latex).normalize()).toBe(text.normalize());
    });
  });
}

describe('LaTeX that cannot be read stays as it is', () => {
  test.each([r`\foo{x}`, r`\frac{1}{`, 'x^', '}', r`\left( x`, r`\begin{matrix}`])('%s', latex => {
    expect(inlineFormula(latex)).toBe(latex);
  });
});
