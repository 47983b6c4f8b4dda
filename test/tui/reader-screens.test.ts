import { describe, expect, it } from 'vitest';
import { startSession } from '../../src/app/session.ts';
import { fixture, kindFixture, session } from '../app/support.ts';
import { headless } from './headless.tsx';

const STUDY = startSession({ kind: 'study' });
const LARGE = { columns: 250, rows: 60 };

describe('the whole program, by ear', () => {
  it('answers a number', async () => {
    const walk = session({ start: STUDY, templates: [fixture('cnn/filter-weights')] });
    const { screen, press } = await headless(walk.machine, LARGE, { reader: true });
    await press('8*7^2', 'enter');
    expect(screen().trimEnd()).toMatchInlineSnapshot(`
      "dl-tutor, Study, 1 left, 2 min
      Weights of a filter, (2 credits)
      A convolution reads 8 channels. How many parameters, bias included, has one of its 7 by 7 filters?
      Keys: Enter answer, h hint, exclamation mark guess, w why now, Alt-S pad, u undo, question mark help, q leave.
      Keys now: Alt-H hint, Alt-G guess, Alt-W why now, Escape leave, Alt-question mark help.
      dl-tutor, Study, 1 to repeat after this
      Wrong, 0 of 2 credits, Weights of a filter
      It comes back today, until you have answered it rightly once.
      wrong: 8*7^2 = 392 — right is 393
      comment: Bias forgotten. The filter also has one bias.
      Solution
      One weight for each position and channel, and one bias.
      Every filter spans all input channels and has one bias:
      P equals C times K squared plus 1 equals 8 times 7 squared plus 1 equals 393
      The question again
      A convolution reads 8 channels. How many parameters, bias included, has one of its 7 by 7 filters?
      current: 1 again, tomorrow, Sat 21 Nov
      2 hard, in 2 days, Sun 22 Nov
      3 good, in 3 days, Mon 23 Nov
      4 easy, in 8 days, Sat 28 Nov
      Keys: Enter next, 1 to 4 rate otherwise, s step by step, w why now, u undo, question mark help, q leave."
    `);
  });

  it('answers a choice', async () => {
    const walk = session({ start: STUDY, templates: [fixture('optimization/any-right')] });
    const { screen, press } = await headless(walk.machine, LARGE, { reader: true });
    await press('down', ' ', 'enter');
    expect(screen().trimEnd()).toMatchInlineSnapshot(`
      "dl-tutor, Study, 1 left, 5 min
      True of momentum, (2 credits)
      Which statements about momentum hold?
      current: not ticked, a, It learns its own decay
      not ticked, b, It needs second derivatives
      not ticked, c, It damps zigzag
      not ticked, d, It stores one velocity for each weight
      not ticked, 0, none of these
      Keys: Enter answer, Up or Down move, Space tick, 0 none right, h hint, exclamation mark guess, w why now, s pad, u undo, question mark help, q leave.
      dl-tutor, Study, 1 to repeat after this
      Wrong, 0 of 2 credits, True of momentum
      It comes back today, until you have answered it rightly once.
      rightly not ticked, a is wrong: It learns its own decay
      wrongly ticked, b is wrong: It needs second derivatives
      That is Newton's method.
      wrongly not ticked, c is right: It damps zigzag
      Opposite gradients cancel.
      wrongly not ticked, d is right: It stores one velocity for each weight
      Solution
      The velocity is a decaying sum of gradients.
      The question again
      Which statements about momentum hold?
      current: 1 again, tomorrow, Sat 21 Nov
      2 hard, in 2 days, Sun 22 Nov
      3 good, in 3 days, Mon 23 Nov
      4 easy, in 8 days, Sat 28 Nov
      Keys: Enter next, 1 to 4 rate otherwise, w why now, u undo, question mark help, q leave."
    `);
  });

  it('answers a page and judges it', async () => {
    const walk = session({ start: STUDY, templates: [kindFixture('rubric/vanishing')] });
    const { screen, press } = await headless(walk.machine, LARGE, { reader: true });
    await press('Many factors', 'enter', 'below 1', '\x04', '2', 'enter');
    expect(screen().trimEnd()).toMatchInlineSnapshot(`
      "dl-tutor, Study, 1 left, 8 min
      Vanishing gradients, (3.5 credits)
      Why do gradients vanish in a plain RNN over 100 steps, and what helps?
      current: Answer:
      empty
      Enter begins a new line. You will mark it yourself, point by point.
      Keys: Ctrl-D hand in, Up or Down move, Ctrl-O editor, Alt-H hint, Alt-G guess, Alt-W why now, Alt-S pad, Escape leave, Alt-question mark help.
      dl-tutor, Study, mark yourself, 1 left, 8 min
      Vanishing gradients
      What you wrote
      Many factors
      below 1
      Model answer
      Backpropagation through time multiplies one Jacobian for each of the 100 steps:
      the partial derivative of h sub capital T with respect to h sub 0 equals the product from t equals 1 to capital T of the partial derivative of h sub t with respect to h sub t minus 1, end sub
      If their norms are below 1, the product shrinks exponentially. An LSTM adds to its state instead.
      What does your answer say?
      current: not ticked, 1, the gradient is a product of many factors the partial derivative of h sub t with respect to h sub t minus 1, end sub (2 credits)
      not ticked, 2, factors smaller than 1 make it vanish (1 credit)
      not ticked, 3, a remedy is named: gates, or skip connections (0.5 credits)
      The question again
      Why do gradients vanish in a plain RNN over 100 steps, and what helps?
      You grant yourself 0 of 3.5 credits.
      Keys: Enter record, Up or Down move, Space tick, Escape back to writing, question mark help.
      You grant yourself 1 of 3.5 credits.
      dl-tutor, Study, 1 to repeat after this
      Partly right, 1 of 3.5 credits, Vanishing gradients
      It comes back today, until you have answered it rightly once.
      partly right: Self-marked: you granted yourself 1 of 3.5 credits, for what is ticked.
      not ticked, 1, the gradient is a product of many factors the partial derivative of h sub t with respect to h sub t minus 1, end sub (2 credits)
      ticked, 2, factors smaller than 1 make it vanish (1 credit)
      not ticked, 3, a remedy is named: gates, or skip connections (0.5 credits)
      What you wrote
      Many factors
      below 1
      Model answer
      Backpropagation through time multiplies one Jacobian for each of the 100 steps:
      the partial derivative of h sub capital T with respect to h sub 0 equals the product from t equals 1 to capital T of the partial derivative of h sub t with respect to h sub t minus 1, end sub
      If their norms are below 1, the product shrinks exponentially. An LSTM adds to its state instead.
      The question again
      Why do gradients vanish in a plain RNN over 100 steps, and what helps?
      current: 1 again, tomorrow, Sat 21 Nov
      2 hard, in 2 days, Sun 22 Nov
      3 good, in 3 days, Mon 23 Nov
      4 easy, in 8 days, Sat 28 Nov
      Keys: Enter next, 1 to 4 rate otherwise, w why now, u undo, question mark help, q leave."
    `);
  });

  it('says to the end what is longer than the terminal', async () => {
    const walk = session({ start: STUDY, templates: [fixture('cnn/filter-weights')] });
    const { screen, press } = await headless(walk.machine, { columns: 60, rows: 12 }, { reader: true });
    await press('?');
    expect(screen()).toContain('Keys: question mark close.');
    await press('?');
    expect(screen()).toMatch(/Answer: empty\s*$/);
  });

  it('leaves nothing of the last line behind', async () => {
    const walk = session({ start: STUDY, templates: [fixture('cnn/filter-weights')] });
    const { screen, press } = await headless(walk.machine, LARGE, { reader: true });
    await press('12', '\x1b', '\x1b');
    expect(walk.state().over).toBe('left');
    expect(screen()).not.toContain('current:');
  });
});
