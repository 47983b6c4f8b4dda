import { LanguageError } from '../../language/error.ts';
import { type Formula, likeness, partsOf, readFormula, readName } from '../../language/expression.ts';
import { quoted } from '../../language/suggest.ts';
import { comparable, compare, pointsFor } from './equality.ts';
import type { ExpressionKey } from './key.ts';
import { compile } from './program.ts';
import { read } from './reading.ts';
import { type ExpressionSymbol, vocabularyOf } from './symbols.ts';

/** What an author should know about a key before a student meets it. */

/** Numbers that one symbol may hold. */
const LARGEST_SYMBOL = 100;

/** Every problem in words; none where the key is sound. */
export function checkExpression(key: ExpressionKey): readonly string[] {
  const problems = key.symbols.flatMap(symbolProblems).concat(likeProblems(key.symbols));
  const texts = [key.text, ...key.equivalent, ...key.mistakes.map(({ text }) => text)];
  const unreadable = texts.flatMap(text => readingProblems(text, key));
  if (unreadable.length > 0) return [...problems, ...unreadable];
  return [...problems, ...unusedProblems(key), ...equalityProblems(key)];
}

function symbolProblems({ name, shape, domain }: ExpressionSymbol): string[] {
  const found: string[] = [];
  if (!readName(name)) found.push(`symbol ${quoted(name)}: no name of the form x, beta_1, x', m_hat, h_{t-1} or W^(1)`);
  const isShape =
    shape.length === 0 || (shape.length === 2 && shape.every(side => Number.isInteger(side) && side >= 1));
  const size = shape.reduce((product, side) => product * side, 1);
  if (!isShape || (shape.length > 0 && size === 1)) {
    found.push(`symbol ${quoted(name)}: a shape is empty for a number, and else rows and columns`);
  }
  if (domain === 'identity' && shape[0] !== shape[1]) {
    found.push(`symbol ${quoted(name)}: an identity is a square matrix, such as shape: [3, 3]`);
  }
  if (size > LARGEST_SYMBOL) found.push(`symbol ${quoted(name)}: more than ${LARGEST_SYMBOL} numbers`);
  if (typeof domain !== 'string' && !(domain[0] < domain[1])) {
    found.push(`symbol ${quoted(name)}: its domain is empty`);
  }
  return found;
}

/** Names that a reader would take for one another, and those that are not read as themselves. */
function likeProblems(symbols: readonly ExpressionSymbol[]): string[] {
  const seen = new Map<string, string>();
  return symbols.flatMap(({ name }) => {
    const parts = readName(name);
    if (!parts) return [];
    const known = seen.get(likeness(parts));
    seen.set(likeness(parts), name);
    if (known !== undefined) return [`symbols ${quoted(known)} and ${quoted(name)} read alike`];
    const formula = formulaOf(name, symbols);
    return formula?.kind === 'name' && formula.name === name ? [] : [`symbol ${quoted(name)} is not read as itself`];
  });
}

function formulaOf(text: string, symbols: readonly ExpressionSymbol[]): Formula | null {
  try {
    return readFormula(text, vocabularyOf(symbols));
  } catch (error) {
    if (error instanceof LanguageError) return null;
    throw error;
  }
}

function readingProblems(text: string, { symbols }: ExpressionKey): string[] {
  const reading = read(text, symbols);
  if (reading.status === 'read') return [];
  return [`${quoted(text)} cannot be read: ${reading.status === 'empty' ? 'there is nothing' : reading.reason}`];
}

/** A symbol may be there to lead astray, as long as some misconception uses it. */
function unusedProblems({ text, symbols, equivalent, mistakes }: ExpressionKey): string[] {
  const used = new Set<string>();
  const visit = (formula: Formula): void => {
    if (formula.kind === 'name') used.add(formula.name);
    partsOf(formula).forEach(visit);
  };
  for (const one of [text, ...equivalent, ...mistakes.map(mistake => mistake.text)])
    visit(readFormula(one, vocabularyOf(symbols)));
  return symbols.flatMap(({ name }) =>
    used.has(name) ? [] : [`symbol ${quoted(name)} is used neither in the answer nor in a mistake`],
  );
}

function equalityProblems({ text, symbols, equivalent, mistakes }: ExpressionKey): string[] {
  const take = (one: string) => compile(readFormula(one, vocabularyOf(symbols)), symbols);
  const programs = [text, ...equivalent, ...mistakes.map(mistake => mistake.text)].map(take);
  const points = pointsFor(symbols, Math.max(...programs.map(({ cost }) => cost)));
  const [key, ...others] = programs.map(program => comparable(program, points));
  if (!key) return [];
  const verdictOn = (a: typeof key, b: typeof key | undefined): string => (b ? compare(a, b, symbols) : 'unclear');
  const itself = verdictOn(key, key);
  if (itself !== 'equal') return [`${quoted(text)} has a well-known value at too few points of the domains`];
  const wrongForms = equivalent.flatMap((form, i) => {
    const verdict = verdictOn(key, others[i]);
    return verdict === 'equal' ? [] : [`${quoted(form)} is not equal to the key (${verdict})`];
  });
  const wrong = others.slice(equivalent.length);
  const wrongMistakes = mistakes.flatMap((mistake, i) => {
    const own = wrong[i];
    if (own && compare(key, own, symbols) === 'equal')
      return [`the mistake ${quoted(mistake.text)} is equal to the key`];
    const earlier = wrong.slice(0, i).findIndex(other => own && compare(other, own, symbols) === 'equal');
    return earlier < 0
      ? []
      : [`the mistake ${quoted(mistake.text)} is equal to the earlier ${quoted(mistakes[earlier]?.text ?? '')}`];
  });
  return [...wrongForms, ...wrongMistakes];
}
