import type { BinaryFormula, CallFormula, Formula, MatrixFormula, UnaryFormula } from './formula.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A formula as plain text in canonical form, which reads as the same formula. */

/** How tightly a part holds together: in a place that asks for more it stands in parentheses. */
const LEVEL = { sum: 1, product: 2, sign: 3, power: 4, postfix: 5, atom: 6 } as const;

const OPERATORS: Readonly<Record<string, { readonly level: number; readonly text: string }>> = {
  '+': { level: LEVEL.sum, text: ' + ' },
  '-': { level: LEVEL.sum, text: ' - ' },
  '*': { level: LEVEL.product, text: '*' },
  '/': { level: LEVEL.product, text: '/' },
  '.*': { level: LEVEL.product, text: ' .* ' },
  './': { level: LEVEL.product, text: ' ./ ' },
  '^': { level: LEVEL.power, text: '^' },
  '.^': { level: LEVEL.power, text: ' .^ ' },
};

interface Printed {
  readonly text: string;
  readonly level: number;
}

export function printFormula(formula: Formula, vocabulary: Vocabulary): string {
  // The letter T cannot be both a name and the mark of a transpose.
  const printer = new Printer(!vocabulary.has(/^T/));
  return printer.print(formula).text;
}

class Printer {
  private readonly hasTransposeMark: boolean;

  constructor(hasTransposeMark: boolean) {
    this.hasTransposeMark = hasTransposeMark;
  }

  print(formula: Formula): Printed {
    switch (formula.kind) {
      case 'number':
        return { text: String(formula.value), level: LEVEL.atom };
      case 'name':
        return { text: formula.name, level: LEVEL.atom };
      case 'unary':
        return this.unary(formula);
      case 'binary':
        return this.binary(formula);
      case 'call':
        return this.call(formula);
      case 'matrix':
        return this.matrix(formula);
    }
  }

  private at(formula: Formula, level: number): string {
    const { text, level: own } = this.print(formula);
    return own >= level ? text : `(${text})`;
  }

  private unary({ operator, operand }: UnaryFormula): Printed {
    if (operator === '-') return { text: `-${this.at(operand, LEVEL.sign)}`, level: LEVEL.sign };
    if (operator === '%') return { text: `${this.at(operand, LEVEL.postfix)}%`, level: LEVEL.postfix };
    if (this.hasTransposeMark) return { text: `${this.at(operand, LEVEL.postfix)}^T`, level: LEVEL.postfix };
    return { text: `transpose(${this.print(operand).text})`, level: LEVEL.atom };
  }

  private binary({ operator, left, right }: BinaryFormula): Printed {
    const { level, text } = OPERATORS[operator] as { level: number; text: string };
    if (level === LEVEL.power) {
      return { text: `${this.at(left, LEVEL.atom)}${text}${this.at(right, LEVEL.postfix)}`, level };
    }
    const behind = this.print(right);
    // A sign behind another sign is hard to read.
    const isBare = behind.level > level && !behind.text.startsWith('-');
    return { text: `${this.at(left, level)}${text}${isBare ? behind.text : `(${behind.text})`}`, level };
  }

  private call({ callee, args }: CallFormula): Printed {
    return { text: `${callee}(${args.map(arg => this.print(arg).text).join(', ')})`, level: LEVEL.atom };
  }

  private matrix({ rows }: MatrixFormula): Printed {
    const body = rows.map(row => row.map(cell => this.print(cell).text).join(', ')).join('; ');
    return { text: `[${body}]`, level: LEVEL.atom };
  }
}
