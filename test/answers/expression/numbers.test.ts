import { expect, test } from 'vitest';
import { readReply } from '../../../src/answers/answers.ts';
import { pointsFor } from '../../../src/answers/expression/equality.ts';
import { compile, run } from '../../../src/answers/expression/program.ts';
import type { NumberKey } from '../../../src/answers/number/number.ts';
import { LanguageError } from '../../../src/language/error.ts';
import { readFormula, Vocabulary } from '../../../src/language/expression.ts';
import * as notations from '../../language/notations.ts';
import * as replies from '../number/replies.ts';

/** Numbers and formulas have a grammar each: one may refuse what the other reads, but both never read it differently. */

const NUMBER: NumberKey = { kind: 'number', value: 1, accepts: [1, 1], mistakes: [] };
const NOTHING = new Vocabulary([]);

function asNumber(text: string): number | null {
  const reading = readReply(text, NUMBER);
  return reading.status === 'read' ? (reading.reply as number) : null;
}

/** null where it is refused, or has no value. */
function asFormula(text: string): number | null {
  try {
    const program = compile(readFormula(text, NOTHING), []);
    const value = run(program, { ...pointsFor([], 1), count: 1 })[program.result]?.value[0];
    return value === undefined || Number.isNaN(value) ? null : value;
  } catch (error) {
    if (error instanceof LanguageError) return null;
    throw error;
  }
}

const texts = [
  ...[notations, replies].flatMap(({ accepted, rejected }) => [...accepted, ...rejected].map(([text]) => text)),
  ...[
    '2^3^2',
    '-2^2',
    '2^-1',
    '1/2π',
    '1/2(3)',
    '6/2(1+2)',
    '2(3)',
    '2x3',
    '1.5x10^3',
    'e2',
    '2e',
    '2e3',
    '50%2',
    '5%3',
  ],
  ...['ln 2*3', 'sqrt 2 * 3', '√2/3', '√2*3', 'sin 2+3', 'log(8)', 'log(8,2)', 'log2(8)', 'round(2.5)', '3 -4', '2²³'],
];

test('a text that both read is the same number', () => {
  const both = texts.flatMap(text => {
    const [number, formula] = [asNumber(text), asFormula(text)];
    return number === null || formula === null ? [] : [{ text, number, formula }];
  });
  expect(both.length).toBeGreaterThan(150);
  for (const { text, number, formula } of both) {
    expect(Math.abs(number - formula), text).toBeLessThanOrEqual(1e-12 * Math.abs(number));
  }
});
