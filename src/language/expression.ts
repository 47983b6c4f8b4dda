import { LanguageError } from './error.ts';
import { withApplications } from './formula/applications.ts';
import { withCalls } from './formula/bars.ts';
import type { Formula } from './formula/formula.ts';
import { formulaFunctions } from './formula/functions.ts';
import { withGroups } from './formula/groups.ts';
import { withoutLead } from './formula/lead.ts';
import { FormulaLexer } from './formula/lexer.ts';
import { plain } from './formula/plain.ts';
import { shaped } from './formula/shaped.ts';
import type { Vocabulary } from './formula/vocabulary.ts';
import { withSeparators } from './matrices.ts';
import { STUDENT_OPERATORS, TRANSPOSED } from './operators.ts';
import { parse } from './parser.ts';
import type { Grammar, Token } from './syntax.ts';

export { type CallFormula, type Formula, literal, partsOf } from './formula/formula.ts';
export { likeness, readName } from './formula/names.ts';
export { printFormula } from './formula/print.ts';
export { formulaTex } from './formula/tex.ts';
export { Vocabulary } from './formula/vocabulary.ts';

/** Formulas with symbols as students type them, on keyboards, in LaTeX and with letters from anywhere. */

const LONGEST = 1000;

/** What blanks in square brackets without commas and semicolons are: `[x y]` is a row, or x y in brackets. */
type Brackets = 'rows' | 'groups';

/**
 * The formula that a student's text means: `2wx + b`, `\frac{1}{1+e^{-x}}`, `σ(Wᵀx)`.
 *
 * @throws LanguageError that says why it cannot be read
 */
export function readFormula(typed: string, vocabulary: Vocabulary, brackets: Brackets = 'rows'): Formula {
  if (typed.length > LONGEST) {
    throw new LanguageError(`${typed.length} characters are too long: at most ${LONGEST}`, LONGEST);
  }
  const { text, offsets } = plain(typed);
  try {
    return shaped(parse(withoutLead(text), grammarOf(vocabulary, brackets)), vocabulary);
  } catch (error) {
    if (!(error instanceof LanguageError)) throw error;
    throw new LanguageError(error.message, offsets[error.position] ?? typed.length);
  }
}

function grammarOf(vocabulary: Vocabulary, brackets: Brackets): Grammar {
  const isName = (text: string): boolean => vocabulary.symbols.has(text);
  const tokens = (text: string): readonly Token[] => {
    const all = new FormulaLexer(text, vocabulary).all();
    const found = brackets === 'groups' ? withGroups(all) : all;
    return withSeparators(withApplications(withCalls(found), isName), text);
  };
  return {
    tokens,
    // Letters in plain form can be several.
    longest: 4 * LONGEST,
    binary: STUDENT_OPERATORS,
    postfix: new Set(['%', TRANSPOSED]),
    separators: new Set([',', ';']),
    implicitProducts: true,
    structures: false,
    functions: new Set([...formulaFunctions.keys(), 'bars'].filter(name => !isName(name))),
  };
}
