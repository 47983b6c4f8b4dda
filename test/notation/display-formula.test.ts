import { describe, expect, test } from 'vitest';
import { displayFormula } from '../../src/notation/math/formula.ts';

const r = String.raw;

/** The lines of a template literal without the first line break and the common margin. */
function block(text: string): string {
  const lines = text.split('\n').slice(1, -1);
  const margin = Math.min(...lines.filter(line => line.trim()).map(line => line.search(/\S/)));
  return lines
    .map(line => line.slice(margin))
    .join('\n')
    .normalize();
}

function display(latex: string, width = 72): string {
  const lines = displayFormula(latex, width) ?? ['(does not fit)'];
  return block(`\n${lines.join('\n')}\n`);
}

describe('fractions', () => {
  test(r`\hat m_1 = \frac{m_1}{1 - \beta_1^{1}} = \frac{0.2}{1 - 0.9^{1}} = 2`, () => {
    expect(display(r`\hat m_1 = \frac{m_1}{1 - \beta_1^{1}} = \frac{0.2}{1 - 0.9^{1}} = 2`)).toBe(
      block(`
             m₁        0.2
      m̂₁ = ─────── = ──────── = 2
           1 − β₁¹   1 − 0.9¹
    `),
    );
  });

  test(r`\frac{\partial L}{\partial w_{11}} = \left(\hat y_1 - y_1\right) \cdot v_{11}`, () => {
    expect(display(r`\frac{\partial L}{\partial w_{11}} = \left(\hat y_1 - y_1\right) \cdot v_{11}`)).toBe(
      block(`
       ∂L
      ──── = (ŷ₁ − y₁) · v₁₁
      ∂w₁₁
    `),
    );
  });

  test(r`\frac{\frac{a}{b} + 1}{c}`, () => {
    expect(display(r`\frac{\frac{a}{b} + 1}{c}`)).toBe(
      block(`
       a
       ─ + 1
       b
      ───────
         c
    `),
    );
  });

  test(r`y = -\frac{1}{2}`, () => {
    expect(display(r`y = -\frac{1}{2}`)).toBe(
      block(`
            1
      y = − ─
            2
    `),
    );
  });
});

describe('one line where nothing is tall', () => {
  test(r`P = (k \cdot k \cdot C_{\text{in}} + 1) \cdot C_{\text{out}} = (1 \cdot 1 \cdot 32 + 1) \cdot 1 = 33`, () => {
    expect(
      display(r`P = (k \cdot k \cdot C_{\text{in}} + 1) \cdot C_{\text{out}} = (1 \cdot 1 \cdot 32 + 1) \cdot 1 = 33`),
    ).toBe(
      block(`
      P = (k · k · C_in + 1) · C_out = (1 · 1 · 32 + 1) · 1 = 33
    `),
    );
  });

  test(r`\sqrt{\hat v_1} + x^2`, () => {
    expect(display(r`\sqrt{\hat v_1} + x^2`)).toBe(
      block(`
      √v̂₁ + x²
    `),
    );
  });
});

describe('roots', () => {
  test(r`\sqrt{x + 1}`, () => {
    expect(display(r`\sqrt{x + 1}`)).toBe(
      block(`
       _____
      √x + 1
    `),
    );
  });

  test(r`\sqrt{\frac{2}{192}} = 0.102`, () => {
    expect(display(r`\sqrt{\frac{2}{192}} = 0.102`)).toBe(
      block(`
       ┌────
       │  2
       │ ─── = 0.102
      √│ 192
    `),
    );
  });
});

describe('scripts', () => {
  test(r`e^{-x^2} + 1`, () => {
    expect(display(r`e^{-x^2} + 1`)).toBe(
      block(`
       −x²
      e    + 1
    `),
    );
  });

  test(r`x_{hid} + 1`, () => {
    expect(display(r`x_{hid} + 1`)).toBe(
      block(`
      x    + 1
       hid
    `),
    );
  });

  test(r`C_{\text{in}}^{2} + \|W\|_F^2`, () => {
    expect(display(r`C_{\text{in}}^{2} + \|W\|_F^2`)).toBe(
      block(`
      C²_in + ‖W‖²_F
    `),
    );
  });

  test(r`\left(\frac{a}{b}\right)^2`, () => {
    expect(display(r`\left(\frac{a}{b}\right)^2`)).toBe(
      block(`
      ⎛a⎞²
      ⎜─⎟
      ⎝b⎠
    `),
    );
  });

  test('in a corner a script needs no mark; in the row of the text there is no corner', () => {
    expect(display(r`\begin{bmatrix} a \\ b \\ c \end{bmatrix}^{\odot 2}`)).toBe(
      block(`
      ⎡ a ⎤⊙2
      ⎢ b ⎥
      ⎣ c ⎦
    `),
    );
    expect(display(r`\begin{bmatrix} a \\ b \end{bmatrix}^{\odot 2}`)).toBe(
      block(`
           ⊙2
      ⎡ a ⎤
      ⎣ b ⎦
    `),
    );
    expect(display(r`\sqrt{a + b}_{max}`)).toBe(
      block(`
      ⎛ _____⎞
      ⎝√a + b⎠ₘₐₓ
    `),
    );
    expect(display(r`{\frac{a}{b}}^2`)).toBe(
      block(`
      ⎛a⎞²
      ⎜─⎟
      ⎝b⎠
    `),
    );
  });

  test('a row vector keeps its room under an exponent', () => {
    expect(display(r`y = \begin{bmatrix} 2 & 1 & 4 \end{bmatrix}^\top`)).toBe('y = [ 2  1  4 ]ᵀ');
  });

  test(r`p(x_t \mid x_{<t})`, () => {
    expect(display(r`p(x_t \mid x_{<t})`)).toBe(
      block(`
      p(xₜ | x  )
              <t
    `),
    );
  });
});

describe('sums', () => {
  test(r`\frac{1}{N} \sum_{i=1}^{N} \left(y_i - \hat y_i\right)^2`, () => {
    expect(display(r`\frac{1}{N} \sum_{i=1}^{N} \left(y_i - \hat y_i\right)^2`)).toBe(
      block(`
      1  N
      ─  ∑  (yᵢ − ŷᵢ)²
      N i=1
    `),
    );
  });

  test(r`\prod_{t} p_t`, () => {
    expect(display(r`\prod_{t} p_t`)).toBe(
      block(`
      ∏ pₜ
      t
    `),
    );
  });

  test(r`\underset{x}{\operatorname{argmax}} f(x)`, () => {
    expect(display(r`\underset{x}{\operatorname{argmax}} f(x)`)).toBe(
      block(`
      argmax f(x)
        x
    `),
    );
    expect(display(r`\operatorname*{argmin}_{w} f`)).toBe(
      block(`
      argmin f
        w
    `),
    );
  });

  test(r`\max_\theta f`, () => {
    expect(display(r`\max_\theta f`)).toBe(
      block(`
      max f
       θ
    `),
    );
  });

  test(r`\sigma(z)_i = \frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}}`, () => {
    expect(display(r`\sigma(z)_i = \frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}}`)).toBe(
      block(`
                  zᵢ
                 e
      σ(z)ᵢ = ─────────
                     zⱼ
              Σⱼ₌₁ᴷ e
    `),
    );
  });
});

describe('brackets', () => {
  test(r`W = \begin{bmatrix} 0.5 & -1 \\ 12.25 & 3 \end{bmatrix} \begin{bmatrix} x_1 \\ x_2 \end{bmatrix}`, () => {
    expect(
      display(r`W = \begin{bmatrix} 0.5 & -1 \\ 12.25 & 3 \end{bmatrix} \begin{bmatrix} x_1 \\ x_2 \end{bmatrix}`),
    ).toBe(
      block(`
      W = ⎡  0.5   −1 ⎤ ⎡ x₁ ⎤
          ⎣ 12.25   3 ⎦ ⎣ x₂ ⎦
    `),
    );
  });

  test(r`\begin{pmatrix} 1 \\ 2 \\ 3 \end{pmatrix}^\top`, () => {
    expect(display(r`\begin{pmatrix} 1 \\ 2 \\ 3 \end{pmatrix}^\top`)).toBe(
      block(`
      ⎛ 1 ⎞ᵀ
      ⎜ 2 ⎟
      ⎝ 3 ⎠
    `),
    );
  });

  test(r`f(x) = \begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}`, () => {
    expect(display(r`f(x) = \begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}`)).toBe(
      block(`
             ⎧ x  if x > 0
      f(x) = ⎨
             ⎩ 0  otherwise
    `),
    );
  });

  test(r`\left\lfloor \frac{64 - 3}{2} \right\rfloor + 1`, () => {
    expect(display(r`\left\lfloor \frac{64 - 3}{2} \right\rfloor + 1`)).toBe(
      block(`
      ⎢ 64 − 3 ⎥
      ⎢ ────── ⎥ + 1
      ⎣   2    ⎦
    `),
    );
  });

  test(r`\left\| \frac{a}{b} \right\|_2`, () => {
    expect(display(r`\left\| \frac{a}{b} \right\|_2`)).toBe(
      block(`
      ║ a ║
      ║ ─ ║
      ║ b ║₂
    `),
    );
  });

  test(r`\exp\left(-\frac{x}{2}\right)`, () => {
    expect(display(r`\exp\left(-\frac{x}{2}\right)`)).toBe(
      block(`
         ⎛  x⎞
      exp⎜− ─⎟
         ⎝  2⎠
    `),
    );
  });
});

describe('brackets of a size that an author chose', () => {
  test.each([
    [r`\Big[\frac{a}{b}\Big]`, r`\left[\frac{a}{b}\right]`],
    [r`\Bigg|\frac{a}{b}\Bigg|`, r`\left|\frac{a}{b}\right|`],
    [r`\biggl\lVert\frac{a}{b}\biggr\rVert_2`, r`\left\lVert\frac{a}{b}\right\rVert_2`],
    [r`\Big(\frac{a}{b}\Big)^2 + c`, r`\left(\frac{a}{b}\right)^2 + c`],
    [r`\Big(a \Big(\frac{b}{c}\Big) d\Big)`, r`\left(a \left(\frac{b}{c}\right) d\right)`],
    [r`\left(\Big(\frac{b}{c}\Big) d\right)`, r`\left(\left(\frac{b}{c}\right) d\right)`],
  ])('%s are as tall as what they enclose', (big, growing) => {
    expect(display(big)).toBe(display(growing));
    expect(display(big)).toContain('─');
  });

  test('may stand alone', () => {
    expect(display(r`f \Big|_{x=0}`)).toBe('f|ₓ₌₀');
    expect(display(r`\big( a`)).toBe('(a');
  });
});

describe('decorations', () => {
  test(r`\boxed{x = 2}`, () => {
    expect(display(r`\boxed{x = 2}`)).toBe(
      block(`
      ┌───────┐
      │ x = 2 │
      └───────┘
    `),
    );
  });

  test(r`\underbrace{a + b}_{\text{bias}}`, () => {
    expect(display(r`\underbrace{a + b}_{\text{bias}}`)).toBe(
      block(`
      a + b
      ╰─┬─╯
      bias
    `),
    );
  });

  test(r`\overline{a + b}`, () => {
    expect(display(r`\overline{a + b}`)).toBe(
      block(`
      _____
      a + b
    `),
    );
  });

  test(r`\binom{n}{k}`, () => {
    expect(display(r`\binom{n}{k}`)).toBe(
      block(`
      ⎛n⎞
      ⎜ ⎟
      ⎝k⎠
    `),
    );
  });
});

describe('derivations', () => {
  test(r`\begin{aligned} y &= a + b \\ &= 2 \end{aligned}`, () => {
    expect(display(r`\begin{aligned} y &= a + b \\ &= 2 \end{aligned}`)).toBe(
      block(`
      y = a + b
        = 2
    `),
    );
  });

  test(r`\begin{aligned} \operatorname{Var}(y) &= d \cdot \operatorname{Var}(w) \\ &= \frac{2}{d} \cdot d \\ &= 2 \end{aligned}`, () => {
    expect(
      display(
        r`\begin{aligned} \operatorname{Var}(y) &= d \cdot \operatorname{Var}(w) \\ &= \frac{2}{d} \cdot d \\ &= 2 \end{aligned}`,
      ),
    ).toBe(
      block(`
      Var(y) = d · Var(w)

               2
             = ─ · d
               d

             = 2
    `),
    );
  });
});

describe('a formula wider than the terminal', () => {
  test(r`\text{out} = 16 \cdot 7 \cdot 7 + 1 = 784 + 1 = 785`, () => {
    expect(display(r`\text{out} = 16 \cdot 7 \cdot 7 + 1 = 784 + 1 = 785`, 30)).toBe(
      block(`
      out = 16 · 7 · 7 + 1
          = 784 + 1
          = 785
    `),
    );
  });

  test(r`L = (0.5436 - 1) \cdot 0.3 \cdot 0.25 + (0.1 - 2) \cdot 0.7 + 0.25 = 1`, () => {
    expect(display(r`L = (0.5436 - 1) \cdot 0.3 \cdot 0.25 + (0.1 - 2) \cdot 0.7 + 0.25 = 1`, 40)).toBe(
      block(`
      L = (0.5436 − 1) · 0.3 · 0.25
          + (0.1 − 2) · 0.7 + 0.25
        = 1
    `),
    );
  });

  test(r`a = b = c = d = e = f = g = h = i`, () => {
    expect(display(r`a = b = c = d = e = f = g = h = i`, 20)).toBe(
      block(`
      a = b = c = d = e
        = f = g = h = i
    `),
    );
  });

  test(r`\text{number of parameters} = 1 + 2 = 3`, () => {
    expect(display(r`\text{number of parameters} = 1 + 2 = 3`, 28)).toBe(
      block(`
      number of parameters
        = 1 + 2
        = 3
    `),
    );
  });

  test(r`\begin{aligned} y &= aaaa + bbbb + cccc + dddd \\ &= 1 \end{aligned}`, () => {
    expect(display(r`\begin{aligned} y &= aaaa + bbbb + cccc + dddd \\ &= 1 \end{aligned}`, 24)).toBe(
      block(`
      y = aaaa + bbbb + cccc
          + dddd
        = 1
    `),
    );
  });

  test(r`a = b + c, \quad dddd = eeee + ffff`, () => {
    expect(display(r`a = b + c, \quad dddd = eeee + ffff`, 20)).toBe(
      block(`
      a = b + c,
      dddd = eeee + ffff
    `),
    );
  });

  test(r`\text{a text that nobody can break into parts}`, () => {
    expect(display(r`\text{a text that nobody can break into parts}`, 20)).toBe(
      block(`
      (does not fit)
    `),
    );
  });
});
