import { markReply } from '../../answers/answers.ts';
import type { Form, FormPart } from '../form.ts';
import type { PaperRow } from './replies.ts';

/**
 * Where a spreadsheet writes decimals with a comma, 2,132 is no thousand: this is known where other numbers of the table
 * can be nothing but decimals with a comma, and none has a point.
 */

const COMMA = /^[-+−]?(?:0,\d+|\d+,(?:\d{1,2}|\d{4,}))(?:e[-+]?\d+)?\s*%?$/i;
const POINT = /\d\.\d|^[-+−]?\.\d/;
const EITHER = /^([-+−]?[1-9]\d{0,2}),(\d{3}(?:e[-+]?\d+)?\s*%?)$/i;

/** What else a cell can be read as. */
export type Decimals = 'as typed' | 'comma';

/** @param formOf of a row */
export function decimalsOf(rows: readonly PaperRow[], formOf: (row: PaperRow) => Form): Decimals {
  const numbers = rows.flatMap(row =>
    partsOf(formOf(row)).flatMap(({ key, label }) =>
      key.kind === 'number' ? [(row.replies.get(label) ?? '').trim()] : [],
    ),
  );
  return numbers.some(text => COMMA.test(text)) && !numbers.some(text => POINT.test(text)) ? 'comma' : 'as typed';
}

/** The number with a point; as it was typed where nothing is to be changed, or where it would be right as a thousand. */
export function withPoint(reply: string, { key, name }: FormPart, decimals: Decimals): string {
  const typed = reply.trim();
  if (decimals === 'as typed' || key.kind !== 'number' || !EITHER.test(typed)) return reply;
  const isThousand = markReply(name, typed.replace(',', ''), key).credit > 0;
  return isThousand ? reply : typed.replace(EITHER, '$1.$2');
}

function partsOf({ problems }: Form): readonly FormPart[] {
  return problems.flatMap(({ questions }) => questions.flatMap(({ parts }) => parts));
}
