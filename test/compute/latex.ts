/**
 * The LaTeX that steps print, as a student would type it, so that a printed substitution can be computed again with the
 * student's own parser. It knows what the operations write and nothing else.
 */

/** Something that a student has no way to type: dots, a text, a comparison. */
class Untypable extends Error {}

/** null where the formula contains something that cannot be typed. */
export function studentText(tex: string): string | null {
  try {
    return new Reader(tex).until(() => false);
  } catch (error) {
    if (error instanceof Untypable) return null;
    throw error;
  }
}

/** Commands that a student types as a function of the same or another name. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  '\\ln': 'ln',
  '\\exp': 'exp',
  '\\tanh': 'tanh',
  '\\sigma': 'sigmoid',
  '\\max': 'max',
  '\\min': 'min',
  '\\sin': 'sin',
  '\\cos': 'cos',
  ReLU: 'relu',
  ...Object.fromEntries(
    'softmax logsumexp mean argmax argmin sign round softplus erf'.split(' ').map(name => [name, name]),
  ),
};
const SIGNS: Readonly<Record<string, string>> = { '\\cdot': '*', '\\odot': '⊙', '\\;': ' ', '\\,': ' ' };
const OPENING: Readonly<Record<string, string>> = { '(': '(', '\\lfloor': 'floor(', '\\lceil': 'ceil(', '|': 'abs(' };

/** What a sum does not reach beyond. */
const SUM_ENDS = /^(?:[+\-,&}]|\\\\|\\right|\\end\{bmatrix\})$/;

class Reader {
  private readonly tokens: readonly string[];
  private at = 0;

  constructor(tex: string) {
    this.tokens = tex.match(/\\begin\{bmatrix\}|\\end\{bmatrix\}|\\[A-Za-z]+|\\.|\s+|./gsu) ?? [];
  }

  /** Everything up to a token at which `ends` holds, which is not taken. */
  until(ends: (token: string) => boolean): string {
    let text = '';
    while (this.at < this.tokens.length && !ends(this.peek())) text += this.next();
    return text;
  }

  private next(): string {
    const token = this.take();
    if (token in SIGNS) return SIGNS[token] as string;
    if (token in FUNCTIONS) return this.call(FUNCTIONS[token] as string);
    switch (token) {
      case '{':
        return this.closing('}');
      case '^':
        return this.raised();
      case '\\frac':
        return `((${this.group()})/(${this.group()}))`;
      case '\\sqrt':
        return `sqrt(${this.group()})`;
      case '\\sum':
        return this.sum();
      case '\\operatorname':
        return this.call(this.named(this.raw()));
      case '\\mathbf':
        return this.ones();
      case '\\begin{bmatrix}':
        return this.matrix();
      case '\\left':
        return this.bracket();
      default:
        if (token.startsWith('\\')) throw new Untypable(token);
        return token;
    }
  }

  private named(name: string): string {
    const known = FUNCTIONS[name];
    if (known === undefined) throw new Untypable(name);
    return known;
  }

  private bracket(): string {
    const opening = OPENING[this.take()];
    if (opening === undefined) throw new Untypable('bracket');
    const inner = this.until(token => token === '\\right');
    this.at += 2;
    return `${opening}${inner})`;
  }

  /** A function with its axes, which are written below its name and typed after its argument. */
  private call(name: string): string {
    const axes = this.axes();
    if (axes !== '' && (name === 'max' || name === 'min')) throw new Untypable('an axis by name');
    if (this.peek() !== '\\left') throw new Untypable(name);
    this.at++;
    return `${name}${this.bracket().replace(/\)$/, `${axes})`)}`;
  }

  /** A sum reaches as far as products do. */
  private sum(): string {
    const axes = this.axes();
    const inner = this.until(token => SUM_ENDS.test(token));
    return `sum(${inner}${axes}) `;
  }

  /** `_{\text{axis 0 kept}}` as further arguments. */
  private axes(): string {
    if (this.peek() !== '_') return '';
    this.at++;
    const text = this.raw();
    const [, numbers = '', kept] = /^\\text\{ax[ie]s ([-\d, ]+?)( kept)?\}$/.exec(text) ?? [];
    if (numbers === '') throw new Untypable(text);
    return `, ${numbers.includes(',') ? `[${numbers}]` : numbers}${kept ? ', 1' : ''}`;
  }

  private raised(): string {
    const start = this.at;
    const raw = this.raw();
    if (raw === '\\top') return '^T ';
    const isEach = raw.startsWith('\\odot');
    this.at = start;
    const exponent = this.group();
    return isEach ? `.^(${exponent.replace('⊙', '')})` : `^(${exponent})`;
  }

  private ones(): string {
    const digit = this.raw();
    if (!/^[01]$/.test(digit) || this.take() !== '_') throw new Untypable('unit vector');
    const sides = this.raw().split('\\times').map(Number);
    if (sides.length > 2) throw new Untypable('deep');
    const row = Array.from({ length: sides[1] ?? 1 }, () => digit).join(', ');
    return `[${Array.from({ length: sides[0] as number }, () => row).join('; ')}]`;
  }

  private matrix(): string {
    const rows: string[][] = [[]];
    for (;;) {
      const cell = this.until(token => token === '&' || token === '\\\\' || token === '\\end{bmatrix}');
      rows.at(-1)?.push(`(${cell.trim()})`);
      const end = this.take();
      if (end === '\\\\') rows.push([]);
      if (end === '\\end{bmatrix}') return `[${rows.map(row => row.join(', ')).join('; ')}]`;
    }
  }

  /** A group in braces, translated. */
  private group(): string {
    if (this.take() !== '{') throw new Untypable('no group');
    return this.closing('}');
  }

  private closing(end: string): string {
    const inner = this.until(token => token === end);
    this.at++;
    return inner;
  }

  /** A group in braces as it stands. */
  private raw(): string {
    const start = this.at;
    let depth = 0;
    do {
      const token = this.take();
      if (token === '{') depth++;
      if (token === '}') depth--;
    } while (depth > 0);
    return this.tokens.slice(start + 1, this.at - 1).join('');
  }

  private peek(): string {
    return this.tokens[this.at] ?? '';
  }

  private take(): string {
    const token = this.tokens[this.at++];
    if (token === undefined) throw new Error('the formula ends too early');
    return token;
  }
}
