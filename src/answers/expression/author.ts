import * as v from 'valibot';
import { symbolTex } from '../../compute/symbol.ts';
import type { Located } from '../../language/located.ts';
import type { Author, Making, ToldMistake } from '../author.ts';
import { count, list, symbols, text } from '../fields.ts';
import { checkExpression } from './check.ts';
import { DOMAINS, type Domain, type ExpressionKey, type ExpressionSymbol } from './expression.ts';

/** `expression: FORMULA` as a student would type it, with its `symbols:` and their domains, and `equivalent:` forms. */

type SymbolFields = Domain | { readonly domain?: Domain; readonly shape?: readonly number[]; readonly tex?: string };

interface ExpressionFields {
  readonly expression: string;
  readonly symbols?: unknown;
  readonly equivalent?: readonly string[];
}

export interface ExpressionAnswer {
  readonly kind: 'expression';
  readonly text: Located;
  readonly symbols: readonly ExpressionSymbol[];
  readonly equivalent: readonly Located[];
}

const formulaText = text('a formula as a student types it');
const domain = v.union(
  [v.picklist(DOMAINS), v.strictTuple([v.number(), v.number()])],
  `must be ${DOMAINS.join(', ')} or [lowest, highest]`,
);
const declared = v.record(
  v.pipe(v.string(), v.nonEmpty()),
  v.union(
    [
      domain,
      v.strictObject({
        domain: v.optional(domain),
        shape: v.optional(v.array(count)),
        tex: v.optional(text('the LaTeX of the symbol')),
      }),
    ],
    `must be a domain (${DOMAINS.join(', ')}, [lowest, highest]) or { domain: …, shape: [rows, columns] }`,
  ),
);

function symbolOf(name: string, fields: SymbolFields): ExpressionSymbol {
  const isDomain = typeof fields === 'string' || Array.isArray(fields);
  const own = isDomain ? { domain: fields as Domain } : (fields as Exclude<SymbolFields, Domain>);
  return { name, tex: own.tex ?? symbolTex(name), domain: own.domain ?? 'real', shape: own.shape ?? [] };
}

export const expressionAuthor: Author<ExpressionFields, ExpressionAnswer, ExpressionKey> = {
  fields: {
    expression: v.optional(formulaText),
    symbols: v.optional(symbols),
    equivalent: v.optional(list(formulaText, '[sqrt(2n)/n]')),
  },
  read: (fields, { textAt, refuse }) => {
    const parsed = v.safeParse(declared, fields.symbols ?? {});
    if (!parsed.success) {
      const [issue] = parsed.issues;
      return refuse(issue.message, 'symbols', ...(issue.path ?? []).slice(0, 1).map(({ key }) => String(key)));
    }
    return {
      kind: 'expression',
      text: textAt(fields.expression, 'expression'),
      symbols: Object.entries(parsed.output).map(([name, own]) => symbolOf(name, own as SymbolFields)),
      equivalent: (fields.equivalent ?? []).map((one, i) => textAt(one, 'equivalent', i)),
    };
  },
  formulas: () => [],
  texts: ({ text: own, equivalent }) => [own, ...equivalent],
  problems: () => [],
  recognises: true,
  shuffles: () => false,
  key: (answer, making) => {
    const key = keyOf(answer, making);
    for (const problem of checked(key)) making.refuse(problem, answer.text);
    return key;
  },
};

function keyOf({ text: own, symbols: known, equivalent }: ExpressionAnswer, making: Making): ExpressionKey {
  return {
    kind: 'expression',
    text: making.fillFormula(own),
    symbols: known,
    equivalent: equivalent.map(making.fillFormula),
    mistakes: making.told.map(({ value, tag, because }: ToldMistake) => ({
      text: making.fillFormula(value),
      tag,
      because,
    })),
  };
}

/** Comparing formulas takes a while, and most variants have the same ones. */
const known = new Map<string, readonly string[]>();
const MOST_KEPT = 1000;

function checked(key: ExpressionKey): readonly string[] {
  const id = JSON.stringify(key);
  const found = known.get(id) ?? checkExpression(key);
  if (known.size >= MOST_KEPT) known.clear();
  known.set(id, found);
  return found;
}
