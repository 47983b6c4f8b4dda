import { LanguageError } from '../error.ts';
import { TRANSPOSED } from '../operators.ts';
import { formulaFunctions } from './functions.ts';
import type { FormulaToken } from './token-row.ts';

/** Functions without parentheses, their powers, and what can be read in two ways. */

/** `tanh²(x)` is tanh(x)^2. @throws LanguageError where it is not clear how far an argument or an exponent goes */
export function withApplications(tokens: readonly FormulaToken[], isName: (text: string) => boolean): FormulaToken[] {
  const isFunction = ({ kind, text }: FormulaToken): boolean =>
    kind === 'name' && (formulaFunctions.has(text) || text === 'bars') && !isName(text);
  const moved = powersBehind(tokens, isFunction);
  moved.forEach((token, i) => {
    if (isFunction(token) && moved[i + 1]?.text !== '(') checkArgument(moved, i, isFunction);
    if (token.text === '^' && token.kind === 'symbol') checkExponent(moved, i, isFunction);
  });
  return moved;
}

type Test = (token: FormulaToken) => boolean;

function powersBehind(tokens: readonly FormulaToken[], isFunction: Test): FormulaToken[] {
  const found: FormulaToken[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as FormulaToken;
    if (!isFunction(token) || tokens[i + 1]?.text !== '^') {
      found.push(token);
      continue;
    }
    const exponentEnd = endOfGroup(tokens, i + 2);
    const end = endOfGroup(tokens, exponentEnd);
    checkPower(token, tokens.slice(i + 2, exponentEnd));
    if (tokens[exponentEnd]?.text !== '(') {
      throw new LanguageError(`write ${token.text}(…)^2 for a power of ${token.text}`, token.at);
    }
    // What is inside the argument may hold more of them.
    found.push(token, ...powersBehind(tokens.slice(exponentEnd, end), isFunction), ...tokens.slice(i + 1, exponentEnd));
    i = end - 1;
  }
  return found;
}

/** Behind the token at `start`, or behind the bracket that closes it. */
function endOfGroup(tokens: readonly FormulaToken[], start: number): number {
  let depth = 0;
  for (let i = start; i < tokens.length; i++) {
    if (tokens[i]?.text === '(') depth++;
    if (tokens[i]?.text === ')') depth--;
    if (depth <= 0) return i + 1;
  }
  return tokens.length;
}

/** tanh⁻¹ could be the inverse function. */
function checkPower({ text, at }: FormulaToken, exponent: readonly FormulaToken[]): void {
  const [first, second, third] = exponent;
  const number = exponent.length === 1 ? first : exponent.length === 3 && third?.text === ')' ? second : undefined;
  if (number?.kind !== 'number') {
    throw new LanguageError(`this power of ${text} can be read in two ways: write ${text}(…)^2 or 1/${text}(…)`, at);
  }
}

/** `ln x` is clear; `ln x y` and `ln x^2` are not. */
function checkArgument(tokens: readonly FormulaToken[], i: number, isFunction: Test): void {
  const name = tokens[i] as FormulaToken;
  let at = i + 1;
  while (tokens[at]?.text === '-' || tokens[at]?.text === '+') at++;
  const argument = tokens[at];
  if (!argument || isFunction(argument)) return;
  const after = tokens[argument.text === '(' || argument.text === '[' ? endOfGroup(tokens, at) : at + 1];
  if (!after) return;
  const goesOn =
    after.kind === 'number' ||
    (after.kind === 'name' && !isFunction(after)) ||
    ['(', '^', TRANSPOSED].includes(after.text);
  if (goesOn) {
    throw new LanguageError(`how far the argument of ${name.text} goes is not clear: write ${name.text}(…)`, name.at);
  }
}

/** `e^2x`, `x^ab`: without blanks between them, what follows an exponent may be meant to be part of it. */
function checkExponent(tokens: readonly FormulaToken[], i: number, isFunction: Test): void {
  const at = tokens[i + 1]?.text === '-' ? i + 2 : i + 1;
  const [base, exponent, after] = [tokens[i - 1], tokens[at], tokens[at + 1]];
  if (!exponent || after?.kind !== 'name' || after.gap !== 'none' || isFunction(after)) return;
  const isDoubtful =
    exponent.kind === 'name' ? !isFunction(exponent) : exponent.kind === 'number' && base?.text === 'e';
  if (isDoubtful) throw new LanguageError('how far this exponent goes is not clear: use parentheses', exponent.at);
}
