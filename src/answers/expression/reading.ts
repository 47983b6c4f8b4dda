import { LanguageError } from '../../language/error.ts';
import { type Formula, formulaTex, printFormula, readFormula } from '../../language/expression.ts';
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

export function read(text: string, symbols: readonly ExpressionSymbol[]): Reading<ExpressionReply> {
  if (text.trim() === '') return { status: 'empty' };
  const vocabulary = vocabularyOf(symbols);
  try {
    const formula = readFormula(text, vocabulary);
    const readAs = printFormula(formula, vocabulary);
    checkSize(formula, readAs, symbols);
    if (printFormula(readFormula(readAs, vocabulary), vocabulary) !== readAs) throw tooMuch('nested too deeply');
    return { status: 'read', reply: { formula }, readAs, tex: formulaTex(formula, vocabulary) };
  } catch (error) {
    if (!(error instanceof LanguageError)) throw error;
    return { status: 'unreadable', reason: error.message, position: error.position };
  }
}

function checkSize(formula: Formula, readAs: string, symbols: readonly ExpressionSymbol[]): void {
  if (readAs.length > LONGEST_PRINTED) throw tooMuch(`longer than ${LONGEST_PRINTED} characters when written out`);
  if (compile(formula, symbols).cost > MOST_COST) throw tooMuch('too much to compute');
}

function tooMuch(what: string): LanguageError {
  return new LanguageError(`this formula is ${what}: is there a shorter form?`, 0);
}
