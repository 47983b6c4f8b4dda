/** Starting files of the kinds whose keys are computed. */

export const NUMERIC_STARTERS = {
  number: String.raw`title: Parameters of a dense layer
topics: [TOPIC] # where it belongs; the first begins with the folder, more may follow
source: [own] # where it comes from, such as in2346-2022/1.3; own: from nowhere else
credits: 1
minutes: 2 # how long it takes
# given: the number of the source. int, real or pick: how others are drawn.
vars:
  n: { given: 784, int: [100, 900] }
  m: { given: 100, int: [10, 99] }
# Named steps, in order; the worked solution shows them. tex: its symbol; why: the reason, told before it.
let:
  w: { tex: W, is: n * m, why: 'every output has a weight for each input' }
  p: { tex: P, is: w + m, why: 'and a bias of its own' }
answer:
  number: p # counts are exact; other numbers forgive half a percent, or what tolerance: says
# What misconceptions lead to: a value, or other steps with instead:. because is told to whoever falls for one.
mistakes:
  - { value: n * m, because: 'each output has a bias as well', tag: biases forgotten }
  - { instead: { p: w + n }, because: 'biases belong to the outputs and not to the inputs', tag: bias per input }
---

A dense layer takes {{n}} inputs to {{m}} outputs. How many learnable parameters does it have, biases included?

## Hint
How many numbers does a single output need?

## Solution
A dense layer is a matrix of $m \times n$ weights and a vector of biases.

{{steps}}
`,
  tensor: String.raw`title: One step of gradient descent
topics: [TOPIC] # where it belongs; the first begins with the folder, more may follow
source: [own] # where it comes from, such as in2346-2022/1.3; own: from nowhere else
credits: 2
minutes: 2 # how long it takes
# shape: a list of so many draws; [2, 3] makes a matrix. not: values that are never drawn.
vars:
  w: { given: [1, -2], int: [-5, 5], shape: [2] }
  g: { given: [4, 2], int: [-6, 6], shape: [2], not: [0], tex: '\nabla L' }
  lr: { given: 0.5, pick: [0.1, 0.2, 0.5], tex: '\eta' }
let:
  next: { tex: 'w_1', is: w - lr * g, why: 'a step against the gradient' }
answer:
  tensor: next # a list, a matrix or a deeper array; single numbers are asked for with number:
mistakes:
  - { instead: { next: w + lr * g }, because: 'the step goes **against** the gradient', tag: sign of the step }
  - { value: w - g, because: 'the gradient is multiplied by the learning rate', tag: learning rate forgotten }
---

A net has the weights $w_0 = {{w}}$, and the gradient of its loss at $w_0$ is $\nabla L = {{g}}$. Gradient descent takes one
step with the learning rate $\eta = {{lr}}$. What is $w_1$?

## Hint
In which direction does the loss fall?

## Solution
{{steps}}
`,
  table: String.raw`title: Two steps of momentum
topics: [TOPIC] # where it belongs; the first begins with the folder, more may follow
source: [own] # where it comes from, such as in2346-2022/1.3; own: from nowhere else
credits: 3
minutes: 4 # how long it takes
vars:
  g1: { given: 2, int: [-5, 5], not: [0], tex: g_1 }
  g2: { given: -1, int: [-5, 5], not: [0], tex: g_2 }
  beta: { given: 0.9, pick: [0.5, 0.6, 0.7, 0.8, 0.9] }
  lr: { given: 0.1, pick: [0.1, 0.2], tex: '\eta' }
# Draws for which this does not hold are drawn again.
where: abs(v2) >= 0.5
let:
  v1: { tex: v_1, is: g1 }
  w1: { tex: w_1, is: 1 - lr * v1 }
  v2: { tex: v_2, is: beta * v1 + g2, why: 'the velocity keeps a share of what it was' }
  w2: { tex: w_2, is: w1 - lr * v2 }
answer:
  table: [[v1, w1], [v2, w2]] # or any matrix, such as a library function gives
  rows: ['$t = 1$', '$t = 2$']
  columns: ['$v_t$', '$w_t$']
  # tolerance: 1% # or exact, 0.01, 3 digits, 2 decimals
mistakes:
  - { instead: { v2: g2 }, because: 'the velocity keeps a share of what it was', tag: velocity forgotten }
  - { instead: { w1: 1 + lr * v1, w2: w1 + lr * v2 }, because: 'steps go **against** the velocity', tag: sign of the step }
---

Momentum starts at $w_0 = 1$ and $v_0 = 0$ and follows $v_t = \beta v_{t-1} + g_t$ and $w_t = w_{t-1} - \eta v_t$ with
$\beta = {{beta}}$ and $\eta = {{lr}}$. The gradients are $g_1 = {{g1}}$ and $g_2 = {{g2}}$. Fill in the table.

## Hint
Finish the first row before you begin the second.

## Solution
{{steps}}
`,
  shape: String.raw`title: The shape after a convolution
topics: [TOPIC] # where it belongs; the first begins with the folder, more may follow
source: [own] # where it comes from, such as in2346-2022/1.3; own: from nowhere else
credits: 1
minutes: 2 # how long it takes
vars:
  C: { given: 3, int: [1, 8] }
  K: { given: 16, pick: [12, 16, 24, 32, 64] }
  H: { given: 32, int: [20, 64] }
  F: { given: 5, pick: [3, 5, 7] }
let:
  S: { is: 'conv_size(H, kernel=F)' } # "tutor bank functions conv_size" explains it; a comma needs the quotes
answer:
  shape: [N, K, S, S] # each side a formula …
  symbols: [N] # … or a name that stays open
mistakes:
  - { value: '[N, K, H, H]', because: 'without padding a convolution makes the sides smaller', tag: size kept }
  - { value: '[N, C, S, S]', because: 'each filter makes one channel of the output', tag: channels kept }
---

A batch of shape $N \times {{C}} \times {{H}} \times {{H}}$ (batch, channels, height, width) goes through a convolution with
{{K}} filters of size {{F}}, stride 1 and no padding. What shape comes out?

## Hint
At how many places along a side does a filter fit?

## Solution
Each filter makes one channel. Along a side there is room for it at

{{steps}}

places, so the output is $N \times {{K}} \times {{S}} \times {{S}}$.
`,
  expression: String.raw`title: The gradient of a penalized loss
topics: [TOPIC] # where it belongs; the first begins with the folder, more may follow
source: [own] # where it comes from, such as in2346-2022/1.3; own: from nowhere else
credits: 2
minutes: 3 # how long it takes
vars:
  a: { given: 1, int: [1, 40] }
  b: { given: 3, int: [1, 40] }
answer:
  # As a student would type it; values by placeholder. Any equal form is right.
  expression: '{{2 * a}} * x * (w*x - y) + {{2 * b}} * w'
  # Every name in it and where it may lie: real, positive, natural, probability, [low, high] …
  symbols: { w: real, x: real, y: real }
  # equivalent: ['…'] # forms that must pass, as a check of your own
# Their values are formulas that a student would type.
mistakes:
  - value: '{{2 * a}} * (w*x - y) + {{2 * b}} * w'
    because: 'the inner derivative is missing: $wx - y$ grows with $x$ as $w$ does'
    tag: inner derivative forgotten
  - value: '{{2 * a}} * x * (w*x - y)'
    because: 'the penalty depends on $w$ as well'
    tag: penalty forgotten
---

A model with a single weight has the loss $L(w) = {{a}} \, (w x - y)^2 + {{b}} \, w^2$. What is its derivative $\frac{dL}{dw}$?

## Hint
There are two terms. What stands inside the square of the first, and how does it change with $w$?

## Solution
By the chain rule the first term brings the factor $x$, the derivative of what is squared:

$$\frac{dL}{dw} = {{2 * a}} \, x \, (w x - y) + {{2 * b}} \, w$$
`,
} as const;
