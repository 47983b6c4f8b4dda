/** Starting files of the kinds whose keys are written down. */

export const WRITTEN_STARTERS = {
  choice: String.raw`title: True and false about dropout
topics: [TOPIC] # where it belongs; the first begins with the folder, more may follow
source: [own] # where it comes from, such as in2346-2022/1.3; own: from nowhere else
credits: 2
minutes: 2 # how long it takes
answer:
  choice: many # or one, where exactly one option is right
  show: 4 # so many are drawn from the list; left out, all are shown
  # rule: per-option # or negative, in place of all or nothing
# In the list below [x] is right, [ ] is wrong, and [n > 2] is right where that holds of the variables.
# An indented line says why. In the given variant the first options stand as they are.
---

Inverted dropout sets each activation of a layer to 0 with probability $p$ in training. Which statements hold? Any number of
them can be right, none included.

- [x] Activations that stay are divided by $1 - p$
  So the expected activation is the same in training and at test time.
- [ ] At test time it drops the same units as in training
  At test time nothing is dropped at all.
- [x] It makes units rely less on one another
  A unit that may be missing cannot be counted on.
- [ ] It has $p$ learned along with the weights
  The probability is a hyperparameter, set by hand.
- [x] Each training step draws another set of units
  Every batch meets another thinned net.
- [ ] A larger $p$ always gives a lower test error
  With $p$ near 1 hardly anything is left to learn with.
- [x] It works against overfitting
  It adds noise that keeps the net from learning single examples by heart.
- [ ] The dropped weights stay at 0 afterwards
  Activations are dropped for one step, and the weights are kept.
- [ ] It is the same as weight decay
  Weight decay shrinks weights and draws nothing at random.

## Hint
What happens in training, and what at test time?

## Solution
Dropout multiplies activations by random zeros and ones, in training alone. The factor $\frac{1}{1 - p}$ keeps their
expected value, so that at test time the layer can be used as it is.
`,
  words: `title: A gap between two accuracies
topics: [TOPIC] # where it belongs; the first begins with the folder, more may follow
source: [own] # where it comes from, such as in2346-2022/1.3; own: from nowhere else
credits: 1
minutes: 1 # how long it takes
vars:
  train: { given: 99.1, real: [95, 99.8], digits: 1 }
  test: { given: 71.4, real: [55, 80], digits: 1 }
answer:
  words: [overfitting, overfit, high variance] # all of them are right; the first is shown. Spelling is forgiven.
  not: [generalization] # near terms that are never to be taken for it
mistakes:
  - { value: underfitting, because: 'an underfitted net is bad on its training data too', tag: underfitting }
  - { value: vanishing gradient, because: 'then the training accuracy would be low', tag: vanishing gradient }
---

A classifier has an accuracy of {{train}} % on its training data and of {{test}} % on test data. What is this problem called?

## Hint
What has the net learned that holds for the training data alone?

## Solution
The net fits its training data, noise included, and not what holds for new data: **overfitting**.
`,
  rubric: String.raw`title: A loss that grows
topics: [TOPIC] # where it belongs; the first begins with the folder, more may follow
source: [own] # where it comes from, such as in2346-2022/1.3; own: from nowhere else
credits: 3
minutes: 4 # how long it takes
vars:
  first: { given: 2.3, real: [1.2, 3], digits: 1 }
  last: { given: 480, int: [100, 900] }
  count: { given: 20, int: [10, 60] }
# Students mark themselves, point by point, beside the model answer.
answer:
  rubric:
    - { point: 'The updates are **too large**: each overshoots the minimum.', credits: 1 }
    - { point: 'So the gradient at the next point is larger still, and the loss **diverges**.', credits: 1 }
    - { point: 'A remedy is named: a smaller learning rate, warm-up or gradient clipping.', credits: 1 }
  model: >-
    The learning rate is too large. Each update jumps over the minimum to a point with an even larger gradient, so the next
    one is larger still and the loss grows without bound. A smaller learning rate helps, and so do a warm-up and clipping of
    the gradients.
---

Within the first {{count}} updates of a training the loss grows from {{first}} to {{last}}. Explain what happens, and name a
remedy.

## Hint
Think of a ball on the slopes of a parabola. What do steps that are far too long do?

## Solution
On a parabola with curvature $c$ gradient descent multiplies the distance from the minimum by $1 - \eta c$ at each step.
With $\eta > \frac{2}{c}$ this factor is larger than 1 in size, and the distance grows.
`,
  match: `title: Layers and what they do
topics: [TOPIC] # where it belongs; the first begins with the folder, more may follow
source: [own] # where it comes from, such as in2346-2022/1.3; own: from nowhere else
credits: 2
minutes: 2 # how long it takes
answer:
  match:
    # text: the term; is: what belongs to it; why: told where it went wrong. For a drawing in the body: blank: 1 in place of text.
    - { text: Max pooling, is: keeps the largest value of each window, why: 'it has no parameters' }
    - { text: Batch normalization, is: gives each channel mean 0 and variance 1, why: 'over the batch, in training' }
    - { text: Dropout, is: sets activations to 0 at random, why: 'in training alone' }
    - { text: Softmax, is: makes scores positive with sum 1, why: 'so they can be read as probabilities' }
    - { text: ReLU, is: sets negative values to 0, why: 'it passes the others on as they are' }
  extra: [adds the input to the output, shrinks the weights] # belong to nothing
  show: 3 # so many of the pairs are asked for
---

What does each layer do?

## Hint
Which layers know chance, and which look at a single number at a time?

## Solution
Pooling, softmax and batch normalization each look at several numbers together: a window, all scores, a channel over the
batch. ReLU and dropout treat every number alone, the latter by chance.
`,
  order: String.raw`title: The derivative of the sigmoid
topics: [TOPIC] # where it belongs; the first begins with the folder, more may follow
source: [own] # where it comes from, such as in2346-2022/1.3; own: from nowhere else
credits: 3
minutes: 4 # how long it takes
answer:
  # A line rests on the one above it, or says on which ones with after: (an empty list: on none).
  # A piece in [[ ]] may be hidden once the question is known well; accepts: other ways to type it.
  # decoy: the line does not belong, and why. Between ' and ' a single ' is written twice.
  order:
    rule: 'By the chain rule $\sigma''(z) = -(1 + e^{-z})^{-2} \cdot (-e^{-z})$.'
    tidy: 'That is $\sigma''(z) = \frac{e^{-z}}{(1 + e^{-z})^2}$.'
    split: 'As a product, $\sigma''(z) = \sigma(z) \cdot \frac{e^{-z}}{1 + e^{-z}}$.'
    rest:
      line: 'As $e^{-z} = (1 + e^{-z}) - 1$, the fraction $\frac{e^{-z}}{1 + e^{-z}}$ is $[[1 - \sigma(z)]]$.'
      after: []
      accepts: [1 - sigma(z)]
    result:
      line: 'So $\sigma''(z) = \sigma(z) \, (1 - \sigma(z))$.'
      after: [split, rest]
      why: 'it puts the second factor into the product'
    sign:
      line: 'That is $\sigma''(z) = -\frac{e^{-z}}{(1 + e^{-z})^2}$.'
      decoy: 'the two minus signs cancel: the sigmoid rises everywhere'
    sum:
      line: 'As $e^{-z} = (1 + e^{-z}) + 1$, the fraction $\frac{e^{-z}}{1 + e^{-z}}$ is $1 + \sigma(z)$.'
      decoy: 'here 1 has to be subtracted: a share of a sum of positive numbers is below 1'
---

Derive $\sigma'(z) = \sigma(z) \, (1 - \sigma(z))$ for $\sigma(z) = \frac{1}{1 + e^{-z}}$: put the lines in an order in which
each follows from the definition and from lines before it. Lines that are wrong are left out.

## Hint
Begin with the derivative itself, and only then make it look like $\sigma$.

## Solution
The chain rule gives $\frac{e^{-z}}{(1 + e^{-z})^2}$, one factor of which is $\sigma(z)$. The other one is the share of
$e^{-z}$ in $1 + e^{-z}$: what $\sigma(z)$ leaves of 1.
`,
} as const;
