import { digitsTex } from '../../compute/digits.ts';
import type { BinaryFormula, CallFormula, Formula, NameLeaf, UnaryFormula } from './formula.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A formula as LaTeX, in its own form. */

const LEVEL = { sum: 1, product: 2, sign: 3, fraction: 4, call: 5, atom: 6 } as const;

const NAMED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['exp', 'ln', 'log', 'sin', 'cos', 'tanh', 'max', 'min'].map(name => [name, `\\${name}`])),
  log2: '\\log_{2}',
  log10: '\\log_{10}',
  sigmoid: '\\sigma',
  relu: '\\operatorname{ReLU}',
  silu: '\\operatorname{SiLU}',
  gelu: '\\operatorname{GELU}',
  elu: '\\operatorname{ELU}',
  leaky_relu: '\\operatorname{LeakyReLU}',
};

/** What a function writes around its argument. */
const AROUND: Readonly<Record<string, (inner: string) => string>> = {
  sqrt: inner => `\\sqrt{${inner}}`,
  abs: inner => `\\left|${inner}\\right|`,
  norm: inner => `\\left\\lVert ${inner} \\right\\rVert`,
  floor: inner => `\\left\\lfloor ${inner} \\right\\rfloor`,
  ceil: inner => `\\left\\lceil ${inner} \\right\\rceil`,
};

interface Written {
  readonly tex: string;
  readonly level: number;
}

const inParentheses = (tex: string): string => `\\left(${tex}\\right)`;

export function formulaTex(formula: Formula, vocabulary: Vocabulary): string {
  return write(formula, vocabulary, false).tex;
}

function write(formula: Formula, vocabulary: Vocabulary, small: boolean): Written {
  const inner = (part: Formula, isSmall = small): string => write(part, vocabulary, isSmall).tex;
  const at: At = (part, level) => {
    const { tex, level: own } = write(part, vocabulary, small);
    return own >= level ? tex : inParentheses(tex);
  };
  switch (formula.kind) {
    case 'number':
      return number(formula.value);
    case 'name':
      return name(formula, vocabulary);
    case 'unary':
      return unary(formula, at);
    case 'binary':
      return formula.operator.includes('^') ? power(formula, at, inner) : binary(formula, at, inner, small);
    case 'call':
      return call(formula, inner);
    case 'matrix':
      return {
        tex: `\\begin{bmatrix} ${formula.rows.map(row => row.map(cell => inner(cell)).join(' & ')).join(' \\\\ ')} \\end{bmatrix}`,
        level: LEVEL.atom,
      };
  }
}

type At = (part: Formula, level: number) => string;
type Inner = (part: Formula, small?: boolean) => string;

function number(value: number): Written {
  const tex = digitsTex(String(value).replace('e+', 'e'));
  return { tex, level: tex.includes('\\cdot') ? LEVEL.product : tex.includes('^') ? LEVEL.call : LEVEL.atom };
}

/** A name with a mark above its line is put in parentheses before it is raised. */
function name({ name: word }: NameLeaf, vocabulary: Vocabulary): Written {
  const tex = vocabulary.symbols.get(word)?.tex ?? (word === 'pi' ? '\\pi' : word);
  return { tex, level: /[\^']/.test(tex) ? LEVEL.call : LEVEL.atom };
}

function unary({ operator, operand }: UnaryFormula, at: At): Written {
  if (operator === '-') return { tex: `-${at(operand, LEVEL.product)}`, level: LEVEL.sign };
  if (operator === '%') return { tex: `${at(operand, LEVEL.fraction)}\\%`, level: LEVEL.call };
  return { tex: `${at(operand, LEVEL.atom)}^{\\top}`, level: LEVEL.call };
}

function power({ operator, left, right }: BinaryFormula, at: At, inner: Inner): Written {
  const mark = operator === '.^' ? '\\odot ' : '';
  // A root and bars close by themselves.
  const isClosed = left.kind === 'call' && left.callee in AROUND;
  return { tex: `${at(left, isClosed ? LEVEL.call : LEVEL.atom)}^{${mark}${inner(right, true)}}`, level: LEVEL.call };
}

function binary({ operator, left, right }: BinaryFormula, at: At, inner: Inner, small: boolean): Written {
  switch (operator) {
    case '+':
    case '-':
      return {
        tex: `${at(left, LEVEL.sum)} ${operator} ${behind(right, operator === '+' ? LEVEL.product : LEVEL.product, at)}`,
        level: LEVEL.sum,
      };
    case '/':
      return small
        ? { tex: `${at(left, LEVEL.product)}/${at(right, LEVEL.fraction)}`, level: LEVEL.product }
        : { tex: `\\frac{${inner(left)}}{${inner(right)}}`, level: LEVEL.fraction };
    case '*':
      return product(left, right, at);
    default: {
      const sign = operator === '.*' ? '\\odot' : '\\oslash';
      return { tex: `${at(left, LEVEL.fraction)} ${sign} ${at(right, LEVEL.fraction)}`, level: LEVEL.product };
    }
  }
}

/** What follows a sign begins with none. */
function behind(part: Formula, level: number, at: At): string {
  const tex = at(part, level);
  return tex.startsWith('-') ? inParentheses(tex) : tex;
}

/** Without a sign, unless a number follows. */
function product(left: Formula, right: Formula, at: At): Written {
  const [first, second] = [at(left, LEVEL.product), behind(right, LEVEL.fraction, at)];
  const looksLikeCall = left.kind === 'name' && second.startsWith('\\left(');
  const sign = /^\d/.test(second) ? ' \\cdot ' : looksLikeCall ? ' \\, ' : ' ';
  return { tex: `${first}${sign}${second}`, level: LEVEL.product };
}

function call({ callee, args }: CallFormula, inner: Inner): Written {
  const [first, ...others] = args as [Formula, ...Formula[]];
  const around = AROUND[callee];
  if (around) {
    const index = others.length > 0 ? `_{${others.map(other => inner(other)).join()}}` : '';
    return {
      tex: `${around(inner(first, false))}${index}`,
      level: index === '' && callee !== 'sqrt' ? LEVEL.atom : LEVEL.call,
    };
  }
  if (callee === 'inverse') return { tex: `${inParentheses(inner(first))}^{-1}`, level: LEVEL.call };
  const word = NAMED[callee] ?? `\\operatorname{${callee}}`;
  const [base, ...rest] = callee === 'log' ? others : [];
  const index = base ? `_{${inner(base)}}` : '';
  const list = base ? [first, ...rest] : args;
  return { tex: `${word}${index}${inParentheses(list.map(arg => inner(arg)).join(', '))}`, level: LEVEL.call };
}
