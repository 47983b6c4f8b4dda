import { type Formula, readFormula } from '../../language/expression.ts';
import { inWords } from '../../language/paper/shapes.ts';
import type { Judgement } from '../kind.ts';
import { type Comparable, comparable, compare, pointsFor, type Verdict } from './equality.ts';
import type { ExpressionKey } from './key.ts';
import { NEAR_MISSES } from './near-misses.ts';
import { compile } from './program.ts';
import type { ExpressionReply } from './reading.ts';
import type { Values } from './rounding.ts';
import { vocabularyOf } from './symbols.ts';

/** A reply beside the right formula, then beside what mistakes make of it, all at the same points. */

const RIGHT: Judgement = { credit: 1, mistake: null, comment: null };

const REMARKS: Readonly<Partial<Record<Verdict, string>>> = {
  gap: 'Where both have a value this agrees with the right formula, but one of them has a value where the other has none.',
  unclear:
    'This could not be compared with the right formula: at too few points is its value known well enough. Is there a plainer form?',
};

const NOWHERE = 'This has no value anywhere: is something divided by 0, or the root or logarithm of a negative number?';

export function mark({ formula }: ExpressionReply, key: ExpressionKey): Judgement {
  const { symbols, mistakes } = key;
  const vocabulary = vocabularyOf(symbols);
  const right = readFormula(key.text, vocabulary);
  const known = mistakes.map(mistake => readFormula(mistake.text, vocabulary));
  const programs = new Map([formula, right, ...known].map(one => [one, compile(one, symbols)]));
  const points = pointsFor(symbols, Math.max(...[...programs.values()].map(({ cost }) => cost)));
  const take = (one: Formula): Comparable => comparable(programs.get(one) ?? compile(one, symbols), points);

  const reply = take(formula);
  const verdict = compare(take(right), reply, symbols);
  if (verdict === 'equal') return RIGHT;
  const shown = mistakes.find((_, i) => compare(take(known[i] as Formula), reply, symbols) === 'equal');
  if (shown) return { credit: 0, mistake: shown.tag, comment: shown.because };
  const slip = NEAR_MISSES.find(({ of }) => {
    const wrong = of(right);
    return wrong !== null && compare(take(wrong), reply, symbols) === 'equal';
  });
  if (slip) return { credit: 0, mistake: slip.tag, comment: slip.comment };
  const remark = isNowhere(reply.values) ? NOWHERE : (REMARKS[verdict] ?? null);
  return { credit: 0, mistake: null, comment: shapeRemark(formula, right) ?? remark };
}

/** Values that rounding has made unknown may well be there, as those of (−1)^(2x/x): that some are missing must be certain. */
function isNowhere({ value, error }: Values): boolean {
  return value.every(Number.isNaN) && error.includes(0);
}

function shapeRemark({ shape }: Formula, right: Formula): string | null {
  const [given, wanted] = [inWords(shape), inWords(right.shape)];
  return given === wanted ? null : `This is ${given}, and the right formula is ${wanted}.`;
}
