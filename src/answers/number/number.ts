import { digitsTex, exactDigits, shownDigits } from '../../compute/digits.ts';
import { tensor } from '../../compute/tensor.ts';
import { LanguageError } from '../../language/error.ts';
import { readNumber } from '../../language/evaluate.ts';
import { printFormula, readFormula, Vocabulary } from '../../language/expression.ts';
import type { AnswerKind, Judgement, Reading } from '../kind.ts';
import { advised } from './advice.ts';
import { nearMiss } from './near-misses.ts';
import { accepts, type Interval } from './tolerance.ts';

/** A single number, in any notation that people use. */

/** A misconception and the value that it leads to. */
export interface NumberMistake {
  readonly value: number;
  readonly accepts: Interval;
  readonly tag: string;
  readonly because: string;
}

export interface NumberKey {
  readonly kind: 'number';
  readonly value: number;
  readonly accepts: Interval;
  readonly mistakes: readonly NumberMistake[];
}

function read(text: string): Reading<number> {
  if (text.trim() === '') return { status: 'empty' };
  try {
    const reply = FORMULA.test(text) ? fromFormula(text) : readNumber(text);
    const { text: clean, exact } = exactDigits(reply);
    return { status: 'read', reply, readAs: exact ? clean : String(reply) };
  } catch (error) {
    if (!(error instanceof LanguageError)) throw error;
    return { status: 'unreadable', reason: advised(error.message, text, error.position), position: error.position };
  }
}

/** LaTeX, bars and indices: signs that stand in formulas alone. */
const FORMULA = /[\\{}|⌊⌈]|log_|log₂|^\s*\$.*\$\s*$/su;
const NO_SYMBOLS = new Vocabulary([]);

/** `\frac{3}{8}` is 3/8. @throws LanguageError */
function fromFormula(text: string): number {
  const plain = printFormula(readFormula(text, NO_SYMBOLS), NO_SYMBOLS);
  try {
    return readNumber(plain);
  } catch (error) {
    if (!(error instanceof LanguageError)) throw error;
    // Its place is one in the plain text.
    throw new LanguageError(error.message, 0);
  }
}

function mark(reply: number, key: NumberKey): Judgement {
  if (accepts(key.accepts, reply)) return { credit: 1, mistake: null, comment: null };
  const shown = key.mistakes.find(mistake => accepts(mistake.accepts, reply));
  if (shown) return { credit: 0, mistake: shown.tag, comment: shown.because };
  const slip = nearMiss(reply, key);
  return { credit: 0, mistake: slip?.tag ?? null, comment: slip?.comment ?? null };
}

/** `33`, or `0.5436, accepted from 0.5409 to 0.5464`. */
function show(key: NumberKey): string {
  const written = (value: number): string => {
    const { text, exact } = shownDigits(value);
    return `${exact ? '' : '\\approx '}${digitsTex(text)}`;
  };
  const [low, high] = key.accepts;
  if (low === high) return `$${written(key.value)}$`;
  return `$${written(key.value)}$ (accepted from $${end(low, key.accepts)}$ to $${end(high, key.accepts)}$)`;
}

/** An end of the interval, rounded inwards but hardly: what is said to be accepted is accepted. */
function end(value: number, [low, high]: Interval): string {
  const inwards = value === low ? 1 : -1;
  const whole = value === 0 ? 1 : Math.floor(Math.log10(Math.abs(value))) + 1;
  for (let digits = Math.max(4, Math.min(whole, 15)); digits <= 15; digits++) {
    const rounded = Number(value.toPrecision(digits));
    const next = Number((rounded + inwards * 10 ** (whole - digits)).toPrecision(digits));
    const shown = accepts([low, high], rounded) ? rounded : next;
    if (accepts([low, high], shown) && Math.abs(shown - value) <= (high - low) / 10)
      return digitsTex(exactDigits(shown).text);
  }
  return digitsTex(String(value));
}

export const numberKind: AnswerKind<NumberKey, number> = {
  read,
  mark,
  print: key => String(key.value),
  data: key => ({ key: key.value, accepts: key.accepts }),
  show,
  space: () => ({ kind: 'line', note: null }),
  mistakes: key =>
    key.mistakes.map(({ value, tag, because }) => {
      return { value, shown: show({ ...key, value, accepts: [value, value] }), tag, because };
    }),
  numbers: (reply, key, accepted) => tensor(accepted === 'as keyed' && accepts(key.accepts, reply) ? key.value : reply),
};
