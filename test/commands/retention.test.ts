import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/commands/errors.ts';
import { retention } from '../../src/commands/schedule/retention.ts';
import type { RatedAnswer } from '../../src/schedule/optimize/predictions.ts';
import { openOver } from './histories.ts';

const answers = (...days: readonly number[]): readonly RatedAnswer[] =>
  days.map(day => ({ day: 20_360 + day, rating: 'good' }));

const HISTORIES = new Map([
  ['cnn/flatten-size', answers(-30, -20, 0)],
  ['cnn/conv-1x1-params', answers(-12, -3)],
  ['rnn/against-vanishing', answers(-1)],
  ['gone/question', answers(-2)],
]);

interface Cost {
  readonly retention: number;
  readonly inForce: boolean;
  readonly minutesADay: { readonly in30: number; readonly in90: number };
  readonly known: number;
}

describe('setting it', () => {
  it.each([
    ['0.85', 0.85],
    ['.85', 0.85],
    ['85', 0.85],
    ['92.5%', 0.925],
    ['92.5 %', 0.925],
    ['0.7', 0.7],
    ['97%', 0.97],
  ])('takes %s, for all of the bank', async (text, value) => {
    const { context, output } = await openOver(HISTORIES);
    retention(context, text, undefined, {});
    expect(output()).toContain(`The desired retention is ${100 * value} % now; before, it was 90 %.\n`);
    expect(context.store().settings().get('retention')).toBe(value);
    retention(context, 'default', undefined, { json: true });
    expect(context.store().settings().has('retention')).toBe(false);
  });

  it('takes a value for one place, and takes it back', async () => {
    const { context, output, json } = await openOver(HISTORIES);
    retention(context, 'cnn/', '95', {});
    expect(output()).toMatch(
      /of cnn is 95 % now; before, it was 90 %\.\n.*"tutor retention cnn default" takes it back/,
    );
    expect([...context.store().settings()]).toEqual([['retention/cnn', 0.95]]);
    retention(context, 'cnn', 'default', { json: true });
    expect(json()).toEqual({ version: 1, place: 'cnn', retention: 0.9, before: 0.95 });
    expect(context.store().settings().size).toBe(0);
  });

  it('can take back what is set for a place that is gone', async () => {
    const { context } = await openOver(HISTORIES);
    context.store().set('retention/gone', 0.8);
    retention(context, 'gone', 'default', {});
    expect(context.store().settings().size).toBe(0);
    expect(() => retention(context, 'gone', 'default', {})).toThrow(UsageError);
  });

  it.each([
    [['0.69'], /from 70 % to 97 %, .* not "0.69"/],
    [['98%'], /not "98%"/],
    [['1'], /not "1"/],
    [['0.9%'], /not "0.9%"/],
    [['cnn', 'high'], /not "high"/],
    [['cnn', '-5'], /not "-5"/],
    [['cnm'], /No question lies in "cnm"\. Did you mean cnn/],
    [['cnn/flaten-size', '0.9'], /Did you mean cnn\/flatten-size/],
  ])('refuses %j', async ([first, second], message) => {
    const { context } = await openOver(HISTORIES);
    expect(() => retention(context, first, second, {})).toThrow(UsageError);
    expect(() => retention(context, first, second, {})).toThrow(message);
    expect(context.store().settings().size).toBe(0);
  });
});

describe('showing it', () => {
  it('says what is in force, and what each would cost', async () => {
    const { context, output } = await openOver(HISTORIES);
    retention(context, 'cnn', '0.95', {});
    retention(context, '0.88', undefined, {});
    output();
    retention(context, undefined, undefined, {});
    const said = output();
    expect(said).toMatch(/^Desired retention: 88 %\. /);
    expect(said).toMatch(/^ {2}cnn: 95 %$/m);
    expect(said.match(/^[* ] \d\d %( +\d+\.\d){4} +\d\d\.\d %$/gm)).toHaveLength(8);
    expect(said.match(/^\* .*$/gm)?.[0]).toMatch(/^\* 88 %/);
    expect(said).toMatch(/Counted: 3 questions met so far;/);
  });

  it('is of one place, whose questions alone count', async () => {
    const { context, output, json } = await openOver(HISTORIES);
    retention(context, 'rnn', undefined, {});
    expect(output()).toMatch(/^Desired retention of rnn: 90 %, as around it\.[\s\S]*Counted: 1 question met so far;/);
    retention(context, 'cnn', undefined, { json: true });
    const { questions, place, costs } = json();
    expect({ questions, place }).toEqual({ questions: 2, place: 'cnn' });
    const rows = costs as readonly Cost[];
    expect(rows.map(row => row.retention)).toEqual([0.75, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97]);
    expect(rows.filter(({ inForce }) => inForce).map(row => row.retention)).toEqual([0.9]);
    const minutes = rows.map(({ minutesADay }) => minutesADay.in90);
    expect(minutes).toEqual(minutes.toSorted((a, b) => a - b));
    expect(minutes[6]).toBeGreaterThan(2 * (minutes[0] ?? 0));
  });

  it('says what would be, as it then is', async () => {
    const { context, json } = await openOver(HISTORIES);
    const shown = (): readonly Cost[] => {
      retention(context, undefined, undefined, { json: true });
      return json().costs as readonly Cost[];
    };
    const before = shown();
    retention(context, '0.95', undefined, { json: true });
    json();
    expect(shown()).toEqual(before.map(row => ({ ...row, inForce: row.retention === 0.95 })));
  });

  it('counts new questions where so many a day were asked for', async () => {
    const without = await openOver(HISTORIES);
    const withNew = await openOver(HISTORIES, { new: '3' });
    const minutes = [without, withNew].map(({ context, json }) => {
      retention(context, undefined, undefined, { json: true });
      return (json().costs as readonly Cost[])[3]?.minutesADay.in30 ?? 0;
    });
    expect(minutes[1]).toBeGreaterThan(3 * (minutes[0] ?? 0));
    retention(withNew.context, undefined, undefined, {});
    expect(withNew.output()).toMatch(/3 questions met so far and 3 new a day\./);
  });

  it('leaves out what is set aside', async () => {
    const { context, json } = await openOver(HISTORIES);
    context.store().set('aside/cnn/flatten-size', { aside: true });
    retention(context, undefined, undefined, { json: true });
    expect(json().questions).toBe(2);
  });

  it('has nothing to forecast before the first answer', async () => {
    const { context, output } = await openOver(new Map());
    retention(context, undefined, undefined, {});
    expect(output()).toMatch(/^Desired retention: 90 %, as it comes[\s\S]*Nothing here has been answered yet/);
  });
});
