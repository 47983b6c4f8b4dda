import { formulaTex, printFormula, readFormula } from '../../language/expression.ts';
import type { AnswerKind, KeyData } from '../kind.ts';
import type { AnswerSpace } from '../space.ts';
import type { ExpressionKey } from './key.ts';
import { mark } from './mark.ts';
import { type ExpressionReply, read } from './reading.ts';
import { domainText, vocabularyOf } from './symbols.ts';

/** A formula in declared symbols; any form of the right one is right. */

export type { ExpressionKey } from './key.ts';
export { DOMAINS, type Domain, type ExpressionSymbol } from './symbols.ts';

function print({ text, symbols }: ExpressionKey): string {
  const vocabulary = vocabularyOf(symbols);
  return printFormula(readFormula(text, vocabulary), vocabulary);
}

function data({ text, symbols }: ExpressionKey): KeyData {
  return {
    key: text,
    symbols: symbols.map(({ name, domain, shape }) => {
      const row = { name, domain: domainText(domain) };
      return shape.length > 0 ? { ...row, shape } : row;
    }),
  };
}

function show({ text, symbols }: ExpressionKey): string {
  const vocabulary = vocabularyOf(symbols);
  return `$${formulaTex(readFormula(text, vocabulary), vocabulary)}$`;
}

/** A line, and what may stand on it. */
function space({ symbols }: ExpressionKey): AnswerSpace {
  const names = symbols.map(({ tex }) => `$${tex}$`).join(', ');
  return { kind: 'line', note: symbols.length === 0 ? null : `Symbols: ${names}` };
}

export const expressionKind: AnswerKind<ExpressionKey, ExpressionReply> = {
  read: (text, { text: right, symbols }) => read(text, symbols, right),
  mark,
  print,
  data,
  show,
  space,
  mistakes: key =>
    key.mistakes.map(({ text, tag, because }) => ({ value: text, shown: show({ ...key, text }), tag, because })),
};
