import { LanguageError } from '../error.ts';
import { BAR_COMMANDS, COMMAND_SIGNS, FRACTION_COMMANDS, MATRIX_EDGE, REFUSED, ROUNDING, SILENT } from './signs.ts';
import type { BarSide, TokenRow } from './token-row.ts';

/** The commands of LaTeX, beside the names of quantities and functions. */

/** What a command needs to read what stands behind it. */
interface Reader extends TokenRow {
  readonly one: () => void;
  readonly word: () => void;
  readonly rounding: (rounding: string, length: number) => void;
  readonly single: () => void;
  readonly nested: (inside: () => void) => void;
}

const COMMAND = /\\([A-Za-z]+|[^A-Za-z])/uy;
const BAR_BEHIND = /^\s*(\\\||\||‖|\\[lr]?[vV]ert(?![A-Za-z]))/;
const SIDES: Readonly<Record<string, BarSide>> = { left: 'open', right: 'close' };

export function command(lexer: Reader): void {
  const edge = lexer.here(MATRIX_EDGE);
  const whole = edge ?? lexer.here(COMMAND) ?? '\\';
  const name = whole.slice(1);
  const sign = COMMAND_SIGNS.get(name);
  const bars = BAR_COMMANDS.get(name);
  const rounding = ROUNDING.get(name);
  const refused = REFUSED.get(name);
  if (edge !== null) lexer.symbol(edge.includes('begin') ? '[' : ']', edge.length);
  else if (name === '\\' && lexer.brackets.at(-1) === 'elements') lexer.symbol(';', 2);
  else if (/^\s$/.test(name)) lexer.at += 2;
  else if (SILENT.has(name)) silent(lexer, name, whole.length);
  else if (sign !== undefined) lexer.symbol(sign, whole.length);
  else if (bars) lexer.bars(bars.bars, bars.side, whole.length);
  else if (rounding) lexer.rounding(rounding, whole.length);
  else if (FRACTION_COMMANDS.has(name)) fraction(lexer, whole.length);
  else if (name === 'sqrt') root(lexer);
  else if (refused !== undefined) throw new LanguageError(`"${whole}" ${refused}`, lexer.at);
  else lexer.word();
}

/** `\left|` says which side a bar stands on. */
function silent(lexer: Reader, name: string, length: number): void {
  lexer.at += length;
  const side = SIDES[name];
  const [all = '', bar = ''] = (side && BAR_BEHIND.exec(lexer.text.slice(lexer.at, lexer.at + 20))) || [];
  if (!side || bar === '') return;
  lexer.at += all.length - bar.length;
  lexer.bars(/^(?:\\\||‖|\\[lr]?V)/.test(bar) ? 2 : 1, side, bar.length);
}

/** `\frac{a}{b}` is ((a)/(b)). */
function fraction(lexer: Reader, length: number): void {
  lexer.nested(() => {
    lexer.symbol('(', length);
    group(lexer);
    lexer.push('symbol', '/', 0);
    group(lexer);
    lexer.symbol(')', 0);
  });
}

/** `\sqrt{x}` is sqrt(x), and `\sqrt[3]{x}` is ((x)^(1/(3))). */
function root(lexer: Reader): void {
  lexer.nested(() => {
    const index = /^\\sqrt\s*\[/.exec(lexer.text.slice(lexer.at, lexer.at + 20));
    if (index) degreeRoot(lexer, index[0].length);
    else {
      lexer.push('name', 'sqrt', 5);
      group(lexer);
    }
  });
}

function degreeRoot(lexer: Reader, length: number): void {
  lexer.symbol('(', length);
  const from = lexer.found.length;
  until(lexer, ']', lexer.at - 1);
  const degree = lexer.found.splice(from);
  group(lexer);
  lexer.push('symbol', '^', 0);
  lexer.symbol('(', 0);
  lexer.push('number', '1', 0, 1);
  lexer.push('symbol', '/', 0);
  lexer.found.push(...degree);
  lexer.symbol(')', 0);
  lexer.symbol(')', 0);
}

/** What stands in braces, or the one sign that stands for it. */
function group(lexer: Reader): void {
  while (/\s/.test(lexer.text[lexer.at] ?? '')) lexer.at++;
  const open = lexer.at;
  if (open >= lexer.text.length) throw new LanguageError('something is missing behind this command', open);
  if (lexer.text[open] === '{') {
    lexer.at++;
    until(lexer, '}', open);
    return;
  }
  lexer.symbol('(', 0);
  lexer.single();
  lexer.symbol(')', 0);
}

/** Everything before a closing sign, in parentheses. */
function until(lexer: Reader, close: string, open: number): void {
  lexer.symbol('(', 0);
  const depth = lexer.brackets.length;
  while (lexer.at < lexer.text.length) {
    if (lexer.text[lexer.at] === close && lexer.brackets.length <= depth) {
      lexer.symbol(')', 1);
      return;
    }
    lexer.one();
  }
  throw new LanguageError(`"${lexer.text[open]}" is never closed`, open);
}
