import { evaluateText } from './evaluation.ts';
import { exampleOf, type FunctionEntry, functionsByChapter } from './functions.ts';
import { resultInLine } from './value-text.ts';

/** The reference of the author's language as a page of Markdown. Every result on it is computed. */

const INTRODUCTION = `# The language of question files

Formulas stand behind \`let\`, \`where\`, \`number\`, \`value\` and \`instead\` in the front matter of a question, between \`{{\` and
\`}}\` in its text, and in the boxes of its options. \`tutor eval\` computes one on the spot, step by step, and
\`tutor bank functions NAME\` shows a function in full.

Everything is a number or an array of numbers of any depth. A formula that has no finite value is an error, which in a drawn
variant means another draw. A list of numbers has one axis and is printed as a column, so \`W @ x + b\` reads as it would on
paper. A result that is whole, and was reached through whole numbers alone, is a count: as an answer it must be met exactly.`;

interface Row {
  readonly what: string;
  readonly examples: readonly string[];
}

const LANGUAGE: readonly Row[] = [
  {
    what: 'Arithmetic; every product is written, and a power binds tighter than a sign',
    examples: ['2*3^2 - 1', '-2^2', '1e-3 + .5'],
  },
  { what: 'The circle number', examples: ['2*pi'] },
  { what: 'Comparisons give 1 or 0; `and`, `or` and `not` join them', examples: ['2 < 3', '1 <= 2 and not 3 == 4'] },
  { what: 'Lists; a semicolon begins the next row', examples: ['[1, 2, 3]', '[1, 2; 3, 4]', '[[1, 2], [3, 4]]'] },
  {
    what: 'Everything is taken element by element; an axis of length 1, or one that is missing on the left, is stretched',
    examples: ['[1, 2] * [3, 4]', '10 * [1, 2]', '[10, 20] + [1; 2]'],
  },
  { what: 'Products of matrices and vectors', examples: ['[1, 2; 3, 4] @ [1, 1]'] },
  {
    what: 'Indices count from 0, negative ones from the end; of a slice the end is not taken',
    examples: [
      'x = [5, 6, 7]; x[-1]',
      'x = [5, 6, 7]; x[1:]',
      'A = [1, 2; 3, 4]; A[1, 0]',
      'A = [1, 2; 3, 4]; A[:, 0]',
    ],
  },
  {
    what: 'Arguments go by position or, behind these, by name; what a signature gives a value may be left out, and what has a `…` too',
    examples: ['linear_params(4, 3)', 'linear_params(4, out=3, bias=0)'],
  },
  { what: 'Options that are words are written bare', examples: ['adam(1, g=2, lr=0.1, eps_place=inside).theta'] },
  {
    what: 'A function with several results: its fields are named behind a point, and a `let` may hold them all',
    examples: ['adam(1, g=2).mhat', 's = adam(1, g=2); s.m + s.v'],
  },
  {
    what: 'The gradient of a single number by a name, a step or an element that it rests on, worked out step by step',
    examples: ['w = 3; L = (w - 1)^2; grad(L, w)', 'w = [1, 2]; grad(sum(w^2), w)'],
  },
];

/** Longer formulas get a line of their own. */
const LONGEST_IN_LINE = 100;

export function referencePage(): string {
  const byChapter = functionsByChapter();
  const titles = [...byChapter.keys()];
  const chapters = [...byChapter].map(
    ([title, entries]) =>
      `## ${title}\n\n${entries.map(entry => functionSection(entry, resultInLine(exampleOf(entry)))).join('\n\n')}`,
  );
  const contents = titles.map(title => `[${title}](#${title.toLowerCase().replaceAll(' ', '-')})`).join(' · ');
  const rows = LANGUAGE.map(({ what, examples }) => `| ${what} | ${examples.map(worked).join('<br>')} |`);
  const table = ['| What | Examples |', '|---|---|', ...rows].join('\n');
  return `${[INTRODUCTION, table, contents, ...chapters].join('\n\n')}\n`;
}

function worked(example: string): string {
  return `\`${example}\` ${resultInLine(evaluateText(example, []).value)}`.replaceAll('|', '\\|');
}

/** One function of the page. @param result of its example */
export function functionSection(entry: FunctionEntry, result: string): string {
  const { signature, summary, formula, shapes, convention, example, source } = entry;
  const facts = [
    ...(shapes === null ? [] : [`Shapes: ${shapes}`]),
    ...(convention === null ? [] : [`Convention: ${convention}`]),
    `Example: \`${example}\` ${result}`,
    `Source: ${source}`,
  ];
  return [
    `### \`${signature}\``,
    summary,
    mathematics(formula),
    facts.map(fact => `- ${oneLine(fact)}`).join('\n'),
  ].join('\n\n');
}

function mathematics(formula: string): string {
  const tex = oneLine(formula);
  return tex.length > LONGEST_IN_LINE ? `$$\n${tex}\n$$` : `$${tex}$`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
