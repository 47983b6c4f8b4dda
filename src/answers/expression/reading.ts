import { sameShape } from '../../compute/node.ts';
import { LanguageError } from '../../language/error.ts';
import { type Formula, formulaTex, printFormula, readFormula, type Vocabulary } from '../../language/expression.ts';
import type { Reading } from '../kind.ts';
import { MOST_COST } from './equality.ts';
import { compile } from './program.ts';
import { type ExpressionSymbol, vocabularyOf } from './symbols.ts';

/** A formula as it was understood. */
export interface ExpressionReply {
  readonly formula: Formula;
}

/** What was understood is shown, and must be short enough for that. */
const LONGEST_PRINTED = 290;

/** @param right the right formula, where its shape may decide what brackets mean */
export function read(
  text: string,
  symbols: readonly ExpressionSymbol[],
  right: string | null = null,
): Reading<ExpressionReply> {
  if (text.trim() === '') return { status: 'empty' };
  const vocabulary = vocabularyOf(symbols);
  try {
    const formula = understood(text, vocabulary, right);
    const readAs = printFormula(formula, vocabulary);
    checkSize(formula, readAs, symbols);
    if (printFormula(readFormula(readAs, vocabulary), vocabulary) !== readAs) throw tooMuch('nested too deeply');
    return { status: 'read', reply: { formula }, readAs, tex: formulaTex(formula, vocabulary) };
  } catch (error) {
    if (!(error instanceof LanguageError)) throw error;
    return { status: 'unreadable', reason: error.message, position: error.position };
  }
}

/** `[x y]` is a row, except where only x y in brackets has the shape that is asked for, or any at all. */
function understood(text: string, vocabulary: Vocabulary, right: string | null): Formula {
  if (right === null || !text.includes('[')) return readFormula(text, vocabulary);
  const rows = attempt(() => readFormula(text, vocabulary));
  const groups = attempt(() => readFormula(text, vocabulary, 'groups'));
  if (rows instanceof LanguageError || groups instanceof LanguageError) {
    if (groups instanceof LanguageError) return settled(rows);
    return groups;
  }
  const { shape } = readFormula(right, vocabulary);
  return sameShape(rows.shape, shape) || !sameShape(groups.shape, shape) ? rows : groups;
}

function attempt(make: () => Formula): Formula | LanguageError {
  try {
    return make();
  } catch (error) {
    if (error instanceof LanguageError) return error;
    throw error;
  }
}

/** @throws LanguageError where there is no formula */
function settled(found: Formula | LanguageError): Formula {
  if (found instanceof LanguageError) throw found;
  return found;
}

function checkSize(formula: Formula, readAs: string, symbols: readonly ExpressionSymbol[]): void {
  if (readAs.length > LONGEST_PRINTED) throw tooMuch(`longer than ${LONGEST_PRINTED} characters when written out`);
  if (compile(formula, symbols).cost > MOST_COST) throw tooMuch('too much to compute');
}

function tooMuch(what: string): LanguageError {
  return new LanguageError(`this formula is ${what}: is there a shorter form?`, 0);
}
