import { type Argument, type LibraryFunction, signature } from '../compute/library/function.ts';
import type { Parameter } from '../compute/library/parameters.ts';
import { LanguageError } from './error.ts';
import type { Compute } from './scope.ts';
import { didYouMean, quoted } from './suggest.ts';
import type { Call, Expression } from './syntax.ts';

/**
 * Arguments by the names of their parameters.
 *
 * @throws LanguageError at an argument that is unknown, given twice or not among the words allowed, and at the function
 * where there are too many or too few
 */
export function argumentsOf(call: Call, row: LibraryFunction, compute: Compute): Map<string, Argument> {
  const places = placesOf(row);
  const { positional, named, at } = call;
  if (positional.length > places.length || positional.length + named.length === 0) checkNumber(row, places, call);
  const args = new Map<string, Argument>();
  const receive = (name: string, expression: Expression): void => {
    const { words } = row.parameters.get(name) as Parameter;
    args.set(name, words ? wordOf(row, name, words, expression) : compute(expression));
  };
  positional.forEach((expression, i) => {
    receive(places[i] as string, expression);
  });
  for (const argument of named) {
    checkName(row, argument.name, args, argument.at);
    receive(argument.name, argument.value);
  }
  for (const [name, parameter] of row.parameters) {
    if (!args.has(name) && isNeeded(parameter)) {
      throw new LanguageError(`${signature(row)} needs a value for "${name}"`, at);
    }
  }
  return args;
}

/** The parameters that arguments without a name fill, in order. */
function placesOf(row: LibraryFunction): string[] {
  const places: string[] = [];
  for (const [name, { named }] of row.parameters) if (!named) places.push(name);
  return places;
}

const isNeeded = (parameter: Parameter): boolean => parameter.default === undefined && !parameter.optional;

function checkNumber(row: LibraryFunction, places: readonly string[], { positional, at }: Call): void {
  const [least, most] = [[...row.parameters.values()].filter(isNeeded).length, places.length];
  if (positional.length >= least && positional.length <= most) return;
  const wanted = least >= most ? `${most}` : `${least} to ${most}`;
  const noun = most === 1 ? 'argument' : 'arguments';
  const head = `${row.name}(${places.join(', ')})`;
  throw new LanguageError(`${head} takes ${wanted} ${noun}, not ${positional.length}`, at);
}

function checkName(row: LibraryFunction, name: string, given: ReadonlyMap<string, Argument>, at: number): void {
  if (!row.parameters.has(name)) {
    const hint = didYouMean(name, row.parameters.keys());
    throw new LanguageError(`${signature(row)} has no parameter ${quoted(name)}${hint}`, at);
  }
  if (given.has(name)) throw new LanguageError(`${signature(row)}: "${name}" is given twice`, at);
}

/** A bare word; it wins over a variable of the same name. */
function wordOf(row: LibraryFunction, name: string, words: readonly string[], expression: Expression): string {
  const word = expression.kind === 'name' ? expression.name : '';
  if (words.includes(word)) return word;
  const message = `${row.name}: "${name}" must be one of ${words.join(', ')}${didYouMean(word, words)}`;
  throw new LanguageError(message, expression.at);
}
