import { call, index, list } from './brackets.ts';
import { Cursor } from './cursor.ts';
import { LanguageError } from './error.ts';
import { ARGUMENT_POWER, COMPARISONS, NOT_POWER, PRODUCT, SIGN_POWER, TRANSPOSED } from './operators.ts';
import type { Expression, Field, Grammar, Power, Token } from './syntax.ts';

/** A Pratt parser: one table of binding powers, one loop. Depth and length are bounded, so no text can exhaust the stack. */

const DEEPEST = 64;
/** In one formula; a chain of operators is as deep a tree as nested parentheses. */
const MOST_OPERATIONS = 500;

/** @throws LanguageError with the position of the first thing that does not fit */
export function parse(text: string, grammar: Grammar): Expression {
  if (text.length > grammar.longest) {
    throw new LanguageError(`${text.length} characters are too long: at most ${grammar.longest}`, grammar.longest);
  }
  return new Parser(grammar.tokens(text), grammar).whole();
}

class Parser {
  private depth = 0;
  private operations = 0;
  /** Expressions that stood in parentheses. */
  private readonly grouped = new WeakSet<Expression>();
  private readonly cursor: Cursor;
  private readonly grammar: Grammar;
  private readonly one = (): Expression => this.expression(0);

  constructor(tokens: readonly Token[], grammar: Grammar) {
    this.cursor = new Cursor(tokens);
    this.grammar = grammar;
  }

  whole(): Expression {
    const expression = this.expression(0);
    const rest = this.cursor.peek();
    if (rest.kind !== 'end') this.cursor.unexpected(rest);
    return expression;
  }

  /** An expression whose operators all bind at least as tightly as `power`. */
  private expression(power: number): Expression {
    if (++this.depth > DEEPEST) throw new LanguageError(`nested more than ${DEEPEST} deep`, this.cursor.peek().at);
    let left = this.operand();
    for (let longer = this.extend(left, power); longer; longer = this.extend(left, power)) {
      left = longer;
      if (++this.operations > MOST_OPERATIONS) {
        throw new LanguageError(`more than ${MOST_OPERATIONS} operations: split the formula into steps`, left.at);
      }
    }
    this.depth--;
    return left;
  }

  /** `left` with one more operator after it, or null where none that binds tightly enough follows. */
  private extend(left: Expression, power: number): Expression | null {
    const token = this.cursor.peek();
    if (token.kind === 'symbol' && this.grammar.postfix.has(token.text)) {
      this.cursor.take();
      // In A^-1^T it would be the 1 that is transposed.
      if (token.text === TRANSPOSED && left.kind === 'number' && !this.grouped.has(left)) {
        throw new LanguageError('only a matrix is transposed: use parentheses', token.at);
      }
      return { kind: 'unary', at: token.at, operator: token.text, operand: left };
    }
    if (this.grammar.structures) {
      if (token.text === '[') return index(this.cursor, left, this.one);
      if (token.text === '.') return this.field(left);
    }
    const binding = this.binding(token);
    if (!binding) return this.implicitProduct(left, power);
    if (binding.left < power) return null;
    this.cursor.take();
    const isChained = left.kind === 'binary' && COMPARISONS.has(left.operator) && !this.grouped.has(left);
    if (COMPARISONS.has(token.text) && isChained) {
      throw new LanguageError('comparisons cannot be chained: join two with "and"', token.at);
    }
    return { kind: 'binary', at: token.at, operator: token.text, left, right: this.expression(binding.right) };
  }

  private implicitProduct(left: Expression, power: number): Expression | null {
    const token = this.cursor.peek();
    const starts = token.kind === 'name' || token.kind === 'number' || token.text === '(' || token.text === '[';
    if (!this.grammar.implicitProducts || !starts || PRODUCT.left < power) return null;
    if (token.kind === 'number') throw new LanguageError('an operator is missing before this number', token.at);
    if (left.kind === 'binary' && left.operator === '/' && !this.grouped.has(left)) {
      throw new LanguageError('this can be read in two ways: use * or parentheses', token.at);
    }
    return { kind: 'binary', at: token.at, operator: '*', left, right: this.expression(PRODUCT.right) };
  }

  private operand(): Expression {
    const token = this.cursor.take();
    if (token.kind === 'number') return { kind: 'number', at: token.at, value: token.value };
    if (token.kind === 'name') return this.nameOrCall(token);
    if (token.text === '-' || token.text === '+') {
      return { kind: 'unary', at: token.at, operator: token.text, operand: this.expression(SIGN_POWER) };
    }
    if (token.text === '(') {
      const inner = this.expression(0);
      this.cursor.close(')', token);
      this.grouped.add(inner);
      return inner;
    }
    if (token.text === '[') return list(this.cursor, token, this.one);
    return this.cursor.unexpected(token);
  }

  private nameOrCall(token: Token): Expression {
    const { grammar, cursor } = this;
    if (token.text === 'not' && grammar.structures) {
      return { kind: 'unary', at: token.at, operator: 'not', operand: this.expression(NOT_POWER) };
    }
    const callable = grammar.functions === null || grammar.functions.has(token.text);
    if (callable && cursor.at('(')) return call(cursor, token, grammar.separators, this.one);
    if (grammar.implicitProducts && grammar.functions?.has(token.text)) {
      const argument = this.expression(ARGUMENT_POWER);
      return { kind: 'call', at: token.at, callee: token.text, positional: [argument], named: [] };
    }
    return { kind: 'name', at: token.at, name: token.text };
  }

  private field(target: Expression): Field {
    this.cursor.take();
    const name = this.cursor.peek();
    if (name.kind !== 'name') this.cursor.unexpected(name);
    this.cursor.take();
    return { kind: 'field', at: name.at, target, name: name.text };
  }

  private binding(token: Token): Power | undefined {
    const isOperator = token.kind === 'symbol' || token.kind === 'name';
    return isOperator ? this.grammar.binary.get(token.text) : undefined;
  }
}
