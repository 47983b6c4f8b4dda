import type { Cursor } from './cursor.ts';
import { LanguageError } from './error.ts';
import type { Call, Expression, Index, List, NamedArgument, Place, Token } from './syntax.ts';

/** What stands in brackets: arguments, lists and indices. `one` reads an expression. */

export function call(cursor: Cursor, name: Token, separators: ReadonlySet<string>, one: () => Expression): Call {
  const open = cursor.take();
  const positional: Expression[] = [];
  const named: NamedArgument[] = [];
  while (!cursor.at(')')) {
    const token = cursor.peek();
    if (token.kind === 'name' && cursor.precedes('=')) {
      cursor.take();
      cursor.take();
      if (named.some(other => other.name === token.text)) {
        throw new LanguageError(`"${token.text}" is given twice`, token.at);
      }
      named.push({ name: token.text, at: token.at, value: one() });
    } else {
      if (named.length > 0) throw new LanguageError('an argument without a name follows named ones', token.at);
      positional.push(one());
    }
    if (!separators.has(cursor.peek().text)) break;
    cursor.take();
  }
  cursor.close(')', open);
  return { kind: 'call', at: name.at, callee: name.text, positional, named };
}

export function list(cursor: Cursor, open: Token, one: () => Expression): List {
  if (cursor.at(']')) throw new LanguageError('a list needs at least one element', open.at);
  const rows: Expression[][] = [];
  do {
    const row = [one()];
    while (cursor.skip(',') && !cursor.at(']')) row.push(one());
    rows.push(row);
  } while (cursor.skip(';'));
  cursor.close(']', open);
  return { kind: 'list', at: open.at, rows };
}

export function index(cursor: Cursor, target: Expression, one: () => Expression): Index {
  const open = cursor.take();
  const places: Place[] = [];
  do places.push(place(cursor, one));
  while (cursor.skip(','));
  cursor.close(']', open);
  return { kind: 'index', at: open.at, target, places };
}

/** Where the bound of a slice is left out; the last is the end of the text. */
const BOUND_MISSING = new Set([':', ',', ']', '']);

function place(cursor: Cursor, one: () => Expression): Place {
  const end = (): Expression | null => (BOUND_MISSING.has(cursor.peek().text) ? null : one());
  const { at } = cursor.peek();
  const from = cursor.at(':') ? null : one();
  if (from && !cursor.at(':')) return { kind: 'single', value: from };
  cursor.take();
  const to = end();
  return { kind: 'slice', at, from, to, step: cursor.skip(':') ? end() : null };
}
