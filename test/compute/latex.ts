/**
 * The LaTeX that steps print, back in the author's language, so that a printed substitution can be computed again. It knows
 * what the operations write and nothing else; anything left over makes the author's parser complain.
 */
export function authorText(tex: string): string {
  return plain(readAll(tex));
}

/** Commands in front of one pair of parentheses. */
const NAMED: Readonly<Record<string, string>> = {
  '\\ln': 'ln',
  '\\exp': 'exp',
  '\\tanh': 'tanh',
  '\\sigma': 'sigmoid',
  '\\operatorname{ReLU}': 'relu',
  '\\max': 'max',
  '\\min': 'min',
};

/** Groups in braces first, innermost included: \frac{a}{b}, \sqrt{a}, ^{a}, matrices. */
function readAll(tex: string): string {
  let text = tex;
  for (;;) {
    const next = text
      .replaceAll(/\\begin\{bmatrix\}([^\\]*(?:\\\\[^\\]*)*)\\end\{bmatrix\}/g, (_, body: string) => matrix(body))
      .replaceAll(/\\operatorname\{ReLU\}/g, 'relu')
      .replaceAll(/\\frac\{([^{}]*)\}\{([^{}]*)\}/g, '(($1)/($2))')
      .replaceAll(/\\sqrt\{([^{}]*)\}/g, 'sqrt($1)')
      .replaceAll(/\^\{([^{}]*)\}/g, '^($1)');
    if (next === text) return text;
    text = next;
  }
}

function matrix(body: string): string {
  const rows = body.split('\\\\').map(row =>
    row
      .split('&')
      .map(cell => `(${cell.trim()})`)
      .join(', '),
  );
  return rows.length === 1 ? `[${rows[0]}]` : `[${rows.map(row => `[${row}]`).join(', ')}]`;
}

function plain(text: string): string {
  let result = text;
  for (const [tex, name] of Object.entries(NAMED)) result = result.replaceAll(`${tex}\\left(`, `${name}(`);
  return result
    .replaceAll('\\left\\lfloor', 'floor(')
    .replaceAll('\\right\\rfloor', ')')
    .replaceAll('\\left\\lceil', 'ceil(')
    .replaceAll('\\right\\rceil', ')')
    .replaceAll('\\left|', 'abs(')
    .replaceAll('\\right|', ')')
    .replaceAll('\\left[', '[')
    .replaceAll('\\right]', ']')
    .replaceAll('\\left(', '(')
    .replaceAll('\\right)', ')')
    .replaceAll(/\\sum (\[[^\]]*\]|\((?:[^()]|\([^()]*\))*\))/g, 'sum($1)')
    .replaceAll('\\cdot', '*')
    .replaceAll('\\le', '<=')
    .replaceAll('\\ge', '>=')
    .replaceAll('\\ne', '!=')
    .replaceAll(' = ', ' == ')
    .replaceAll(',\\;', ',');
}
