import { LanguageError } from './error.ts';
import {
  ARGUMENT_POWER,
  BINARY,
  COMPARISONS,
  NOT_POWER,
  type Power,
  PRODUCT,
  SIGN_POWER,
  STRUCTURAL,
} from './operators.ts';
import type { Expression, Grammar, Token } from './syntax.ts';

/** A Pratt parser: one table of binding powers, one loop. Depth and length are bounded, so no text can exhaust the stack. */

const DEEPEST = 64;
/** In one formula; a chain of operators is as deep a tree as nested parentheses. */
const MOST_OPERATIONS = 500;

/** @throws LanguageError with the position of the first thing that does not fit */
export function parse(text: string, grammar: Grammar): Expression {
  if (text.length > grammar.longest) {
    throw new LanguageError(`${text.length} characters are too long: at most ${grammar.longest}`, grammar.longest);
  }
  const parser = new Parser(grammar.tokens(text), grammar);
  return parser.whole();
}

class Parser {
  private next = 0;
  private depth = 0;
  private operations = 0;
  /** Expressions that stood in parentheses. */
  private readonly grouped = new WeakSet<Expression>();
  private readonly tokens: readonly Token[];
  private readonly grammar: Grammar;

  constructor(tokens: readonly Token[], grammar: Grammar) {
    this.tokens = tokens;
    this.grammar = grammar;
  }

  whole(): Expression {
    const expression = this.expression(0);
    if (this.peek().kind !== 'end') this.unexpected(this.peek());
    return expression;
  }

  /** An expression whose operators all bind at least as tightly as `power`. */
  private expression(power: number): Expression {
    if (++this.depth > DEEPEST) throw new LanguageError(`nested more than ${DEEPEST} deep`, this.peek().at);
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
    const token = this.peek();
    if (token.kind === 'symbol' && token.text === '%') {
      this.take();
      return { kind: 'unary', at: token.at, operator: '%', operand: left };
    }
    if (token.text === '[' && this.grammar.structures) return this.index(left);
    const binding = this.binding(token);
    if (!binding) return this.implicitProduct(left, power);
    if (binding.left < power) return null;
    this.take();
    if (COMPARISONS.has(token.text) && left.kind === 'binary' && COMPARISONS.has(left.operator)) {
      throw new LanguageError('comparisons cannot be chained: join two with "and"', token.at);
    }
    return { kind: 'binary', at: token.at, operator: token.text, left, right: this.expression(binding.right) };
  }

  private implicitProduct(left: Expression, power: number): Expression | null {
    const token = this.peek();
    const starts = token.kind === 'name' || token.kind === 'number' || token.text === '(';
    if (!this.grammar.implicitProducts || !starts || PRODUCT.left < power) return null;
    if (token.kind === 'number') throw new LanguageError('an operator is missing before this number', token.at);
    if (left.kind === 'binary' && left.operator === '/' && !this.grouped.has(left)) {
      throw new LanguageError(
        'after a division, a product without a sign can be read in two ways: use parentheses',
        token.at,
      );
    }
    return { kind: 'binary', at: token.at, operator: '*', left, right: this.expression(PRODUCT.right) };
  }

  private operand(): Expression {
    const token = this.take();
    if (token.kind === 'number') return { kind: 'number', at: token.at, value: token.value };
    if (token.kind === 'name') return this.nameOrCall(token);
    if (token.text === '-' || token.text === '+') {
      return { kind: 'unary', at: token.at, operator: token.text, operand: this.expression(SIGN_POWER) };
    }
    if (token.text === '(') {
      const inner = this.expression(0);
      this.expect(')', token);
      this.grouped.add(inner);
      return inner;
    }
    if (token.text === '[' && this.grammar.structures) return this.list(token);
    return this.unexpected(token);
  }

  private nameOrCall(token: Token): Expression {
    const { grammar } = this;
    if (token.text === 'not' && grammar.structures) {
      return { kind: 'unary', at: token.at, operator: 'not', operand: this.expression(NOT_POWER) };
    }
    const callable = grammar.functions === null || grammar.functions.has(token.text);
    if (callable && this.peek().text === '(') return this.call(token);
    if (grammar.implicitProducts && grammar.functions?.has(token.text)) {
      const argument = this.expression(ARGUMENT_POWER);
      return { kind: 'call', at: token.at, callee: token.text, positional: [argument], named: [] };
    }
    return { kind: 'name', at: token.at, name: token.text };
  }

  private call(name: Token): Expression {
    const open = this.take();
    const positional: Expression[] = [];
    const named: [string, Expression][] = [];
    while (this.peek().text !== ')') {
      const token = this.peek();
      if (this.grammar.structures && token.kind === 'name' && this.tokens[this.next + 1]?.text === '=') {
        this.next += 2;
        if (named.some(([other]) => other === token.text)) {
          throw new LanguageError(`"${token.text}" is given twice`, token.at);
        }
        named.push([token.text, this.expression(0)]);
      } else {
        if (named.length > 0) throw new LanguageError('an argument without a name follows named ones', token.at);
        positional.push(this.expression(0));
      }
      if (!this.separator()) break;
    }
    this.expect(')', open);
    return { kind: 'call', at: name.at, callee: name.text, positional, named };
  }

  private list(open: Token): Expression {
    const items: Expression[] = [];
    while (this.peek().text !== ']') {
      items.push(this.expression(0));
      if (!this.separator()) break;
    }
    this.expect(']', open);
    return { kind: 'list', at: open.at, items };
  }

  private index(target: Expression): Expression {
    const open = this.take();
    const index = this.expression(0);
    this.expect(']', open);
    return { kind: 'index', at: open.at, target, index };
  }

  private separator(): boolean {
    if (this.peek().text !== ',' && this.peek().text !== ';') return false;
    this.take();
    return true;
  }

  private binding(token: Token): Power | undefined {
    if (token.kind !== 'symbol' && token.kind !== 'name') return undefined;
    if (STRUCTURAL.has(token.text) && !this.grammar.structures) return undefined;
    return Object.hasOwn(BINARY, token.text) ? BINARY[token.text] : undefined;
  }

  private peek(): Token {
    return this.tokens[this.next] as Token;
  }

  private take(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.next++;
    return token;
  }

  private expect(text: string, open: Token): void {
    const token = this.take();
    if (token.text === text && token.kind === 'symbol') return;
    if (token.kind === 'end') throw new LanguageError(`"${open.text}" is never closed`, open.at);
    this.unexpected(token);
  }

  private unexpected(token: Token): never {
    if (token.kind === 'end') {
      const before = this.tokens[this.next - 1];
      const what = before ? `something is missing after "${before.text.slice(0, 20)}"` : 'there is nothing to read';
      throw new LanguageError(what, token.at);
    }
    throw new LanguageError(`"${token.text.slice(0, 20)}" is not expected here`, token.at);
  }
}
