import { columns } from '../columns.ts';

/** Where text may be broken that is better left whole: a blank is replaced by a sign for how much is lost there. */

/** Never broken. */
const FIXED = '\u00a0';

/**
 * Broken only where what stands between two blanks is wider than the line, the first of these before the second, and so
 * on: after an operator, between factors, after an operator in brackets, between factors in brackets.
 */
export const RELUCTANT = ['\ue000', '\ue001', '\ue002', '\ue003'] as const;

const BLANKS = new RegExp(`[${FIXED}${RELUCTANT.join('')}]`, 'g');

/** What is no longer than this stays on one line, if the line is long enough. */
const UNBROKEN_COLUMNS = 24;

const BLANK = /(?<=(.)) +(?=(.)(?= |(.)|$))|[([{⌊⌈⟨]|[)\]}⌋⌉⟩]/gu;
const OPERATOR = /[=≠<>≤≥≈≡∝∈∼→←⇒⟹+−±·×⊙|]/u;
const PAUSE = /[,;:]/u;

/** A formula may go on in the next line after an operator or a comma; in brackets, only if nothing else will do. */
export function breakable(formula: string): string {
  const isShort = columns(formula) <= UNBROKEN_COLUMNS;
  let depth = 0;
  return formula.replaceAll(BLANK, (sign, before?: string, after?: string, next?: string) => {
    if (before === undefined) {
      depth = /[([{⌊⌈⟨]/u.test(sign) ? depth + 1 : Math.max(0, depth - 1);
      return sign;
    }
    // An operator with a blank on either side stays behind its left operand; a sign belongs to what follows it.
    if (after !== undefined && next === undefined && OPERATOR.test(after)) return FIXED.repeat(sign.length);
    const worst = (OPERATOR.test(before) || PAUSE.test(before) || sign.length > 1 ? 0 : 1) + (depth > 0 ? 2 : 0);
    return worst === 0 && !isShort ? sign : (RELUCTANT[worst] ?? FIXED).repeat(sign.length);
  });
}

/** A short text that is not broken, such as a piece of code. */
export function unbroken(text: string): string {
  return columns(text) <= UNBROKEN_COLUMNS ? text.replaceAll(' ', FIXED) : text;
}

/** What stands behind a number and belongs to it. */
const UNIT = /^(?:[%‰°]|[kMGT]?B|bits?|bytes?|[kMG]?Hz|[mµn]?s|px|credits?)(?![\p{L}\p{N}])/u;

/** Whether the blank between two words is that between a number and its unit. */
export function isMeasure(before: string, after: string): boolean {
  return /\p{N}$/u.test(before) && UNIT.test(after);
}

/** The text as it is shown. */
export function shown(text: string): string {
  return text.replaceAll(BLANKS, ' ');
}
