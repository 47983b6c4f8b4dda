import type { Token } from 'marked';
import { isMath, tokens } from '../../notation/markdown/lexer.ts';
import { inlineFormula } from '../../notation/math/formula.ts';
import { parseLatex } from '../../notation/math/latex.ts';

/** What is wrong with the formulas of a Markdown text. */

export interface FormulaProblem {
  /** As it stands in the text. */
  readonly raw: string;
  readonly message: string;
}

const known = new Map<string, readonly FormulaProblem[]>();
const MOST_KEPT = 2000;

/** Most texts come again at the next seed. */
export function formulaProblems(markdown: string): readonly FormulaProblem[] {
  const found = known.get(markdown) ?? look(markdown);
  if (known.size >= MOST_KEPT) known.clear();
  known.set(markdown, found);
  return found;
}

function look(markdown: string): readonly FormulaProblem[] {
  return [...everyToken(tokens(markdown))].flatMap(({ token, inTable }): FormulaProblem[] => {
    const { raw } = token;
    if (!isMath(token)) return isLeaf(token) ? outsideFormulas(raw) : [];
    const says = (message: string): FormulaProblem => ({ raw, message: `$${shortened(token.latex)}$: ${message}` });
    if (token.display && inTable) return [says('a displayed formula has no room in a table: use single $')];
    const refused = UNSETTABLE.find(({ pattern }) => pattern.test(token.latex));
    if (refused) return [says(refused.message)];
    if (!parseLatex(token.latex)) return [says(`${culprit(token.latex)}, and it would be shown as it stands`)];
    const left = /\\[A-Za-z]+/.exec(inlineFormula(token.latex))?.[0];
    return left === undefined ? [] : [says(`${left} cannot be shown: write it in another way`)];
  });
}

/** Why LaTeX cannot be read, as far as that is plain. */
function culprit(latex: string): string {
  const unknown = (latex.match(/\\[A-Za-z]+/g) ?? []).find(
    command => !TIED.test(command) && ['', '{x}', '{x}{x}'].every(args => !parseLatex(command + args)),
  );
  return unknown === undefined
    ? 'this LaTeX cannot be read: are its braces and its \\left, \\begin in pairs?'
    : `${unknown} is no command that is known`;
}

/** Commands that mean something only beside others. */
const TIED = /^\\(?:left|right|middle|begin|end|[bB]igg?[lrm]?|limits|nolimits)$/;

function isLeaf(token: Token): boolean {
  return token.type === 'text' && !('tokens' in token && token.tokens);
}

/** What looks like a piece of a formula in plain text. */
function outsideFormulas(raw: string): FormulaProblem[] {
  if (raw.includes('$')) {
    const message = `a $ in "${shortened(raw)}" opens or closes no formula: add its partner, or write \\$ for the sign`;
    return [{ raw, message }];
  }
  const command = /\\[A-Za-z]{2,}/.exec(raw)?.[0];
  return command === undefined ? [] : [{ raw, message: `${command} stands in plain text: put its formula between $` }];
}

/** What the way to paper cannot take. */
const UNSETTABLE: readonly { readonly pattern: RegExp; readonly message: string }[] = [
  {
    pattern: /\\x(?:right|left)arrow/,
    message: 'labelled arrows cannot be set on paper: use \\overset{…}{\\to} or words',
  },
  {
    pattern: /\\text\s*\{[^{}]*"[^{}]*\}/,
    message: 'a double quote inside \\text{} cannot be set on paper: leave it out',
  },
];

interface Met {
  readonly token: Token;
  readonly inTable: boolean;
}

function* everyToken(list: readonly Token[], inTable = false): Generator<Met> {
  for (const token of list) {
    yield { token, inTable };
    const inner = inTable || token.type === 'table';
    if ('tokens' in token && token.tokens) yield* everyToken(token.tokens, inner);
    if (token.type === 'list') yield* everyToken(token.items, inner);
    if (token.type === 'table') {
      for (const cell of [token.header, ...token.rows].flat()) yield* everyToken(cell.tokens, true);
    }
  }
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
